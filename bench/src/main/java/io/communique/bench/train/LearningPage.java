package io.communique.bench.train;

import io.communique.bench.extraction.GoldPage;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.charset.PageCharset;
import io.communique.enrich.page.PageDocument;
import io.communique.enrich.strip.BlockSample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** A labelled page, cut into blocks that are labelled in turn. */
final class LearningPage {
    /** Where so little of the gold text is on the page at all, a script brings it in, and the labels are wrong. */
    private static final double FOUND_MIN = 0.6;
    /** Shorter texts recur by chance. */
    private static final int REPEATED_WORDS_MIN = 8;

    private final GoldPage gold;
    private final Document document;
    private final List<TextBlock> blocks;
    private final BlockSample sample;
    private final BlockLabels.Labels labels;
    private final double[] shares;

    LearningPage(GoldPage gold) {
        this.gold = gold;
        this.document = PageDocument.of(
                PageCharset.decode(gold.html().toArray(), Optional.empty()).text(), gold.url());
        this.blocks = BlockReader.read(document);
        this.sample = new BlockSample(document, blocks);
        this.labels = BlockLabels.of(blocks, gold);
        this.shares = shares();
    }

    /** Pages for wide and narrow screens in one hold an article twice: both are text, and only one is kept in the end. */
    private double[] shares() {
        double[] shares = labels.shares();
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (labels.words(i) >= REPEATED_WORDS_MIN) {
                best.merge(blocks.get(i).text(), shares[i], Math::max);
            }
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = best.getOrDefault(blocks.get(i).text(), shares[i]);
        }
        return shares;
    }

    GoldPage gold() {
        return gold;
    }

    Document document() {
        return document;
    }

    List<TextBlock> blocks() {
        return blocks;
    }

    BlockSample sample() {
        return sample;
    }

    int words(int block) {
        return labels.words(block);
    }

    double share(int block) {
        return shares[block];
    }

    /** Returns whether the page can be learnt from. */
    boolean isLearnable() {
        return labels.found() >= FOUND_MIN;
    }

    boolean isText(int block) {
        return shares[block] >= 0.5;
    }

    boolean isLabelled(int block) {
        return labels.words(block) > 0;
    }

    /** How much a block counts: each page the same in all, as pages do when extraction is scored, and no block nothing. */
    double weight(int block) {
        double sure = Math.max(0.2, Math.abs(shares[block] - 0.5) * 2);
        return sure * (0.02 + (labels.words(block) + 1.0) / (labels.goldWords() + 60.0)) * 20;
    }

    /** Returns how well probabilities agree with the labels: F1 by words. */
    double agreement(double[] likely) {
        double hits = 0;
        double extra = 0;
        double missed = 0;
        for (int i = 0; i < likely.length; i++) {
            if (isLabelled(i)) {
                double text = shares[i] * words(i);
                hits += likely[i] > 0.5 ? text : 0;
                extra += likely[i] > 0.5 ? words(i) - text : 0;
                missed += likely[i] > 0.5 ? 0 : text;
            }
        }
        return hits == 0 ? 0 : 2 * hits / (2 * hits + extra + missed);
    }
}
