package io.communique.contract.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one source, so that a quiet day can be told from a silent scraper.
 *
 * @param schema always {@value #SCHEMA}
 * @param source id of the source; the record's key
 * @param state how complete what was collected is
 * @param reason why it is not complete, in words; empty exactly if it is
 * @param asOf when this was known
 * @param lastFetch last time that the source's list was read; empty if never
 * @param lastNewRelease last time that it showed something new; empty if never
 * @param cadence usual time between new releases; empty until learned
 * @param expectedNext when the next one is due; empty until the cadence is learned
 * @param counters what was done and dropped since ingest began, by name
 * @param evidence what the state rests on, one observation each, such as an address with what it answered; empty if all is well
 * @param warnings what looks wrong with its pages although they were had, in words: perhaps the site was rebuilt
 */
public record SourceStatus(
        String schema,
        String source,
        State state,
        Optional<String> reason,
        Instant asOf,
        Optional<Instant> lastFetch,
        Optional<Instant> lastNewRelease,
        Optional<Duration> cadence,
        Optional<Instant> expectedNext,
        Map<String, Long> counters,
        List<String> evidence,
        List<String> warnings) {
    /** Name and version of this record's form. */
    public static final String SCHEMA = "source-status/1";

    public SourceStatus {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ": " + schema);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank");
        }
        if (reason.isPresent() == (state == State.COMPLETE)) {
            throw new IllegalArgumentException("a source that is not complete says why, and only then: " + state);
        }
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(lastFetch, "lastFetch");
        Objects.requireNonNull(lastNewRelease, "lastNewRelease");
        Objects.requireNonNull(cadence, "cadence");
        Objects.requireNonNull(expectedNext, "expectedNext");
        counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
        // Absent in records of the first days.
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** Makes a status without evidence and warnings. */
    public SourceStatus(
            String schema,
            String source,
            State state,
            Optional<String> reason,
            Instant asOf,
            Optional<Instant> lastFetch,
            Optional<Instant> lastNewRelease,
            Optional<Duration> cadence,
            Optional<Instant> expectedNext,
            Map<String, Long> counters) {
        this(
                schema,
                source,
                state,
                reason,
                asOf,
                lastFetch,
                lastNewRelease,
                cadence,
                expectedNext,
                counters,
                List.of(),
                List.of());
    }

    /** How complete the collection of a source is. */
    public enum State {
        /** Everything that the source lists was collected. */
        @JsonProperty("complete")
        COMPLETE,
        /** Some of what it lists could not be had. */
        @JsonProperty("partial")
        PARTIAL,
        /** The list could not be read, or nothing came when something was due. */
        @JsonProperty("stale")
        STALE,
        /** The site refuses us. */
        @JsonProperty("blocked")
        BLOCKED,
        /** Somebody paused it. */
        @JsonProperty("paused")
        PAUSED
    }
}
