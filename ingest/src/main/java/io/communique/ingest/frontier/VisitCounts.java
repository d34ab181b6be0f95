package io.communique.ingest.frontier;

import io.communique.ingest.IngestCounters;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of each visit; shared by all workers. */
public final class VisitCounts {
    final LongAdder listings = new LongAdder();
    final LongAdder published = new LongAdder();
    final LongAdder unchanged = new LongAdder();
    final LongAdder moved = new LongAdder();
    final LongAdder missing = new LongAdder();
    final LongAdder tooLarge = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder visits = new LongAdder();

    /** Returns the counts so far. */
    public IngestCounters counters() {
        return new IngestCounters(
                visits.sum(),
                listings.sum(),
                published.sum(),
                unchanged.sum(),
                moved.sum(),
                missing.sum(),
                tooLarge.sum(),
                refused.sum(),
                failed.sum());
    }
}
