package io.communique.enrich.text.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What words say of a date, before it is known what they are counted from. */
sealed interface Expression {
    /**
     * Stands by itself: "3 May 2018", "the 1990s".
     *
     * @param named whether the words tell what the text around is about, as "in 2017" does and "since 2017" does not
     */
    record Absolute(Span span, boolean named) implements Expression {}

    /** What each year has once. */
    sealed interface EveryYear extends Expression {
        /** Returns this in {@code year}; empty if that has no such day. */
        Optional<Span> in(int year);
    }

    /**
     * Comes back each year: "May 17", "July", "the third quarter", "winter".
     *
     * @param fromDay 0 for the first of its month
     * @param toMonth before {@code fromMonth} where it ends in the year that follows
     * @param toDay 0 for the last of its month
     */
    record Yearly(int fromMonth, int fromDay, int toMonth, int toDay, Unit unit, String rule) implements EveryYear {
        static Yearly day(int month, int day, String rule) {
            return new Yearly(month, day, month, day, Unit.DAY, rule);
        }

        static Yearly month(int month, String rule) {
            return new Yearly(month, 0, month, 0, Unit.MONTH, rule);
        }

        /** Returns the {@code number}-th quarter (of 4) or half (of 2). */
        static Yearly part(int number, int of, String rule) {
            int months = 12 / of;
            return new Yearly(
                    (number - 1) * months + 1, 0, number * months, 0, of == 4 ? Unit.QUARTER : Unit.HALF_YEAR, rule);
        }

        @Override
        public Optional<Span> in(int year) {
            try {
                int toYear = toMonth < fromMonth ? year + 1 : year;
                LocalDate from = LocalDate.of(year, fromMonth, Math.max(fromDay, 1));
                LocalDate to = toDay == 0
                        ? YearMonth.of(toYear, toMonth).atEndOfMonth()
                        : LocalDate.of(toYear, toMonth, toDay);
                return to.isBefore(from) ? Optional.empty() : Optional.of(new Span(from, to, unit, rule));
            } catch (DateTimeException e) {
                // "31 June" is no date.
                return Optional.empty();
            }
        }
    }

    /** "Good Friday", "Easter": a feast that each year has on another day. */
    record FeastDay(Feast feast) implements EveryYear {
        @Override
        public Optional<Span> in(int year) {
            return Optional.of(Unit.DAY.around(feast.in(year), "feast"));
        }
    }

    /** A part of a year that is said by other words: "March the same year", "the third quarter of last year". */
    record YearlyIn(Yearly part, Expression year) implements Expression {}

    /** The last, this or the next one of what comes back each year: "last July". {@code direction} is -1, 0 or 1. */
    record Nearest(Yearly part, int direction) implements Expression {}

    /** A part of what other words say: "early May", "late 1990s". */
    record PartOf(Third third, Expression whole) implements Expression {}

    /** "The same month of 2020", "the same quarter last year": what the text spoke of, in another year. */
    record SameIn(Expression same, Expression year) implements Expression {}

    /**
     * "The year-earlier quarter", "the latest period": the part of a year that the text last told of, {@code years} away; of that unit, if one
     * is said.
     */
    record PeriodTold(int years, Optional<Unit> unit, String rule) implements Expression {}

    /**
     * "Vormonat", "전분기", "前月": right before the part of a year that the text last told of, and as long; of that unit, if one is said.
     */
    record PeriodBefore(Optional<Unit> unit, String rule) implements Expression {}

    /**
     * "今年度", "前年度": the fiscal year that lies {@code count} away from that of the publication; for {@link From#NARRATIVE} from the one last
     * named, if one was.
     *
     * @param country ISO 3166-1 alpha-2, whose fiscal year is meant
     */
    record FiscalShift(int count, From from, String country) implements Expression {}

    /** "The second half of September": its first fifteen days, or the rest. */
    record HalfOf(int number, Expression month) implements Expression {}

    /** The unit that lies {@code count} units away: "last week", "two years ago", "the year before". */
    record Shift(Unit unit, int count, From from, String rule) implements Expression {}

    /** So many units up to the publication or after it: "the past five years". {@code count} is below 0 for the past. */
    record Stretch(Unit unit, int count, String rule) implements Expression {}

    /** So many days from Monday to Friday before the publication or after it; {@code count} is below 0 for the past. */
    record WorkingDays(int count) implements Expression {}

    /** "Friday"; {@code week} is empty if no week is said, else how many weeks from that of the publication. */
    record Weekday(DayOfWeek day, Optional<Integer> week, String rule) implements Expression {}

    /** "The 17th of last month". */
    record DayIn(int day, Shift month) implements Expression {}

    /**
     * "The 17th": a day of the month that the text is in.
     *
     * @param direction -1 for the last one before the publication, 1 for the next one, 0 where that is not said
     */
    record MonthDay(int day, int direction, String rule) implements Expression {
        MonthDay(int day, String rule) {
            this(day, 0, rule);
        }
    }

    /** "The first week of July": of a month, quarter or year; {@code number} is -1 for the last. */
    record WeekOf(int number, Expression whole) implements Expression {}

    /** "The first Monday of May"; {@code number} is -1 for the last. */
    record WeekdayOf(int number, DayOfWeek day, Expression whole) implements Expression {}

    /** "The week of May 14": the unit that a day lies in. */
    record Around(Unit unit, Expression day) implements Expression {}

    /** "The three months to September", "the year ended 31 March": so many units, of which the last day is that of {@code end}. */
    record UpTo(Unit unit, int count, Expression end) implements Expression {}

    /** "The year to date": from the first day of the unit to the publication. */
    record ToDate(Unit unit) implements Expression {}

    /** From the one to the other. */
    record Range(Expression from, Expression to) implements Expression {}

    /** What a {@link Shift} is counted from. */
    enum From {
        /** The day on which the text was published. */
        PUBLICATION,
        /** The date last named; the publication if there is none. */
        NARRATIVE,
        /** The date last named, and its year becomes the one that the text is about. */
        STORY,
        /** The date last named, and nothing else. */
        SAME
    }
}
