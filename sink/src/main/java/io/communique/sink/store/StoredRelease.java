package io.communique.sink.store;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A release in short, for lists.
 *
 * @param number grows with each release that is stored for the first time; never changes
 * @param id of the release
 * @param edition the current one
 * @param editions how many are stored
 * @param source id of the source
 * @param title empty if the page names none
 * @param publishedAt as in the record; empty if nobody dated it
 * @param withdrawn whether it is there no longer
 * @param url canonical address
 * @param persons how many are named
 * @param figures how many there are
 */
public record StoredRelease(
        long number,
        String id,
        int edition,
        int editions,
        String source,
        Optional<String> title,
        Optional<String> publishedAt,
        boolean withdrawn,
        URI url,
        int persons,
        int figures) {
    public StoredRelease {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }
}
