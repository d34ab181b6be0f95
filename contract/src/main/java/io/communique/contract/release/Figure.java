package io.communique.contract.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A number of the body, bound to what it measures. Ordinals, years, paragraph, phone and article numbers are no figures.
 *
 * @param text as written, with unit
 * @param kind what sort of number
 * @param value the number in full ({@code $19 bln} is 19000000000); empty exactly for a range
 * @param unit ISO 4217 for money, the noun counted for counts, UCUM for quantities; empty if the text gives none
 * @param low lower end of a range; empty otherwise
 * @param high upper end of a range; empty otherwise
 * @param approximate whether the text says "some", "about", "nearly" or the like
 * @param comparator "more than" and its kin; empty if the number is the number
 * @param change whether it is said to be a rise or a fall; empty if it is a level
 * @param about the thing measured, in the text's own words; empty if the rules found none
 * @param period the time that it is about; empty if not said
 * @param comparedWith the time of the baseline; empty if not said
 * @param start first UTF-16 code unit in the body
 * @param end one past the last
 * @param rule the rule that read it, for whoever asks why; empty in records that older versions wrote
 */
public record Figure(
        String text,
        Kind kind,
        Optional<BigDecimal> value,
        Optional<String> unit,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        boolean approximate,
        Optional<Comparator> comparator,
        Optional<Direction> change,
        Optional<String> about,
        Optional<Period> period,
        Optional<Period> comparedWith,
        int start,
        int end,
        Optional<String> rule) {
    public Figure {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(comparator, "comparator");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(comparedWith, "comparedWith");
        Objects.requireNonNull(rule, "rule");
        Checks.requireSpan(start, end);
        if (low.isPresent() != high.isPresent() || low.isPresent() == value.isPresent()) {
            throw new IllegalArgumentException("a figure has either a value or a low and a high: " + text);
        }
        if (low.isPresent() && low.get().compareTo(high.orElseThrow()) > 0) {
            throw new IllegalArgumentException("a range is ordered: " + text);
        }
    }

    /** What sort of number a figure is. */
    public enum Kind {
        @JsonProperty("money")
        MONEY,
        @JsonProperty("percent")
        PERCENT,
        @JsonProperty("percentage-point")
        PERCENTAGE_POINT,
        @JsonProperty("count")
        COUNT,
        @JsonProperty("quantity")
        QUANTITY,
        @JsonProperty("duration")
        DURATION,
        @JsonProperty("rate")
        RATE,
        @JsonProperty("ratio")
        RATIO
    }

    /** How the true number stands to the one written. */
    public enum Comparator {
        @JsonProperty("more than")
        MORE_THAN,
        @JsonProperty("at least")
        AT_LEAST,
        @JsonProperty("less than")
        LESS_THAN,
        @JsonProperty("up to")
        UP_TO
    }

    /** Which way a change went. */
    public enum Direction {
        @JsonProperty("increase")
        INCREASE,
        @JsonProperty("decrease")
        DECREASE
    }
}
