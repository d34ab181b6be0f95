package io.communique.bench.train;

import io.communique.bench.extraction.GoldPage;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which blocks of a page are its main text, found by laying the gold text over them: the longest common runs of words first, each word of
 * the gold text once, so that a teaser or a menu that repeats some words of the article is not taken for it.
 */
final class BlockLabels {
    private static final int RUN_MIN = 3;
    /** Places in the gold text that are tried for one place on the page; words like "of the" occur everywhere. */
    private static final int CANDIDATES_MAX = 40;
    /** How long a page of which only snippets are known is taken to be. */
    private static final int SNIPPETS_PAGE_WORDS = 300;

    private final List<String> page = new ArrayList<>();
    private final List<Integer> blockOf = new ArrayList<>();
    private final List<String> gold = new ArrayList<>();
    /** For each word of the page its place in the gold text; -1 if it has none. */
    private final int[] placed;

    private final boolean[] taken;
    private final int blocks;

    private record Run(int page, int gold, int length) {}

    private BlockLabels(List<TextBlock> blocks, String goldText) {
        for (int i = 0; i < blocks.size(); i++) {
            for (String word : words(blocks.get(i).text())) {
                page.add(word);
                blockOf.add(i);
            }
        }
        gold.addAll(words(goldText));
        placed = new int[page.size()];
        Arrays.fill(placed, -1);
        taken = new boolean[gold.size()];
        this.blocks = blocks.size();
    }

    /** What is known of a page's blocks. */
    static final class Labels {
        private final double[] shares;
        private final int[] words;
        private final int goldWords;
        private final double found;

        private Labels(double[] shares, int[] words, int goldWords, double found) {
            this.shares = shares;
            this.words = words;
            this.goldWords = goldWords;
            this.found = found;
        }

        /** Returns the share of each block's words that are main text; NaN for a block without words. */
        double[] shares() {
            return shares.clone();
        }

        /** Returns how many words a block has. */
        int words(int block) {
            return words[block];
        }

        /** Returns how many words the gold text has. */
        int goldWords() {
            return goldWords;
        }

        /** Returns the share of the gold text's words that are on the page. */
        double found() {
            return found;
        }
    }

    /** Returns the labels of a page: by its whole main text where the set has it, else by what it has of snippets. */
    static Labels of(List<TextBlock> blocks, GoldPage page) {
        return page.hasText() ? ofText(blocks, page.text()) : ofSnippets(blocks, page.with(), page.without());
    }

    /** A block that holds a snippet is known; of all others nothing is, and they have no words. */
    private static Labels ofSnippets(List<TextBlock> blocks, List<String> with, List<String> without) {
        double[] shares = new double[blocks.size()];
        int[] words = new int[blocks.size()];
        for (int i = 0; i < shares.length; i++) {
            String text = blocks.get(i).text();
            boolean wanted = holds(text, with);
            boolean known = wanted || holds(text, without);
            shares[i] = wanted ? 1 : 0;
            words[i] = known ? words(text).size() : 0;
        }
        return new Labels(shares, words, SNIPPETS_PAGE_WORDS, 1);
    }

    private static boolean holds(String text, List<String> snippets) {
        return snippets.stream()
                .map(BlockReader::fold)
                .anyMatch(snippet -> !snippet.isEmpty() && text.contains(snippet));
    }

    private static Labels ofText(List<TextBlock> blocks, String goldText) {
        BlockLabels labels = new BlockLabels(blocks, goldText);
        labels.placeRuns();
        labels.placeShortBlocks();
        return labels.labels();
    }

    private void placeRuns() {
        Map<String, List<Integer>> starts = new HashMap<>();
        for (int g = 0; g + RUN_MIN <= gold.size(); g++) {
            starts.computeIfAbsent(gram(gold, g), key -> new ArrayList<>()).add(g);
        }
        PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparingInt((Run run) -> -run.length));
        for (int p = 0; p + RUN_MIN <= page.size(); p++) {
            List<Integer> at = starts.getOrDefault(gram(page, p), List.of());
            for (int k = 0; k < Math.min(at.size(), CANDIDATES_MAX); k++) {
                int g = at.get(k);
                boolean begins = p == 0 || g == 0 || !page.get(p - 1).equals(gold.get(g - 1));
                if (begins) {
                    runs.add(new Run(p, g, length(p, g)));
                }
            }
        }
        while (!runs.isEmpty()) {
            Run run = runs.poll();
            Run free = free(run);
            if (free.length < RUN_MIN) {
                continue;
            }
            if (free.length < run.length) {
                runs.add(free);
                continue;
            }
            for (int k = 0; k < run.length; k++) {
                placed[run.page + k] = run.gold + k;
                taken[run.gold + k] = true;
            }
        }
    }

    private int length(int p, int g) {
        int length = 0;
        while (p + length < page.size()
                && g + length < gold.size()
                && page.get(p + length).equals(gold.get(g + length))) {
            length++;
        }
        return length;
    }

    /** The longest part of a run of which neither side is taken. */
    private Run free(Run run) {
        Run best = new Run(run.page, run.gold, 0);
        int from = 0;
        for (int k = 0; k <= run.length; k++) {
            boolean isFree = k < run.length && placed[run.page + k] < 0 && !taken[run.gold + k];
            if (!isFree) {
                if (k - from > best.length) {
                    best = new Run(run.page + from, run.gold + from, k - from);
                }
                from = k + 1;
            }
        }
        return best;
    }

    /** A block of a word or two counts if the gold text has it between what its neighbours have. */
    private void placeShortBlocks() {
        int before = 0;
        int from = 0;
        while (from < page.size()) {
            int to = from;
            while (to < page.size() && blockOf.get(to).equals(blockOf.get(from))) {
                to++;
            }
            if (isFree(from, to)) {
                int after = nextPlace(to);
                int g = find(from, to, before, Math.min(gold.size(), after));
                for (int k = 0; g >= 0 && k < to - from; k++) {
                    placed[from + k] = g + k;
                    taken[g + k] = true;
                }
            }
            for (int p = from; p < to; p++) {
                before = placed[p] >= 0 ? placed[p] + 1 : before;
            }
            from = to;
        }
    }

    private boolean isFree(int from, int to) {
        for (int p = from; p < to; p++) {
            if (placed[p] >= 0) {
                return false;
            }
        }
        return to - from < RUN_MIN;
    }

    private int nextPlace(int from) {
        for (int p = from; p < page.size(); p++) {
            if (placed[p] >= 0) {
                return placed[p];
            }
        }
        return 0;
    }

    private int find(int from, int to, int start, int end) {
        // Only right behind or just before its neighbours: further away it is a chance meeting.
        for (int g = start; g + (to - from) <= end && g < start + 4; g++) {
            boolean same = true;
            for (int k = 0; k < to - from && same; k++) {
                same = !taken[g + k] && gold.get(g + k).equals(page.get(from + k));
            }
            if (same) {
                return g;
            }
        }
        return -1;
    }

    private Labels labels() {
        double[] hits = new double[blocks];
        int[] words = new int[blocks];
        int found = 0;
        for (int p = 0; p < placed.length; p++) {
            words[blockOf.get(p)]++;
            if (placed[p] >= 0) {
                hits[blockOf.get(p)]++;
                found++;
            }
        }
        double[] share = new double[blocks];
        for (int i = 0; i < blocks; i++) {
            share[i] = words[i] == 0 ? Double.NaN : hits[i] / words[i];
        }
        return new Labels(share, words, gold.size(), gold.isEmpty() ? 0 : (double) found / gold.size());
    }

    private static String gram(List<String> words, int at) {
        return words.get(at) + ' ' + words.get(at + 1) + ' ' + words.get(at + 2);
    }

    /** Runs of letters and digits in lower case; in scripts that write no spaces, every character. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean dense = c >= 0x0e00 && Character.isLetter(c) && (c <= 0x0eff || c >= 0x3040);
            if (Character.isLetterOrDigit(c) && !dense) {
                word.append(Character.toLowerCase(c));
                continue;
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (dense) {
                words.add(String.valueOf(c));
            }
        }
        return words;
    }
}
