package io.communique.contract.change;

import java.util.Objects;
import java.util.Optional;

/**
 * A passage that differs between two editions.
 *
 * @param before as it read; empty if the passage is new
 * @param after as it reads; empty if the passage is gone
 */
public record TextChange(Optional<String> before, Optional<String> after) {
    public TextChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a text change has a before or an after");
        }
    }
}
