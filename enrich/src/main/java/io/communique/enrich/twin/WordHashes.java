package io.communique.enrich.twin;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
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

    /** Of ASCII's, 1 for each letter or digit, and for each digit; 0 for the rest. */
    private static final byte[] PLAIN = flags(c -> LOWER[c] != 0);

    private static final byte[] DIGIT = flags(c -> c >= '0' && c <= '9');

    private final String text;
    private long[] hashes = new long[WORDS_AT_FIRST];
    private int count;
    private long[] numbers = new long[NUMBERS_AT_FIRST];
    private int numberCount;

    private WordHashes(String text) {
        this.text = text;
    }

    private static char[] lowerOfAscii() {
        char[] lower = new char[128];
        for (char c = 0; c < lower.length; c++) {
            lower[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
        }
        return lower;
    }

    private static byte[] flags(IntPredicate having) {
        byte[] flags = new byte[LOWER.length];
        for (int c = 0; c < flags.length; c++) {
            flags[c] = (byte) (having.test(c) ? 1 : 0);
        }
        return flags;
    }

    /**
     * Reads a text.
     *
     * @param most words to be hashed; behind them numbers alone are, however many
     */
    static WordHashes of(String text, int most) {
        WordHashes words = new WordHashes(text);
        int from = 0;
        while (from < text.length() && words.count < most) {
            from = Math.max(words.add(from), from + 1);
        }
        words.addNumbers(from);
        return words;
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

    /** Adds the word that begins at {@code from}, if one does, and returns where it ends. */
    private int add(int from) {
        long hash = FNV_OFFSET;
        int to = from;
        // Nearly every word is ASCII's letters alone, and its end and hash are found at once.
        while (to < text.length() && isPlain(text.charAt(to))) {
            hash = (hash ^ LOWER[text.charAt(to)]) * FNV_PRIME;
            to++;
        }
        if (to < text.length() && mayGoOn(text.charAt(to))) {
            to = end(from);
            hash = hash(from, to);
        } else {
            hash = ended(hash);
        }
        if (to > from) {
            add(hash, isDigit(text.charAt(from)));
        }
        return to;
    }

    private void add(long hash, boolean isNumber) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = hash;
        if (isNumber) {
            addNumber(hash);
        }
    }

    /** Adds the numbers of the rest, which begins at the end of a word, without looking at where its other words begin and end. */
    private void addNumbers(int rest) {
        int plainBefore = 0;
        for (int at = rest; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean isPlain = c < LOWER.length;
            // One branch that is hardly ever taken, where looking for each word's end would take an unforeseeable one a
            // word.
            if ((isPlain ? DIGIT[c] > plainBefore : Character.isDigit(c)) && !isWithinWord(at)) {
                int to = end(at);
                addNumber(hash(at, to));
                at = to - 1;
            }
            plainBefore = isPlain ? PLAIN[c] : 0;
        }
    }

    private boolean isWithinWord(int at) {
        if (at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        return ((before == ',' || before == '.') && at > 1 && isDigit(text.charAt(at - 2)))
                || (!isDense(before) && Character.isLetterOrDigit(before));
    }

    private void addNumber(long hash) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numberCount);
        }
        numbers[numberCount++] = hash;
    }

    private static boolean isPlain(char c) {
        return c < LOWER.length && LOWER[c] != 0;
    }

    /** Behind plain characters: whether a look at the neighbours, or at other alphabets, could say that the word goes on. */
    private static boolean mayGoOn(char c) {
        return c >= LOWER.length || c == ',' || c == '.';
    }

    /** Returns where the word ends that begins at {@code from}; the same place if none does. */
    private int end(int from) {
        if (isDense(text.charAt(from))) {
            return from + 1;
        }
        int to = from;
        while (to < text.length() && goesOn(from, to)) {
            to++;
        }
        return to;
    }

    private boolean goesOn(int from, int at) {
        char c = text.charAt(at);
        if (c < LOWER.length) {
            return LOWER[c] != 0 || ((c == ',' || c == '.') && isWithinNumber(from, at));
        }
        return !isDense(c) && Character.isLetterOrDigit(c);
    }

    private boolean isWithinNumber(int from, int at) {
        return at > from && isDigit(text.charAt(at - 1)) && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c < LOWER.length ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    /** Han and kana. */
    private static boolean isDense(char c) {
        return c >= 0x3040 && c <= 0x9fff;
    }

    private long hash(int from, int to) {
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
