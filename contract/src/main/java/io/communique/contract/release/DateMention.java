package io.communique.contract.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A date or period that the body names, resolved against what the text is about.
 *
 * <p>Where only one end is named ("since 2014", "by 2030") the mention is that end, the year. A range that names both is followed by
 * mentions of its ends.
 *
 * @param text as written
 * @param from first day meant
 * @param to last day meant, included; not before {@code from}
 * @param start first UTF-16 code unit in the body
 * @param end one past the last
 * @param rule the rule that read it, for whoever asks why; empty in records that older versions wrote
 * @param precision the unit that the words name; empty in records that older versions wrote
 */
public record DateMention(
        String text,
        LocalDate from,
        LocalDate to,
        int start,
        int end,
        Optional<String> rule,
        Optional<Precision> precision) {
    public DateMention {
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(rule, "rule");
        Checks.requireSpan(start, end);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a date ends no earlier than it begins: " + from + ".." + to);
        }
    }

    /** Makes a mention of unknown precision, as older versions wrote it. */
    public DateMention(String text, LocalDate from, LocalDate to, int start, int end, Optional<String> rule) {
        this(text, from, to, start, end, rule, Optional.empty());
    }

    /** The unit of the calendar that words name. */
    public enum Precision {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH,
        @JsonProperty("quarter")
        QUARTER,
        @JsonProperty("half-year")
        HALF_YEAR,
        @JsonProperty("year")
        YEAR,
        @JsonProperty("decade")
        DECADE,
        @JsonProperty("century")
        CENTURY,
        /** Any other number of days: a range, a season, a weekend, "early May". */
        @JsonProperty("span")
        SPAN
    }
}
