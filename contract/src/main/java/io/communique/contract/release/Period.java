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
}
