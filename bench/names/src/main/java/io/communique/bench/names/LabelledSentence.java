package io.communique.bench.names;

import io.communique.enrich.text.entity.model.NameLabel;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with what a set says of each word.
 *
 * @param words as the set cuts them
 * @param labels of each word the labels that the set leaves open, as bits: one bit where it is explicit, several where a set does not
 *     mark a kind, so that its "no name" may be a name of that kind
 */
record LabelledSentence(List<String> words, List<Integer> labels) {
    LabelledSentence {
        words = List.copyOf(words);
        labels = List.copyOf(labels);
        if (words.size() != labels.size()) {
            throw new IllegalArgumentException(words.size() + " words, " + labels.size() + " labels");
        }
    }

    /** Returns the label of the word; -1 if the set leaves it open. */
    int explicit(int word) {
        int bits = labels.get(word);
        return Integer.bitCount(bits) == 1 ? Integer.numberOfTrailingZeros(bits) : -1;
    }

    /** Returns the names that are marked, in order. */
    List<Name> names() {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int label = explicit(i);
            for (NameLabel.Kind kind : NameLabel.KINDS) {
                if (label == NameLabel.first(kind)) {
                    int end = i + 1;
                    while (end < words.size() && explicit(end) == NameLabel.further(kind)) {
                        end++;
                    }
                    names.add(new Name(i, end, kind));
                }
            }
        }
        return names;
    }

    /** A name from word {@code from} to before word {@code to}. */
    record Name(int from, int to, NameLabel.Kind kind) {}
}
