package io.communique.enrich.field;

import io.communique.contract.release.Published;
import java.time.LocalDate;

/**
 * A date as found in a text.
 *
 * @param at ISO 8601, as exact as written
 * @param precision of {@code at}
 * @param day its day; the first of its month or year where no day is written
 * @param start first character in the text
 * @param end one past the last
 */
public record WrittenDate(String at, Published.Precision precision, LocalDate day, int start, int end) {}
