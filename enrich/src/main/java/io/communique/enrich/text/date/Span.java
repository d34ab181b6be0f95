package io.communique.enrich.text.date;

import io.communique.contract.release.Period;
import java.time.LocalDate;

/**
 * The days that words mean.
 *
 * @param from first day
 * @param to last day, included
 * @param unit how exact the words were
 * @param rule the rule that read them
 */
record Span(LocalDate from, LocalDate to, Unit unit, String rule) {
    /** Returns the same days in another year. */
    Span movedTo(int year) {
        Period moved = new Period(from, to).movedTo(year);
        return new Span(moved.from(), moved.to(), unit, rule);
    }
}
