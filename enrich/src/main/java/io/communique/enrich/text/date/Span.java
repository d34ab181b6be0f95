package io.communique.enrich.text.date;

import io.communique.contract.release.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The days that words mean.
 *
 * @param from first day
 * @param to last day, included
 * @param unit how exact the words were
 * @param rule the rule that read them
 */
record Span(LocalDate from, LocalDate to, Unit unit, String rule) {
    private static final int PART_DAYS_MAX = 340;
    /** "The year to June" can be held against the one before, as a part of a year can. */
    private static final int YEAR_DAYS_MAX = 366;

    /** Returns whether this is a month, a quarter, the first days of a month or a number of months: what others can be held against. */
    boolean isPartOfYear() {
        boolean written = rule.equals("month-day") || rule.equals("year-month-day") || rule.equals("range");
        boolean firstDays =
                written && from.getDayOfMonth() == 1 && YearMonth.from(from).equals(YearMonth.from(to));
        return switch (unit) {
            case MONTH, QUARTER, HALF_YEAR -> true;
            case SPAN ->
                rule.equals("up-to")
                        ? ChronoUnit.DAYS.between(from, to) <= YEAR_DAYS_MAX
                        : ChronoUnit.DAYS.between(from, to) <= PART_DAYS_MAX && (isWholeMonths() || firstDays);
            default -> false;
        };
    }

    private boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    }

    /** Returns the number of months of this; 0 if it does not begin and end with one. */
    int months() {
        return isWholeMonths() ? (int) ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1 : 0;
    }

    /** Returns the whole months right before these, as many, by another rule. */
    Span monthsBefore(String by) {
        return new Span(from.minusMonths(months()), from.minusDays(1), unit, by);
    }

    /** Returns the same days so many years away, by another rule. */
    Span movedBy(int years, String by) {
        Span moved = movedTo(to.getYear() + years);
        return new Span(moved.from, moved.to, unit, by);
    }

    /** Returns the same days in another year. */
    Span movedTo(int year) {
        Period moved = new Period(from, to).movedTo(year);
        return new Span(moved.from(), moved.to(), unit, rule);
    }
}
