package io.communique.app.command;

import io.communique.app.monitor.Monitor;
import io.communique.app.monitor.MonitoredStage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a stage tells how it is. */
final class MonitorOptions {
    private static final int PORT_MAX = 65_535;

    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Nullable
    @Option(
            names = "--monitor-port",
            paramLabel = "PORT",
            defaultValue = "${env:COMMUNIQUE_MONITOR_PORT:-}",
            description = "Port for /metrics (Prometheus) and /health (JSON), 0 for any free one. Environment:"
                    + " COMMUNIQUE_MONITOR_PORT. Default: none is opened.")
    private String port;

    @Option(
            names = "--monitor-host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:COMMUNIQUE_MONITOR_HOST:-127.0.0.1}",
            description =
                    "Address of this machine that the monitor's port is opened on; it asks nobody who they are. Environment:"
                            + " COMMUNIQUE_MONITOR_HOST. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    /** Refuses a port that cannot be one, before anything is started. */
    void check() {
        if (isWanted()) {
            number();
        }
    }

    /**
     * Opens the port, if one is wanted.
     *
     * @return what closes it again
     * @throws CommandFailedException if it is taken
     */
    AutoCloseable open(MonitoredStage... stages) {
        if (!isWanted()) {
            return () -> {};
        }
        try {
            Monitor monitor = Monitor.start(host, number(), List.of(stages));
            System.err.println(
                    command.qualifiedName() + ": metrics and health at http://" + host + ":" + monitor.port());
            return monitor;
        } catch (IOException e) {
            throw new CommandFailedException(
                    "cannot open " + host + ":" + port + " for the monitor: " + e.getMessage()
                            + "; name another with --monitor-port",
                    e);
        }
    }

    private boolean isWanted() {
        return port != null && !port.isBlank();
    }

    private int number() {
        try {
            int number = Integer.parseInt(String.valueOf(port).strip());
            if (number >= 0 && number <= PORT_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ParameterException(
                command.commandLine(), "--monitor-port must be a number from 0 to " + PORT_MAX + ": " + port);
    }
}
