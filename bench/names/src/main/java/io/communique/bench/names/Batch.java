package io.communique.bench.names;

import io.communique.enrich.text.entity.model.NameLabel;
import java.util.List;

/** Examples side by side, padded to the longest. */
final class Batch {
    final List<Example> examples;
    final int width;

    Batch(List<Example> examples) {
        this.examples = List.copyOf(examples);
        this.width = examples.stream().mapToInt(Example::length).max().orElse(0);
    }

    int size() {
        return examples.size();
    }

    long[] pieces() {
        long[] all = new long[size() * width];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < examples.get(i).length(); j++) {
                all[i * width + j] = examples.get(i).pieces[j];
            }
        }
        return all;
    }

    long[] shapes() {
        long[] all = new long[size() * width];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < examples.get(i).length(); j++) {
                all[i * width + j] = examples.get(i).shapes[j];
            }
        }
        return all;
    }

    long[] positions() {
        long[] all = new long[size() * width];
        for (int i = 0; i < all.length; i++) {
            all[i] = i % width;
        }
        return all;
    }

    /** Returns 0 for a piece and a large negative number for padding, to be added before a softmax. */
    float[] mask() {
        float[] all = new float[size() * width];
        for (int i = 0; i < size(); i++) {
            for (int j = examples.get(i).length(); j < width; j++) {
                all[i * width + j] = -10_000f;
            }
        }
        return all;
    }

    /** Returns for each piece and label 1 if a set leaves the label open to the word that begins there, else 0. */
    float[] open() {
        return ofWords(
                NameLabel.COUNT, (example, word, label) -> isTaught(example) ? 0 : example.labels[word] >> label & 1);
    }

    /** Returns for each piece and label what a teacher gives to it, if a word of a taught example begins there, else 0. */
    float[] given() {
        return ofWords(NameLabel.COUNT, (example, word, label) -> {
            float[] given = example.given;
            return given == null ? 0 : given[word * NameLabel.COUNT + label];
        });
    }

    /** Returns 1 where a word begins whose labels are from a set, else 0. */
    float[] labelled() {
        return ofWords(1, (example, word, any) -> isTaught(example) ? 0 : 1);
    }

    /** Returns how many words begin. */
    int words() {
        return examples.stream().mapToInt(example -> example.firsts.length).sum();
    }

    private static boolean isTaught(Example example) {
        return example.given != null;
    }

    private float[] ofWords(int each, WordValue value) {
        float[] all = new float[size() * width * each];
        for (int i = 0; i < size(); i++) {
            Example example = examples.get(i);
            for (int word = 0; word < example.firsts.length; word++) {
                int at = (i * width + example.firsts[word]) * each;
                for (int j = 0; j < each; j++) {
                    all[at + j] = value.of(example, word, j);
                }
            }
        }
        return all;
    }

    private interface WordValue {
        float of(Example example, int word, int at);
    }
}
