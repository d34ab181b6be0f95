package io.communique.ingest.warc;

import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Candidates;
import io.communique.ingest.listing.PageTwins;
import io.communique.ingest.source.Identity;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The releases of an archive, as pages to publish.
 *
 * <p>An archive holds all sorts of pages. A source's are those that one of its lists names, if the archive has that list too, and those in whose
 * addresses its id pattern finds an id. The rest is passed over and counted.
 */
public final class WarcImport {
    private final SourceCatalogue sources;
    private final long bodyBytesMax;
    private final Map<String, Map<URI, ListingHint>> named = new HashMap<>();
    private long published;
    private long passedOver;

    /**
     * Makes an import.
     *
     * @param bodyBytesMax largest page that is taken
     */
    public WarcImport(SourceCatalogue sources, long bodyBytesMax) {
        this.sources = sources;
        this.bodyBytesMax = bodyBytesMax;
    }

    /**
     * Reads a file twice: first its lists, for what they say of pages that may come before them, then its pages.
     *
     * @param publisher takes each page, with origin {@code backfill}
     * @throws IOException if the file cannot be read, or is no WARC file
     */
    public Counts read(Path file, Consumer<RawPage> publisher) throws IOException {
        named.clear();
        published = 0;
        passedOver = 0;
        WarcFile.read(file, bodyBytesMax, this::takeList);
        WarcFile.Passed passed = WarcFile.read(
                file,
                bodyBytesMax,
                answer -> page(answer)
                        .ifPresentOrElse(
                                page -> {
                                    published++;
                                    publisher.accept(page);
                                },
                                () -> passedOver++));
        return new Counts(published, passedOver, passed.unreadable(), passed.tooLarge());
    }

    private void takeList(WarcFile.Archived answer) {
        for (Source source : sources.all()) {
            Optional<SourceList> list = list(source, answer.url());
            if (list.isPresent()) {
                Map<URI, ListingHint> items = named.computeIfAbsent(source.id(), any -> new HashMap<>());
                for (Candidate item : Candidates.read(answer.body(), answer.contentType(), answer.url(), list.get())
                        .items()) {
                    items.put(
                            Identity.of(item.url(), source).key(),
                            new ListingHint(item.title(), item.date(), item.twins()));
                }
            }
        }
    }

    private Optional<RawPage> page(WarcFile.Archived answer) {
        for (Source source : sources.all()) {
            Identity identity = Identity.of(answer.url(), source);
            Optional<ListingHint> hint = Optional.ofNullable(
                    named.getOrDefault(source.id(), Map.of()).get(identity.key()));
            boolean isOne = hint.isPresent()
                    || (source.covers(answer.url()) && identity.siteId().isPresent());
            if (isOne && list(source, answer.url()).isEmpty()) {
                return Optional.of(page(answer, source, identity, hint));
            }
        }
        return Optional.empty();
    }

    private static RawPage page(
            WarcFile.Archived answer, Source source, Identity identity, Optional<ListingHint> listed) {
        ListingHint hint = listed.orElseGet(() -> new ListingHint(answer.title(), answer.date()));
        boolean isHtml = answer.contentType()
                .map(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                .orElse(true);
        PageFacts facts = new PageFacts(
                source.id(),
                source.publisher(),
                identity.siteId(),
                answer.url(),
                answer.url(),
                answer.status(),
                answer.contentType(),
                answer.at(),
                answer.etag(),
                answer.lastModified(),
                answer.body().sha256(),
                Origin.BACKFILL,
                isHtml
                        ? hint.withTwins(PageTwins.of(
                                Candidates.parse(answer.body(), answer.contentType(), answer.url()), answer.url()))
                        : hint,
                Optional.empty(),
                source.selectors());
        return new RawPage(identity.key(), answer.body(), facts);
    }

    private static Optional<SourceList> list(Source source, URI url) {
        return source.lists().stream().filter(list -> list.url().equals(url)).findFirst();
    }

    /**
     * What became of the answers of a file.
     *
     * @param published as pages of a source
     * @param passedOver lists, and answers that are nobody's
     * @param unreadable broken ones
     * @param tooLarge larger than is taken
     */
    public record Counts(long published, long passedOver, long unreadable, long tooLarge) {}
}
