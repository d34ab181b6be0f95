package io.communique.app.command;

import io.communique.app.monitor.MonitoredStage;
import io.communique.sink.Sink;
import io.communique.sink.SinkConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code communique sink}. */
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        description = {
            "Stores releases, each edition once: press.releases to a SQLite file or PostgreSQL.",
            "",
            "Several processes may share PostgreSQL, those of one machine a file; a restart goes on from the offsets in the store. A store"
                    + " that is busy, full or gone is waited for."
        })
public final class SinkCommand implements Callable<Integer> {
    @Mixin
    private StageOptions stage = new StageOptions();

    @Mixin
    private MonitorOptions monitor = new MonitorOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Override
    public Integer call() throws Exception {
        SinkConfig config = stage.settings(() -> new SinkConfig(stage.brokers(), store.address(), stage.instanceId()));
        monitor.check();
        stage.createTopics();
        Sink sink = Sink.start(config);
        return StageRun.untilStopped("sink", sink, sink::failure, monitor.open(MonitoredStage.of(sink)));
    }
}
