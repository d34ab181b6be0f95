package io.communique.enrich.text.figure;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The dates of a text by sentence: which one a figure is about, and which one it is compared with. */
final class Periods {
    /** More dates in one sentence are a table, where nearness says nothing; it also bounds the work. */
    private static final int SENTENCE_DATES_MAX = 24;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Map<Integer, List<Placed>> bySentence = new HashMap<>();

    private enum Role {
        PERIOD,
        BASELINE,
        /** "The lowest since 1974". */
        RECORD
    }

    private record Placed(DateMention date, Role role, boolean limit) {}

    Periods(Tokens tokens, Lexicon lexicon, List<DateMention> dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        for (DateMention date : dates) {
            int at = tokens.indexAt(date.start());
            List<Placed> sentence = bySentence.computeIfAbsent(tokens.sentence(at), key -> new ArrayList<>());
            sentence.removeIf(placed -> isWithin(placed.date(), date));
            boolean whole = sentence.stream().noneMatch(placed -> isWithin(date, placed.date()));
            if (sentence.size() < SENTENCE_DATES_MAX && whole) {
                sentence.add(new Placed(date, role(date, at), lexicon.has("until", tokens.lower(at - 1))));
            }
        }
    }

    /**
     * The first date behind the figure in its sentence, else the last before it.
     *
     * @param other the figure that it is measured against: "61 %, compared to 58 % in 2016", where the date is the other's
     */
    Optional<Period> of(Quantity q, Optional<Quantity> other) {
        return nearest(
                q,
                Role.PERIOD,
                other.map(against -> tokens.end(against.to() - 1)).orElse(Integer.MAX_VALUE));
    }

    /** The date that a change is counted from. */
    Optional<Period> comparedWith(Quantity q) {
        return nearest(q, Role.BASELINE, Integer.MAX_VALUE);
    }

    /** The first date behind the figure in its sentence. */
    Optional<Period> behind(Quantity q) {
        return behind(q, Role.PERIOD, Integer.MAX_VALUE);
    }

    private Optional<Period> nearest(Quantity q, Role role, int limit) {
        return behind(q, role, limit).or(() -> before(q, role));
    }

    private Optional<Period> behind(Quantity q, Role role, int limit) {
        return inSentence(q, role)
                .filter(placed -> placed.date().start() >= tokens.end(q.to() - 1)
                        && placed.date().start() < limit)
                .findFirst()
                .map(Periods::period);
    }

    /** The last date before the figure; but "access until May by 60 votes" has the limit of something else. */
    private Optional<Period> before(Quantity q, Role role) {
        return inSentence(q, role)
                .filter(placed -> placed.date().end() <= tokens.start(q.from()) && !placed.limit())
                .reduce((first, later) -> later)
                .map(Periods::period);
    }

    private Stream<Placed> inSentence(Quantity q, Role role) {
        return bySentence.getOrDefault(tokens.sentence(q.from()), List.of()).stream()
                .filter(placed -> placed.role() == role);
    }

    private static Period period(Placed placed) {
        return new Period(placed.date().from(), placed.date().to());
    }

    /** The two ends of "between January and June" say less than the whole. */
    private static boolean isWithin(DateMention end, DateMention span) {
        return end.start() >= span.start() && end.end() <= span.end();
    }

    private Role role(DateMention date, int at) {
        if (lexicon.has("since", tokens.lower(at - 1))
                && (isSuperlative(tokens.lower(at - 2)) || isSuperlative(tokens.lower(at - 3)))) {
            return Role.RECORD;
        }
        return isBaseline(date, at) ? Role.BASELINE : Role.PERIOD;
    }

    private boolean isSuperlative(String word) {
        return lexicon.has("record", word) || (word.length() > 5 && word.endsWith("est"));
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
        int end = tokens.indexAt(date.end());
        return !lexicon.has("from", tokens.lower(at - 1))
                || IntStream.rangeClosed(at, end).noneMatch(i -> lexicon.has("to", tokens.lower(i)));
    }
}
