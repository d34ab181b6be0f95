package io.communique.contract.page;

import java.util.Objects;
import java.util.Optional;

/**
 * What the list page or feed said of an item before its page was fetched.
 *
 * @param title the row's or entry's text; empty if it had none
 * @param date an ISO 8601 date ({@code 2018-05-18}) or date-time with offset; empty if none was given or it could not be read
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
