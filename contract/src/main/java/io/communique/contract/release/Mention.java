package io.communique.contract.release;

import java.util.Objects;
import java.util.Optional;

/**
 * One place in the body where an entity is named.
 *
 * @param start first UTF-16 code unit of the name alone, without title
 * @param end one past the last
 * @param text the name as written there
 * @param title the title or role that stands beside the name; empty if none does
 */
public record Mention(int start, int end, String text, Optional<String> title) {
    public Mention {
        Checks.requireSpan(start, end);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(title, "title");
    }
}
