package io.communique.enrich.text.entity.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the likeliest names off the scores of a sentence's words: the best row of labels in which no name goes on that did not begin. */
public final class Viterbi {
    private Viterbi() {}

    /**
     * Returns the names in order.
     *
     * @param scores of the labels of each piece, one piece after the other, not normalised
     * @param base index of the first score of the sentence's first piece
     * @param firsts number of each word's first piece within the sentence
     */
    public static List<LabelledName> names(float[] scores, int base, int[] firsts) {
        int words = firsts.length;
        if (words == 0) {
            return List.of();
        }
        double[][] logs = new double[words][];
        for (int word = 0; word < words; word++) {
            logs[word] = logarithms(scores, base + firsts[word] * NameLabel.COUNT);
        }
        return names(path(logs), logs);
    }

    /** Returns log-probabilities of the labels whose scores begin at {@code at}. */
    private static double[] logarithms(float[] scores, int at) {
        double most = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < NameLabel.COUNT; label++) {
            most = Math.max(most, scores[at + label]);
        }
        double sum = 0;
        for (int label = 0; label < NameLabel.COUNT; label++) {
            sum += Math.exp(scores[at + label] - most);
        }
        double[] logs = new double[NameLabel.COUNT];
        for (int label = 0; label < NameLabel.COUNT; label++) {
            logs[label] = scores[at + label] - most - Math.log(sum);
        }
        return logs;
    }

    private static int[] path(double[][] logs) {
        int words = logs.length;
        int[][] from = new int[words][NameLabel.COUNT];
        double[] best = new double[NameLabel.COUNT];
        for (int word = 0; word < words; word++) {
            double[] next = new double[NameLabel.COUNT];
            for (int label = 0; label < NameLabel.COUNT; label++) {
                next[label] = Double.NEGATIVE_INFINITY;
                for (int before = 0; before < (word == 0 ? 1 : NameLabel.COUNT); before++) {
                    if (NameLabel.follows(before, label) && best[before] > next[label]) {
                        next[label] = best[before];
                        from[word][label] = before;
                    }
                }
                next[label] += logs[word][label];
            }
            best = next;
        }
        int label = NameLabel.NONE;
        for (int i = 1; i < NameLabel.COUNT; i++) {
            label = best[i] > best[label] ? i : label;
        }
        int[] path = new int[words];
        for (int word = words - 1; word >= 0; word--) {
            path[word] = label;
            label = from[word][label];
        }
        return path;
    }

    private static List<LabelledName> names(int[] path, double[][] logs) {
        List<LabelledName> names = new ArrayList<>();
        for (int word = 0; word < path.length; word++) {
            if (NameLabel.isFirst(path[word])) {
                int end = word + 1;
                while (end < path.length && path[end] == path[word] + 1) {
                    end++;
                }
                double least = 0;
                for (int i = word; i < end; i++) {
                    least = Math.min(least, logs[i][path[i]]);
                }
                names.add(new LabelledName(word, end, NameLabel.kind(path[word]), Math.exp(least)));
            }
        }
        return names;
    }

    /** Returns the least probability, 0 to 1, that a word's best label has: how clear the sentence is. */
    static double clarity(float[] scores, int[] firsts) {
        double clarity = 1;
        for (int first : firsts) {
            clarity = Math.min(
                    clarity, Arrays.stream(probabilities(scores, first)).max().orElse(0));
        }
        return clarity;
    }

    /** Returns the probability, 0 to 1, of each label for the word that begins with the piece. */
    static double[] probabilities(float[] scores, int first) {
        return Arrays.stream(logarithms(scores, first * NameLabel.COUNT))
                .map(Math::exp)
                .toArray();
    }

    /**
     * A name.
     *
     * @param from first word
     * @param to one past the last
     * @param score the probability of its least sure word, 0 to 1
     */
    public record LabelledName(int from, int to, NameLabel.Kind kind, double score) {}
}
