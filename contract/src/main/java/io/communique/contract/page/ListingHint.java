package io.communique.contract.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the list page or feed said of an item before its page was fetched.
 *
 * @param title the row's or entry's text; empty if it had none
 * @param date as written there, in whatever form; where a row shows only month and day, the year of the heading above stands before it;
 *     empty if there was none
 * @param twins where the same release is in other languages, by BCP 47 tag, as the list or the page itself links it (HTML, {@code hreflang});
 *     twins are releases of their own, linked and never merged. Empty if none is linked; absent in records of before
 */
public record ListingHint(
        Optional<String> title,
        Optional<String> date,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, URI> twins) {
    private static final ListingHint NONE = new ListingHint(Optional.empty(), Optional.empty());

    public ListingHint(Optional<String> title, Optional<String> date, @Nullable Map<String, URI> twins) {
        this.title = Objects.requireNonNull(title, "title");
        this.date = Objects.requireNonNull(date, "date");
        this.twins = twins == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(twins));
    }

    /** Makes a hint that names no twins. */
    public ListingHint(Optional<String> title, Optional<String> date) {
        this(title, date, Map.of());
    }

    /** Returns the hint that says nothing. */
    public static ListingHint none() {
        return NONE;
    }

    /** Returns this hint with the twins that it names and {@code more}; where both name one language, {@code more} wins. */
    public ListingHint withTwins(Map<String, URI> more) {
        Map<String, URI> all = new TreeMap<>(twins);
        all.putAll(more);
        return new ListingHint(title, date, all);
    }
}
