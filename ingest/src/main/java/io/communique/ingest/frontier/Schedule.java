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

    /** Files are large and hardly edited; when their page changes they are asked for at once, by their age only from here on. */
    private static final Duration FILE_REVISIT_MIN = Duration.ofDays(1);

    /** After a good answer. A list is read again and again; a page by its age, a file too, but less often. */
    static Optional<Instant> afterSuccess(FrontierEntry entry, Source source, Instant now) {
        if (entry.kind() == FrontierEntry.Kind.LISTING) {
            return Optional.of(now.plus(source.every()));
        }
        Duration age = Duration.between(entry.firstSeen(), now);
        boolean young = entry.kind() == FrontierEntry.Kind.FILE && age.compareTo(FILE_REVISIT_MIN) < 0;
        if (young) {
            age = FILE_REVISIT_MIN.minusMillis(1);
        }
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
