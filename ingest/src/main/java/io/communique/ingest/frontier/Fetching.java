package io.communique.ingest.frontier;

import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.fetch.Fetcher;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of all workers of a process, so many at a time and no more: that bounds the bodies in memory as well as the connections. A slow
 * host takes one place, and none of the others waits for it. Safe to share between threads.
 */
final class Fetching implements AutoCloseable {
    /** Bodies have at most 8 MiB and are held two or three times over while they are read. */
    private static final int AT_ONCE_MAX = 16;

    private final Fetcher fetcher;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final ExecutorService threads;

    Fetching(Fetcher fetcher) {
        AtomicInteger count = new AtomicInteger();
        this.fetcher = fetcher;
        this.threads = Executors.newFixedThreadPool(AT_ONCE_MAX, work -> {
            Thread thread = new Thread(work, "ingest-fetch-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes a place, if there is one; it is given back by {@link #release}, once what was fetched is out of memory. */
    boolean tryTake() {
        return places.tryAcquire();
    }

    /** Gives a place back. */
    void release() {
        places.release();
    }

    /**
     * Makes a request on a thread of its own, in a place that was taken for it.
     *
     * @param answered told on that thread, or at once on this one, what came of it: the outcome, or what was thrown instead; a {@link
     *     CancellationException} if fetching was stopped
     */
    void begin(Ask ask, BiConsumer<@Nullable FetchOutcome, @Nullable Throwable> answered) {
        try {
            threads.execute(() -> make(ask, answered));
        } catch (RejectedExecutionException e) {
            answered.accept(null, new CancellationException("fetching was stopped"));
        }
    }

    private void make(Ask ask, BiConsumer<@Nullable FetchOutcome, @Nullable Throwable> answered) {
        FetchOutcome outcome;
        try {
            outcome = ask.make(fetcher);
        } catch (RuntimeException | Error e) {
            answered.accept(null, e);
            return;
        }
        answered.accept(outcome, null);
    }

    /** Ends the requests under way. */
    @Override
    public void close() {
        fetcher.close();
        threads.shutdown();
    }
}
