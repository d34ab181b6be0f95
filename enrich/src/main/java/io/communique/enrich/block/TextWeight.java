package io.communique.enrich.block;

/** Length of a text as Latin letters would need it, so that one threshold serves all scripts. */
public final class TextWeight {
    /** An ideograph or a syllable block says about as much as two or three letters. */
    private static final double DENSE_SCRIPT = 2.5;

    /** Hangul Jamo, the first block of a dense script. */
    private static final int DENSE_FROM = 0x1100;

    private TextWeight() {}

    /** Returns the weight of {@code text}. */
    public static double of(CharSequence text) {
        double weight = 0;
        for (int i = 0; i < text.length(); i++) {
            weight += text.charAt(i) >= DENSE_FROM && !isPunctuation(text.charAt(i)) ? DENSE_SCRIPT : 1;
        }
        return weight;
    }

    /** Returns whether {@code text} weighs less than {@code limit}. */
    public static boolean isBelow(CharSequence text, double limit) {
        // No character weighs less than 1.
        return text.length() < limit && of(text) < limit;
    }

    /** General and CJK punctuation. */
    private static boolean isPunctuation(char c) {
        return (c >= 0x2000 && c < 0x2c00) || (c >= 0x3000 && c < 0x3040) || c >= 0xff00;
    }
}
