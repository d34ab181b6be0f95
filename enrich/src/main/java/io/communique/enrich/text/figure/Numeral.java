package io.communique.enrich.text.figure;

import java.math.BigDecimal;

/**
 * A number in digits, words or both, without unit.
 *
 * @param from first token
 * @param to one past the last token
 * @param value exact; thirds to sixteen digits
 * @param form how it is written
 * @param scale what a word behind it multiplies it by (million), 1 if none does
 */
record Numeral(int from, int to, BigDecimal value, Form form, BigDecimal scale) {
    enum Form {
        DIGITS,
        WORDS,
        /** A part of one: "two-thirds", "half of". */
        FRACTION,
        /** An order of magnitude: "thousands of". */
        MAGNITUDE
    }

    boolean scaled() {
        return scale.compareTo(BigDecimal.ONE) != 0;
    }
}
