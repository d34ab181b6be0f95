package io.communique.contract.page;

import java.util.Objects;
import java.util.Optional;

/**
 * CSS selectors that a source gives for its pages; they win over whatever enrich would find by itself.
 *
 * @param body what holds the text, all elements that match in the order of the page; empty to find it
 * @param title what holds the title; empty to find it
 * @param date what holds the publication date; empty to find it
 * @param drop what is no part of the release wherever it stands; empty for nothing
 */
public record PageSelectors(
        Optional<String> body, Optional<String> title, Optional<String> date, Optional<String> drop) {
    private static final PageSelectors NONE =
            new PageSelectors(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public PageSelectors {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(drop, "drop");
    }

    /** Returns the selectors of a source that gives none. */
    public static PageSelectors none() {
        return NONE;
    }
}
