package io.communique.contract.release;

import java.time.LocalDate;

/**
 * A span of days.
 *
 * @param from first day
 * @param to last day, included; not before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends no earlier than it begins: " + from + ".." + to);
        }
    }

    /** Returns the same days in the year in which it then ends; the end of February stays its end. */
    public Period movedTo(int year) {
        int years = year - to.getYear();
        // Counted from the day behind it.
        return new Period(from.plusYears(years), to.plusDays(1).plusYears(years).minusDays(1));
    }
}
