package io.communique.contract.release;

import java.util.List;

/**
 * How far the record can be trusted.
 *
 * @param textDensity share of the page's visible text that went into title and body, 0 to 1
 * @param warnings short fixed phrases, each a thing to look at; empty if nothing was odd
 */
public record Quality(double textDensity, List<String> warnings) {
    public Quality {
        warnings = List.copyOf(warnings);
        if (!(textDensity >= 0 && textDensity <= 1)) {
            throw new IllegalArgumentException("textDensity must be from 0 to 1: " + textDensity);
        }
    }
}
