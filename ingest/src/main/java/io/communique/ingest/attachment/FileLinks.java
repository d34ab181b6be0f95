package io.communique.ingest.attachment;

import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the files of a release: links outside of menus whose address, text or title ends like a document that can be read. Pure.
 *
 * <p>Simpler than what enrich makes of the same page, and on purpose no part of it: here the question is only what to ask for. A file that is
 * asked for in vain costs a request, one that is not asked for stays {@code not-fetched}.
 */
public final class FileLinks {
    private static final Pattern ENDING =
            Pattern.compile("(?i)\\.(?:hwpx?|pdf|docx|xlsx|pptx|od[tsp]|rtf)(?=$|[?#&\\s)\\]])");
    private static final int LENGTH_MAX = 3_000;

    private FileLinks() {}

    /**
     * Returns the files that {@code page} links, each once, in order.
     *
     * @param page parsed with its own address as base
     * @param max at most this many
     */
    public static List<FileLink> of(Document page, int max) {
        Map<URI, FileLink> files = new LinkedHashMap<>();
        for (Element link : page.select("a[href]")) {
            String address = link.attr("abs:href");
            if (files.size() < max && isFile(link, address)) {
                CanonicalUrl.resolve(URI.create("http://unused.invalid/"), address)
                        .ifPresent(url -> files.putIfAbsent(url, new FileLink(url, address)));
            }
        }
        return new ArrayList<>(files.values());
    }

    private static boolean isFile(Element link, String address) {
        return address.startsWith("http")
                && (ends(address) || ends(link.text()) || ends(link.attr("title")) || ends(link.attr("download")))
                && link.closest("nav, header, footer, aside") == null;
    }

    private static boolean ends(String text) {
        return text.length() <= LENGTH_MAX && ENDING.matcher(text.strip()).find();
    }
}
