package io.communique.enrich.text.entity.model;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What of a sentence goes on to the upper half of the encoder: the words that could be part of a name, but are not surely, and those beside
 * them. The rest is done with (word-vector elimination, Goyal et al. 2020), so that a long sentence with one doubtful name costs little.
 */
final class SecondReading {
    /** The least probability of "no name" that lets a word go. */
    private static final double NO_NAME = 0.9;

    /** The least probability of a part of a name that lets a word go. */
    private static final double NAME = 0.97;

    /** How many words on either side of a doubtful one go on with it. */
    private static final int BESIDE = 4;

    private final int[] firsts;
    private final boolean[] goesOn;
    private final int[] pieces;

    private SecondReading(int[] firsts, boolean[] goesOn, int[] pieces) {
        this.firsts = firsts;
        this.goesOn = goesOn;
        this.pieces = pieces;
    }

    /** Chooses by the scores that the lower half gives to the labels of each piece. */
    static SecondReading of(Pieces part, float[] scores) {
        int[] firsts = part.firsts();
        boolean[] goesOn = new boolean[firsts.length];
        for (int word = 0; word < firsts.length; word++) {
            if (isDoubtful(Viterbi.probabilities(scores, firsts[word]))) {
                Arrays.fill(goesOn, Math.max(0, word - BESIDE), Math.min(firsts.length, word + BESIDE + 1), true);
            }
        }
        return new SecondReading(firsts, goesOn, pieces(part, goesOn));
    }

    private static boolean isDoubtful(double[] labels) {
        double name = IntStream.range(0, labels.length)
                .filter(label -> label != NameLabel.NONE)
                .mapToDouble(label -> labels[label])
                .max()
                .orElse(0);
        return labels[NameLabel.NONE] < NO_NAME && name < NAME;
    }

    /** Returns the pieces of the words that go on, between the marks of the sentence's begin and end. */
    private static int[] pieces(Pieces part, boolean[] goesOn) {
        int[] firsts = part.firsts();
        int last = part.length() - 1;
        int[] pieces = new int[part.length()];
        int count = 1;
        for (int word = 0; word < goesOn.length; word++) {
            int end = word + 1 < goesOn.length ? firsts[word + 1] : last;
            for (int piece = firsts[word]; goesOn[word] && piece < end; piece++) {
                pieces[count++] = piece;
            }
        }
        pieces[count++] = last;
        return Arrays.copyOf(pieces, count);
    }

    /** Returns how many pieces go on. */
    int length() {
        return pieces.length;
    }

    /** Returns what the lower half says of the pieces that go on, one after the other, out of what it says of all. */
    FloatBuffer hidden(FloatBuffer all, int width) {
        FloatBuffer some = FloatBuffer.allocate(pieces.length * width);
        for (int at = 0; at < pieces.length; at++) {
            some.put(at * width, all, pieces[at] * width, width);
        }
        return some;
    }

    /** Puts the scores of the upper half in place of those of the words that went on. */
    void correct(float[] scores, float[] upper) {
        int at = 0;
        for (int word = 0; word < goesOn.length; word++) {
            if (goesOn[word]) {
                while (pieces[at] != firsts[word]) {
                    at++;
                }
                System.arraycopy(upper, at * NameLabel.COUNT, scores, firsts[word] * NameLabel.COUNT, NameLabel.COUNT);
            }
        }
    }
}
