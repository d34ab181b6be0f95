package io.communique.app.operate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An answer that is good for a while, however many ask; they wait for one that is on its way.
 *
 * @param <T> the answer
 */
final class Recent<T> {
    private final long goodForNanos;
    private final Supplier<T> source;
    private Optional<T> answer = Optional.empty();
    private long at;

    Recent(Duration goodFor, Supplier<T> source) {
        this.goodForNanos = goodFor.toNanos();
        this.source = source;
    }

    synchronized T get() {
        if (answer.isPresent() && System.nanoTime() - at < goodForNanos) {
            return answer.get();
        }
        T fresh = source.get();
        answer = Optional.of(fresh);
        at = System.nanoTime();
        return fresh;
    }

    /** Asks anew next time. */
    synchronized void forget() {
        answer = Optional.empty();
    }
}
