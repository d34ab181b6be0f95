package io.communique.sink.store;

import io.communique.contract.release.Release;
import java.util.List;
import java.util.Optional;

/** What can be asked of a store. Every method throws {@link StoreUnavailableException} if it did not answer. */
public interface ReleaseQueries {
    /**
     * Returns editions in the order in which they were stored; one that was replaced stands where its present record was stored.
     *
     * @param after sequence number of the last edition already known; 0 for all
     * @param limit at most this many, at least 1
     */
    List<StoredEdition> editionsAfter(long after, int limit);

    /**
     * Returns current editions that match, in the order in which they were stored: new releases and new editions alike, for whoever watches.
     *
     * @param after as for {@link #editionsAfter}
     * @param limit at most this many, at least 1
     */
    List<StoredEdition> changedAfter(ReleaseQuery query, long after, int limit);

    /** Returns the sequence number of what was stored last; 0 if nothing was. */
    long lastSequence();

    /** Returns the current edition of every release, newest publication first, undated ones last. */
    List<StoredRelease> releases();

    /**
     * Returns current editions that match, those that were stored last first.
     *
     * @param before only releases with a smaller {@link StoredRelease#number}; {@link Long#MAX_VALUE} to begin. A release keeps its number,
     *     so a reader that goes on from the last one it saw misses none and sees none twice, whatever comes meanwhile
     * @param limit at most this many, at least 1
     */
    List<StoredRelease> search(ReleaseQuery query, long before, int limit);

    /**
     * Returns current editions that match, whole, those that were stored first first.
     *
     * @param after only releases with a greater number; 0 to begin
     * @param limit at most this many, at least 1
     */
    List<NumberedRelease> releasesAfter(ReleaseQuery query, long after, int limit);

    /** Returns what {@link #search} does, whole. */
    List<NumberedRelease> newest(ReleaseQuery query, long before, int limit);

    /**
     * Counts what matching releases have in common.
     *
     * @param among at most this many of the newest are counted, at least 1
     * @param each at most this many values of a facet, at least 1
     */
    Facets facets(ReleaseQuery query, int among, int each);

    /**
     * Returns the figures of releases that match, those of the newest first, and within one in the order of its text; if the query
     * measures something, only figures that do.
     *
     * @param before as for {@link #search}; the last figure's {@link StoredFigure#release} to go on
     * @param releases figures of at most this many releases, at least 1
     */
    List<StoredFigure> figures(ReleaseQuery query, long before, int releases);

    /** Returns the current edition of a release, whole; empty if there is no such release. */
    Optional<Release> current(String id);

    /** Returns every edition of a release, the first one first; none if there is no such release. */
    List<Release> editions(String id);
}
