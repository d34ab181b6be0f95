package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Kind;
import io.communique.contract.release.Figure.Measure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number with its unit, as the grammar read it; what stands around it is not looked at yet.
 *
 * @param from first token
 * @param to one past the last token
 * @param low the number, or the lower end of a range
 * @param high equal to {@code low} unless it is a range
 * @param attributive whether a hyphen binds it to the noun behind ("a 12-page paper")
 */
record Quantity(
        int from,
        int to,
        BigDecimal low,
        BigDecimal high,
        Kind kind,
        Optional<String> unit,
        Optional<Measure> measure,
        String rule,
        boolean attributive) {
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The same number with another's unit, for one that the text leaves out. */
    Quantity inUnitOf(Quantity other) {
        Optional<Measure> same = other.unit()
                .map(Resources.units()::get)
                .flatMap(measured -> measured.measure(isRange() ? Optional.empty() : Optional.of(low)));
        return new Quantity(from, to, low, high, other.kind(), other.unit(), same, rule, attributive);
    }

    /** So many times as much, for a number that leaves its "million" out. */
    Quantity times(BigDecimal scale) {
        return new Quantity(
                from,
                to,
                plain(low.multiply(scale)),
                plain(high.multiply(scale)),
                kind,
                unit,
                measure,
                rule,
                attributive);
    }

    Quantity byRule(String name) {
        return new Quantity(from, to, low, high, kind, unit, measure, name, attributive);
    }

    boolean isRange() {
        return low.compareTo(high) != 0;
    }
}
