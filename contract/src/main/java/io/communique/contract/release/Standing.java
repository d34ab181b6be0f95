package io.communique.contract.release;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The last time that a release was withdrawn or restored.
 *
 * @param since when it was: the visit that completed the evidence, or that found the page again
 * @param evidence why it counts as withdrawn; empty exactly if it was restored
 */
public record Standing(Instant since, Optional<Withdrawal> evidence) {
    public Standing {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(evidence, "evidence");
    }
}
