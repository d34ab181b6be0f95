package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.Nearest;
import io.communique.enrich.text.date.Expression.PeriodTold;
import io.communique.enrich.text.date.Expression.SameIn;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Stretch;
import io.communique.enrich.text.date.Expression.WorkingDays;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Expression.YearlyIn;
import io.communique.enrich.text.date.Term.Kind;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what "this", "last", "next", "same" and "that" point to: "last week", "the following year", "the past five years", "the same month". */
final class Pointers {
    /** "Over the last year" is the twelve months that have passed, "last year" the one before this. */
    private static final Set<String> OVER = Set.of("over", "during", "within", "in", "for", "throughout");

    private final WesternGrammar grammar;
    private final Tokens text;

    Pointers(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    static boolean isPointer(Token token) {
        return token.isAny(Kind.THIS, Kind.LAST, Kind.NEXT, Kind.PAST, Kind.COMING);
    }

    static int direction(Token pointer) {
        return pointer.isAny(Kind.LAST, Kind.PAST) ? -1 : pointer.is(Kind.THIS) ? 0 : 1;
    }

    /** "The" belongs to some dates: "the year before", "the same year", "the following month". */
    @Nullable
    Written article(int i) {
        Token next = text.at(i + 1);
        if (next.is(Kind.SAME) || next.isAny("corresponding", "comparable", "equivalent")) {
            return Written.first(samePeriod(i, i + 1), next.is(Kind.SAME) ? same(i, i + 1) : null);
        }
        if (isPointer(next)) {
            return pointed(i, i + 1);
        }
        if (next.is("latest") && text.isEnglish()) {
            return latest(i);
        }
        if (next.is(Kind.UNIT)) {
            return Written.first(
                    grammar.dayWords.dayBesideDayWord(i),
                    overNext(i),
                    grammar.countedUnits.upTo(i, 1, i + 1),
                    grammar.weekdays.weekOfYear(i, i + 1),
                    grammar.weekdays.weekOfDay(i, i + 1),
                    grammar.countedUnits.counted(i, 1, i + 1));
        }
        if (text.at(i + 1).isNumber() || next.is(Kind.CARDINAL)) {
            // "The 5 upcoming years", "the two past weeks".
            boolean pointed = isPointer(text.at(i + 2)) && text.at(i + 3).is(Kind.UNIT);
            return pointed ? stretch(i, text.count(i + 1), text.at(i + 2), i + 3) : grammar.namedDays.ordinalDay(i);
        }
        return null;
    }

    /** "The latest quarter", "the latest period": the one that was told of. */
    private @Nullable Written latest(int i) {
        boolean quarter = text.isUnit(i + 2, Unit.QUARTER);
        Optional<Unit> unit = quarter ? Optional.of(Unit.QUARTER) : Optional.empty();
        return quarter || text.at(i + 2).is("period")
                ? new Written(new PeriodTold(0, unit, "same-period"), i, i + 3)
                : null;
    }

    /** "The week after next", "the year before last". */
    private @Nullable Written overNext(int i) {
        boolean after = text.at(i + 2).is("after") && text.at(i + 3).is("next");
        boolean before = text.at(i + 2).is("before")
                && text.at(i + 3).is("last")
                && !text.at(i + 4).isAny(Kind.UNIT, Kind.WEEKDAY, Kind.MONTH);
        return after || before
                ? new Written(new Shift(text.unitOf(i + 1), after ? 2 : -2, From.PUBLICATION, "over-next"), i, i + 4)
                : null;
    }

    @Nullable
    Written pointed(int first, int i) {
        Token pointer = text.at(i);
        Token next = text.at(i + 1);
        int at = i + 1;
        if (pointer.is(Kind.THIS) && next.isAny(Kind.PAST, Kind.COMING)) {
            return pointed(first, i + 1);
        }
        if (next.is("calendar") && text.isUnit(i + 2, Unit.YEAR)) {
            return pointedUnit(first, pointer, i + 2);
        }
        if (next.isNumber()) {
            Written day = Written.first(grammar.numericDates.pointed(first, pointer, at), namedDay(first, pointer, at));
            if (day != null) {
                return day;
            }
        }
        if (next.is(Kind.CARDINAL) || next.isNumber()) {
            if (text.at(i + 2).isAny("business", "working") && text.isUnit(i + 3, Unit.DAY)) {
                return workingDays(first, text.count(i + 1), pointer, i + 4);
            }
            Written part = pointer.is(Kind.LAST) && text.at(i + 2).is(Kind.UNIT)
                    ? grammar.yearParts.countedPart(first, text.count(i + 1), true, i + 2)
                    : null;
            if (part != null) {
                return part;
            }
            return text.at(i + 2).is(Kind.UNIT) && !pointer.is(Kind.THIS)
                    ? stretch(first, text.count(i + 1), pointer, i + 2)
                    : null;
        }
        if (next.is(Kind.UNIT)) {
            return pointedUnit(first, pointer, at);
        }
        boolean told = pointer.isAny("following", "previous", "preceding");
        Written day = next.is(Kind.MONTH) && next.capital() && text.isEnglish() ? grammar.namedDays.month(at) : null;
        if (day != null && day.expression() instanceof Yearly yearly && yearly.unit() == Unit.DAY) {
            // "Last Oct. 23".
            return new Written(new Nearest(yearly, direction(pointer)), first, day.next());
        }
        if (next.is(Kind.MONTH) && (!text.isEnglish() || next.capital()) && !told) {
            return nearest(first, Yearly.month(text.value(at), "nearest-month"), pointer, at + 1);
        }
        if (next.is(Kind.SEASON) && !told) {
            return nearest(first, YearParts.season(next), pointer, at + 1);
        }
        if (next.is(Kind.WEEKDAY)) {
            Written ofMonth = grammar.weekdays.weekdayOf(first, pointer.is(Kind.LAST) ? -1 : 0, at);
            if (ofMonth != null) {
                return ofMonth;
            }
            Written dated = grammar.weekdays.weekday(at);
            return dated != null && dated.next() > at + 1
                    ? dated.from(first)
                    : new Written(
                            grammar.weekdays.pointedWeekday(DayOfWeek.of(text.value(at)), pointer), first, at + 1);
        }
        if (next.is("mañana") && pointer.is(Kind.THIS)) {
            return new Written(new Shift(Unit.DAY, 0, From.PUBLICATION, "day-word"), first, at + 1);
        }
        if (next.is(Kind.DAY_PART)
                && first < i
                && pointer.isAny(Kind.NEXT, Kind.LAST)
                && !next.is("night")
                && text.isEnglish()) {
            // "The next morning", "the previous evening".
            int direction = direction(pointer);
            return CountedUnits.shift(first, Unit.DAY, direction, direction > 0 ? From.STORY : From.NARRATIVE, at + 1);
        }
        if (next.is(Kind.DAY_PART) && (pointer.is(Kind.THIS) || (pointer.is(Kind.LAST) && next.is("night")))) {
            return new Written(new Shift(Unit.DAY, direction(pointer), From.PUBLICATION, "day-word"), first, at + 1);
        }
        return null;
    }

    /** "El próximo 5 de diciembre", "am kommenden 5. Dezember": the nearest such day there. */
    private @Nullable Written namedDay(int first, Token pointer, int at) {
        Written day = text.isEnglish() || pointer.is(Kind.THIS) ? null : grammar.namedDays.dayFirst(at);
        if (day == null) {
            return null;
        }
        return day.expression() instanceof Yearly yearly && yearly.unit() == Unit.DAY
                ? new Written(new Nearest(yearly, direction(pointer)), first, day.next())
                : day.from(first);
    }

    private Written nearest(int first, Yearly part, Token pointer, int next) {
        Written written = grammar.yearBehind.withYear(first, part, next, "month-year");
        return written.next() > next ? written : new Written(new Nearest(part, direction(pointer)), first, next);
    }

    private @Nullable Written pointedUnit(int first, Token pointer, int i) {
        Unit unit = text.unitOf(i);
        int direction = direction(pointer);
        boolean article = first < i - 1;
        Written week = unit == Unit.WEEK && pointer.is(Kind.LAST) ? grammar.weekdays.weekOf(first, -1, i) : null;
        if (week != null) {
            return week;
        }
        if (pointer.is(Kind.LAST) && isOfAnother(i)) {
            return grammar.yearParts.countedPart(first, 1, true, i);
        }
        boolean plural = text.isPlural(text.at(i));
        boolean passed = article
                && pointer.is("last")
                && OVER.contains(text.at(first - 1).lower());
        if (plural
                || (passed
                        && unit.size() >= Unit.WEEK.size()
                        && unit.size() <= Unit.YEAR.size()
                        && unit != Unit.WEEKEND
                        && unit != Unit.QUARTER)
                || (unit == Unit.DECADE && direction < 0)
                || (pointer.is("past") && unit.size() >= Unit.MONTH.size())) {
            return plural ? null : stretch(first, 1, pointer, i);
        }
        boolean told = pointer.isAny("following", "preceding", "previous")
                || (pointer.is("next") && article && unit == Unit.DAY);
        if (told && (article || pointer.is("following"))) {
            return CountedUnits.shift(first, unit, direction, direction > 0 ? From.STORY : From.NARRATIVE, i + 1);
        }
        Written written =
                new Written(new Shift(unit, direction, From.PUBLICATION, pointedRule(unit, direction)), first, i + 1);
        return unit == Unit.WEEK
                ? grammar.weekdays.weekdayBehind(first, direction, i + 1, written)
                : unit == Unit.YEAR ? partBehind(first, written) : written;
    }

    /** "The last year of the scheme": of something else, not of those that passed. */
    private boolean isOfAnother(int unit) {
        Token after = text.at(unit + 1);
        return text.isEnglish()
                ? text.at(unit - 2).is(Kind.ARTICLE) && after.is(Kind.OF)
                : after.isAny("des", "der") && after.is(Kind.ARTICLE);
    }

    private static String pointedRule(Unit unit, int direction) {
        return (direction < 0 ? "last-" : direction > 0 ? "next-" : "this-") + unit.word();
    }

    /** "Next year's first quarter". */
    private Written partBehind(int first, Written year) {
        int j = year.next();
        if (!Tokens.isApostrophe(text.at(j)) || !text.at(j + 1).is("s")) {
            return year;
        }
        Written part = text.at(j + 2).is(Kind.ORDINAL)
                ? grammar.ordinals.ordinal(j + 2)
                : text.at(j + 2).is(Kind.MONTH) ? grammar.namedDays.month(j + 2) : null;
        return part != null && part.expression() instanceof Yearly yearly
                ? new Written(new YearlyIn(yearly, year.expression()), first, part.next())
                : year;
    }

    @Nullable
    Written stretch(int first, int count, Token pointer, int unit) {
        int signed = direction(pointer) < 0 ? -count : count;
        return count < 1 || pointer.is(Kind.THIS) || text.isUnit(unit, Unit.CENTURY)
                ? null
                : new Written(new Stretch(text.unitOf(unit), signed, "stretch"), first, unit + 1);
    }

    /** "The next five working days". */
    private static @Nullable Written workingDays(int first, int count, Token pointer, int next) {
        boolean said = count > 1 && !pointer.is(Kind.THIS);
        return said ? new Written(new WorkingDays(direction(pointer) * count), first, next) : null;
    }

    @Nullable
    Written same(int first, int i) {
        int j = text.at(i).isAny(Kind.SAME, Kind.THAT) ? i + 1 : i;
        j = text.at(j).is(Kind.SAME) ? j + 1 : j;
        boolean unit = j > i && text.at(j).is(Kind.UNIT) && !text.at(j).lower().endsWith("days");
        if (!unit || text.unitOf(j) == Unit.WEEKEND) {
            return null;
        }
        Shift same =
                new Shift(text.unitOf(j), 0, From.SAME, "same-" + text.unitOf(j).word());
        Written year = text.at(i).is(Kind.SAME) ? yearOf(j) : null;
        return year == null
                ? new Written(same, first, j + 1)
                : new Written(new SameIn(same, year.expression()), first, year.next());
    }

    /** "The same period last year", "the corresponding quarter of 2017". */
    private @Nullable Written samePeriod(int first, int same) {
        int at = same + 1;
        boolean unit = text.isUnit(at, Unit.QUARTER) || text.isUnit(at, Unit.MONTH);
        boolean period = text.at(at).is("period");
        if (!text.isEnglish() || (!period && (!unit || text.at(same).is(Kind.SAME)))) {
            return null;
        }
        // "The same period a year ago" is counted.
        Written year = text.at(at + 1).is("a") ? grammar.countedUnits.counted(at + 1) : yearBehind(at + 1);
        if (year == null) {
            return null;
        }
        PeriodTold told = new PeriodTold(0, unit ? Optional.of(text.unitOf(at)) : Optional.empty(), "same-period");
        return new Written(new SameIn(told, year.expression()), first, year.next());
    }

    /** Returns the year that is said behind a shorter unit: "the same month of 2020", "the same quarter last year". */
    private @Nullable Written yearOf(int unit) {
        boolean shorter = text.unitOf(unit) == Unit.MONTH || text.unitOf(unit) == Unit.QUARTER;
        return shorter ? yearBehind(unit + 1) : null;
    }

    private @Nullable Written yearBehind(int i) {
        return grammar.weekdays.whole(text.at(i).is(Kind.OF) || text.at(i).is("in") ? i + 1 : i, Unit.YEAR);
    }

    /** "Le mois dernier", "el año pasado": what points stands behind the unit. */
    @Nullable
    Written postponed(int first, int count, int i) {
        Token pointer = text.at(i + 1);
        if (text.isEnglish() || count != 1 || !pointer.isAny(Kind.LAST, Kind.NEXT)) {
            return null;
        }
        boolean told = pointer.lower().startsWith("précédent")
                || pointer.is("anterior")
                || pointer.lower().startsWith("suivant")
                || pointer.lower().startsWith("siguiente");
        int direction = direction(pointer);
        return told
                ? CountedUnits.shift(
                        first, text.unitOf(i), direction, direction > 0 ? From.STORY : From.NARRATIVE, i + 2)
                : new Written(
                        new Shift(text.unitOf(i), direction, From.PUBLICATION, pointedRule(text.unitOf(i), direction)),
                        first,
                        i + 2);
    }
}
