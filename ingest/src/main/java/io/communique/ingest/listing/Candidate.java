package io.communique.ingest.listing;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A page that a list or feed points to.
 *
 * @param url where to ask for it
 * @param title as listed; empty if the entry has none
 * @param date as written there; empty if none is
 */
public record Candidate(URI url, Optional<String> title, Optional<String> date) {
    public Candidate {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(date, "date");
    }
}
