package io.communique.sink;

/**
 * What the stage did since it began, in records. At rest {@code read = stored + alreadyStored + deadLettered + tombstones}.
 *
 * @param read records taken from the topic and settled
 * @param stored editions that were not in the store before, or came with a later state or more of their files read
 * @param alreadyStored editions that were, read again after a restart or from an older run of the topic
 * @param deadLettered records that are no release, or that the store refuses
 * @param tombstones records without value
 */
public record SinkCounters(long read, long stored, long alreadyStored, long deadLettered, long tombstones) {
    /** Returns the sum of both, component by component. */
    SinkCounters plus(SinkCounters more) {
        return new SinkCounters(
                read + more.read,
                stored + more.stored,
                alreadyStored + more.alreadyStored,
                deadLettered + more.deadLettered,
                tombstones + more.tombstones);
    }

    static SinkCounters none() {
        return new SinkCounters(0, 0, 0, 0, 0);
    }
}
