package io.communique.desk;

import io.communique.contract.status.SourceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the desk shows and does of the running line, beyond the store.
 *
 * <p>Methods throw {@link UnavailableException} if the brokers do not answer.
 */
public interface Operations {
    /** Returns the state of every source that ingest has spoken of, in the order of ids. */
    List<SourceStatus> sources();

    /** Stops visits to a source until it is resumed; {@code reason} is shown to others. */
    void pause(String source, String reason);

    /** Lets a paused source be visited again. */
    void resume(String source);

    /** Returns the stages in the order of the line. */
    List<Stage> stages();

    /** Returns open dead letters, the newest first, at most {@code limit}. */
    List<DeadLetter> deadLetters(int limit);

    /**
     * Puts an open dead letter back where it came from.
     *
     * @param place as {@link DeadLetter#place}
     * @return empty if it was put back; else why not
     */
    Optional<String> retry(String place);

    /**
     * A stage of the line.
     *
     * @param name ingest, enrich or sink
     * @param members how many consumers share its work; 0 if it is not running
     * @param waiting records that it has still to read; empty if it reads none of another stage
     * @param oldest when the oldest of them was written
     * @param perSecond records settled lately
     */
    record Stage(String name, int members, Optional<Long> waiting, Optional<Instant> oldest, double perSecond) {}

    /**
     * What a stage could not use.
     *
     * @param place where it lies
     * @param stage that set it aside
     * @param reason in words
     * @param subject what it was about, such as an address
     * @param at when
     * @param retriable whether it can be put back
     */
    record DeadLetter(
            String place, String stage, String reason, Optional<String> subject, Instant at, boolean retriable) {}

    /** The brokers do not answer. */
    final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
