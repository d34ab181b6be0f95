package io.communique.ingest.listing;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one page of a list says.
 *
 * @param form what its bytes turned out to be
 * @param items in their order
 * @param next what it calls its next page; empty if it names none
 * @param lists further lists that it names, the newest first, as the index of a site's sitemaps does
 * @param trouble why it cannot be read as a list; empty if it can, even if it shows no items
 */
public record Listing(Form form, List<Candidate> items, Optional<URI> next, List<URI> lists, Optional<String> trouble) {
    public Listing {
        items = List.copyOf(items);
        lists = List.copyOf(lists);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(trouble, "trouble");
    }

    /** Returns a list that shows {@code items} and names a next page, if it does. */
    public static Listing of(Form form, List<Candidate> items, Optional<URI> next) {
        return new Listing(form, items, next, List.of(), Optional.empty());
    }

    /** Returns a list that cannot be read. */
    public static Listing unreadable(Form form, String trouble) {
        return new Listing(form, List.of(), Optional.empty(), List.of(), Optional.of(trouble));
    }

    Listing withItems(List<Candidate> kept) {
        return new Listing(form, kept, next, lists, trouble);
    }

    /** What the bytes of a list turned out to be. */
    public enum Form {
        /** RSS, RDF or Atom. */
        FEED,
        /** A sitemap, or an index of sitemaps. */
        SITEMAP,
        /** JSON: a JSON Feed, or the answer of an API. */
        JSON,
        /** A web page. */
        PAGE
    }
}
