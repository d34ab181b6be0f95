package io.communique.sink.store;

import io.communique.contract.release.Release;
import java.util.List;
import java.util.OptionalLong;

/**
 * Keeps every edition of every release, each once, and how far the topic has been read: both in the same transaction, so that whatever
 * dies when, a restart goes on exactly behind what is stored.
 *
 * <p>Several processes may write to one store. Implementations are safe to share between threads.
 */
public interface ReleaseStore extends AutoCloseable {
    /**
     * Stores all of {@code releases} and {@code positions}, or nothing. An edition that is there already stays as it is,
     * unless it comes with a later withdrawal or restoration, or else with more of its files read: then that takes its place. An older edition is kept but does not take the place of the current one; a position never moves back.
     *
     * @return how many of the editions were not there before, or took the place of what was
     * @throws StoreUnavailableException if nothing was stored and the same call may succeed later
     */
    int store(List<Release> releases, List<Position> positions);

    /**
     * Returns the offset to go on from.
     *
     * @return empty if nothing of the partition was ever stored
     * @throws StoreUnavailableException if the store did not answer
     */
    OptionalLong next(String topic, int partition);

    /**
     * Returns editions in the order in which they were stored.
     *
     * @param after sequence number of the last edition already known; 0 for all
     * @param limit at most this many, at least 1
     */
    List<StoredEdition> editionsAfter(long after, int limit);

    /** Returns the current edition of every release, newest publication first, undated ones last. */
    List<StoredRelease> releases();

    @Override
    void close();
}
