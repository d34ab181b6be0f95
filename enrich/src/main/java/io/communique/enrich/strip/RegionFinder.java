package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article among a page's blocks: what the classifier holds for text, without what is navigation in so many words, and each text
 * once. Safe to share between threads.
 */
public final class RegionFinder {
    private static final double LIKELY = 0.42;
    /** What a template calls a footer or a menu must look more like text than other blocks do. */
    private static final double DISTRUST = 0.15;
    /** A page whose best blocks are all doubtful is short or odd rather than empty: then the bar is lower, step by step. */
    private static final double[] DOUBTFUL = {0.25, 0.12, 0.06};
    /** Less than this is a label, a heading or a menu entry rather than a text. */
    private static final double TEXT_MIN = 60;
    /** Beyond this a block is not worth more for being longer. */
    private static final double WORTH_MAX = 400;

    private static final double LINKED_MAX = 0.5;
    /** How many blocks away a text goes on. */
    private static final int NEAR = 15;
    /** Shorter lines recur in tables and lists by right. */
    private static final double REPEATED_MIN = 60;
    /** The container holds this share of the article; a stray block must not make it the whole page. */
    private static final double CONTAINED = 0.85;

    private final BlockModel model;

    /** A finder with the model that ships. */
    public RegionFinder() {
        this(BlockModel.shipped());
    }

    public RegionFinder(BlockModel model) {
        this.model = model;
    }

    /** Returns where the article is on {@code page}. */
    public Region find(Document page, List<TextBlock> blocks) {
        if (blocks.isEmpty()) {
            return new Region(page.body(), List.of(), 0);
        }
        Region region = region(page, blocks, agreed(blocks, model.classify(page, blocks)), LIKELY, 0, blocks.size());
        return region.weight() < TEXT_MIN ? doubtful(page, blocks) : region;
    }

    private static double[] agreed(List<TextBlock> blocks, double[] likely) {
        return Gaps.closed(blocks, ListVerdict.agreed(blocks, likely, LIKELY), LIKELY);
    }

    /** A page without a clear text is worth a closer look at every block. */
    private Region doubtful(Document page, List<TextBlock> blocks) {
        double[] likely = agreed(blocks, model.classifyClosely(page, blocks));
        Region region = region(page, blocks, likely, LIKELY, 0, blocks.size());
        for (int i = 0; i < DOUBTFUL.length && region.weight() < TEXT_MIN; i++) {
            region = region(page, blocks, likely, DOUBTFUL[i], 0, blocks.size());
        }
        return region.weight() < TEXT_MIN ? aroundBest(page, blocks, likely, region) : region;
    }

    /** Of a page that looks like furniture all over, the block that does so least, if it is running text, and what is like it near by. */
    private static Region aroundBest(Document page, List<TextBlock> blocks, double[] likely, Region otherwise) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < likely.length; i++) {
            TextBlock block = blocks.get(i);
            double worth = likely[i] * Math.min(block.weight(), WORTH_MAX);
            if (worth > most && block.weight() >= TEXT_MIN && block.linkDensity() < LINKED_MAX && !block.furniture()) {
                best = i;
                most = worth;
            }
        }
        if (best < 0) {
            return otherwise;
        }
        int from = Math.max(0, best - NEAR);
        int to = Math.min(blocks.size(), best + NEAR + 1);
        return region(page, blocks, likely, likely[best] / 2, from, to);
    }

    private static Region region(Document page, List<TextBlock> blocks, double[] likely, double bar, int from, int to) {
        List<TextBlock> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = from; i < to; i++) {
            TextBlock block = blocks.get(i);
            if (likely[i] >= bar + (block.furnitureByName() ? DISTRUST : 0)
                    && !block.repeated()
                    && !NavigationPhrases.matches(block.text())
                    && !ReadAlso.matches(block)
                    && (block.weight() < REPEATED_MIN || seen.add(block.text()))) {
                kept.add(block);
            }
        }
        List<TextBlock> text = Region.trimmed(kept);
        int start = text.isEmpty() ? blocks.size() : blocks.indexOf(text.get(0));
        List<TextBlock> points = text.isEmpty() ? List.of() : KeyPoints.over(blocks, likely, start);
        if (!points.isEmpty()) {
            text = new ArrayList<>(text);
            text.addAll(0, points);
            start = blocks.indexOf(points.get(0));
        }
        return new Region(text.isEmpty() ? page.body() : container(text), text, start);
    }

    /** The deepest element that holds most of the text. */
    private static Element container(List<TextBlock> text) {
        IdentityHashMap<Element, Double> held = new IdentityHashMap<>();
        double all = 0;
        for (TextBlock block : text) {
            all += block.weight();
            int depth = 0;
            for (Element at = block.element(); at != null && depth < BlockTree.DEPTH_MAX; at = at.parent(), depth++) {
                held.merge(at, block.weight(), Double::sum);
            }
        }
        for (TextBlock block : text) {
            int depth = 0;
            for (Element at = block.element(); at != null && depth < BlockTree.DEPTH_MAX; at = at.parent(), depth++) {
                if (held.getOrDefault(at, 0.0) >= all * CONTAINED) {
                    return at;
                }
            }
        }
        return text.get(0).element();
    }
}
