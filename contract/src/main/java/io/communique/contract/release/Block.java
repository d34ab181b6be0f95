package io.communique.contract.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * One part of the body, in reading order; blocks do not overlap.
 *
 * @param kind what it is
 * @param marker the mark that it begins with, as written ({@code 1.}, {@code °}, {@code ※}, {@code 가.}) or as a browser draws it before
 *     the item of a list ({@code 1.}, {@code a.}, {@code -}); empty if it has none
 * @param level depth of a heading, a list item or a paragraph with a marker, 1 for the outermost; 1 for everything else
 * @param start first UTF-16 code unit in the body, the marker included
 * @param end one past the last
 */
public record Block(Kind kind, Optional<String> marker, int level, int start, int end) {
    public Block {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(marker, "marker");
        Checks.requireSpan(start, end);
        if (level < 1) {
            throw new IllegalArgumentException("level must be at least 1: " + level);
        }
    }

    /** What a block is. */
    public enum Kind {
        @JsonProperty("paragraph")
        PARAGRAPH,
        @JsonProperty("heading")
        HEADING,
        @JsonProperty("list-item")
        LIST_ITEM,
        @JsonProperty("quote")
        QUOTE,
        @JsonProperty("table-row")
        TABLE_ROW,
        @JsonProperty("caption")
        CAPTION,
        /** An aside about the text, such as "unofficial translation". */
        @JsonProperty("note")
        NOTE
    }
}
