package io.communique.enrich.text.entity.model;

import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sentence, or a part of a long one, as word pieces. */
final class Pieces {
    /** The most that the encoder has positions for. */
    private static final int MOST = 128;

    private final int firstWord;
    private int[] pieces = new int[32];
    private byte[] shapes = new byte[32];
    private int[] firsts = new int[24];
    private int length;
    private int words;

    private Pieces(int firstWord) {
        this.firstWord = firstWord;
        add(WordPieces.FIRST, 0);
    }

    /** Returns the sentence, cut between words where it is longer than the encoder reads. */
    static List<Pieces> cut(List<String> words, WordPieces cutter) {
        List<Pieces> parts = new ArrayList<>(1);
        Pieces part = new Pieces(0);
        for (int word = 0; word < words.size(); word++) {
            int before = part.length;
            cutter.cut(words.get(word), part::add);
            if (part.length >= MOST) {
                part.length = before;
                part.close(parts);
                part = new Pieces(word);
                before = part.length;
                cutter.cut(words.get(word), part::add);
            }
            part.addWord(before);
        }
        part.close(parts);
        return parts;
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
    void read(float[] scores, List<LabelledName> names) {
        for (LabelledName name : Viterbi.names(scores, 0, firsts)) {
            names.add(new LabelledName(name.from() + firstWord, name.to() + firstWord, name.kind(), name.score()));
        }
    }
}
