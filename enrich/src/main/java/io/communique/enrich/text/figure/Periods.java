package io.communique.enrich.text.figure;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The dates of a text by sentence: which one a figure is about, and which one it is compared with. */
final class Periods {
    /** More dates in one sentence are a table, where nearness says nothing; it also bounds the work. */
    private static final int SENTENCE_DATES_MAX = 24;

    private static final int VERB_DISTANCE_MAX = 20;
    private static final int SINCE_MAX = 7;
    private static final int ACT_MAX = 7;
    /** The rule of a span of time up to the publication or from it. */
    private static final String STRETCH = "stretch";

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Map<Integer, List<Placed>> bySentence = new HashMap<>();

    /** Where the dates begin that belong to a number which others are measured against. */
    private final Set<Integer> taken = new HashSet<>();

    private enum Role {
        PERIOD,
        BASELINE,
        /** "The lowest since 1974". */
        RECORD
    }

    /**
     * A date in its sentence.
     *
     * @param limit whether it is the end of something: "until May"
     * @param ofAct whether it is the day of what a noun before it rests on: "the treaty signed on 3 May"
     * @param ends the first and the last part of a span that names both, "between 2010 and 2020"; empty if it does not
     */
    private record Placed(DateMention date, Role role, boolean limit, boolean ofAct, List<DateMention> ends) {}

    Periods(Tokens tokens, Lexicon lexicon, List<DateMention> dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        for (int i = 0; i < dates.size(); i++) {
            DateMention date = dates.get(i);
            int at = tokens.indexAt(date.start());
            List<Placed> sentence = bySentence.computeIfAbsent(tokens.sentence(at), key -> new ArrayList<>());
            sentence.removeIf(placed -> isWithin(placed.date(), date));
            boolean whole = sentence.stream().noneMatch(placed -> isWithin(date, placed.date()));
            if (sentence.size() < SENTENCE_DATES_MAX && whole) {
                boolean limit = lexicon.has("until", tokens.lower(at - 1));
                sentence.add(
                        new Placed(date, role(date, at), limit, isOfAct(at), endsOf(dates.subList(i, dates.size()))));
            }
        }
    }

    /** The parts of the first of these dates, which stand next to it. */
    private static List<DateMention> endsOf(List<DateMention> dates) {
        List<DateMention> parts = dates.stream()
                .skip(1)
                .takeWhile(part -> isWithin(part, dates.get(0)))
                .limit(3)
                .toList();
        return parts.size() == 2 ? parts : List.of();
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

    /**
     * "Between 2010 and 2020 it rose from 10 % to 24 %": the part of the span of time that has the first number, or the last.
     *
     * @return empty if the figure's date is no such span
     */
    Optional<Period> end(Quantity q, boolean first) {
        return placed(q, Role.PERIOD, Integer.MAX_VALUE)
                .map(Placed::ends)
                .filter(ends -> !ends.isEmpty())
                .map(ends -> period(ends.get(first ? 0 : 1)));
    }

    /**
     * "$5 million, compared with a loss of $2 million in the same month of 2022": the date of the number that another is compared with.
     *
     * @return empty if the first date behind it is not what is compared with
     */
    Optional<Period> ofOther(Quantity q) {
        return bySentence.getOrDefault(tokens.sentence(q.from()), List.of()).stream()
                .filter(placed -> placed.date().start() >= tokens.end(q.to() - 1))
                .findFirst()
                .filter(placed -> placed.role() == Role.BASELINE)
                .map(placed -> period(placed.date()));
    }

    /** Gives the first date behind a number that others are measured against to that number alone. */
    void take(Quantity base) {
        behind(base, Role.PERIOD, Integer.MAX_VALUE)
                .ifPresent(placed -> taken.add(placed.date().start()));
    }

    /** The date that a change is counted from; the same part of another year where the text compares with "the same period" of it. */
    Optional<Period> comparedWith(Quantity q) {
        Optional<Period> own = nearest(q, Role.PERIOD, Integer.MAX_VALUE);
        return placed(q, Role.BASELINE, Integer.MAX_VALUE)
                .map(placed -> own.filter(period -> isSamePeriod(placed.date()))
                        .flatMap(period -> inYear(period, placed.date()))
                        .orElseGet(() -> period(placed.date())));
    }

    /** "In the same period of 2023", "the same period last year". */
    private boolean isSamePeriod(DateMention date) {
        return lexicon.phraseBefore("same-period", tokens, tokens.indexAt(date.start()))
                .isPresent();
    }

    /** The part of the year that a date is, if it is one and the period is shorter. */
    private static Optional<Period> inYear(Period period, DateMention year) {
        boolean whole = year.from().getDayOfYear() == 1
                && year.from().plusYears(1).minusDays(1).equals(year.to());
        boolean part = period.to().plusDays(1).isBefore(period.from().plusYears(1));
        return whole && part ? Optional.of(period.movedTo(year.from().getYear())) : Optional.empty();
    }

    /** The first date behind the figure in its sentence. */
    Optional<Period> behind(Quantity q) {
        return behind(q, Role.PERIOD, Integer.MAX_VALUE).map(placed -> period(placed.date()));
    }

    private Optional<Period> nearest(Quantity q, Role role, int limit) {
        return placed(q, role, limit).map(placed -> period(placed.date()));
    }

    private Optional<Placed> placed(Quantity q, Role role, int limit) {
        Optional<Placed> before = before(q, role);
        Optional<Placed> behind = behind(q, role, limit);
        boolean ownClause = before.filter(
                        placed -> !isClauseBetween(tokens.indexAt(placed.date().start()), q.from()))
                .isPresent();
        return behind.filter(placed -> !ownClause
                        || !isClauseBetween(q.to(), tokens.indexAt(placed.date().start())))
                .or(() -> before);
    }

    /** "Fell in May by 3 %, after it had risen in April by 2 %": whether another clause begins between two tokens. */
    private boolean isClauseBetween(int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(i -> tokens.isSymbol(i, ",") && lexicon.has("other-clause", tokens.lower(i + 1)));
    }

    private Optional<Placed> behind(Quantity q, Role role, int limit) {
        return inSentence(q, role)
                .filter(placed -> placed.date().start() >= tokens.end(q.to() - 1)
                        && placed.date().start() < limit)
                .findFirst();
    }

    /** The last date before the figure; but "access until May by 60 votes" has the limit of something else. */
    private Optional<Placed> before(Quantity q, Role role) {
        return inSentence(q, role)
                .filter(placed -> placed.date().end() <= tokens.start(q.from()) && !placed.limit() && !placed.ofAct())
                .filter(placed -> !taken.contains(placed.date().start()))
                .reduce((first, later) -> later);
    }

    private Stream<Placed> inSentence(Quantity q, Role role) {
        return bySentence.getOrDefault(tokens.sentence(q.from()), List.of()).stream()
                .filter(placed -> placed.role() == role);
    }

    private static Period period(DateMention date) {
        return new Period(date.from(), date.to());
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
        return isSinceEvent(at) || isBaseline(date, at) ? Role.BASELINE : Role.PERIOD;
    }

    /** "Since its launch in 2019", "since it opened in 2019". */
    private boolean isSinceEvent(int at) {
        return IntStream.iterate(at - 2, i -> i > at - SINCE_MAX, i -> i - 1)
                .takeWhile(i -> tokens.isWord(i + 1) && tokens.sentence(i) == tokens.sentence(at))
                .anyMatch(i -> lexicon.has("since", tokens.lower(i)));
    }

    /** "Under the treaty signed in Lima on 3 May"; but what "was signed on 3 May" is told of that day. */
    private boolean isOfAct(int at) {
        return IntStream.iterate(at - 1, i -> i > at - ACT_MAX, i -> i - 1)
                .takeWhile(i -> tokens.isWord(i) && tokens.sentence(i) == tokens.sentence(at))
                .anyMatch(i -> lexicon.has("enacted", tokens.lower(i))
                        && tokens.isWord(i - 1)
                        && !lexicon.has("stop", tokens.lower(i - 1))
                        && !lexicon.has("auxiliary", tokens.lower(i - 1)));
    }

    private boolean isSuperlative(String word) {
        return lexicon.has("record", word) || (word.length() > 5 && word.endsWith("est"));
    }

    /** "Compared with 2016", "from a year earlier": the date is what something is measured against. */
    private boolean isBaseline(DateMention date, int at) {
        // "4.5 times the 2005 level".
        if (lexicon.has("determiner", tokens.lower(at - 1)) && lexicon.has("times", tokens.lower(at - 2))) {
            return true;
        }
        for (int i = at; tokens.start(i) < date.end() && i < tokens.size(); i++) {
            if (lexicon.has("earlier", tokens.lower(i))) {
                return lexicon.has("baseline-before", tokens.lower(at - 1))
                        || lexicon.phraseBefore("baseline", tokens, at).isPresent()
                        || (!tokens.isSymbol(at - 1, ",") && !lexicon.has("in", tokens.lower(at - 1)));
            }
        }
        if (lexicon.phraseBefore("baseline", tokens, at).isEmpty()) {
            return false;
        }
        // "Over the past two decades" says how long.
        if (date.rule().equals(Optional.of(STRETCH))) {
            return false;
        }
        // "Up 2 % on 2024", but "announced on 21 November".
        boolean day = date.from().equals(date.to());
        if (day && lexicon.has("on", tokens.lower(at - 1))) {
            return false;
        }
        // "From 1 January fees will rise" says when.
        boolean english = lexicon.language().equals("en");
        if (english && lexicon.has("from", tokens.lower(at - 1)) && tokens.startsSentence(at - 1)) {
            return false;
        }
        // "From May to July" is a span; "will rise from 1 May" says when.
        int end = tokens.indexAt(date.end());
        return !lexicon.has("from", tokens.lower(at - 1))
                || (!isToCome(date, at)
                        && IntStream.rangeClosed(at, end).noneMatch(i -> lexicon.has("to", tokens.lower(i))));
    }

    private boolean isToCome(DateMention date, int at) {
        return date.from().plusMonths(1).isAfter(date.to())
                && lexicon.isBefore("future", tokens, at, VERB_DISTANCE_MAX);
    }
}
