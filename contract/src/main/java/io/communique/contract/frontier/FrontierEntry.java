package io.communique.contract.frontier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.communique.contract.page.AttachedTo;
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
 * @param kind a list or feed, a page of its own, or a file attached to one
 * @param siteId the site's own id of the item; empty if the address shows none, and for lists
 * @param hint what the list said of it
 * @param etag validator of the last full answer; empty if there was none, and for a page whose text is in a nested frame
 * @param lastModified validator of the last full answer; empty if there was none, and for a page whose text is in a nested frame
 * @param sha256 of the last body published; empty if none was yet
 * @param firstSeen when the address was first listed
 * @param lastVisit when it was last asked for; empty if never
 * @param nextVisit when it is due again; empty if no further visit is planned
 * @param failures failed visits in a row
 * @param attached where a file is attached, {@code siteId} then being the release's; empty exactly if this is no file
 * @param absence evidence that the page is there no longer; empty while it is
 * @param habit of a list; empty for what is none, and until it was read
 * @param fillsGapOf when the gap was found that this address is asked for to fill, in the slow lane: a list once, a page as long as it is known; empty for what is watched live
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
        int failures,
        Optional<AttachedTo> attached,
        Optional<Absence> absence,
        Optional<Habit> habit,
        Optional<Instant> fillsGapOf) {
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
        Objects.requireNonNull(absence, "absence");
        Objects.requireNonNull(habit, "habit");
        Objects.requireNonNull(fillsGapOf, "fillsGapOf");
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank");
        }
        if (attached.isPresent() != (kind == Kind.FILE)) {
            throw new IllegalArgumentException("a file is attached to a page, nothing else is: " + url);
        }
        if (failures < 0) {
            throw new IllegalArgumentException("failures must not be negative: " + failures);
        }
    }

    /** Makes an entry of the live lane without evidence of absence and without a habit. */
    public FrontierEntry(
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
            int failures,
            Optional<AttachedTo> attached) {
        this(
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
                nextVisit,
                failures,
                attached,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns this entry after a visit. */
    public FrontierEntry visited(Instant at, Optional<Instant> next, int failuresInARow) {
        return with(etag, lastModified, sha256, Optional.of(at), next, failuresInARow, absence, habit, fillsGapOf);
    }

    /** Returns this entry with what the last full answer said of itself. */
    public FrontierEntry answered(
            Optional<String> newEtag, Optional<String> newLastModified, Optional<String> newSha256) {
        return with(newEtag, newLastModified, newSha256, lastVisit, nextVisit, failures, absence, habit, fillsGapOf);
    }

    /** Returns this entry, to be visited next as planned here; empty for not at all. */
    public FrontierEntry due(Optional<Instant> next) {
        return with(etag, lastModified, sha256, lastVisit, next, failures, absence, habit, fillsGapOf);
    }

    /** Returns this entry with other evidence of absence, or with none. */
    public FrontierEntry absent(Optional<Absence> evidence) {
        return with(etag, lastModified, sha256, lastVisit, nextVisit, failures, evidence, habit, fillsGapOf);
    }

    /** Returns this entry with another habit. */
    public FrontierEntry habitual(Habit known) {
        return with(
                etag, lastModified, sha256, lastVisit, nextVisit, failures, absence, Optional.of(known), fillsGapOf);
    }

    /** Returns this entry in the slow lane. */
    public FrontierEntry filling(Instant gapFoundAt) {
        return with(
                etag, lastModified, sha256, lastVisit, nextVisit, failures, absence, habit, Optional.of(gapFoundAt));
    }

    /** Returns this entry watched live again. */
    public FrontierEntry filled() {
        return with(etag, lastModified, sha256, lastVisit, nextVisit, failures, absence, habit, Optional.empty());
    }

    private FrontierEntry with(
            Optional<String> newEtag,
            Optional<String> newLastModified,
            Optional<String> newSha256,
            Optional<Instant> newLastVisit,
            Optional<Instant> newNextVisit,
            int newFailures,
            Optional<Absence> newAbsence,
            Optional<Habit> newHabit,
            Optional<Instant> newFillsGapOf) {
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
                newLastVisit,
                newNextVisit,
                newFailures,
                attached,
                newAbsence,
                newHabit,
                newFillsGapOf);
    }

    /** Returns what to remember of the same page under another address, never asked for so far. */
    public FrontierEntry under(URI key, URI toAskFor, Optional<String> idThere) {
        return new FrontierEntry(
                schema,
                key,
                toAskFor,
                source,
                kind,
                idThere,
                hint,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                firstSeen,
                Optional.empty(),
                Optional.empty(),
                0,
                attached,
                Optional.empty(),
                Optional.empty(),
                fillsGapOf);
    }

    /** Returns this entry with no further visit planned. */
    public FrontierEntry resting() {
        return due(Optional.empty());
    }

    /** What an address leads to. */
    public enum Kind {
        @JsonProperty("listing")
        LISTING,
        @JsonProperty("page")
        PAGE,
        @JsonProperty("file")
        FILE
    }
}
