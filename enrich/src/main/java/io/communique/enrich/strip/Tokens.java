package io.communique.enrich.strip;

import java.util.Locale;
import java.util.function.IntConsumer;

/** Cuts texts and names into tokens and gives each as a 32-bit hash; equal tokens have equal hashes on every machine. */
final class Tokens {
    /** The beginning of a long block says what it is; the rest only takes time. */
    private static final int TOKENS_MAX = 60;

    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private Tokens() {}

    /**
     * Gives the words of {@code text}, in lower case, digits folded to one; in scripts that write no spaces, pairs of characters.
     *
     * @param salt keeps tokens of different kinds apart
     */
    static void words(String text, int salt, IntConsumer out) {
        int given = 0;
        int hash = FNV_OFFSET ^ salt;
        int length = 0;
        char before = 0;
        for (int i = 0; i <= text.length() && given < TOKENS_MAX; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isDense(c)) {
                if (isDense(before)) {
                    out.accept(mix(mix(mix(FNV_OFFSET ^ salt, before), c), 7));
                    given++;
                }
            } else if (Letters.isLetterOrDigit(c)) {
                hash = mix(hash, Letters.isDigit(c) ? '0' : Letters.toLowerCase(c));
                length++;
            } else if (length > 0) {
                out.accept(hash);
                given++;
                hash = FNV_OFFSET ^ salt;
                length = 0;
            }
            before = c;
        }
    }

    /** Returns the hash of a whole line, digits and spaces folded, as one token. */
    static int line(String text, int salt) {
        int hash = FNV_OFFSET ^ salt;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.isDigit(c)) {
                hash = mix(hash, '0');
            } else if (Letters.isLetter(c)) {
                hash = mix(hash, Letters.toLowerCase(c));
            }
        }
        return hash;
    }

    /** Gives the parts of a class or id attribute: cut at everything but letters, and where a capital follows a small letter. */
    static void names(String attribute, int salt, IntConsumer out) {
        int given = 0;
        int hash = FNV_OFFSET ^ salt;
        int length = 0;
        boolean small = false;
        for (int i = 0; i <= attribute.length() && given < TOKENS_MAX; i++) {
            char c = i < attribute.length() ? attribute.charAt(i) : ' ';
            boolean letter = Letters.isLetter(c);
            boolean capital = letter && Character.isUpperCase(c);
            if (length > 0 && (!letter || (capital && small))) {
                if (length > 1) {
                    out.accept(hash);
                    given++;
                }
                hash = FNV_OFFSET ^ salt;
                length = 0;
            }
            if (letter) {
                hash = mix(hash, Letters.toLowerCase(c));
                length++;
            }
            small = letter && !capital;
        }
    }

    /** Returns the hash of one name as it stands. */
    static int name(String name, int salt) {
        int hash = FNV_OFFSET ^ salt;
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            hash = mix(hash, lower.charAt(i));
        }
        return hash;
    }

    /** Han, kana, Hangul, Thai and their neighbours. */
    private static boolean isDense(char c) {
        return c >= 0x0e00 && (c <= 0x0eff || (c >= 0x3040 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3));
    }

    private static int mix(int hash, int c) {
        return (hash ^ c) * FNV_PRIME;
    }
}
