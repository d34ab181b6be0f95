package io.communique.enrich.attachment;

import java.util.Locale;

/** How a word processor writes the number of a paragraph. */
final class NumberFormat {
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final String GANADA = "가나다라마바사아자차카타파하";
    private static final int ROMAN_MAX = 3999;

    private NumberFormat() {}

    /**
     * Returns {@code number} as the format writes it; in digits where the format is not known.
     *
     * @param format by ECMA-376's name (part 1, section 17.18.59) or HWPX's
     */
    static String write(int number, String format) {
        return switch (format) {
            case "lowerLetter", "LATIN_SMALL" -> letters(number, 'a');
            case "upperLetter", "LATIN_CAPITAL" -> letters(number, 'A');
            case "lowerRoman", "ROMAN_SMALL" -> roman(number);
            case "upperRoman", "ROMAN_CAPITAL" -> roman(number).toUpperCase(Locale.ROOT);
            case "ganada", "HANGUL_SYLLABLE" ->
                number >= 1 && number <= GANADA.length()
                        ? String.valueOf(GANADA.charAt(number - 1))
                        : Integer.toString(number);
            case "decimalEnclosedCircle", "CIRCLED_DIGIT" ->
                number >= 1 && number <= 20 ? String.valueOf((char) ('①' + number - 1)) : Integer.toString(number);
            default -> Integer.toString(number);
        };
    }

    private static String letters(int number, char first) {
        boolean single = number >= 1 && number <= 26;
        return single ? String.valueOf((char) (first + number - 1)) : Integer.toString(number);
    }

    private static String roman(int number) {
        if (number < 1 || number > ROMAN_MAX) {
            return Integer.toString(number);
        }
        StringBuilder out = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                out.append(ROMAN[i]);
                rest -= ROMAN_VALUES[i];
            }
        }
        return out.toString();
    }
}
