package io.communique.contract.release;

import java.util.Objects;
import java.util.Optional;

/**
 * Who publishes a release.
 *
 * @param name the body's name as it writes it, never blank
 * @param country ISO 3166-1 alpha-2 code; empty for a body of no single country or where it is not known
 */
public record Publisher(String name, Optional<String> country) {
    public Publisher {
        Objects.requireNonNull(country, "country");
        if (name.isBlank()) {
            throw new IllegalArgumentException("publisher name must not be blank");
        }
        country.ifPresent(Checks::requireCountry);
    }
}
