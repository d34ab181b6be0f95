package io.communique.contract.page;

import io.communique.contract.frontier.Absence;
import io.communique.contract.release.Publisher;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The facts about one fetch; they travel as record headers beside the bytes.
 *
 * @param source id of the source that the page belongs to
 * @param publisher who publishes there, so that a record can be understood without the source catalogue; empty if not known
 * @param siteId the site's own id of the item (such as board and number), unique within the source; empty if the address shows none
 * @param requestedUrl the address that was asked for
 * @param finalUrl the address that answered, after redirects
 * @param status HTTP status, 100 to 599
 * @param contentType the header as received; empty if there was none
 * @param fetchedAt when the body had arrived, by the fetcher's clock
 * @param etag the validator as received, quotes and all; empty if there was none
 * @param lastModified the header as received; empty if there was none
 * @param sha256 of the body, 64 lower-case hexadecimal digits
 * @param origin why the page is here
 * @param hint what the list or feed said of it
 * @param attached where the file is attached, if this is no page but a file of a release; then {@code siteId} is the release's
 * @param selectors what the source says of where things stand on its pages
 * @param absence evidence that the page is there no longer; the body is then whatever came in its place, perhaps nothing. Empty for a page
 */
public record PageFacts(
        String source,
        Optional<Publisher> publisher,
        Optional<String> siteId,
        URI requestedUrl,
        URI finalUrl,
        int status,
        Optional<String> contentType,
        Instant fetchedAt,
        Optional<String> etag,
        Optional<String> lastModified,
        String sha256,
        Origin origin,
        ListingHint hint,
        Optional<AttachedTo> attached,
        PageSelectors selectors,
        Optional<Absence> absence) {
    public PageFacts {
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(requestedUrl, "requestedUrl");
        Objects.requireNonNull(finalUrl, "finalUrl");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(lastModified, "lastModified");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(attached, "attached");
        Objects.requireNonNull(selectors, "selectors");
        Objects.requireNonNull(absence, "absence");
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank");
        }
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("status must be from 100 to 599: " + status);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha-256 must be 64 lower-case hexadecimal digits: " + sha256);
        }
    }

    /** Makes the facts of a page that is there. */
    public PageFacts(
            String source,
            Optional<Publisher> publisher,
            Optional<String> siteId,
            URI requestedUrl,
            URI finalUrl,
            int status,
            Optional<String> contentType,
            Instant fetchedAt,
            Optional<String> etag,
            Optional<String> lastModified,
            String sha256,
            Origin origin,
            ListingHint hint,
            Optional<AttachedTo> attached,
            PageSelectors selectors) {
        this(
                source,
                publisher,
                siteId,
                requestedUrl,
                finalUrl,
                status,
                contentType,
                fetchedAt,
                etag,
                lastModified,
                sha256,
                origin,
                hint,
                attached,
                selectors,
                Optional.empty());
    }

    /** Makes the facts of a page whose source gives no selectors. */
    public PageFacts(
            String source,
            Optional<Publisher> publisher,
            Optional<String> siteId,
            URI requestedUrl,
            URI finalUrl,
            int status,
            Optional<String> contentType,
            Instant fetchedAt,
            Optional<String> etag,
            Optional<String> lastModified,
            String sha256,
            Origin origin,
            ListingHint hint) {
        this(
                source,
                publisher,
                siteId,
                requestedUrl,
                finalUrl,
                status,
                contentType,
                fetchedAt,
                etag,
                lastModified,
                sha256,
                origin,
                hint,
                Optional.empty(),
                PageSelectors.none());
    }
}
