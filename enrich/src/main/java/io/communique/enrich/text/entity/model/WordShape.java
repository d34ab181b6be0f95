package io.communique.enrich.text.entity.model;

/**
 * What the capitals of a part of a word look like, as a small number: what an uncased vocabulary does not see. Each shape has a twin for
 * parts that follow another part of the same word, as "Russia" does in "ROK-Russia".
 */
public final class WordShape {
    /** How many there are. */
    public static final int COUNT = 16;

    private static final int SMALL = 0;
    private static final int MARK = 1;
    private static final int DIGITS = 2;
    private static final int CAPITALISED = 3;
    private static final int ONE_CAPITAL = 4;
    private static final int ALL_CAPITALS = 5;
    private static final int CAPITALS_WITHIN = 6;
    private static final int SMALL_THEN_CAPITAL = 7;
    private static final int JOINED = 8;

    private WordShape() {}

    /** Returns the shape, 0 to 15, of a part of a word; {@code joined} if it is not the first part. */
    public static int of(String part, boolean joined) {
        return shape(part) + (joined ? JOINED : 0);
    }

    private static int shape(String part) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            upper += Character.isUpperCase(c) ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
        }
        if (upper == 0) {
            return lower > 0 ? SMALL : digits > 0 ? DIGITS : MARK;
        }
        if (lower == 0) {
            return upper == 1 && digits == 0 ? ONE_CAPITAL : ALL_CAPITALS;
        }
        if (!Character.isUpperCase(part.charAt(0))) {
            return SMALL_THEN_CAPITAL;
        }
        return upper == 1 ? CAPITALISED : CAPITALS_WITHIN;
    }
}
