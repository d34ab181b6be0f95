package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.Around;
import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.MonthDay;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.WeekOf;
import io.communique.enrich.text.date.Expression.Weekday;
import io.communique.enrich.text.date.Expression.WeekdayOf;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Expression.YearlyIn;
import io.communique.enrich.text.date.Term.Kind;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads weekdays, and weeks and weekdays of a longer time: "Friday", "Tuesday next week", "the first Monday of May", "the week of May 14". */
final class Weekdays {
    private static final Set<String> FEAST_WEEKDAYS =
            Set.of("good", "black", "easter", "cyber", "ash", "palm", "holy", "super", "bloody", "pentecost");

    /** What goes on behind "a Sunday" and is no noun. */
    private static final Set<String> IN_SENTENCE = Set.of(
            "when", "that", "which", "with", "or", "and", "to", "at", "as", "for", "is", "was", "than", "but",
            "because", "if");

    /** ISO 8601. */
    private static final int WEEKS_MAX = 53;

    private static final Expression THIS_YEAR = new Shift(Unit.YEAR, 0, From.NARRATIVE, "this-year");

    private final WesternGrammar grammar;
    private final Tokens text;

    Weekdays(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    /** "The last week of July", "first week of 2019". */
    @Nullable
    Written weekOf(int first, int number, int i) {
        Written whole = text.at(i + 1).is(Kind.OF) && number <= 5 ? whole(i + 2) : null;
        return whole == null ? null : new Written(new WeekOf(number, whole.expression()), first, whole.next());
    }

    /** "The first Monday of May". */
    @Nullable
    Written weekdayOf(int first, int number, int i) {
        Written whole = text.at(i + 1).is(Kind.OF) && number != 0 && number <= 5 ? whole(i + 2) : null;
        return whole == null
                ? null
                : new Written(
                        new WeekdayOf(number, DayOfWeek.of(text.value(i)), whole.expression()), first, whole.next());
    }

    /** Returns the month or year that begins at {@code i}. */
    @Nullable
    Written whole(int i) {
        return whole(i, Set.of(Unit.MONTH, Unit.YEAR));
    }

    /** Returns the month, or the year, that begins at {@code i}. */
    @Nullable
    Written whole(int i, Unit unit) {
        return whole(i, Set.of(unit));
    }

    private @Nullable Written whole(int i, Set<Unit> units) {
        Written whole = grammar.single(text.skip(i, Kind.ARTICLE));
        Unit unit = whole == null ? null : unitOf(whole.expression());
        return unit != null && units.contains(unit) ? whole : null;
    }

    private static @Nullable Unit unitOf(Expression said) {
        if (said instanceof Yearly yearly) {
            return yearly.unit();
        }
        if (said instanceof YearlyIn part) {
            return part.part().unit();
        }
        if (said instanceof Absolute absolute) {
            return absolute.span().unit();
        }
        return said instanceof Shift shift ? shift.unit() : null;
    }

    /** "30 May 2024 (Thursday)", "on 30 May, a Thursday": it says again which day that was. */
    private boolean isOfDateBefore(int i) {
        boolean inBrackets = text.at(i - 1).is("(") && text.at(i + 1).is(")");
        boolean day = text.at(i - 2).isNumber() || text.at(i - 2).is(Kind.MONTH);
        return (inBrackets && day) || (text.isEnglish() && text.at(i - 1).is("a") && !isOfNoun(i));
    }

    /** "Attended a Sunday night service"; "on a Sunday night" and "it was a Sunday" are of any or of one that was named. */
    private boolean isOfNoun(int i) {
        int noun = text.at(i + 1).is(Kind.DAY_PART) ? i + 2 : i + 1;
        boolean told = text.at(i - 2).isWord()
                && !text.at(i - 2).isAny(Kind.ON, Kind.OF, Kind.PREPOSITION)
                && !text.at(i - 2).isAny("was", "is", "be", "such", "like", "not");
        return told
                && text.at(noun).isWord()
                && !text.at(noun).capital()
                && text.at(noun).term() == null
                && !IN_SENTENCE.contains(text.at(noun).lower());
    }

    @Nullable
    Written weekday(int i) {
        Token day = text.at(i);
        // The French "mer" is the sea as well, the Spanish "mar" too.
        boolean brief = day.end() - day.start() <= (text.isEnglish() ? 5 : 3);
        if ((brief && text.isEnglish() && !day.capital())
                || text.at(i + 1).isAny("mornings", "afternoons", "evenings", "nights")
                || text.at(i - 1).is(Kind.EVERY)
                || (text.at(i - 1).is("other") && text.at(i - 2).is(Kind.EVERY))
                || FEAST_WEEKDAYS.contains(text.at(i - 1).lower())
                || isOfDateBefore(i)) {
            return null;
        }
        int j = i + 1;
        while (j < i + 4 && (text.at(j).isAny(",", ".", "(") || text.at(j).isAny(Kind.ARTICLE, Kind.ON))) {
            j++;
        }
        Written date = text.at(j).isNumber()
                ? Written.first(
                        grammar.numericDates.numericDate(j),
                        grammar.numericDates.dotted(j),
                        grammar.namedDays.dayFirst(j))
                : text.at(j).is(Kind.MONTH) ? grammar.namedDays.month(j) : null;
        if (date != null) {
            return date.from(i);
        }
        Optional<Integer> week = weekBehind(i + 1);
        DayOfWeek value = DayOfWeek.of(text.value(i));
        if (week.isPresent()) {
            return new Written(new Weekday(value, week, "weekday-of-week"), i, weekEnd(i + 1));
        }
        if (text.at(i + 1).is(Kind.LAST) || (text.at(i + 1).is(Kind.NEXT) && !text.isEnglish())) {
            return new Written(pointedWeekday(value, text.at(i + 1)), i, i + 2);
        }
        if (text.at(i + 1).is(Kind.ARTICLE)
                && grammar.namedDays.dayAt(i + 2) > 0
                && grammar.namedDays.monthBehind(grammar.namedDays.afterDay(i + 3)) < 0) {
            int next = text.at(i + 2).is(Kind.CARDINAL)
                    ? grammar.namedDays.ordinalWord(i + 2) + 1
                    : text.at(i + 2).isNumber() ? grammar.namedDays.afterDay(i + 3) : i + 3;
            return new Written(new MonthDay(grammar.namedDays.dayAt(i + 2), "day"), i, next);
        }
        // "The Sunday Herald" is a newspaper.
        boolean name = text.isEnglish()
                && text.at(i + 1).capital()
                && text.at(i + 1).term() == null
                && text.at(i + 1).sentence() == day.sentence()
                && text.at(i - 1).is(Kind.ARTICLE);
        return brief || name ? null : new Written(new Weekday(value, Optional.empty(), "weekday"), i, i + 1);
    }

    private Optional<Integer> weekBehind(int j) {
        int at = weekStart(j);
        Written shift = Pointers.isPointer(text.at(at)) ? grammar.pointers.pointed(at, at) : null;
        return shift != null && shift.expression() instanceof Shift week && week.unit() == Unit.WEEK
                ? Optional.of(week.count())
                : Optional.empty();
    }

    private int weekStart(int j) {
        int at = text.at(j).is(Kind.DAY_PART) ? j + 1 : j;
        return text.skip(text.at(at).is(",") ? at + 1 : at, Kind.OF, Kind.ARTICLE);
    }

    private int weekEnd(int j) {
        return weekStart(j) + 2;
    }

    Weekday pointedWeekday(DayOfWeek day, Token pointer) {
        int direction = Pointers.direction(pointer);
        if (direction > 0 && !text.isEnglish()) {
            // "Kommenden Sonntag", "dimanche prochain": the first one ahead, be it of this week.
            return new Weekday(day, Optional.empty(), "coming-weekday");
        }
        return new Weekday(
                day,
                direction < 0 ? Optional.empty() : Optional.of(direction),
                direction < 0 ? "last-weekday" : "weekday-of-week");
    }

    /** "The week of May 14", "the week beginning on 3 May". */
    @Nullable
    Written weekOfDay(int first, int i) {
        boolean week = text.isUnit(i, Unit.WEEK)
                && text.at(i + 1).isAny("of", "from", "starting", "beginning", "commencing", "ending");
        Written day = week ? grammar.single(text.skip(i + 2, Kind.ON, Kind.ARTICLE)) : null;
        return day != null && isDay(day.expression())
                ? new Written(new Around(Unit.WEEK, day.expression()), first, day.next())
                : null;
    }

    /** "W/c 4 February": the week that begins then; "w/e 8 February": the one that ends then. */
    @Nullable
    Written weekSign(int i) {
        boolean sign = text.at(i + 1).is("/")
                && text.at(i + 1).glued()
                && text.at(i + 2).isAny("c", "e")
                && text.at(i + 2).glued();
        Written day = sign ? grammar.single(text.skip(i + 3, Kind.ON, Kind.ARTICLE)) : null;
        return day != null && isDay(day.expression())
                ? new Written(new Around(Unit.WEEK, day.expression()), i, day.next())
                : null;
    }

    /**
     * "In week 23", "calendar week 23 of 2018", "semaine 23 de 2018": of a course, a trial or a pregnancy there are weeks as well, so that a
     * year or "calendar" must be said, or "in" stand before and nothing behind.
     */
    @Nullable
    Written weekOfYear(int first, int i) {
        int week = text.isUnit(i, Unit.WEEK) && text.at(i + 1).digits() <= 2
                ? text.at(i + 1).number()
                : 0;
        if (week < 1 || week > WEEKS_MAX || !text.isFreeAfter(i + 1)) {
            return null;
        }
        int begin = first;
        boolean calendar = text.at(i).is("kalenderwoche") || text.at(first - 1).isAny("calendar", "iso");
        if (text.at(first - 1).isAny("calendar", "iso")) {
            begin = first - 1;
        }
        int j = text.skip(text.at(i + 2).isAny(",", "/") ? i + 3 : i + 2, Kind.OF);
        int year = text.yearAt(j);
        if (year >= 0) {
            return new Written(new WeekOf(week, Years.absolute(Unit.YEAR, year, "year", true)), begin, j + 1);
        }
        boolean asked = text.isEnglish() && text.at(first - 1).is("in") && isClosed(i + 2);
        return calendar || asked ? new Written(new WeekOf(week, THIS_YEAR), begin, i + 2) : null;
    }

    /** "23. Kalenderwoche 2018", ISO 8601's "2018-W23". */
    @Nullable
    Written numberedWeek(int i) {
        int number = text.at(i).number();
        if (text.at(i + 1).is(".") && text.at(i + 1).glued() && text.at(i + 2).is("kalenderwoche")) {
            int year = text.yearAt(i + 3);
            Expression whole = year >= 0 ? Years.absolute(Unit.YEAR, year, "year", true) : THIS_YEAR;
            return number < 1 || number > WEEKS_MAX
                    ? null
                    : new Written(new WeekOf(number, whole), i, year >= 0 ? i + 4 : i + 3);
        }
        int j = text.isDash(i + 1) ? i + 2 : i + 1;
        boolean iso = text.at(i).digits() == 4
                && Tokens.isYear(number)
                && text.at(j).is("w")
                && text.at(j).capital()
                && text.at(j + 1).glued()
                && text.at(j + 1).digits() == 2
                && text.isFreeAfter(j + 1);
        int week = text.at(j + 1).number();
        return iso && week >= 1 && week <= WEEKS_MAX
                ? new Written(new WeekOf(week, Years.absolute(Unit.YEAR, number, "year", true)), i, j + 2)
                : null;
    }

    private boolean isClosed(int i) {
        Token next = text.at(i);
        return !next.isWord() || next.sentence() != text.at(i - 1).sentence();
    }

    private static boolean isDay(Expression said) {
        return (said instanceof Yearly yearly && yearly.unit() == Unit.DAY)
                || (said instanceof Absolute absolute && absolute.span().unit() == Unit.DAY);
    }

    /** "Next week on Tuesday". */
    Written weekdayBehind(int first, int week, int next, Written whole) {
        int j = text.skip(text.at(next).is(",") ? next + 1 : next, Kind.ON);
        return text.at(j).is(Kind.WEEKDAY)
                ? new Written(
                        new Weekday(DayOfWeek.of(text.value(j)), Optional.of(week), "weekday-of-week"), first, j + 1)
                : whole;
    }
}
