package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article among a page's blocks.
 *
 * <p>Every block earns or costs: running text earns, links and furniture cost. An element is worth the sum of the blocks inside it, so
 * going up the tree pays as long as it gathers text and stops paying when it gathers menus; the element worth most is the region. That
 * makes the choice coherent without any list of sites.
 */
public final class RegionFinder {
    /** A block below this is a label, a heading or a menu entry rather than a sentence. */
    private static final double SENTENCE = 25;
    /** One very long block must not outvote everything else on the page. */
    private static final double EARNED_MAX = 800;

    private static final double LINK_DENSITY_MAX = 0.5;

    private RegionFinder() {}

    /** Returns where the article is on {@code page}. */
    public static Region find(Document page, List<TextBlock> blocks) {
        Region region = find(page, blocks, true);
        if (region.weight() >= SENTENCE) {
            return region;
        }
        // Some templates call the article itself a side bar or a menu page; then names are no guide.
        return find(page, blocks, false);
    }

    private static Region find(Document page, List<TextBlock> blocks, boolean trustNames) {
        Map<Element, Double> worth = new HashMap<>();
        for (TextBlock block : blocks) {
            double value = worth(block, trustNames);
            for (Element at = block.element(); at != null; at = at.parent()) {
                worth.merge(at, value, Double::sum);
            }
        }
        Element container = best(page, blocks, worth);
        return region(container, blocks, trustNames);
    }

    /** The deepest of those worth most: walking up from each block meets children before parents. */
    private static Element best(Document page, List<TextBlock> blocks, Map<Element, Double> worth) {
        Element best = page.body();
        double most = Double.NEGATIVE_INFINITY;
        Map<Element, Boolean> seen = new HashMap<>();
        for (TextBlock block : blocks) {
            for (Element at = block.element(); at != null && seen.put(at, true) == null; at = at.parent()) {
                double value = worth.getOrDefault(at, 0.0) + bonus(at);
                if (value > most) {
                    most = value;
                    best = at;
                }
            }
        }
        return best;
    }

    private static double bonus(Element at) {
        if (at.attr("itemprop").equals("articleBody")) {
            return 120;
        }
        return at.normalName().equals("article") || at.normalName().equals("main") ? 40 : 0;
    }

    private static double worth(TextBlock block, boolean trustNames) {
        double weight = block.weight();
        if ((trustNames && block.furniture()) || NavigationPhrases.matches(block.text())) {
            return -(Math.min(weight, 200) * 0.5 + 10);
        }
        if (block.linkDensity() >= LINK_DENSITY_MAX) {
            return -(Math.min(weight, 120) * 0.6 + 6);
        }
        if (weight < SENTENCE) {
            return -1;
        }
        return Math.min(weight, EARNED_MAX) * (1 - block.linkDensity());
    }

    private static Region region(Element container, List<TextBlock> blocks, boolean trustNames) {
        List<TextBlock> inside = new ArrayList<>();
        int start = blocks.size();
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            if (isInside(block.element(), container) && isText(block, trustNames)) {
                start = Math.min(start, i);
                inside.add(block);
            }
        }
        return new Region(container, Region.trimmed(inside), start);
    }

    private static boolean isInside(Element element, Element container) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.equals(container)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(TextBlock block, boolean trustNames) {
        boolean linkList = block.linkDensity() > 0.8 && block.weight() < 200 && !isSentencePart(block);
        return !(trustNames && block.furniture()) && !linkList && !NavigationPhrases.matches(block.text());
    }

    /** A linked line inside running text: its neighbours in the same element are paragraphs. */
    private static boolean isSentencePart(TextBlock block) {
        return block.element().normalName().equals("p") && block.text().matches(".*[.!?。]$");
    }
}
