package io.communique.ingest.answer;

import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A redirect that is written into the page instead of the answer's head (hazard C13). */
public final class MetaRefresh {
    /** What waits longer is a slide show, or a page that renews itself. */
    private static final int SECONDS_MAX = 5;
    /** A page that has something to say is read, wherever it would lead; in Latin letters. */
    private static final int TEXT_MAX = 300;

    private static final Pattern CONTENT = Pattern.compile(
            "(?i)\\s*(\\d{1,4})(?:\\.\\d*)?\\s*[;,]\\s*(?:url\\s*=\\s*)?['\"]?\\s*([^'\"\\s]{1,2000}).*");

    private MetaRefresh() {}

    /**
     * Returns where {@code page} sends its reader at once.
     *
     * @param letters that the page shows outside of links and menus
     * @param address of the page
     */
    public static Optional<URI> of(Document page, int letters, URI address) {
        if (letters > TEXT_MAX) {
            return Optional.empty();
        }
        for (Element meta : page.select("meta[http-equiv][content]")) {
            Matcher content = CONTENT.matcher(meta.attr("content"));
            if (meta.attr("http-equiv").strip().equalsIgnoreCase("refresh")
                    && content.matches()
                    && Integer.parseInt(content.group(1)) < SECONDS_MAX) {
                return CanonicalUrl.resolve(address, content.group(2)).filter(target -> !target.equals(address));
            }
        }
        return Optional.empty();
    }
}
