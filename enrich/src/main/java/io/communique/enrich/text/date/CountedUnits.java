package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.PeriodTold;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.ToDate;
import io.communique.enrich.text.date.Expression.UpTo;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Expression.YearlyIn;
import io.communique.enrich.text.date.Term.Kind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads counted units and units with a direction: "two years ago", "a month later", "the year before", "in three weeks", "the year to date". */
final class CountedUnits {
    /** "Les neuf premiers mois de 2023", "los nueve primeros meses". */
    private static final Set<String> FIRST = Set.of("premiers", "premières", "primeros", "primeras");

    private final WesternGrammar grammar;
    private final Tokens text;

    CountedUnits(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    @Nullable
    Written counted(int i) {
        int count = text.count(i);
        // "5 upcoming years", "cinq dernières années".
        if (count > 1 && Pointers.isPointer(text.at(i + 1)) && text.at(i + 2).is(Kind.UNIT)) {
            return grammar.pointers.stretch(i, count, text.at(i + 1), i + 2);
        }
        if (count > 1
                && FIRST.contains(text.at(i + 1).lower())
                && text.at(i + 2).is(Kind.UNIT)) {
            return grammar.yearParts.countedPart(i, count, false, i + 2);
        }
        int unit = text.at(i + 1).is(Kind.COUNTED) ? -1 : i + 1;
        return count < 1 || unit < 0 || !text.at(unit).is(Kind.UNIT) ? null : counted(i, count, unit);
    }

    /** "Three months to September", "year ended 31 March 2018"; a month or a day must be said. */
    @Nullable
    Written upTo(int first, int count, int i) {
        boolean placed = text.at(first).is(Kind.ARTICLE)
                || text.at(first - 1).isAny(Kind.ARTICLE, Kind.PREPOSITION)
                || text.at(first - 1).is("for");
        boolean ends = text.isEnglish()
                && (text.at(i + 1).isAny("ending", "ended")
                        || (placed && text.at(i + 1).isAny("to", "through", "until")));
        int j = ends ? behindEndOf(text.skip(i + 2, Kind.ARTICLE)) : i;
        Written end = ends
                        && (text.at(j).isNumber()
                                || (text.at(j).is(Kind.MONTH) && text.at(j).capital()))
                ? grammar.single(j)
                : null;
        boolean day = end != null
                && ((end.expression() instanceof Yearly yearly && yearly.unit().size() <= Unit.MONTH.size())
                        || (end.expression() instanceof Absolute absolute
                                && absolute.span().unit().size() <= Unit.MONTH.size()));
        return day && end != null
                ? new Written(new UpTo(text.unitOf(i), count, end.expression()), first, end.next())
                : null;
    }

    /** "To the end of April", "to end-March". */
    private int behindEndOf(int i) {
        if (!text.at(i).is("end")) {
            return i;
        }
        return text.at(i + 1).is(Kind.OF) || text.isDash(i + 1) ? i + 2 : i + 1;
    }

    /** "Two years ago", "a year later", "the year before". */
    @Nullable
    Written counted(int first, int count, int i) {
        Written upTo = upTo(first, count, i);
        if (upTo != null) {
            return upTo;
        }
        Token after = text.at(i + 1);
        Unit unit = text.unitOf(i);
        if (unit == Unit.DECADE && after.isAny(Kind.AGO, Kind.LATER)) {
            // Counted from a year, not from a decade.
            Shift years = after.is(Kind.AGO)
                    ? new Shift(Unit.YEAR, -10 * count, From.PUBLICATION, "ago")
                    : new Shift(Unit.YEAR, 10 * count, From.STORY, "later");
            return new Written(years, first, i + 2);
        }
        boolean about =
                after.is("or") && text.at(i + 2).is("so") && text.at(i + 3).is(Kind.AGO);
        if (about) {
            return new Written(new Shift(unit, -count, From.PUBLICATION, "ago"), first, i + 4);
        }
        if (after.is(Kind.AGO) && text.isEnglish()) {
            return new Written(new Shift(unit, -count, From.PUBLICATION, "ago"), first, i + 2);
        }
        if (after.is("plus") && text.at(i + 2).is("tard")) {
            // "Vingt ans plus tard que …" compares.
            return text.at(i + 3).isAny("que", "qu")
                    ? null
                    : new Written(new Shift(unit, count, From.STORY, "later"), first, i + 3);
        }
        if (after.is(Kind.LATER)) {
            return text.at(i + 2).is("than")
                    ? null
                    : new Written(new Shift(unit, count, From.STORY, "later"), first, i + 2);
        }
        if (after.is(Kind.EARLIER) && !text.at(i + 2).is("than") && (!after.is("before") || isClosed(i + 2))) {
            return shift(first, unit, -count, From.NARRATIVE, i + 2);
        }
        if (after.isAny("before", "after", "from")
                && text.at(i + 2).is(Kind.DAY_WORD)
                && unit.size() <= Unit.WEEK.size()) {
            int days = (unit == Unit.WEEK ? 7 : 1) * (after.is("before") ? -count : count) + text.value(i + 2);
            return new Written(new Shift(Unit.DAY, days, From.PUBLICATION, "beside-day-word"), first, i + 3);
        }
        boolean fromNow = after.is("from") && text.at(i + 2).isAny("now", "today", "tomorrow");
        if (fromNow) {
            int extra = text.at(i + 2).is("tomorrow") ? 1 : 0;
            Shift shift = unit == Unit.WEEK
                    ? new Shift(Unit.DAY, 7 * count + extra, From.PUBLICATION, "from-now")
                    : new Shift(unit, count + (unit == Unit.DAY ? extra : 0), From.PUBLICATION, "from-now");
            return new Written(shift, first, i + 3);
        }
        return grammar.pointers.postponed(first, count, i);
    }

    static Written shift(int first, Unit unit, int count, From from, int next) {
        String rule = unit.word() + (count < 0 ? "-before" : "-after");
        return new Written(new Shift(unit, count, from, rule), first, next);
    }

    /** "The year before" ends there; "the year before the war" does not. */
    private boolean isClosed(int i) {
        Token next = text.at(i);
        return !next.isWord()
                || next.sentence() != text.at(i - 1).sentence()
                || next.isAny(Kind.AND, Kind.PREPOSITION, Kind.TO, Kind.OF);
    }

    /** "The year-earlier quarter", "the year-ago third quarter", "a year-earlier loss". */
    private @Nullable Written yearBefore(int i) {
        boolean said = text.isEnglish()
                && text.isUnit(i, Unit.YEAR)
                && text.isDash(i + 1)
                && text.at(i + 1).glued()
                && text.at(i + 2).isAny("ago", "earlier");
        if (!said) {
            return null;
        }
        Yearly part = grammar.yearParts.part(i + 3);
        if (part != null) {
            return new Written(new YearlyIn(part, new Shift(Unit.YEAR, -1, From.NARRATIVE, "year-before")), i, i + 5);
        }
        boolean period = text.at(i + 3).is("period");
        Optional<Unit> unit = text.at(i + 3).is(Kind.UNIT) ? Optional.of(text.unitOf(i + 3)) : Optional.empty();
        return new Written(new PeriodTold(-1, unit, "year-before"), i, period || unit.isPresent() ? i + 4 : i + 3);
    }

    /** "By year-end", "before year's end": that of the year which the sentence names, else of the one that goes on. */
    private @Nullable Written yearEnd(int i) {
        int j = Tokens.isApostrophe(text.at(i + 1)) && text.at(i + 2).is("s") ? i + 3 : i + 1;
        j = text.isDash(j) && text.at(j).glued() ? j + 1 : j;
        boolean said = text.isEnglish()
                && text.isUnit(i, Unit.YEAR)
                && text.at(j).is("end")
                && text.at(i - 1).isAny("by", "at", "before", "until", "till", "around", "towards", "through")
                && !text.at(j + 1).isNumber()
                && !text.isDash(j + 1);
        return said ? new Written(new Shift(Unit.YEAR, 0, From.NARRATIVE, "year-end"), i, j + 1) : null;
    }

    @Nullable
    Written unit(int i) {
        Written yearBefore = Written.first(yearBefore(i), yearEnd(i));
        if (yearBefore != null) {
            return yearBefore;
        }
        if (text.isUnit(i, Unit.DECADE) || text.isUnit(i, Unit.YEAR)) {
            int j = text.skip(i + 1, Kind.OF, Kind.ARTICLE);
            boolean plural = text.isUnit(i, Unit.DECADE) || text.at(i).isAny("années", "años");
            if (plural
                    && text.at(j).digits() == 4
                    && text.at(j).number() % 10 == 0
                    && Tokens.isYear(text.at(j).number())
                    && text.at(j + 1).term() == null) {
                int next = text.at(j + 1).is("s") && text.at(j + 1).glued() ? j + 2 : j + 1;
                return new Written(Years.absolute(Unit.DECADE, text.at(j).number(), "decade", false), i, next);
            }
        }
        if (text.at(i + 1).is("to") && text.at(i + 2).is("date")) {
            return new Written(new ToDate(text.unitOf(i)), i, i + 3);
        }
        Written upTo = upTo(i, 1, i);
        if (upTo != null) {
            return upTo;
        }
        Written week = Written.first(grammar.weekdays.weekOfYear(i, i), grammar.weekdays.weekOfDay(i, i));
        return week != null || text.isEnglish() ? week : counted(i, 1, i);
    }

    /** "Vor zwei Jahren", "hace dos años". */
    @Nullable
    Written agoFirst(int i) {
        // "Il y a deux ans."
        int j = text.at(i).is("il") ? (text.at(i + 1).is("y") && text.at(i + 2).is("a") ? i + 3 : -1) : i + 1;
        int count = text.isEnglish() || j < 0 ? 0 : text.count(j);
        return count >= 1 && text.at(j + 1).is(Kind.UNIT)
                ? new Written(new Shift(text.unitOf(j + 1), -count, From.PUBLICATION, "ago"), i, j + 2)
                : null;
    }

    /** "Later this year": what is left of it. */
    @Nullable
    Written laterThis(int i) {
        boolean rest = text.at(i + 1).is(Kind.THIS)
                && text.at(i + 2).is(Kind.UNIT)
                && text.unitOf(i + 2).size() > Unit.DAY.size();
        return rest ? new Written(new Shift(text.unitOf(i + 2), 0, From.PUBLICATION, "later-this"), i, i + 3) : null;
    }

    /** "Earlier this year": what has passed of it. */
    @Nullable
    Written earlierThis(int i) {
        boolean past = text.at(i).is("earlier")
                && text.at(i + 1).is(Kind.THIS)
                && text.at(i + 2).is(Kind.UNIT)
                && text.unitOf(i + 2).size() > Unit.DAY.size();
        return past ? new Written(new Shift(text.unitOf(i + 2), 0, From.PUBLICATION, "earlier-this"), i, i + 3) : null;
    }

    /** "The rest of the year", "the remainder of this week": what is left of it. */
    @Nullable
    Written restOf(int i) {
        int j = i + 3;
        boolean rest = text.at(i + 1).is(Kind.OF)
                && text.at(i + 2).isAny(Kind.ARTICLE, Kind.THIS)
                && text.at(j).is(Kind.UNIT)
                && !text.isPlural(text.at(j))
                && text.unitOf(j).size() > Unit.DAY.size()
                && text.unitOf(j).size() <= Unit.YEAR.size()
                && !text.at(j + 1).isNumber()
                && !text.isDash(j + 1)
                && !text.at(j + 1).isAny(Kind.OF, Kind.EARLIER);
        if (!rest) {
            return null;
        }
        // Of "the end of 2018" the year is read, so of "the end of the year" as well.
        return text.at(i).isAny("end", "beginning", "start")
                ? text.at(i + 2).is(Kind.THIS) ? null : told(i + 2, j)
                : new Written(new Shift(text.unitOf(j), 0, From.PUBLICATION, "rest-of"), i, j + 1);
    }

    /** The unit that the text speaks of. */
    private Written told(int first, int unit) {
        Shift shift = new Shift(
                text.unitOf(unit),
                0,
                From.NARRATIVE,
                "same-" + text.unitOf(unit).word());
        return new Written(shift, first, unit + 1);
    }

    /**
     * "Exports rose in the year", "later in the year": the one that the text speaks of. A month or quarter must have been named: "in the
     * month" of a report is seldom that of its publication.
     */
    @Nullable
    Written inTheUnit(int i) {
        boolean full = text.isEnglish()
                && text.at(i).isAny("in", "during", "for", "over")
                && text.at(i + 1).is(Kind.ARTICLE)
                && text.at(i + 2).isAny("full", "whole", "entire")
                && text.isUnit(i + 3, Unit.YEAR)
                && !text.isDash(i + 4)
                && !text.at(i + 4).isNumber();
        if (full) {
            // "Sales for the full year".
            return told(i + 1, i + 3);
        }
        int j = i + 2;
        boolean unit = text.isEnglish()
                && (text.at(i).isAny("in", "during") || (text.at(i).is("for") && text.isUnit(j, Unit.QUARTER)))
                && text.at(i + 1).is(Kind.ARTICLE)
                && (text.isUnit(j, Unit.YEAR) || text.isUnit(j, Unit.QUARTER) || text.isUnit(j, Unit.MONTH))
                && !text.isPlural(text.at(j));
        Token after = text.at(j + 1);
        boolean joined = after.isWord() || after.isNumber() || text.isDash(j + 1) || Tokens.isApostrophe(after);
        boolean closed = !joined
                || after.sentence() != text.at(j).sentence()
                || text.at(i - 1).isAny("earlier", "later")
                || isFigure(j + 1);
        From from = text.isUnit(j, Unit.YEAR) ? From.NARRATIVE : From.SAME;
        return unit && closed
                ? new Written(
                        new Shift(
                                text.unitOf(j),
                                0,
                                from,
                                "same-" + text.unitOf(j).word()),
                        i + 1,
                        j + 1)
                : null;
    }

    /** "Rose in the quarter to $2.3 billion", "fell in the year from 40 to 30". */
    private boolean isFigure(int to) {
        Token amount = text.at(to + 1);
        return text.at(to).isAny("to", "from")
                && (amount.isAny("$", "€", "£", "¥") || (amount.isNumber() && amount.digits() < 4))
                && !text.at(to + 2).is(Kind.MONTH);
    }

    /** "Over the weekend", "at the weekend", of which {@code i} is the article. */
    @Nullable
    Written weekend(int i) {
        boolean weekend = text.isEnglish()
                && text.at(i - 1).isAny("over", "at", "during")
                && text.isUnit(i + 1, Unit.WEEKEND)
                && !text.isPlural(text.at(i + 1))
                && !text.at(i + 2).is(Kind.OF);
        return weekend ? new Written(new Shift(Unit.WEEKEND, 0, From.PUBLICATION, "weekend"), i, i + 2) : null;
    }

    /** "In two weeks", which is a date where the sentence is about the future only. */
    @Nullable
    Written inUnits(int i) {
        boolean in = text.at(i).isAny("in", "dans", "en");
        int count = in ? text.count(i + 1) : 0;
        boolean closed = text.at(i + 3).sentence() != text.at(i).sentence()
                || !text.at(i + 3).isWord()
                || text.at(i + 3).is("time")
                || text.at(i + 3).term() != null;
        return count >= 1
                        && text.at(i + 2).is(Kind.UNIT)
                        && closed
                        && !text.at(i + 3).is(Kind.EARLIER)
                        && !text.at(i + 3).is(Kind.LATER)
                ? new Written(new Shift(text.unitOf(i + 2), count, From.PUBLICATION, "in-units"), i, i + 3)
                : null;
    }
}
