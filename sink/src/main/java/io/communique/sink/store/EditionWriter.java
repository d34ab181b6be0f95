package io.communique.sink.store;

import io.communique.contract.release.Release;
import java.util.List;
import java.util.OptionalLong;

/** Where editions are written, each once, together with how far the topic has been read. */
public interface EditionWriter {
    /**
     * Stores all of {@code releases} and {@code positions}, or nothing. An edition that is there already stays as it is, unless it comes
     * with a later withdrawal or restoration, as a later reading of the same bytes, with more of its files read or more twins: then that
     * takes its place, and the edition stands at the end of {@link ReleaseQueries#editionsAfter} again. An older edition is kept but does not take the place of the current one;
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
}
