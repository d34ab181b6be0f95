package io.communique.ingest.listing;

import io.communique.contract.page.Bytes;
import io.communique.ingest.api.JsonList;
import io.communique.ingest.feed.Feed;
import io.communique.ingest.sitemap.Sitemap;
import io.communique.ingest.source.SourceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;

/** What a list page, feed, sitemap or JSON answer points to, whichever it is. Pure. */
public final class Candidates {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
    /** Where only feeds and sitemaps live: a web page there is an error page, whatever its status. */
    private static final Pattern FEED_ADDRESS = Pattern.compile(
            "(?i)^[^?#]*(?:\\.(?:xml|rss|rdf|atom|xml\\.gz)|/feed/?|/rss\\.(?:do|aspx|php|jsp))(?:[?#].*)?$");

    private Candidates() {}

    /**
     * Reads one page of a list; its bytes decide what it is, for servers are often wrong about it.
     *
     * @param contentType the header as received; empty if there was none
     * @param base the address that answered
     * @param list what the source says of it; what it does not say is learned
     */
    public static Listing read(Bytes body, Optional<String> contentType, URI base, SourceList list) {
        return read(body, contentType, base, list, Optional.empty());
    }

    /**
     * Reads one page of a list as {@link #read(Bytes, Optional, URI, SourceList)} does.
     *
     * @param parsed the bytes as HTML, if that was made of them before; they are looked at first even so
     */
    public static Listing read(
            Bytes body, Optional<String> contentType, URI base, SourceList list, Optional<Document> parsed) {
        Listing found = any(body, contentType, base, list, parsed);
        return list.rules().keep().map(pattern -> kept(found, pattern)).orElse(found);
    }

    private static Listing any(
            Bytes body, Optional<String> contentType, URI base, SourceList list, Optional<Document> parsed) {
        if (Feed.looksLikeOne(body)) {
            return Feed.read(body, base);
        }
        if (Sitemap.looksLikeOne(body)) {
            return Sitemap.read(body, base);
        }
        if (JsonList.looksLikeOne(body)) {
            return JsonList.read(body, base, list.rules(), html -> page(html, base, list));
        }
        if (list.rules().selectors().isEmpty()
                && FEED_ADDRESS.matcher(list.url().toString()).matches()) {
            return Listing.unreadable(Listing.Form.PAGE, "a web page came where a feed was expected");
        }
        return page(parsed.orElseGet(() -> parse(body, contentType, base)), base, list);
    }

    private static Listing page(Document parsed, URI base, SourceList list) {
        ListPage page = new ListPage(parsed, base, list.rules(), list.year().isPresent());
        List<Candidate> rows = list.rules().selectors().map(page::bySelectors).orElseGet(page::learned);
        return Listing.of(Listing.Form.PAGE, rows, page.next(list.paging().nextSelector()));
    }

    private static Listing kept(Listing found, Pattern keep) {
        return found.withItems(found.items().stream()
                .filter(item -> keep.matcher(item.url().toString()).find())
                .toList());
    }

    /** Parses a page in the encoding that the header names, else the one that the page does. */
    public static Document parse(Bytes body, Optional<String> contentType, URI base) {
        Optional<String> charset =
                contentType.map(CHARSET::matcher).filter(Matcher::find).map(found -> found.group(1));
        try {
            return Jsoup.parse(
                    body.openStream(), charset.filter(Candidates::isKnown).orElse(null), base.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ValidationException e) {
            // Templates nested deeper than the parser goes confuse it (jsoup 1.22): such a page has no rows.
            return Document.createShell(base.toString());
        }
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
