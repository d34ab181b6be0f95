package io.communique.enrich.edition;

import io.communique.contract.release.Attachment.Extraction;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is remembered of a file that was read.
 *
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param fetchedAt when they arrived
 * @param extraction what became of its text
 * @param text what it says; empty unless {@code extraction} is ok or partial
 */
public record FileReading(String sha256, Instant fetchedAt, Extraction extraction, Optional<String> text) {
    public FileReading {
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        Objects.requireNonNull(extraction, "extraction");
        Objects.requireNonNull(text, "text");
    }
}
