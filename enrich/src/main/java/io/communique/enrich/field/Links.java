package io.communique.enrich.field;

import io.communique.contract.release.Link;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** The links inside an article's text. */
public final class Links {
    private static final int LINKS_MAX = 500;
    /** Characters searched for the words of links, over all blocks: thousands of times what a release needs. */
    private static final long SEARCHED_MAX = 50_000_000;

    private Links() {}

    /** Returns the links of {@code article}, each once, in order. */
    public static List<Link> find(List<TextBlock> article) {
        if (article.isEmpty()) {
            return List.of();
        }
        Anchors anchors = new Anchors(article);
        Element first = article.get(0).element();
        first.root().traverse(anchors);

        Set<Link> links = new LinkedHashSet<>();
        long searched = 0;
        for (TextBlock block : article) {
            for (Anchor anchor : anchors.in(block.element())) {
                searched += block.text().length();
                if (links.size() >= LINKS_MAX || searched > SEARCHED_MAX) {
                    return new ArrayList<>(links);
                }
                if (!anchor.text().isEmpty() && block.text().contains(anchor.text())) {
                    String url = anchor.url();
                    if (url.startsWith("http")) {
                        links.add(new Link(url, anchor.text()));
                    }
                }
            }
        }
        return new ArrayList<>(links);
    }

    /** A link of the page. */
    private record Anchor(Element element, String text) {
        String url() {
            return element.attr("abs:href");
        }
    }

    /** All links inside elements with blocks, from one walk: elements share their links with those around them. */
    private static final class Anchors implements NodeVisitor {
        private final List<Anchor> all = new ArrayList<>();
        /** For each element with a block, its first link and one past its last. */
        private final IdentityHashMap<Element, int[]> spans = new IdentityHashMap<>();

        private int open;

        Anchors(List<TextBlock> blocks) {
            for (TextBlock block : blocks) {
                spans.computeIfAbsent(block.element(), element -> new int[2]);
            }
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                int[] span = spans.get(element);
                if (span != null) {
                    span[0] = all.size();
                    open++;
                }
                if (open > 0 && element.normalName().equals("a") && element.hasAttr("href")) {
                    all.add(new Anchor(element, BlockReader.fold(element.text())));
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                int[] span = spans.get(element);
                if (span != null) {
                    span[1] = all.size();
                    open--;
                }
            }
        }

        List<Anchor> in(Element element) {
            int[] span = spans.getOrDefault(element, new int[2]);
            return all.subList(span[0], span[1]);
        }
    }
}
