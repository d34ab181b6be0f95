package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an address is visited next; pure. */
final class Schedule {
    private static final Duration RETRY_FIRST = Duration.ofMinutes(1);
    private static final Duration RETRY_MAX = Duration.ofDays(1);

    private Schedule() {}

    /** After a good answer. A list is read again and again; a page by its age. */
    static Optional<Instant> afterSuccess(FrontierEntry entry, Source source, Instant now) {
        if (entry.kind() == FrontierEntry.Kind.LISTING) {
            return Optional.of(now.plus(source.every()));
        }
        Duration age = Duration.between(entry.firstSeen(), now);
        return source.revisit().after(age).map(entry.firstSeen()::plus);
    }

    /**
     * After a bad one: later each time, up to a day.
     *
     * @param failures in a row, this one included, at least 1
     */
    static Optional<Instant> afterFailure(int failures, Instant now) {
        Duration wait = RETRY_FIRST.multipliedBy(1L << Math.min(failures - 1, 11));
        return Optional.of(now.plus(wait.compareTo(RETRY_MAX) < 0 ? wait : RETRY_MAX));
    }
}
