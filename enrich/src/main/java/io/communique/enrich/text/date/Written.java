package io.communique.enrich.text.date;

import java.util.List;

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

    Written from(int token) {
        return new Written(expression, token, next, ends);
    }
}
