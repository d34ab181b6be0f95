package io.communique.enrich.twin;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The words of a text as hashes, upper and lower case alike: letters and digits, numbers with their separators; in Han and kana, which
 * have no spaces, each character. Texts of every release pass here, so no word is made into a string of its own.
 */
final class WordHashes {
    /** FNV-1a's (Fowler, Noll and Vo), over UTF-16 code units. */
    static final long FNV_OFFSET = 0xcbf2_9ce4_8422_2325L;

    static final long FNV_PRIME = 0x100_0000_01b3L;

    private static final int WORDS_AT_FIRST = 512;
    private static final int NUMBERS_AT_FIRST = 32;
    /** Their lower case depends on where they stand, or is two characters. */
    private static final String CASED_BY_CONTEXT = "\u0130\u03a3";

    private long[] hashes = new long[WORDS_AT_FIRST];
    private int count;
    private long[] numbers = new long[NUMBERS_AT_FIRST];
    private int numberCount;

    private WordHashes() {}

    static WordHashes of(String text) {
        WordHashes words = new WordHashes();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && isPart(text, from, to)) {
                to++;
            }
            if (to > from) {
                words.add(text, from, to);
            }
            from = Math.max(to, from + 1);
        }
        return words;
    }

    int count() {
        return count;
    }

    /** Returns the hash of a word, counted from 0. */
    long at(int word) {
        return hashes[word];
    }

    /** Returns the hashes of the words that begin with a digit, in the order of the text. */
    LongStream numbers() {
        return Arrays.stream(numbers, 0, numberCount);
    }

    private void add(String text, int from, int to) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        long hash = hash(text, from, to);
        hashes[count++] = hash;
        if (Character.isDigit(text.charAt(from))) {
            addNumber(hash);
        }
    }

    private void addNumber(long hash) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numberCount);
        }
        numbers[numberCount++] = hash;
    }

    private static boolean isPart(String text, int from, int at) {
        char c = text.charAt(at);
        if (isDense(c)) {
            return at == from;
        }
        boolean numberGoesOn = (c == ',' || c == '.')
                && at > from
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
        return numberGoesOn || (Character.isLetterOrDigit(c) && (at == from || !isDense(text.charAt(from))));
    }

    /** Han and kana. */
    private static boolean isDense(char c) {
        return c >= 0x3040 && c <= 0x9fff;
    }

    private static long hash(String text, int from, int to) {
        long hash = FNV_OFFSET;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (CASED_BY_CONTEXT.indexOf(c) >= 0) {
                return hash(text.substring(from, to).toLowerCase(Locale.ROOT));
            }
            hash = (hash ^ Character.toLowerCase(c)) * FNV_PRIME;
        }
        return ended(hash);
    }

    private static long hash(String word) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * FNV_PRIME;
        }
        return ended(hash);
    }

    private static long ended(long hash) {
        return (hash ^ ' ') * FNV_PRIME;
    }
}
