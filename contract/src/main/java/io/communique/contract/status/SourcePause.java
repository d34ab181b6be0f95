package io.communique.contract.status;

import java.time.Instant;
import java.util.Objects;

/**
 * An operator's word that a source is to be left alone. It holds from the moment it is on the topic, and until a tombstone takes its place.
 *
 * @param schema always {@value #SCHEMA}
 * @param source id of the source; the record's key
 * @param reason why, in words; never blank
 * @param since when it was said
 */
public record SourcePause(String schema, String source, String reason, Instant since) {
    /** Name and version of this record's form. */
    public static final String SCHEMA = "source-pause/1";

    public SourcePause {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ": " + schema);
        }
        if (source.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a pause names a source and says why");
        }
        Objects.requireNonNull(since, "since");
    }
}
