package io.communique.contract.page;

import java.util.Objects;
import java.util.Optional;

/**
 * What the list page or feed said of an item before its page was fetched.
 *
 * @param title the row's or entry's text; empty if it had none
 * @param date as written there, in whatever form; where a row shows only month and day, the year of the heading above stands before it;
 *     empty if there was none
 */
public record ListingHint(Optional<String> title, Optional<String> date) {
    private static final ListingHint NONE = new ListingHint(Optional.empty(), Optional.empty());

    public ListingHint {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(date, "date");
    }

    /** Returns the hint that says nothing. */
    public static ListingHint none() {
        return NONE;
    }
}
