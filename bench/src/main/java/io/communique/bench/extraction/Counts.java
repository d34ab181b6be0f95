package io.communique.bench.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found, what was found wrongly and what was missed.
 *
 * @param hits found and right
 * @param extra found and wrong
 * @param missed right and not found
 */
public record Counts(double hits, double extra, double missed) {
    static final Counts NONE = new Counts(0, 0, 0);

    /** Compares two bags. */
    static Counts of(List<String> gold, List<String> got) {
        Map<String, Integer> open = new HashMap<>();
        gold.forEach(item -> open.merge(item, 1, Integer::sum));
        int hits = 0;
        for (String item : got) {
            int left = open.getOrDefault(item, 0);
            if (left > 0) {
                open.put(item, left - 1);
                hits++;
            }
        }
        return new Counts(hits, got.size() - hits, gold.size() - hits);
    }

    Counts plus(Counts other) {
        return new Counts(hits + other.hits, extra + other.extra, missed + other.missed);
    }

    /** Returns the share of what was found that is right; 0 if nothing was found. */
    public double precision() {
        return hits + extra == 0 ? 0 : hits / (hits + extra);
    }

    /** Returns the share of what is right that was found; 0 if nothing is right. */
    public double recall() {
        return hits + missed == 0 ? 0 : hits / (hits + missed);
    }

    /** Returns the harmonic mean of precision and recall; 0 if both are. */
    public double f1() {
        return harmonicMean(precision(), recall());
    }

    static double harmonicMean(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
