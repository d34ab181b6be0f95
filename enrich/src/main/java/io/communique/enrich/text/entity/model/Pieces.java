package io.communique.enrich.text.entity.model;

import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import java.util.Arrays;
import java.util.List;

/** A sentence, or a part of a long one, as word pieces. */
final class Pieces {
    /** The most that the encoder has positions for. */
    private static final int MOST = 128;

    private final int sentence;
    private final int firstWord;
    private int[] pieces = new int[32];
    private byte[] shapes = new byte[32];
    private int[] firsts = new int[24];
    private int length;
    private int words;

    private Pieces(int sentence, int firstWord) {
        this.sentence = sentence;
        this.firstWord = firstWord;
        add(WordPieces.FIRST, 0);
    }

    /** Adds the sentence to {@code parts}, cut between words where it is longer than the encoder reads. */
    static void cut(int sentence, List<String> words, WordPieces cutter, List<Pieces> parts) {
        Pieces part = new Pieces(sentence, 0);
        for (int word = 0; word < words.size(); word++) {
            int before = part.length;
            cutter.cut(words.get(word), part::add);
            if (part.length >= MOST) {
                part.length = before;
                part.close(parts);
                part = new Pieces(sentence, word);
                before = part.length;
                cutter.cut(words.get(word), part::add);
            }
            part.addWord(before);
        }
        part.close(parts);
    }

    private void add(int piece, int shape) {
        if (length == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * length);
            shapes = Arrays.copyOf(shapes, 2 * length);
        }
        pieces[length] = piece;
        shapes[length] = (byte) shape;
        length++;
    }

    private void addWord(int first) {
        if (words == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * words);
        }
        firsts[words++] = first;
    }

    private void close(List<Pieces> parts) {
        if (words > 0) {
            add(WordPieces.LAST, 0);
            firsts = Arrays.copyOf(firsts, words);
            parts.add(this);
        }
    }

    int length() {
        return length;
    }

    int piece(int at) {
        return pieces[at];
    }

    int shape(int at) {
        return shapes[at];
    }

    /** Returns the number of each word's first piece. */
    int[] firsts() {
        return firsts;
    }

    /** Adds the names that the scores show to those of the sentence. */
    void read(float[] scores, int base, List<List<LabelledName>> names) {
        for (LabelledName name : Viterbi.names(scores, base, firsts)) {
            names.get(sentence)
                    .add(new LabelledName(name.from() + firstWord, name.to() + firstWord, name.kind(), name.score()));
        }
    }
}
