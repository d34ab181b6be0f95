package io.communique.bench.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Measures what learns from pages on pages that it did not learn from. */
public final class CrossValidation {
    /** Two pages that share a run of this many words hold the same text, or part of it. */
    private static final int SHARED_WORDS = 8;

    private CrossValidation() {}

    /** Makes a peer from labelled pages. */
    @FunctionalInterface
    public interface Trainer {
        /** Returns what was learnt from {@code pages}, their labels included. */
        Peer train(List<GoldPage> pages);
    }

    /**
     * One part of the data held back from the rest.
     *
     * @param train pages to learn from
     * @param test pages to measure on; none shares its site or a run of text with a page of {@code train}
     */
    public record Fold(List<GoldPage> train, List<GoldPage> test) {
        public Fold {
            train = List.copyOf(train);
            test = List.copyOf(test);
        }
    }

    /** Trains on each fold's pages and scores the others; returns a score for each of {@code pages}, in the order of the folds. */
    public static List<PageScore> score(List<GoldPage> pages, int folds, long seed, Trainer trainer) {
        List<PageScore> scores = new ArrayList<>();
        for (Fold fold : folds(pages, folds, seed)) {
            Peer peer = trainer.train(fold.train());
            fold.test().forEach(page -> scores.add(PageScore.of(page, peer.extract(page))));
        }
        return scores;
    }

    /**
     * Cuts {@code pages} into folds of nearly equal size. Pages of one site, and pages with a run of text in common, fall into one fold.
     *
     * @param seed the same seed gives the same folds
     */
    public static List<Fold> folds(List<GoldPage> pages, int folds, long seed) {
        List<List<GoldPage>> parts = new ArrayList<>();
        for (int i = 0; i < folds; i++) {
            parts.add(new ArrayList<>());
        }
        List<List<GoldPage>> groups = groups(pages);
        Collections.shuffle(groups, new Random(seed));
        groups.sort((a, b) -> b.size() - a.size());
        for (List<GoldPage> group : groups) {
            parts.stream().min((a, b) -> a.size() - b.size()).orElseThrow().addAll(group);
        }
        return parts.stream().map(part -> fold(parts, part)).toList();
    }

    private static Fold fold(List<List<GoldPage>> parts, List<GoldPage> test) {
        List<GoldPage> train = new ArrayList<>();
        for (List<GoldPage> part : parts) {
            if (part != test) {
                train.addAll(part);
            }
        }
        return new Fold(train, test);
    }

    /** Pages that must stay together: union-find over sites and runs of words. */
    private static List<List<GoldPage>> groups(List<GoldPage> pages) {
        int[] parent = new int[pages.size()];
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (String key : keys(pages.get(i))) {
                Integer other = first.putIfAbsent(key, i);
                if (other != null) {
                    parent[root(parent, i)] = root(parent, other);
                }
            }
        }
        Map<Integer, List<GoldPage>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), root -> new ArrayList<>()).add(pages.get(i));
        }
        return new ArrayList<>(groups.values());
    }

    private static int root(int[] parent, int at) {
        int root = at;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private static List<String> keys(GoldPage page) {
        List<String> keys = new ArrayList<>();
        keys.add("site " + page.site());
        List<String> words = Words.of(page.text());
        for (int i = 0; i + SHARED_WORDS <= words.size(); i++) {
            keys.add(String.join(" ", words.subList(i, i + SHARED_WORDS)));
        }
        return keys;
    }
}
