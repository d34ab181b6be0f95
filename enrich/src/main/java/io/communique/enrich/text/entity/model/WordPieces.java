package io.communique.enrich.text.entity.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cuts words into the pieces of an uncased BERT vocabulary (Devlin et al. 2019): small letters without accents, marks apart, then the longest
 * piece that fits, again and again. The capital letters that the vocabulary forgets come back as a {@link WordShape} beside each piece. Safe
 * to share between threads.
 */
public final class WordPieces {
    /** The piece before a sentence. */
    public static final int FIRST = 101;

    /** The piece after a sentence. */
    public static final int LAST = 102;

    private static final int UNKNOWN = 100;
    private static final int MOST_PIECES = 8;
    private static final int LONGEST_PART = 64;

    private final Map<String, Integer> vocabulary = new HashMap<>(60_000);
    private final UnaryOperator<String> spelling;

    /**
     * Reads a vocabulary.
     *
     * @param in one piece a line, in the order of their numbers; closed by this
     * @throws UncheckedIOException if it cannot be read
     */
    public WordPieces(InputStream in) {
        this(in, WordPieces::plain);
    }

    private WordPieces(InputStream in, UnaryOperator<String> spelling) {
        this.spelling = spelling;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                vocabulary.put(line, vocabulary.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a vocabulary that knows capitals and accents.
     *
     * @param in one piece a line, in the order of their numbers; closed by this
     * @throws UncheckedIOException if it cannot be read
     */
    public static WordPieces withCapitals(InputStream in) {
        return new WordPieces(in, UnaryOperator.identity());
    }

    /**
     * Gives the pieces of a word to {@code sink}: number, then shape. At least one, at most eight: the label of a word is read at its first.
     *
     * @return how many there were
     */
    public int cut(String word, Sink sink) {
        int pieces = 0;
        int from = 0;
        while (from < word.length() && pieces < MOST_PIECES) {
            int to = partEnd(word, from);
            pieces += cutPart(word.substring(from, to), from > 0, MOST_PIECES - pieces, sink);
            from = to;
        }
        if (pieces == 0) {
            sink.add(UNKNOWN, WordShape.of(word, false));
            return 1;
        }
        return pieces;
    }

    /** Returns one past the run of letters and digits, or past the single mark, that begins at {@code from}. */
    private static int partEnd(String word, int from) {
        int end = from;
        while (end < word.length()) {
            int c = word.codePointAt(end);
            if (isMark(c)) {
                return end == from ? end + Character.charCount(c) : end;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isMark(int c) {
        if (c < 128) {
            return !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> Character.isIdeographic(c);
        };
    }

    private int cutPart(String part, boolean joined, int most, Sink sink) {
        int shape = WordShape.of(part, joined);
        String plain = spelling.apply(part);
        if (plain.length() > LONGEST_PART) {
            sink.add(UNKNOWN, shape);
            return 1;
        }
        int[] found = new int[Math.max(1, plain.length())];
        int pieces = 0;
        for (int from = 0; from < plain.length(); ) {
            int to = plain.length();
            Integer piece = piece(plain, from, to);
            while (piece == null && to > from + 1) {
                piece = piece(plain, from, --to);
            }
            if (piece == null) {
                sink.add(UNKNOWN, shape);
                return 1;
            }
            found[pieces++] = piece;
            from = to;
        }
        int given = Math.min(pieces, most);
        for (int i = 0; i < given; i++) {
            sink.add(found[i], shape);
        }
        return given;
    }

    private @Nullable Integer piece(String plain, int from, int to) {
        String text = plain.substring(from, to);
        return vocabulary.get(from == 0 ? text : "##" + text);
    }

    private static String plain(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 128) {
                return Normalizer.normalize(lower, Normalizer.Form.NFD)
                        .codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return lower;
    }

    /** Takes pieces one by one. */
    @FunctionalInterface
    public interface Sink {
        /** Takes a piece's number in the vocabulary and its shape. */
        void add(int piece, int shape);
    }
}
