package io.communique.sink.store.jdbc;

import io.communique.contract.release.Release;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a batch of releases changes in a store, worked out from what the store knows of them. */
final class Batch {
    private final Map<String, Known> known;
    private final Map<EditionKey, Edition> editions = new LinkedHashMap<>();
    private final Map<String, Current> current = new LinkedHashMap<>();
    private long sequence;
    private long number;
    private int accepted;

    /**
     * Begins a batch.
     *
     * @param known what is stored of the batch's releases, by id
     * @param sequence the last one given out
     * @param number the last one given out
     */
    Batch(Map<String, Known> known, long sequence, long number) {
        this.known = new HashMap<>(known);
        this.sequence = sequence;
        this.number = number;
    }

    /** Takes one more release, as if those before were stored. */
    void add(Release release) {
        Known before = known.computeIfAbsent(release.id(), id -> new Known(++number, new TreeMap<>(), true));
        Rank rank = Rank.of(release);
        Rank old = before.editions().get(release.edition());
        if (old != null && rank.compareTo(old) <= 0) {
            return;
        }
        accepted++;
        before.editions().put(release.edition(), rank);
        editions.put(new EditionKey(release.id(), release.edition()), new Edition(++sequence, release, rank));
        if (before.editions().lastKey() == release.edition()) {
            current.put(release.id(), new Current(before.number(), before.isNew(), release));
        }
    }

    /** Returns how many were not there before, or took the place of what was. */
    int accepted() {
        return accepted;
    }

    /** Returns the rows of editions to write, in their order. */
    List<Edition> editions() {
        return new ArrayList<>(editions.values());
    }

    /** Returns the releases whose columns change. */
    Collection<Current> current() {
        return current.values();
    }

    /**
     * What is stored of a release.
     *
     * @param number the release's
     * @param editions their ranks; grows as the batch does
     * @param isNew whether the batch brought it
     */
    record Known(long number, TreeMap<Integer, Rank> editions, boolean isNew) {}

    record Edition(long sequence, Release release, Rank rank) {}

    record Current(long number, boolean isNew, Release release) {}

    private record EditionKey(String id, int edition) {}
}
