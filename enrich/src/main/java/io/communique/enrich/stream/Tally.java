package io.communique.enrich.stream;

import io.communique.enrich.EnrichCounters;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of each page and file; shared by all stream threads. */
final class Tally {
    private final LongAdder read = new LongAdder();
    private final LongAdder published = new LongAdder();
    private final LongAdder revised = new LongAdder();
    private final LongAdder completed = new LongAdder();
    private final LongAdder reread = new LongAdder();
    private final LongAdder withdrawn = new LongAdder();
    private final LongAdder restored = new LongAdder();
    private final LongAdder linked = new LongAdder();
    private final LongAdder kept = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder outdated = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private final ConcurrentMap<String, LongAdder> rejected = new ConcurrentHashMap<>();

    void read() {
        read.increment();
    }

    void edition(int edition) {
        (edition == 1 ? published : revised).increment();
    }

    void completed() {
        completed.increment();
    }

    void reread() {
        reread.increment();
    }

    void withdrawn() {
        withdrawn.increment();
    }

    void restored() {
        restored.increment();
    }

    void linked() {
        linked.increment();
    }

    void kept() {
        kept.increment();
    }

    void unchanged() {
        unchanged.increment();
    }

    void outdated() {
        outdated.increment();
    }

    void deadLettered() {
        deadLettered.increment();
    }

    void rejected(String reason) {
        rejected.computeIfAbsent(reason, any -> new LongAdder()).increment();
    }

    EnrichCounters counters() {
        Map<String, Long> byReason = new TreeMap<>();
        rejected.forEach((reason, count) -> byReason.put(reason, count.sum()));
        long rejectedInAll =
                byReason.values().stream().mapToLong(Long::longValue).sum();
        return new EnrichCounters(
                read.sum(),
                published.sum(),
                revised.sum(),
                completed.sum(),
                reread.sum(),
                withdrawn.sum(),
                restored.sum(),
                unchanged.sum(),
                outdated.sum(),
                kept.sum(),
                rejectedInAll,
                deadLettered.sum(),
                linked.sum(),
                byReason);
    }
}
