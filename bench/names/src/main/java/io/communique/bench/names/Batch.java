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
        float[] all = new float[size() * width * NameLabel.COUNT];
        for (int i = 0; i < size(); i++) {
            Example example = examples.get(i);
            for (int word = 0; word < example.firsts.length; word++) {
                int at = (i * width + example.firsts[word]) * NameLabel.COUNT;
                for (int label = 0; label < NameLabel.COUNT; label++) {
                    all[at + label] = example.labels[word] >> label & 1;
                }
            }
        }
        return all;
    }

    /** Returns 1 where a word begins, else 0. */
    float[] begins() {
        float[] all = new float[size() * width];
        for (int i = 0; i < size(); i++) {
            for (int first : examples.get(i).firsts) {
                all[i * width + first] = 1;
            }
        }
        return all;
    }

    /** Returns how many words begin. */
    int words() {
        return examples.stream().mapToInt(example -> example.firsts.length).sum();
    }
}
