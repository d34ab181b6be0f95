package io.communique.sink.store.jdbc;

import io.communique.contract.release.Release;
import io.communique.contract.release.Standing;
import java.time.Instant;
import java.util.Comparator;

/**
 * Which of two records of one edition is the later one, in whatever order they come.
 *
 * @param standing when it was last withdrawn or restored, in milliseconds since 1970; 0 if never
 * @param readings how often its bytes were read anew by later rules
 * @param filesRead how much of its files is read: a sum that each reading adds to
 * @param twins how many releases with the same text are known
 */
record Rank(long standing, int readings, int filesRead, int twins) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER = Comparator.comparingLong(Rank::standing)
            .thenComparingInt(Rank::readings)
            .thenComparingInt(Rank::filesRead)
            .thenComparingInt(Rank::twins);

    static Rank of(Release release) {
        long standing = release.standing()
                .map(Standing::since)
                .map(Instant::toEpochMilli)
                .orElse(0L);
        return new Rank(
                standing,
                release.provenance().readings(),
                filesRead(release),
                release.sameAs().size());
    }

    private static int filesRead(Release release) {
        return release.attachments().stream()
                .mapToInt(file -> switch (file.extraction()) {
                    case NOT_FETCHED -> 0;
                    case FAILED, UNSUPPORTED -> 1;
                    case PARTIAL -> 2;
                    case OK -> 3;
                })
                .sum();
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
