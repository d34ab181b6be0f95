package io.communique.enrich.field;

import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.Region;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * Where a document that is cut into pages goes on.
 *
 * <p>A link of {@code rel=next}, or one that says "next", mostly leads to another article. So the address must be this page's own, one page on:
 * its path with {@code /2} or {@code /page/2} behind it, or its query with {@code page=2} in it and nothing else changed; and the link must
 * stand in the article, right below it, or in the head of the page.
 */
public final class Continuation {
    /** How many blocks below the article the links to its pages may stand; a list with links of its own lies further off. */
    private static final int BLOCKS_BELOW = 3;

    private static final int LINKS_MAX = 2_000;
    private static final int DIGITS_MAX = 4;

    private static final Set<String> PAGE_PARAMETERS = Set.of(
            "page", "p", "pg", "pn", "pageno", "pagenum", "page_no", "seite", "pagina", "página", "strana", "part");
    private static final Set<String> PAGE_SEGMENTS = Set.of("page", "p", "seite", "pagina", "part");

    private Continuation() {}

    /**
     * Returns the absolute address of the page after {@code page}; empty if the document ends here, or begins and ends.
     *
     * @param own address that the page was read at
     * @param region where its article stands
     * @param blocks of the page
     */
    public static Optional<String> find(Document page, URI own, Region region, List<TextBlock> blocks) {
        Optional<Numbered> here = Numbered.of(own.toString());
        if (here.isEmpty() || region.blocks().isEmpty()) {
            return Optional.empty();
        }
        for (Element link : candidates(page, region, blocks)) {
            String address = hasDigit(link.attr("href")) ? link.absUrl("href") : "";
            boolean isNext = link.attr("rel").toLowerCase(Locale.ROOT).contains("next");
            if (Numbered.of(address)
                    .filter(there -> there.follows(here.get(), isNext))
                    .isPresent()) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    /** Without a number an address leads to no page of a document, and need not be made whole. */
    private static boolean hasDigit(String address) {
        return address.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static List<Element> candidates(Document page, Region region, List<TextBlock> blocks) {
        Links links = new Links();
        for (Element link : page.head().getElementsByTag("link")) {
            if (link.attr("rel").equalsIgnoreCase("next")) {
                links.found.add(link);
            }
        }
        for (TextBlock block : region.blocks()) {
            links.in(block);
        }
        TextBlock last = region.blocks().get(region.blocks().size() - 1);
        int end = blocks.lastIndexOf(last) + 1;
        for (int i = end; i < Math.min(blocks.size(), end + BLOCKS_BELOW); i++) {
            links.in(blocks.get(i));
        }
        return links.found;
    }

    /** Links of blocks, each element looked through once. */
    private static final class Links implements NodeFilter {
        private final List<Element> found = new ArrayList<>();
        private final IdentityHashMap<Element, Boolean> seen = new IdentityHashMap<>();
        private int nodes;

        void in(TextBlock block) {
            if (block.links() > 0 && seen.put(block.element(), true) == null) {
                block.element().filter(this);
            }
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (found.size() >= LINKS_MAX || ++nodes > 100 * LINKS_MAX) {
                return FilterResult.STOP;
            }
            if (node instanceof Element element && element.normalName().equals("a") && element.hasAttr("href")) {
                found.add(element);
            }
            return FilterResult.CONTINUE;
        }
    }

    /**
     * An address, and which page of its document it is.
     *
     * @param whole the address without query parameters that number a page
     * @param document the same without what numbers it in the path
     * @param page empty if the address has no number
     * @param inWords whether the number stands behind a word or a parameter that says so; otherwise it may be anything
     */
    private record Numbered(String whole, String document, Optional<Integer> page, boolean inWords) {
        private static final int ADDRESS_MAX = 2_000;

        static Optional<Numbered> of(String address) {
            if (address.length() > ADDRESS_MAX) {
                return Optional.empty();
            }
            try {
                URI uri = new URI(address.strip().replace(" ", "%20"));
                return uri.getHost() == null || uri.getRawPath() == null ? Optional.empty() : Optional.of(of(uri));
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }

        private static Numbered of(URI uri) {
            Map<String, String> query = new TreeMap<>();
            Optional<Integer> page = Optional.empty();
            String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            for (String parameter : raw.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                Optional<Integer> number =
                        PAGE_PARAMETERS.contains(name.toLowerCase(Locale.ROOT)) ? number(value) : Optional.empty();
                if (number.isPresent()) {
                    page = number;
                } else {
                    query.put(name, value);
                }
            }
            String site = uri.getHost().toLowerCase(Locale.ROOT);
            String path = withoutSlash(uri.getRawPath());
            String whole = site + path + "?" + query;
            return page.isPresent() ? new Numbered(whole, whole, page, true) : inPath(site, path, "?" + query, whole);
        }

        private static Numbered inPath(String site, String path, String query, String whole) {
            int slash = path.lastIndexOf('/');
            Optional<Integer> page = number(path.substring(slash + 1));
            if (page.isEmpty()) {
                return new Numbered(whole, whole, page, false);
            }
            String before = path.substring(0, slash);
            String word = before.substring(before.lastIndexOf('/') + 1);
            boolean inWords = PAGE_SEGMENTS.contains(word.toLowerCase(Locale.ROOT));
            String document = inWords ? withoutSlash(before.substring(0, before.length() - word.length())) : before;
            return new Numbered(whole, site + document + query, page, inWords);
        }

        /**
         * Returns whether this is the page after {@code before}.
         *
         * @param isNext whether the link says so: some sites count their pages from 0, and the second is {@code page=1}
         */
        boolean follows(Numbered before, boolean isNext) {
            if (page.isEmpty()) {
                return false;
            }
            if (before.page.isPresent() && before.inWords) {
                return inWords && document.equals(before.document) && page.get() == before.page.get() + 1;
            }
            // A number alone at the end of the path is the name of a document: 1511 is another than 1510.
            boolean isSecond = page.get() == 2 || (page.get() == 1 && isNext && inWords);
            return isSecond && document.equals(before.whole);
        }

        private static Optional<Integer> number(String digits) {
            return digits.isEmpty()
                            || digits.length() > DIGITS_MAX
                            || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Optional.empty()
                    : Optional.of(Integer.valueOf(digits));
        }

        private static String withoutSlash(String path) {
            return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }
    }
}
