package io.communique.app.command;

import io.communique.app.monitor.MonitoredStage;
import io.communique.sink.Sink;
import io.communique.sink.SinkConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code communique sink}. */
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        description = {
            "Stores releases, each edition once: press.releases to a SQLite file.",
            "",
            "Several processes of one machine may share the file; a restart goes on from the offsets in it."
        })
public final class SinkCommand implements Callable<Integer> {
    @Mixin
    private StageOptions stage = new StageOptions();

    @Mixin
    private MonitorOptions monitor = new MonitorOptions();

    @Option(
            names = "--database",
            paramLabel = "FILE",
            defaultValue = "${env:COMMUNIQUE_DATABASE:-communique-data/releases.db}",
            description =
                    "The SQLite file; made if it is not there. Environment: COMMUNIQUE_DATABASE. Default: ${DEFAULT-VALUE}.")
    private Path database = Path.of("communique-data/releases.db");

    @Override
    public Integer call() throws Exception {
        SinkConfig config =
                stage.settings(() -> new SinkConfig(stage.bootstrapServers(), database, stage.instanceId()));
        monitor.check();
        stage.createTopics();
        Sink sink = Sink.start(config);
        return StageRun.untilStopped("sink", sink, sink::failure, monitor.open(MonitoredStage.of(sink)));
    }
}
