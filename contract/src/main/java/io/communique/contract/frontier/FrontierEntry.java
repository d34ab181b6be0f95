package io.communique.contract.frontier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.RawPage;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What ingest remembers of one address between visits.
 *
 * @param schema always {@value #SCHEMA}
 * @param url canonical address; the record's key
 * @param requestUrl the address to ask for, as the list gave it
 * @param source id of the source that it belongs to
 * @param kind a list or feed, or a page of its own
 * @param siteId the site's own id of the item; empty if the address shows none, and for lists
 * @param hint what the list said of it
 * @param etag validator of the last full answer; empty if there was none
 * @param lastModified validator of the last full answer; empty if there was none
 * @param sha256 of the last body published; empty if none was yet
 * @param firstSeen when the address was first listed
 * @param lastVisit when it was last asked for; empty if never
 * @param nextVisit when it is due again; empty if no further visit is planned
 * @param failures failed visits in a row
 */
public record FrontierEntry(
        String schema,
        URI url,
        URI requestUrl,
        String source,
        Kind kind,
        Optional<String> siteId,
        ListingHint hint,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<String> sha256,
        Instant firstSeen,
        Optional<Instant> lastVisit,
        Optional<Instant> nextVisit,
        int failures) {
    /** Name and version of this record's form. */
    public static final String SCHEMA = "frontier/1";

    public FrontierEntry {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ": " + schema);
        }
        RawPage.requireCanonical(url);
        RawPage.requireCanonical(requestUrl);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(lastModified, "lastModified");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(firstSeen, "firstSeen");
        Objects.requireNonNull(lastVisit, "lastVisit");
        Objects.requireNonNull(nextVisit, "nextVisit");
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank");
        }
        if (failures < 0) {
            throw new IllegalArgumentException("failures must not be negative: " + failures);
        }
    }

    /** Returns this entry after a visit. */
    public FrontierEntry visited(Instant at, Optional<Instant> next, int failuresInARow) {
        return new FrontierEntry(
                schema,
                url,
                requestUrl,
                source,
                kind,
                siteId,
                hint,
                etag,
                lastModified,
                sha256,
                firstSeen,
                Optional.of(at),
                next,
                failuresInARow);
    }

    /** Returns this entry with what the last full answer said of itself. */
    public FrontierEntry answered(
            Optional<String> newEtag, Optional<String> newLastModified, Optional<String> newSha256) {
        return new FrontierEntry(
                schema,
                url,
                requestUrl,
                source,
                kind,
                siteId,
                hint,
                newEtag,
                newLastModified,
                newSha256,
                firstSeen,
                lastVisit,
                nextVisit,
                failures);
    }

    /** Returns this entry with no further visit planned. */
    public FrontierEntry resting() {
        return new FrontierEntry(
                schema,
                url,
                requestUrl,
                source,
                kind,
                siteId,
                hint,
                etag,
                lastModified,
                sha256,
                firstSeen,
                lastVisit,
                Optional.empty(),
                failures);
    }

    /** What an address leads to. */
    public enum Kind {
        @JsonProperty("listing")
        LISTING,
        @JsonProperty("page")
        PAGE
    }
}
