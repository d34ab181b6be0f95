package io.communique.sink.store;

import io.communique.contract.release.Release;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps every edition of every release, each once, and how far the topic has been read: both in the same transaction, so that whatever
 * dies when, a restart goes on exactly behind what is stored.
 *
 * <p>Several processes may write to one store. Implementations are safe to share between threads. Every method throws
 * {@link StoreUnavailableException} if the store did not answer; the same call may succeed later.
 */
public interface ReleaseStore extends AutoCloseable {
    /**
     * Stores all of {@code releases} and {@code positions}, or nothing. An edition that is there already stays as it is,
     * unless it comes with a later withdrawal or restoration, as a later reading of the same bytes, with more of its files read or more twins: then that takes its place, and the
     * edition stands at the end of {@link #editionsAfter} again. An older edition is kept but does not take the place of the current one;
     * a position never moves back.
     *
     * @return how many of the editions were not there before, or took the place of what was
     * @throws StoreUnavailableException if nothing was stored and the same call may succeed later
     * @throws StoreRefusedException if nothing was stored, and it would be so again
     */
    int store(List<Release> releases, List<Position> positions);

    /**
     * Returns the offset to go on from.
     *
     * @return empty if nothing of the partition was ever stored
     */
    OptionalLong next(String topic, int partition);

    /**
     * Returns editions in the order in which they were stored; one that was replaced stands where its present record was stored.
     *
     * @param after sequence number of the last edition already known; 0 for all
     * @param limit at most this many, at least 1
     */
    List<StoredEdition> editionsAfter(long after, int limit);

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

    /** Returns the current edition of a release, whole; empty if there is no such release. */
    Optional<Release> current(String id);

    /** Returns every edition of a release, the first one first; none if there is no such release. */
    List<Release> editions(String id);

    @Override
    void close();
}
