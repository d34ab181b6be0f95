package io.communique.enrich.text.figure;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dates of a text by sentence: which one a figure is about, and which one it is compared with. */
final class Periods {
    /** More dates in one sentence are a table, where nearness says nothing; it also bounds the work. */
    private static final int SENTENCE_DATES_MAX = 24;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Map<Integer, List<Placed>> bySentence = new HashMap<>();

    private record Placed(DateMention date, boolean baseline, boolean limit) {}

    Periods(Tokens tokens, Lexicon lexicon, List<DateMention> dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        for (DateMention date : dates) {
            int at = tokens.indexAt(date.start());
            List<Placed> sentence = bySentence.computeIfAbsent(tokens.sentence(at), key -> new ArrayList<>());
            if (sentence.size() < SENTENCE_DATES_MAX) {
                sentence.add(new Placed(date, isBaseline(date, at), lexicon.has("until", tokens.lower(at - 1))));
            }
        }
    }

    /** The first date behind the figure in its sentence, else the last before it. */
    Optional<Period> of(Quantity q) {
        return nearest(q, false);
    }

    /** The date that a change is counted from. */
    Optional<Period> comparedWith(Quantity q) {
        return nearest(q, true);
    }

    private Optional<Period> nearest(Quantity q, boolean baseline) {
        Optional<DateMention> before = Optional.empty();
        for (Placed placed : bySentence.getOrDefault(tokens.sentence(q.from()), List.of())) {
            if (placed.baseline() != baseline) {
                continue;
            }
            if (placed.date().start() >= tokens.end(q.to() - 1)) {
                return Optional.of(period(placed.date()));
            }
            // "Access until May by 60 votes": the limit of something else.
            if (placed.date().end() <= tokens.start(q.from()) && !placed.limit()) {
                before = Optional.of(placed.date());
            }
        }
        return before.map(Periods::period);
    }

    private static Period period(DateMention date) {
        return new Period(date.from(), date.to());
    }

    /** "Compared with 2016", "from a year earlier": the date is what something is measured against. */
    private boolean isBaseline(DateMention date, int at) {
        for (int i = at; tokens.start(i) < date.end() && i < tokens.size(); i++) {
            if (lexicon.has("earlier", tokens.lower(i))) {
                return lexicon.has("baseline-before", tokens.lower(at - 1))
                        || (!tokens.isSymbol(at - 1, ",") && !lexicon.has("in", tokens.lower(at - 1)));
            }
        }
        if (lexicon.phraseBefore("baseline", tokens, at).isEmpty()) {
            return false;
        }
        // "From May to July" is a span.
        return !lexicon.has("from", tokens.lower(at - 1))
                || !lexicon.has("to", tokens.lower(tokens.indexAt(date.end())));
    }
}
