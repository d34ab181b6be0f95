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

    /** Lower case of ASCII's letters and digits; 0 for the rest. Most characters of most texts are these. */
    private static final char[] LOWER = lowerOfAscii();

    private long[] hashes = new long[WORDS_AT_FIRST];
    private int count;
    private long[] numbers = new long[NUMBERS_AT_FIRST];
    private int numberCount;

    private WordHashes() {}

    private static char[] lowerOfAscii() {
        char[] lower = new char[128];
        for (char c = 0; c < lower.length; c++) {
            lower[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
        }
        return lower;
    }

    /**
     * Reads a text.
     *
     * @param most words to be hashed; behind them numbers alone are, however many
     */
    static WordHashes of(String text, int most) {
        WordHashes words = new WordHashes();
        int from = 0;
        while (from < text.length() && words.count < most) {
            int to = end(text, from);
            if (to > from) {
                words.add(text, from, to);
            }
            from = Math.max(to, from + 1);
        }
        words.addNumbers(text, from);
        return words;
    }

    /** Adds the numbers of the rest, which begins at the end of a word, without looking at what its other words are. */
    private void addNumbers(String text, int rest) {
        int at = rest;
        while (at < text.length()) {
            int to = Math.max(end(text, at), at + 1);
            if (isDigit(text.charAt(at))) {
                addNumber(hash(text, at, to));
            }
            at = to;
        }
    }

    /** Returns where the word ends that begins at {@code from}; the same place if none does. */
    private static int end(String text, int from) {
        if (isDense(text.charAt(from))) {
            return from + 1;
        }
        int to = from;
        while (to < text.length() && goesOn(text, from, to)) {
            to++;
        }
        return to;
    }

    /** Returns how many words were hashed. */
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
        if (isDigit(text.charAt(from))) {
            addNumber(hash);
        }
    }

    private void addNumber(long hash) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numberCount);
        }
        numbers[numberCount++] = hash;
    }

    private static boolean goesOn(String text, int from, int at) {
        char c = text.charAt(at);
        if (c < LOWER.length) {
            return LOWER[c] != 0 || ((c == ',' || c == '.') && isWithinNumber(text, from, at));
        }
        return !isDense(c) && Character.isLetterOrDigit(c);
    }

    private static boolean isWithinNumber(String text, int from, int at) {
        return at > from && isDigit(text.charAt(at - 1)) && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c < LOWER.length ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    /** Han and kana. */
    private static boolean isDense(char c) {
        return c >= 0x3040 && c <= 0x9fff;
    }

    private static long hash(String text, int from, int to) {
        long hash = FNV_OFFSET;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= LOWER.length && CASED_BY_CONTEXT.indexOf(c) >= 0) {
                return hash(text.substring(from, to).toLowerCase(Locale.ROOT));
            }
            hash = (hash ^ lower(c)) * FNV_PRIME;
        }
        return ended(hash);
    }

    private static char lower(char c) {
        if (c >= LOWER.length) {
            return Character.toLowerCase(c);
        }
        // The separators of a number have none.
        return LOWER[c] == 0 ? c : LOWER[c];
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
