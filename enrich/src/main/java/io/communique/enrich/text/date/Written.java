package io.communique.enrich.text.date;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that say a date.
 *
 * @param expression what they say
 * @param first first token
 * @param next one past the last
 * @param ends for a range the two dates that it runs between, as far as each is said whole
 */
record Written(Expression expression, int first, int next, List<Written> ends) {
    Written(Expression expression, int first, int next) {
        this(expression, first, next, List.of());
    }

    /** Returns what {@code expression} says, null if nothing. */
    static @Nullable Written of(@Nullable Expression expression, int first, int next) {
        return expression == null ? null : new Written(expression, first, next);
    }

    /** Returns the first of {@code options} that is there, null if none is. */
    static @Nullable Written first(@Nullable Written... options) {
        for (Written option : options) {
            if (option != null) {
                return option;
            }
        }
        return null;
    }

    Written from(int token) {
        return new Written(expression, token, next, ends);
    }
}
