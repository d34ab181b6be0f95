package io.communique.enrich.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Decides whether a failed stream thread is worth another try: what passes by itself is, what keeps failing is not. */
final class ThreadFailures {
    private static final int FAILURES_MAX = 10;
    private static final long WINDOW_NANOS = Duration.ofMinutes(10).toNanos();

    private final Deque<Long> recent = new ArrayDeque<>();

    /**
     * Notes a failure.
     *
     * @param now a monotonic clock, in nanoseconds
     * @return whether there were at most {@value #FAILURES_MAX} failures within the last ten minutes, this one included
     */
    synchronized boolean mayReplace(long now) {
        recent.addLast(now);
        while (now - recent.getFirst() > WINDOW_NANOS) {
            recent.removeFirst();
        }
        return recent.size() <= FAILURES_MAX;
    }
}
