package io.communique.ingest.source;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the items of a list are found; whatever is left empty is learned from the list itself.
 *
 * @param selectors of a list page's rows
 * @param onclick finds an item's number in its {@code onclick}, or in a {@code javascript:} link; its groups fill {@code address}
 * @param address of an item, with {@code {1}}, {@code {2}}, … for the groups of {@code onclick}, or {@code {1}} for what {@link
 *     JsonPointers#url} points to
 * @param json where things stand in a JSON answer
 * @param keep what an item's absolute address must match, such as the folder of releases in a feed about everything
 */
public record ListRules(
        Optional<SourceList.Selectors> selectors,
        Optional<Pattern> onclick,
        Optional<String> address,
        Optional<JsonPointers> json,
        Optional<Pattern> keep) {
    /** Everything is learned. */
    public static final ListRules LEARNED = of(Optional.empty());

    public ListRules {
        Objects.requireNonNull(selectors, "selectors");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(keep, "keep");
        if (onclick.isPresent() && address.isEmpty()) {
            throw new IllegalArgumentException("onclick needs an address, such as https://www.example.gov/view?id={1}");
        }
    }

    /** Returns rules that give selectors at most. */
    public static ListRules of(Optional<SourceList.Selectors> selectors) {
        return new ListRules(selectors, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Where things stand in a JSON answer, as JSON Pointers (RFC 6901). All but {@code items} and {@code next} are read within an item.
     *
     * @param items the array of items; the empty pointer is the whole answer
     * @param url an item's address, absolute or relative to the list's, or what {@link ListRules#address} takes
     * @param title an item's title; empty if there is none
     * @param date an item's date; empty if there is none
     * @param next address of the next page; empty if there is none
     * @param html text that holds the list as HTML, which is then read in the JSON's stead; empty if the items are JSON
     */
    public record JsonPointers(
            String items,
            String url,
            Optional<String> title,
            Optional<String> date,
            Optional<String> next,
            Optional<String> html) {
        public JsonPointers {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(next, "next");
            Objects.requireNonNull(html, "html");
        }
    }
}
