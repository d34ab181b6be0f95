package io.communique.enrich.text.date;

import org.jspecify.annotations.Nullable;

/**
 * A word, a run of digits, or one other character.
 *
 * @param start first UTF-16 code unit in the text
 * @param end one past the last
 * @param lower in lower case
 * @param term what the word can mean in a date; null if nothing
 * @param number value of the digits; -1 if it has none
 * @param capital whether its first character is a capital letter
 * @param glued whether it follows the token before without a space
 * @param sentence number of its sentence
 * @param paragraph number of its paragraph
 */
record Token(
        int start,
        int end,
        String lower,
        @Nullable Term term,
        int number,
        boolean capital,
        boolean glued,
        int sentence,
        int paragraph) {
    boolean is(Term.Kind kind) {
        return term != null && term.kind() == kind;
    }

    boolean isAny(Term.Kind... kinds) {
        for (Term.Kind kind : kinds) {
            if (is(kind)) {
                return true;
            }
        }
        return false;
    }

    boolean isAny(String... texts) {
        for (String text : texts) {
            if (lower.equals(text)) {
                return true;
            }
        }
        return false;
    }

    boolean isNumber() {
        return number >= 0;
    }

    int digits() {
        return isNumber() ? end - start : 0;
    }

    boolean is(String text) {
        return lower.equals(text);
    }

    boolean isWord() {
        return Character.isLetter(lower.charAt(0));
    }
}
