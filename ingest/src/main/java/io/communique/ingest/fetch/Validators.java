package io.communique.ingest.fetch;

import java.util.Objects;
import java.util.Optional;

/**
 * What makes a request conditional (RFC 9110 section 13).
 *
 * @param etag sent back as If-None-Match; empty for none
 * @param lastModified sent back as If-Modified-Since; empty for none
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public Validators {
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(lastModified, "lastModified");
    }

    /** Returns what makes a request unconditional. */
    public static Validators none() {
        return new Validators(Optional.empty(), Optional.empty());
    }
}
