package io.communique.app.command;

import io.communique.app.monitor.MonitoredStage;
import io.communique.desk.DeskConfig;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.Stores;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code communique desk}. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description = {
            "Opens the desk: what ministries say as it arrives, search, people, figures, sources and the line itself, with an API and feeds.",
            "",
            "It reads the store that sink writes, and asks the brokers how sources and stages are. Without brokers, all but those two pages work."
        })
public final class DeskCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 500;

    @Mixin
    private DeskOptions desk = new DeskOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private MonitorOptions monitor = new MonitorOptions();

    @Mixin
    private BrokerOptions brokers = new BrokerOptions();

    @Override
    public Integer call() throws Exception {
        monitor.check();
        DeskConfig config = desk.config();
        try (Shutdown shutdown = new Shutdown();
                ReleaseStore releases = Stores.open(store.address());
                DeskOptions.RunningDesk open = desk.open(config, releases, brokers.brokers())) {
            AutoCloseable monitored = monitor.open(MonitoredStage.of(open.desk()));
            try {
                while (!shutdown.await(LOOK_MILLIS)) {
                    // The server's threads do the work.
                }
            } finally {
                monitored.close();
            }
            System.err.println("communique desk: port " + open.port() + " is closed");
            return 0;
        } catch (StoreUnavailableException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
