package io.communique.app.command;

import io.communique.app.monitor.MonitoredStage;
import io.communique.enrich.EnrichConfig;
import io.communique.enrich.stream.Enrich;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code communique enrich}. */
@Command(
        name = "enrich",
        mixinStandardHelpOptions = true,
        description = {
            "Turns pages into releases: press.pages to press.releases and press.changes, exactly once.",
            "",
            "Start it several times to share the work, up to one process for each partition."
        })
public final class EnrichCommand implements Callable<Integer> {
    @Mixin
    private StageOptions stage = new StageOptions();

    @Mixin
    private MonitorOptions monitor = new MonitorOptions();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "${env:COMMUNIQUE_STATE_DIR:-communique-data/enrich}",
            description =
                    "Where the stage keeps its stores; may be lost, they are restored from the brokers. Environment:"
                            + " COMMUNIQUE_STATE_DIR. Default: ${DEFAULT-VALUE}.")
    private Path stateDir = Path.of("communique-data/enrich");

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "${env:COMMUNIQUE_ENRICH_THREADS:-2}",
            description = "Threads in this process. Environment: COMMUNIQUE_ENRICH_THREADS. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--standbys",
            paramLabel = "N",
            defaultValue = "${env:COMMUNIQUE_ENRICH_STANDBYS:-0}",
            description =
                    "Copies of each store that other processes keep up to date, so that a lost one need not be restored first."
                            + " Environment: COMMUNIQUE_ENRICH_STANDBYS. Default: ${DEFAULT-VALUE}.")
    private int standbys;

    @Override
    public Integer call() throws Exception {
        EnrichConfig config = stage.settings(
                () -> new EnrichConfig(stage.brokers(), stateDir, threads, stage.instanceId(), standbys));
        monitor.check();
        stage.createTopics();
        Enrich enrich = Enrich.start(config);
        return StageRun.untilStopped("enrich", enrich, enrich::failure, monitor.open(MonitoredStage.of(enrich)));
    }
}
