package io.communique.desk.web;

import io.communique.contract.json.Json;
import io.communique.desk.query.Asked;
import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.StoredEdition;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches that go on: whoever listens is sent each release and each edition that matches as soon as it is stored (WHATWG HTML, "Server-sent
 * events"). The store is asked once for each search however many listen. An event's id is the store's sequence number, so a
 * listener that reconnects goes on behind the last one that it had.
 *
 * <p>A listener that does not read holds up one sender, until the server's patience with the connection ends; the others have theirs.
 */
final class Live implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Live.class);

    private static final int LISTENERS_MAX = 500;
    private static final long EACH_MILLIS = 500;
    /** Proxies end a connection on which nothing is said. */
    private static final int TICKS_PER_COMMENT = 30;

    private static final int EVENTS_PER_TICK = 50;
    private static final int SENDERS = 32;

    private final ReleaseQueries store;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "desk-live");
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, task -> {
        Thread thread = new Thread(task, "desk-live-sender");
        thread.setDaemon(true);
        return thread;
    });
    private long ticks;

    @SuppressWarnings("FutureReturnValueIgnored") // It runs until the executor is shut down, and lets nothing escape.
    Live(ReleaseQueries store) {
        this.store = store;
        teller.scheduleWithFixedDelay(this::tick, EACH_MILLIS, EACH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Sends a search to a client until it goes.
     *
     * @param text makes an event's data of a release
     * @return whether there was room for one more
     */
    boolean listen(SseClient client, Asked asked, Function<StoredEdition, String> text) {
        if (listeners.size() >= LISTENERS_MAX) {
            return false;
        }
        asked.query(); // A bad one is refused now.
        long after = Optional.ofNullable(client.ctx().header("Last-Event-ID"))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseGet(store::lastSequence);
        Listener listener = new Listener(client, asked, text, after);
        client.keepAlive();
        client.onClose(() -> listeners.remove(listener));
        client.sendComment("listening");
        listeners.add(listener);
        return true;
    }

    /** Returns how many listen now. */
    int listening() {
        return listeners.size();
    }

    private void tick() {
        try {
            ticks++;
            long last = listeners.isEmpty() ? 0 : store.lastSequence();
            ConcurrentMap<Position, List<StoredEdition>> found = new ConcurrentHashMap<>();
            for (Listener listener : listeners) {
                boolean due = listener.after < last || ticks % TICKS_PER_COMMENT == 0;
                if (due && listener.busy.compareAndSet(false, true)) {
                    senders.execute(() -> send(listener, found, last));
                }
            }
            listeners.removeIf(listener -> listener.client.terminated());
        } catch (StoreUnavailableException e) {
            log.atDebug().setCause(e).log("the store does not answer; listeners wait");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("live streams stumbled");
        }
    }

    private void send(Listener listener, ConcurrentMap<Position, List<StoredEdition>> found, long last) {
        try {
            if (listener.after < last) {
                tell(listener, found, last);
            } else {
                listener.client.sendComment("still here");
            }
        } catch (StoreUnavailableException e) {
            log.atDebug().setCause(e).log("the store does not answer; a listener waits");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("a live stream stumbled and is ended");
            listener.client.close();
        } finally {
            listener.busy.set(false);
        }
    }

    private void tell(Listener listener, ConcurrentMap<Position, List<StoredEdition>> found, long last) {
        List<StoredEdition> editions = found.computeIfAbsent(
                new Position(listener.asked, listener.after),
                at -> store.changedAfter(at.asked().query(), at.after(), EVENTS_PER_TICK));
        for (StoredEdition edition : editions) {
            listener.client.sendEvent("release", listener.text.apply(edition), Long.toString(edition.sequence()));
        }
        listener.after = behind(last, editions);
    }

    /**
     * Returns the sequence number behind which a listener goes on that was sent {@code editions}: behind the last of them nothing else matches up
     * to {@code last}, unless there were more than fit. What was stored after {@code last} was asked for may be among them, and is not sent twice.
     */
    static long behind(long last, List<StoredEdition> editions) {
        long sent = editions.isEmpty() ? 0 : editions.get(editions.size() - 1).sequence();
        return editions.size() < EVENTS_PER_TICK ? Math.max(last, sent) : sent;
    }

    /** Makes the data of a program's event. */
    static String json(StoredEdition edition) {
        return Json.mapper().writeValueAsString(edition.release());
    }

    @Override
    public void close() {
        teller.shutdownNow();
        senders.shutdownNow();
        listeners.forEach(listener -> listener.client.close());
    }

    private record Position(Asked asked, long after) {}

    private static final class Listener {
        private final SseClient client;
        private final Asked asked;
        private final Function<StoredEdition, String> text;
        /** Whether a sender has it now; only that one writes {@link #after}. */
        private final AtomicBoolean busy = new AtomicBoolean();

        private volatile long after;

        Listener(SseClient client, Asked asked, Function<StoredEdition, String> text, long after) {
            this.client = client;
            this.asked = asked;
            this.text = text;
            this.after = after;
        }
    }
}
