package io.communique.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.communique.contract.page.Bytes;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Listing;
import io.communique.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The entries of an RSS 2.0, RSS 1.0 (RDF) or Atom feed.
 *
 * <p>Read with jsoup's XML parser: it takes the bytes and so the encoding that the XML declaration names, it is not thrown by a stray
 * ampersand or an undeclared entity as a strict parser is, and it knows no external entities and no DTD at all.
 */
public final class Feed {
    private static final int ENTRIES_MAX = 2_000;
    private static final int SNIFFED_BYTES = 1_000;
    private static final Pattern ROOT = Pattern.compile("(?is).{0,900}?<(?:rss|feed|rdf:RDF)[\\s>].*");

    private Feed() {}

    /** Returns whether the bytes begin as a feed does. */
    public static boolean looksLikeOne(Bytes body) {
        byte[] all = body.toArray();
        return ROOT.matcher(new String(all, 0, Math.min(all.length, SNIFFED_BYTES), ISO_8859_1))
                .matches();
    }

    /**
     * Reads a feed's entries, in their order.
     *
     * @param base the address that answered; links are resolved against the feed's own link, then against this
     */
    public static Listing read(Bytes body, URI base) {
        Document feed = parse(body, base);
        URI home = channelLink(feed)
                .flatMap(link -> CanonicalUrl.resolve(base, link))
                .orElse(base);
        List<Candidate> entries = new ArrayList<>();
        for (Element entry : feed.select("item, entry")) {
            if (entries.size() < ENTRIES_MAX) {
                link(entry)
                        .flatMap(link -> CanonicalUrl.resolve(home, link))
                        .ifPresent(url -> entries.add(new Candidate(url, title(entry), date(entry))));
            }
        }
        return Listing.of(Listing.Form.FEED, entries, next(feed, base));
    }

    /** RFC 5005 section 3: a paged feed links the one with older entries. */
    private static Optional<URI> next(Document feed, URI base) {
        return Optional.ofNullable(feed.selectFirst(
                        "feed > link[rel=next], channel > link[rel=next], channel > atom|link[rel=next]"))
                .map(link -> link.attr("href"))
                .filter(href -> !href.isBlank())
                .flatMap(href -> CanonicalUrl.resolve(base, href));
    }

    private static Document parse(Bytes body, URI base) {
        try (InputStream in = body.openStream()) {
            return Jsoup.parse(in, null, base.toString(), Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> channelLink(Document feed) {
        return Optional.ofNullable(feed.selectFirst("channel > link"))
                .map(Element::text)
                .filter(link -> !link.isBlank());
    }

    private static Optional<String> link(Element entry) {
        for (Element link : entry.children()) {
            if (link.normalName().equals("link") && isPage(link)) {
                String target = link.hasAttr("href") ? link.attr("href") : link.text();
                if (!target.isBlank()) {
                    return Optional.of(target.strip());
                }
            }
        }
        return guid(entry);
    }

    /** RFC 4287 section 4.2.7.2: a link without rel is the alternate one, the page itself. */
    private static boolean isPage(Element link) {
        return !link.hasAttr("rel") || link.attr("rel").equals("alternate");
    }

    private static Optional<String> guid(Element entry) {
        return child(entry, "guid")
                .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                .map(Element::text)
                .map(String::strip)
                .filter(guid -> guid.toLowerCase(Locale.ROOT).startsWith("http"));
    }

    /** Titles carry entities twice escaped, or markup; both come out as text. */
    private static Optional<String> title(Element entry) {
        return child(entry, "title")
                .map(title -> Jsoup.parseBodyFragment(title.wholeText()).text().strip())
                .filter(title -> !title.isEmpty());
    }

    private static Optional<String> date(Element entry) {
        return child(entry, "pubdate")
                .or(() -> child(entry, "dc:date"))
                .or(() -> child(entry, "published"))
                .or(() -> child(entry, "updated"))
                .map(Element::text)
                .map(String::strip)
                .filter(date -> !date.isEmpty());
    }

    private static Optional<Element> child(Element entry, String name) {
        return entry.children().stream()
                .filter(child -> child.normalName().equals(name))
                .findFirst();
    }
}
