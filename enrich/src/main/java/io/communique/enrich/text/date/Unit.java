package io.communique.enrich.text.date;

import io.communique.contract.release.DateMention.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/** A unit of the calendar. Weeks begin on Monday (ISO 8601), decades and centuries with the year that ends in 0 or 00. */
enum Unit {
    DAY(0),
    WEEKEND(1),
    WEEK(2),
    MONTH(3),
    QUARTER(4),
    HALF_YEAR(5),
    YEAR(6),
    DECADE(7),
    CENTURY(8),
    /** Any other number of days. */
    SPAN(9);

    private final int size;

    Unit(int size) {
        this.size = size;
    }

    /** Returns its place among the units, the shortest first. */
    int size() {
        return size;
    }

    Precision precision() {
        return switch (this) {
            case DAY -> Precision.DAY;
            case WEEK -> Precision.WEEK;
            case MONTH -> Precision.MONTH;
            case QUARTER -> Precision.QUARTER;
            case HALF_YEAR -> Precision.HALF_YEAR;
            case YEAR -> Precision.YEAR;
            case DECADE -> Precision.DECADE;
            case CENTURY -> Precision.CENTURY;
            case WEEKEND, SPAN -> Precision.SPAN;
        };
    }

    /** Returns its name within the name of a rule. */
    String word() {
        return switch (this) {
            case DAY -> "day";
            case WEEKEND -> "weekend";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case HALF_YEAR -> "half";
            case YEAR -> "year";
            case DECADE -> "decade";
            case CENTURY -> "century";
            case SPAN -> "span";
        };
    }

    /** Returns the unit of this {@link #size}. */
    static Unit ofSize(int size) {
        for (Unit unit : values()) {
            if (unit.size == size) {
                return unit;
            }
        }
        throw new IllegalArgumentException("no unit has the size " + size);
    }

    /** Returns the unit that {@code day} lies in; for a weekend, the one of its week. */
    Span around(LocalDate day, String rule) {
        int year = day.getYear();
        int month = day.getMonthValue();
        return switch (this) {
            case DAY, SPAN -> new Span(day, day, DAY, rule);
            case WEEKEND -> new Span(day.with(DayOfWeek.SATURDAY), day.with(DayOfWeek.SUNDAY), this, rule);
            case WEEK -> new Span(day.with(DayOfWeek.MONDAY), day.with(DayOfWeek.SUNDAY), this, rule);
            case MONTH -> months(year, month, 1, rule);
            case QUARTER -> months(year, (month - 1) / 3 * 3 + 1, 3, rule);
            case HALF_YEAR -> months(year, (month - 1) / 6 * 6 + 1, 6, rule);
            case YEAR -> years(year, 1, rule);
            case DECADE -> years(year - Math.floorMod(year, 10), 10, rule);
            case CENTURY -> years(year - Math.floorMod(year, 100), 100, rule);
        };
    }

    /** Returns {@code day} moved by {@code count} units. */
    LocalDate move(LocalDate day, int count) {
        return switch (this) {
            case DAY, SPAN -> day.plusDays(count);
            case WEEKEND, WEEK -> day.plusWeeks(count);
            case MONTH -> day.plusMonths(count);
            case QUARTER -> day.plusMonths(3L * count);
            case HALF_YEAR -> day.plusMonths(6L * count);
            case YEAR -> day.plusYears(count);
            case DECADE -> day.plusYears(10L * count);
            case CENTURY -> day.plusYears(100L * count);
        };
    }

    private Span months(int year, int month, int count, String rule) {
        YearMonth first = YearMonth.of(year, month);
        return new Span(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth(), this, rule);
    }

    private Span years(int year, int count, String rule) {
        return new Span(
                LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year + count - 1, Month.DECEMBER, 31), this, rule);
    }
}
