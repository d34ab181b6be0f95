package io.communique.contract.release;

import java.time.Instant;
import java.util.Objects;

/**
 * Why a release counts as withdrawn: its page was missing on several visits while its host was otherwise well.
 *
 * @param kind how the page was missing at the last of them: {@code status-404}, {@code status-410}, {@code redirected}, {@code soft-404}
 * @param firstMissed first visit that saw it missing, without a good answer in between
 * @param lastMissed last visit that did
 * @param visits that did, at least 1
 */
public record Withdrawal(String kind, Instant firstMissed, Instant lastMissed, int visits) {
    public Withdrawal {
        Objects.requireNonNull(firstMissed, "firstMissed");
        Objects.requireNonNull(lastMissed, "lastMissed");
        if (kind.isBlank()) {
            throw new IllegalArgumentException("a withdrawal has a kind");
        }
        if (visits < 1) {
            throw new IllegalArgumentException("visits must be at least 1: " + visits);
        }
    }
}
