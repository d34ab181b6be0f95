package io.communique.contract.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON mapper of the project.
 *
 * <p>Writing: components in the order they are declared, absent values as {@code null}, times as ISO 8601, numbers in full.
 * Reading: unknown fields are passed over, so that a reader of version 1 reads what a later writer adds; a missing component that
 * must be there is an error.
 */
public final class Json {
    /** Longest text that is read as one JSON string, in UTF-16 code units: more than any page that ingest lets through. */
    private static final int STRING_LENGTH_MAX = 64 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(STRING_LENGTH_MAX)
                            .build())
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private Json() {}

    /** Returns the mapper; immutable, safe to share between threads. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
