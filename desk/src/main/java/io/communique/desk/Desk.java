package io.communique.desk;

import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import io.communique.desk.alert.AlertBook;
import io.communique.desk.web.DeskServer;
import io.communique.sink.store.ReleaseQueries;
import java.util.Optional;
import java.util.function.BiFunction;

/** The desk, running: pages, API, feeds and live streams on one port. */
public final class Desk implements AutoCloseable {
    private final DeskServer server;

    private Desk(DeskServer server) {
        this.server = server;
    }

    /**
     * Opens the port.
     *
     * @param store what is shown; stays open
     * @param operations the running line; stays open
     * @param revision what the second of two editions of one release changed in the first
     * @param alerts saved searches; stays open, and is told by somebody else. Empty if this desk has none
     * @throws IllegalStateException if the port is taken; the message says so
     */
    public static Desk start(
            DeskConfig config,
            ReleaseQueries store,
            Operations operations,
            BiFunction<Release, Release, Change> revision,
            Optional<AlertBook> alerts) {
        return new Desk(DeskServer.start(config, store, operations, revision, alerts));
    }

    /** Returns the port that is open. */
    public int port() {
        return server.port();
    }

    /** Returns what was answered since the start, and what is open now. */
    public DeskCounters counters() {
        return server.counters();
    }

    @Override
    public void close() {
        server.close();
    }
}
