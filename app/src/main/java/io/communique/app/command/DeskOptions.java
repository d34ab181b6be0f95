package io.communique.app.command;

import io.communique.app.operate.RunningLine;
import io.communique.app.operate.WebhookCourier;
import io.communique.desk.Desk;
import io.communique.desk.DeskConfig;
import io.communique.desk.alert.AlertBook;
import io.communique.desk.alert.AlertTeller;
import io.communique.desk.alert.Courier;
import io.communique.enrich.edition.Revision;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.fetch.AddressGuard;
import io.communique.sink.store.ReleaseQueries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the desk opens, and for whom. */
final class DeskOptions {
    /** Only here: a token on a command line is everybody's to read. */
    private static final String OPERATOR_TOKEN = "COMMUNIQUE_DESK_TOKEN";

    private static final String READER_TOKEN = "COMMUNIQUE_DESK_READER_TOKEN";

    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--desk-port",
            paramLabel = "PORT",
            defaultValue = "${env:COMMUNIQUE_DESK_PORT:-8620}",
            description =
                    "Port of the desk, 0 for any free one. Environment: COMMUNIQUE_DESK_PORT. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--desk-host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:COMMUNIQUE_DESK_HOST:-127.0.0.1}",
            description =
                    "Address of this machine that the desk's port is opened on. One that others can reach needs a token in the"
                            + " environment: " + OPERATOR_TOKEN + " for who may pause and retry, and " + READER_TOKEN
                            + " for who may only read. Environment: COMMUNIQUE_DESK_HOST. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--desk-requests-per-second",
            paramLabel = "N",
            defaultValue = "${env:COMMUNIQUE_DESK_REQUESTS_PER_SECOND:-" + DeskConfig.REQUESTS_PER_SECOND_DEFAULT + "}",
            description = "Requests that one address may make; further ones are told to wait. Environment:"
                    + " COMMUNIQUE_DESK_REQUESTS_PER_SECOND. Default: ${DEFAULT-VALUE}.")
    private int requestsPerSecond;

    @Nullable
    @Option(
            names = "--alerts",
            paramLabel = "DIR",
            defaultValue = "${env:COMMUNIQUE_ALERTS:-}",
            description =
                    "Directory of saved searches, made if it is not there; this desk then tells their webhooks. Only one desk at a time may"
                            + " have it. Environment: COMMUNIQUE_ALERTS. Default: there are none.")
    private String alerts;

    @Option(
            names = "--alerts-private-hosts",
            split = ",",
            paramLabel = "HOST",
            defaultValue = "${env:COMMUNIQUE_ALERTS_PRIVATE_HOSTS:-}",
            description = "Hosts inside your own network that webhooks may lead to. Environment:"
                    + " COMMUNIQUE_ALERTS_PRIVATE_HOSTS.")
    private List<String> privateHosts = List.of();

    DeskConfig config() {
        return Settings.of(
                command,
                () -> new DeskConfig(
                        host,
                        port,
                        Settings.given(System.getenv(OPERATOR_TOKEN)),
                        Settings.given(System.getenv(READER_TOKEN)),
                        requestsPerSecond));
    }

    /**
     * Opens the desk and says where.
     *
     * @throws CommandFailedException if the port is taken
     */
    RunningDesk open(DeskConfig config, ReleaseQueries store, String bootstrapServers) {
        try {
            return started(config, store, bootstrapServers);
        } catch (IllegalStateException e) {
            throw new CommandFailedException(e.getMessage() + "; name another port with --desk-port", e);
        }
    }

    /** Opens the desk, on any free port if its own is taken, and says where. */
    RunningDesk openAnywhere(DeskConfig config, ReleaseQueries store, String bootstrapServers) {
        try {
            return started(config, store, bootstrapServers);
        } catch (IllegalStateException e) {
            System.err.println(command.qualifiedName() + ": " + e.getMessage() + "; another one is taken");
            return open(config.onPort(0), store, bootstrapServers);
        }
    }

    private RunningDesk started(DeskConfig config, ReleaseQueries store, String bootstrapServers) {
        RunningLine line = new RunningLine(bootstrapServers);
        Optional<AlertBook> book = Settings.given(alerts).map(Path::of).map(AlertBook::open);
        Desk desk = Desk.start(config, store, line, Revision::between, book);
        Optional<AlertTeller> teller = book.map(open -> AlertTeller.start(open, courier(), store, line));
        System.err.println(
                command.qualifiedName() + ": the desk is open at http://" + config.host() + ":" + desk.port());
        return new RunningDesk(desk, teller);
    }

    private Courier courier() {
        List<String> allowed =
                privateHosts.stream().filter(host -> !host.isBlank()).toList();
        return new WebhookCourier(new AddressGuard(allowed), IngestConfig.USER_AGENT_DEFAULT);
    }

    /**
     * The desk and what tells its alerts.
     *
     * @param desk the pages
     * @param teller empty if there are no alerts
     */
    record RunningDesk(Desk desk, Optional<AlertTeller> teller) implements AutoCloseable {
        int port() {
            return desk.port();
        }

        @Override
        public void close() {
            teller.ifPresent(AlertTeller::close);
            desk.close();
        }
    }
}
