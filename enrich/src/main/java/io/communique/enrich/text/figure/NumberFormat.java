package io.communique.enrich.text.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a language writes numbers in digits.
 *
 * @param group between thousands, beside spaces and apostrophes, which all languages use
 * @param decimal before the decimals
 * @param elides whether an apostrophe ends a word ("d'euros")
 */
record NumberFormat(char group, char decimal, boolean elides) {
    /** Digits beyond this are an identifier. */
    private static final int DIGITS_MAX = 24;

    private static final int INDIAN_GROUPS_MAX = 8;

    private static final Map<Integer, BigDecimal> FRACTIONS = Map.ofEntries(
            Map.entry((int) '½', new BigDecimal("0.5")),
            Map.entry((int) '¼', new BigDecimal("0.25")),
            Map.entry((int) '¾', new BigDecimal("0.75")),
            Map.entry((int) '⅓', BigDecimal.ONE.divide(new BigDecimal(3), MathContext.DECIMAL64)),
            Map.entry((int) '⅔', new BigDecimal(2).divide(new BigDecimal(3), MathContext.DECIMAL64)),
            Map.entry((int) '⅛', new BigDecimal("0.125")),
            Map.entry((int) '⅜', new BigDecimal("0.375")),
            Map.entry((int) '⅝', new BigDecimal("0.625")),
            Map.entry((int) '⅞', new BigDecimal("0.875")),
            Map.entry((int) '⅕', new BigDecimal("0.2")),
            Map.entry((int) '⅖', new BigDecimal("0.4")),
            Map.entry((int) '⅗', new BigDecimal("0.6")),
            Map.entry((int) '⅘', new BigDecimal("0.8")));

    /** A number that was read; {@code value} is null for digits that make none. */
    record Read(int end, @Nullable BigDecimal value) {}

    /** The value of a character such as "½"; null for any other. */
    static @Nullable BigDecimal fraction(int c) {
        return c < 0xbc ? null : FRACTIONS.get(c);
    }

    /**
     * Reads the digits from {@code start} on.
     *
     * @param spaced whether an ordinary space may part thousands; a no-break or thin one always may
     */
    Read read(String text, int start, boolean spaced) {
        StringBuilder digits = new StringBuilder();
        int at = digits(text, start, digits);
        int whole = at;
        if (digits.length() > 0 && digits.length() <= 3) {
            at = groups(text, at, digits, spaced);
        }
        int decimals = decimals(text, at, digits, at > whole);
        if (decimals > at) {
            at = decimals;
        }
        int more = moreParts(text, at);
        if (more > at) {
            return new Read(more, null);
        }
        return new Read(at, digits.length() > DIGITS_MAX ? null : new BigDecimal(digits.toString()));
    }

    private int groups(String text, int start, StringBuilder digits, boolean spaced) {
        char separator = separator(text, start, spaced);
        int at = start;
        while (separator != 0 && at < text.length() && text.charAt(at) == separator) {
            int length = digitCount(text, at + 1);
            boolean last = length == 3;
            boolean indian = separator == ',' && isIndian(text, at);
            if (!last && !indian) {
                break;
            }
            at = digits(text, at + 1, digits);
        }
        return at;
    }

    /** "12,34,567": groups of two digits before one of three. */
    private static boolean isIndian(String text, int start) {
        int at = start;
        for (int groups = 0; groups < INDIAN_GROUPS_MAX && at < text.length() && text.charAt(at) == ','; groups++) {
            int length = digitCount(text, at + 1);
            if (length != 2) {
                return length == 3 && groups > 0;
            }
            at += 3;
        }
        return false;
    }

    /** What groups the digits that end at {@code at}; 0 if nothing does. */
    private char separator(String text, int at, boolean spaced) {
        if (at >= text.length()) {
            return 0;
        }
        char c = text.charAt(at);
        boolean separates = c == group
                || c == '\u00a0'
                || c == '\u202f'
                || c == '\u2009'
                || c == '\''
                || c == '’'
                || (spaced && c == ' ');
        return separates ? c : 0;
    }

    private int decimals(String text, int at, StringBuilder digits, boolean grouped) {
        if (at + 1 >= text.length() || !Character.isDigit(text.charAt(at + 1))) {
            return at;
        }
        char c = text.charAt(at);
        int length = digitCount(text, at + 1);
        // "1,3" cannot be a thousand, whatever the language; but "22,24,26" is a list.
        boolean foreign = c == group
                && c != decimal
                && !grouped
                && length <= 2
                && !isPart(text, at + 1 + length)
                && isFirst(text, at);
        if (c != decimal && !foreign) {
            return at;
        }
        digits.append('.');
        return digits(text, at + 1, digits);
    }

    private boolean isFirst(String text, int at) {
        int i = at - 1;
        while (i >= 0 && Character.isDigit(text.charAt(i))) {
            i--;
        }
        return i < 0 || text.charAt(i) != group;
    }

    private static boolean isPart(String text, int at) {
        return at + 1 < text.length()
                && (text.charAt(at) == ',' || text.charAt(at) == '.')
                && Character.isDigit(text.charAt(at + 1));
    }

    /** Where a chain such as "5.6.2018" or "192.168.0.1" ends, if a further part follows. */
    private static int moreParts(String text, int start) {
        int at = start;
        while (at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1))) {
            at = at + 1 + digitCount(text, at + 1);
        }
        return at;
    }

    private static int digits(String text, int start, StringBuilder into) {
        int at = start;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            into.append((char) ('0' + Character.digit(text.charAt(at), 10)));
            at++;
        }
        return at;
    }

    private static int digitCount(String text, int start) {
        int at = start;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at - start;
    }
}
