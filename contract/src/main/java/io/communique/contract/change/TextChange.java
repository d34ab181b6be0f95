package io.communique.contract.change;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A passage that differs between two editions.
 *
 * @param before as it read; empty if the passage is new
 * @param after as it reads; empty if the passage is gone
 * @param words where the words of the two differ, in order; empty if one of them is missing
 */
public record TextChange(Optional<String> before, Optional<String> after, List<WordChange> words) {
    public TextChange {
        // Changes written before there were these have no such member.
        words = words == null ? List.of() : List.copyOf(words);
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a text change has a before or an after");
        }
    }
}
