package io.communique.ingest.listing;

import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The same release in other languages, as its page links it: {@code <link rel=alternate hreflang=…>} (HTML, link type alternate). */
public final class PageTwins {
    private static final int TWINS_MAX = 50;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}");

    private PageTwins() {}

    /**
     * Returns addresses by BCP 47 tag, the page's own address left out.
     *
     * @param url the address that answered
     */
    public static Map<String, URI> of(Document page, URI url) {
        Map<String, URI> twins = new TreeMap<>();
        for (Element link :
                page.select("link[rel~=(?i)alternate][hreflang][href], a[rel~=(?i)alternate][hreflang][href]")) {
            String language = link.attr("hreflang").strip();
            if (LANGUAGE.matcher(language).matches() && twins.size() < TWINS_MAX) {
                CanonicalUrl.resolve(url, link.attr("href"))
                        .filter(twin -> !twin.equals(url))
                        .ifPresent(twin -> twins.putIfAbsent(language, twin));
            }
        }
        return twins;
    }
}
