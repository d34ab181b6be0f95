package io.communique.bench.train;

import io.communique.enrich.strip.BlockModel;
import io.communique.enrich.strip.BlockSample;
import io.communique.enrich.strip.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Learns the block classifier from labelled pages. */
final class Learner {
    private static final int FIRST_TREES = 90;
    private static final int FIRST_LEAVES = 31;
    private static final int SECOND_TREES = 110;
    private static final int SECOND_LEAVES = 31;
    private static final double RATE = 0.1;
    private static final long SEED = 7;
    /** Where a stage that has not seen a page differs so much from its labels, the labels are the likelier to be wrong. */
    private static final double AGREEMENT_MIN = 0.7;

    private Learner() {}

    /** The first stage: lexicons and trees that look at a block alone. */
    record First(LexiconCounts words, LexiconCounts names, TreeEnsemble trees) {
        float[][] rows(LearningPage page) {
            return page.sample().alone(words.all(), names.all());
        }

        double[] likely(float[][] rows) {
            return trees.probabilities(rows);
        }
    }

    static First learnFirst(List<LearningPage> pages) {
        LexiconCounts words = new LexiconCounts();
        LexiconCounts names = new LexiconCounts();
        for (LearningPage page : pages) {
            count(page, words, names);
        }
        Boosting.Table table = new Boosting.Table();
        for (LearningPage page : pages) {
            String site = page.gold().site();
            float[][] rows = page.sample().alone(words.without(site), names.without(site));
            add(table, page, rows, IntStream.range(0, rows.length).toArray());
        }
        return new First(words, names, Boosting.learn(table, FIRST_TREES, FIRST_LEAVES, RATE, SEED));
    }

    private static void count(LearningPage page, LexiconCounts words, LexiconCounts names) {
        String site = page.gold().site();
        double[] text = new double[page.blocks().size()];
        double[] all = new double[page.blocks().size()];
        for (int i = 0; i < text.length; i++) {
            if (page.isLabelled(i)) {
                boolean isText = page.isText(i);
                page.sample().forWords(i, token -> words.add(site, token, isText));
                all[i] = page.words(i);
                text[i] = isText ? all[i] : 0;
            }
        }
        double[] textBelow = page.sample().sums(text);
        double[] allBelow = page.sample().sums(all);
        for (int element = 0; element < allBelow.length; element++) {
            if (allBelow[element] > 0) {
                boolean isText = textBelow[element] > allBelow[element] / 2;
                page.sample().forNames(element, token -> names.add(site, token, isText));
            }
        }
    }

    /** Adds what is labelled of the blocks {@code of} which there are {@code rows}. */
    private static void add(Boosting.Table table, LearningPage page, float[][] rows, int[] of) {
        for (int k = 0; k < rows.length; k++) {
            if (page.isLabelled(of[k])) {
                table.add(rows[k], page.isText(of[k]), page.weight(of[k]));
            }
        }
    }

    /** A page with what a first stage that has not seen it says of it. */
    static final class Judged {
        private final LearningPage page;
        private final float[][] rows;
        private final double[] likely;

        Judged(First first, LearningPage page) {
            this.page = page;
            this.rows = first.rows(page);
            this.likely = first.likely(rows);
        }

        LearningPage page() {
            return page;
        }

        /** Gold texts that stop in the middle of an article teach that its second half is furniture. */
        boolean isCredible() {
            return page.isLearnable() && page.agreement(likely) >= AGREEMENT_MIN;
        }

        int[] doubtful() {
            return BlockSample.doubtful(likely);
        }

        float[][] inContext() {
            return page.sample().inContext(rows, likely, doubtful());
        }
    }

    static TreeEnsemble learnSecond(List<Judged> pages) {
        Boosting.Table table = new Boosting.Table();
        for (Judged judged : pages) {
            add(table, judged.page(), judged.inContext(), judged.doubtful());
        }
        return Boosting.learn(table, SECOND_TREES, SECOND_LEAVES, RATE, SEED + 1);
    }

    /**
     * Learns both stages. The second learns from what first stages said of pages that they had not seen: of its own pages a stage is too
     * sure.
     *
     * @param parts the pages, cut so that no part shares a site or a text with another
     */
    static Learnt learn(List<List<LearningPage>> parts) {
        List<Judged> judged = new ArrayList<>();
        for (List<LearningPage> part : parts) {
            List<LearningPage> others = new ArrayList<>();
            parts.stream().filter(other -> other != part).forEach(others::addAll);
            others.removeIf(page -> !page.isLearnable());
            First first = learnFirst(others);
            part.forEach(page -> judged.add(new Judged(first, page)));
        }
        judged.removeIf(page -> !page.isCredible());
        List<LearningPage> credible = judged.stream().map(Judged::page).toList();
        return new Learnt(learnFirst(credible), learnSecond(judged));
    }

    /** What was learnt, with all that its file needs. */
    record Learnt(First first, TreeEnsemble second) {
        BlockModel model() {
            return new BlockModel(first.words().table(), first.names().table(), first.trees(), second);
        }
    }
}
