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
 * @param unit ISO 4217 for money ({@code USD}), "%" for percentages, the noun counted in the singular for counts ({@code bridge}), the unit's
 *     English name in the singular for quantities and durations ({@code square kilometre}), "USD per barrel" for rates; empty if the text
 *     gives none, or a currency word that several countries use without saying which
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
 * @param baseline the number that it rose or fell from, in the same unit ("fell to 5 from 8"); empty if not said
 * @param measure the unit of a quantity or duration in UCUM, and the value in SI units; empty for other kinds and units that UCUM lacks
 * @param cell the headings that a number in a table stands under; empty outside of tables
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
        Optional<String> rule,
        Optional<BigDecimal> baseline,
        Optional<Measure> measure,
        Optional<Cell> cell) {
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
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(cell, "cell");
        Checks.requireSpan(start, end);
        if (low.isPresent() != high.isPresent() || low.isPresent() == value.isPresent()) {
            throw new IllegalArgumentException("a figure has either a value or a low and a high: " + text);
        }
        if (low.isPresent() && low.get().compareTo(high.orElseThrow()) > 0) {
            throw new IllegalArgumentException("a range is ordered: " + text);
        }
    }

    /** A figure of running text without baseline and measure. */
    public Figure(
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
        this(
                text,
                kind,
                value,
                unit,
                low,
                high,
                approximate,
                comparator,
                change,
                about,
                period,
                comparedWith,
                start,
                end,
                rule,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * A quantity for programs.
     *
     * @param ucum the unit in the Unified Code for Units of Measure, case sensitive ({@code km2})
     * @param siValue the value in {@code siUnit}; empty for a range, and where the unit has no factor to SI units
     * @param siUnit the coherent SI unit in UCUM ({@code m2}); present exactly if {@code siValue} is
     */
    public record Measure(String ucum, Optional<BigDecimal> siValue, Optional<String> siUnit) {
        public Measure {
            Objects.requireNonNull(ucum, "ucum");
            if (siValue.isPresent() != siUnit.isPresent()) {
                throw new IllegalArgumentException("a value in SI units has a unit: " + ucum);
            }
        }
    }

    /**
     * Where in a table a number stands.
     *
     * @param row the first cell of its row; empty if that is the number itself, or blank
     * @param column the cell above it in the first row; empty if the table has no row of headings
     */
    public record Cell(Optional<String> row, Optional<String> column) {
        public Cell {
            Objects.requireNonNull(row, "row");
            Objects.requireNonNull(column, "column");
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
