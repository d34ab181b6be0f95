package io.communique.ingest.frontier;

import io.communique.contract.frontier.Absence;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an address is visited next; pure. */
final class Schedule {
    private static final Duration RETRY_FIRST = Duration.ofMinutes(1);
    private static final Duration RETRY_MAX = Duration.ofDays(1);
    /** A list is what a source is known by: it is never left alone for a whole day. */
    private static final Duration LIST_RETRY_MAX = Duration.ofHours(6);

    private static final Duration REFUSED_FIRST = Duration.ofMinutes(30);

    /** Files are large and hardly edited; when their page changes they are asked for at once, by their age only from here on. */
    private static final Duration FILE_REVISIT_MIN = Duration.ofDays(1);

    /** A text that is announced is waited for so long, and asked for at these ages of its announcement, and in between. */
    private static final Duration ANNOUNCED_MAX = Duration.ofDays(14);

    private static final Duration ANNOUNCED_FIRST = Duration.ofMinutes(15);
    private static final Duration ANNOUNCED_LAST = Duration.ofHours(12);

    private static final Duration MISSING_SECOND = Duration.ofHours(2);
    private static final Duration MISSING_THIRD = Duration.ofHours(22);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private Schedule() {}

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

    /** After a page that says that its text will follow: soon, the later the longer it has been so. */
    static Optional<Instant> afterPlaceholder(FrontierEntry entry, Source source, Instant now) {
        Duration age = Duration.between(entry.firstSeen(), now);
        Optional<Instant> usual = afterSuccess(entry, source, now);
        if (age.compareTo(ANNOUNCED_MAX) > 0) {
            return usual;
        }
        Instant soon = now.plus(within(age.dividedBy(2), ANNOUNCED_FIRST, ANNOUNCED_LAST));
        return Optional.of(usual.filter(planned -> planned.isBefore(soon)).orElse(soon));
    }

    /**
     * After a bad one: later each time, up to a day.
     *
     * @param failures in a row, this one included, at least 1
     */
    static Optional<Instant> afterFailure(FrontierEntry entry, Source source, int failures, Instant now) {
        return Optional.of(now.plus(retry(entry, source, RETRY_FIRST, failures)));
    }

    /** After a refusal: the site has said its word, and is not asked for it every minute. */
    static Optional<Instant> afterRefusal(FrontierEntry entry, Source source, int failures, Instant now) {
        return Optional.of(now.plus(retry(entry, source, REFUSED_FIRST, failures)));
    }

    /** After a visit that saw the page missing: until there is enough evidence, then to see whether it has come back. */
    static Optional<Instant> afterAbsence(Absence absence, Instant now) {
        if (!absence.confirmed()) {
            return Optional.of(now.plus(absence.times() == 1 ? MISSING_SECOND : MISSING_THIRD));
        }
        Duration gone = Duration.between(absence.since(), now);
        return Optional.of(WEEK)
                .filter(week -> gone.compareTo(week) < 0)
                .or(() -> Optional.of(MONTH).filter(month -> gone.compareTo(month) < 0))
                .map(absence.since()::plus);
    }

    private static Duration retry(FrontierEntry entry, Source source, Duration first, int failures) {
        boolean list = entry.kind() == FrontierEntry.Kind.LISTING;
        Duration most = list ? longer(LIST_RETRY_MAX, source.every()) : RETRY_MAX;
        return within(first.multipliedBy(1L << Math.min(failures - 1, 11)), first, most);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration within(Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0) {
            return least;
        }
        return time.compareTo(most) > 0 ? most : time;
    }
}
