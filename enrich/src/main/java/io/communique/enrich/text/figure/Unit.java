package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Kind;
import io.communique.contract.release.Figure.Measure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A unit of measure.
 *
 * @param name English, singular; what a figure's unit says
 * @param kind of the figures in it
 * @param ucum its code; empty if UCUM has none, or the word means several units
 * @param factor to the SI unit; empty if there is none
 * @param siUnit in UCUM
 */
record Unit(String name, Kind kind, Optional<String> ucum, Optional<BigDecimal> factor, Optional<String> siUnit) {
    /** The unit in UCUM and the value in SI units. */
    Optional<Measure> measure(Optional<BigDecimal> value) {
        if (kind != Kind.QUANTITY && kind != Kind.DURATION) {
            return Optional.empty();
        }
        Optional<BigDecimal> si =
                value.flatMap(number -> factor.map(number::multiply)).map(Quantity::plain);
        return ucum.map(code -> new Measure(code, si, si.isPresent() ? siUnit : Optional.empty()));
    }
}
