package io.communique.contract.change;

import java.util.Objects;
import java.util.Optional;

/**
 * A publication date that differs.
 *
 * @param before as {@code published.at} had it; empty if there was none
 * @param after as it has it; empty if there is none
 */
public record DateChange(Optional<String> before, Optional<String> after) {
    public DateChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
