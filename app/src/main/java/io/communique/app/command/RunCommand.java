package io.communique.app.command;

import io.communique.app.line.Line;
import io.communique.app.line.LineConfig;
import io.communique.app.monitor.MonitoredStage;
import io.communique.desk.DeskConfig;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceReload;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code communique run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Watches the sources with all stages and the desk in this one process, on an embedded broker and SQLite.",
            "",
            "Everything is kept in the data directory, the releases as rows of its releases.db. Stop and start as you like, nothing is"
                    + " lost or stored twice."
        })
public final class RunCommand implements Callable<Integer> {
    private static final long SHOW_MILLIS = 250;

    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec
    private CommandSpec command;

    @Mixin
    private CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private MonitorOptions monitor = new MonitorOptions();

    @Mixin
    private DeskOptions desk = new DeskOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:COMMUNIQUE_DATA:-communique-data}",
            description =
                    "Directory for broker, stores and database. Environment: COMMUNIQUE_DATA. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("communique-data");

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "${env:COMMUNIQUE_BROKER_PORT:-19092}",
            description = "Port on this machine where subscribers reach the topics; 0 for any free one. Environment:"
                    + " COMMUNIQUE_BROKER_PORT. Default: ${DEFAULT-VALUE}.")
    private int brokerPort;

    @Override
    public Integer call() throws Exception {
        monitor.check();
        DeskConfig deskConfig = desk.config();
        LineConfig config = Settings.of(
                command,
                () -> new LineConfig(
                        data, brokerPort, crawl.userAgent(), crawl.hostDelay(), crawl.allowedPrivateHosts()));
        SourceCatalogue sources = crawl.catalogue();
        SourceReload reload = crawl.reload(sources);
        try (Shutdown shutdown = new Shutdown();
                Line line = Line.start(config, sources);
                DeskOptions.RunningDesk open = desk.open(deskConfig, line.sink().store(), line.brokers())) {
            AutoCloseable monitored = monitor.open(
                    MonitoredStage.of(line.ingest()),
                    MonitoredStage.of(line.enrich()),
                    MonitoredStage.of(line.sink()),
                    MonitoredStage.of(open.desk()));
            System.err.println("communique run: watching " + sources.all().size() + " sources; topics at "
                    + line.brokers() + ", releases in " + data.resolve("releases.db") + ", desk on port "
                    + open.port()
                    + "; stop with Ctrl-C");
            try {
                watch(line, shutdown);
            } finally {
                monitored.close();
            }
            return 0;
        } finally {
            reload.close();
        }
    }

    private static void watch(Line line, Shutdown shutdown) throws InterruptedException {
        Arrivals arrivals = new Arrivals(line.sink().store(), System.err);
        arrivals.skipKnown();
        while (!shutdown.await(SHOW_MILLIS)) {
            arrivals.show();
            if (line.failure().isPresent()) {
                throw new CommandFailedException(
                        "a stage gave up: " + line.failure().get(),
                        line.failure().get());
            }
        }
    }
}
