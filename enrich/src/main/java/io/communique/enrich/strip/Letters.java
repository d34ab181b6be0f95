package io.communique.enrich.strip;

/** {@link Character}'s questions, answered at once for ASCII: most of what pages are made of. */
final class Letters {
    private static final int ASCII = 128;

    private Letters() {}

    static boolean isLetter(char c) {
        return c < ASCII ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
    }

    static boolean isDigit(char c) {
        return c < ASCII ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    static boolean isLetterOrDigit(char c) {
        return c < ASCII ? isLetter(c) || isDigit(c) : Character.isLetterOrDigit(c);
    }

    static boolean isUpperCase(char c) {
        return c < ASCII ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    static char toLowerCase(char c) {
        if (c < ASCII) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        return Character.toLowerCase(c);
    }
}
