package io.communique.enrich.text.figure;

import io.communique.contract.release.DateMention;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tokens of a text are dates. */
final class DatePlaces {
    private final Map<Integer, Integer> firstByEnd = new HashMap<>();
    private final BitSet within = new BitSet();

    DatePlaces(Tokens tokens, List<DateMention> dates) {
        for (DateMention date : dates) {
            int first = tokens.indexAt(date.start());
            int end = tokens.indexAt(date.end() - 1) + 1;
            firstByEnd.merge(end, first, Math::min);
            within.set(first, end);
        }
    }

    /** Returns the first token of the longest date that ends before {@code end}; {@code end} if none does. */
    int firstOfDateBefore(int end) {
        return firstByEnd.getOrDefault(end, end);
    }

    /** Whether the token is a part of a date. */
    boolean has(int token) {
        return token >= 0 && within.get(token);
    }
}
