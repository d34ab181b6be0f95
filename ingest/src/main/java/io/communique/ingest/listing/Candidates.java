package io.communique.ingest.listing;

import io.communique.contract.page.Bytes;
import io.communique.ingest.feed.Feed;
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

/** What a list page or feed points to, whichever it is. Pure. */
public final class Candidates {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");

    private Candidates() {}

    /**
     * Reads a list page or a feed; its bytes decide which it is, for servers are often wrong about it.
     *
     * @param contentType the header as received; empty if there was none
     * @param base the address that answered
     * @param selectors where the rows of a list page are; empty to learn them
     * @return in the order of the page; empty if there are none
     */
    public static List<Candidate> read(
            Bytes body, Optional<String> contentType, URI base, Optional<SourceList.Selectors> selectors) {
        if (Feed.looksLikeOne(body)) {
            return Feed.read(body, base);
        }
        ListPage page = new ListPage(parse(body, contentType, base), base);
        return selectors.map(page::bySelectors).orElseGet(page::learned);
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
