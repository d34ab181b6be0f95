package io.communique.ingest.listing;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page that a list or feed points to.
 *
 * @param url where to ask for it
 * @param title as listed; empty if the entry has none
 * @param date as written there; empty if none is
 * @param twins addresses of the same release in other languages, by BCP 47 tag; empty if the entry names none
 */
public record Candidate(URI url, Optional<String> title, Optional<String> date, Map<String, URI> twins) {
    public Candidate {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(date, "date");
        twins = Collections.unmodifiableSortedMap(new TreeMap<>(twins));
    }

    /** Makes a candidate without twins. */
    public Candidate(URI url, Optional<String> title, Optional<String> date) {
        this(url, title, date, Map.of());
    }
}
