package io.communique.enrich.text.date;

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
    /** Returns the same days in another year; the end of February stays its end. */
    Span movedTo(int year) {
        int years = year - to.getYear();
        return new Span(from.plusYears(years), to.plusDays(1).plusYears(years).minusDays(1), unit, rule);
    }
}
