package io.communique.bench.names;

import io.communique.enrich.text.entity.model.WordPieces;
import java.util.Arrays;

/** A sentence as the encoder reads it: pieces, their shapes, where each word begins, and the labels that are open to it. */
final class Example {
    /** What the encoder learns of a sentence, in pieces. */
    static final int MOST_PIECES = 128;

    final int[] pieces;
    final int[] shapes;
    final int[] firsts;
    final int[] labels;

    private Example(int[] pieces, int[] shapes, int[] firsts, int[] labels) {
        this.pieces = pieces;
        this.shapes = shapes;
        this.firsts = firsts;
        this.labels = labels;
    }

    /** Returns the example of the sentence's first words, as many as fit in {@code most} pieces. */
    static Example of(LabelledSentence sentence, WordPieces cutter, int most) {
        int[] pieces = new int[most + 16];
        int[] shapes = new int[most + 16];
        int[] firsts = new int[sentence.words().size()];
        int[] labels = new int[sentence.words().size()];
        int[] size = {0};
        pieces[size[0]++] = WordPieces.FIRST;
        int words = 0;
        for (String word : sentence.words()) {
            int first = size[0];
            cutter.cut(word, (piece, shape) -> {
                pieces[size[0]] = piece;
                shapes[size[0]] = shape;
                size[0]++;
            });
            if (size[0] >= most) {
                size[0] = first;
                break;
            }
            firsts[words] = first;
            labels[words] = sentence.labels().get(words);
            words++;
        }
        Arrays.fill(shapes, size[0], shapes.length, 0);
        pieces[size[0]++] = WordPieces.LAST;
        return new Example(
                Arrays.copyOf(pieces, size[0]),
                Arrays.copyOf(shapes, size[0]),
                Arrays.copyOf(firsts, words),
                Arrays.copyOf(labels, words));
    }

    int length() {
        return pieces.length;
    }
}
