package io.communique.enrich.block;

/**
 * Digits above and below the line, in characters of their own (Unicode, Superscripts and Subscripts): "10" with a raised "6" is 10⁶ and
 * not 106, and a footnote's number does not run into the figure before it.
 */
final class RaisedDigits {
    private static final String PLAIN = "0123456789+-−()";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎";
    /** More is a line in small type rather than an exponent, an index or a footnote's number. */
    private static final int LENGTH_MAX = 8;

    private RaisedDigits() {}

    /** Returns what stands above the line; unchanged if it is a word, as in "18th". */
    static String raised(String text) {
        return written(text, RAISED);
    }

    /** Returns what stands below the line; unchanged if it is a word. */
    static String lowered(String text) {
        return written(text, LOWERED);
    }

    private static String written(String text, String signs) {
        if (!isNumeric(text)) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = PLAIN.indexOf(text.charAt(i));
            written.append(at < 0 ? text.charAt(i) : signs.charAt(at));
        }
        return written.toString();
    }

    private static boolean isNumeric(String text) {
        int digits = 0;
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            signs += c > ' ' ? 1 : 0;
            if (PLAIN.indexOf(c) < 0 && c > ' ' && c != ',') {
                return false;
            }
        }
        return digits > 0 && signs <= LENGTH_MAX;
    }
}
