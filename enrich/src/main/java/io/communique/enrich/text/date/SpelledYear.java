package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Term.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A year in English words, as treaties and proclamations write it: "two thousand and eighteen", "nineteen ninety-nine", "twenty twelve".
 *
 * @param year 1700 to 2099
 * @param next one past its last token
 */
record SpelledYear(int year, int next) {
    /** Returns the year at {@code i}; null if none is written there. */
    static @Nullable SpelledYear at(Tokens text, int i) {
        if (!text.isEnglish() || !text.at(i).is(Kind.CARDINAL)) {
            return null;
        }
        if (text.value(i) == 2 && text.at(i + 1).is("thousand")) {
            int j = text.at(i + 2).is("and") ? i + 3 : i + 2;
            SpelledYear rest = below100(text, j);
            return rest == null ? new SpelledYear(2000, i + 2) : new SpelledYear(2000 + rest.year, rest.next);
        }
        int century = text.value(i);
        SpelledYear rest = century >= 17 && century <= 20 ? below100(text, text.isDash(i + 1) ? i + 2 : i + 1) : null;
        // "Nineteen five" is a count, "twenty one" is 21.
        return rest == null || rest.year < 10 ? null : new SpelledYear(century * 100 + rest.year, rest.next);
    }

    private static @Nullable SpelledYear below100(Tokens text, int i) {
        boolean word = text.at(i).is(Kind.CARDINAL) && !text.at(i).isAny("a", "an", "couple");
        int value = word ? text.value(i) : 0;
        int j = text.isDash(i + 1) ? i + 2 : i + 1;
        int ones = value >= 20 && text.at(j).is(Kind.CARDINAL) && text.value(j) < 10 ? text.value(j) : 0;
        return value == 0 ? null : new SpelledYear(value + ones, ones > 0 ? j + 1 : i + 1);
    }
}
