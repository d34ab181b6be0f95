package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What the words around a number say of it. */
enum Hedge {
    APPROXIMATELY(Optional.empty()),
    MORE_THAN(Optional.of(Comparator.MORE_THAN)),
    AT_LEAST(Optional.of(Comparator.AT_LEAST)),
    LESS_THAN(Optional.of(Comparator.LESS_THAN)),
    UP_TO(Optional.of(Comparator.UP_TO));

    private final Optional<Comparator> comparator;

    Hedge(Optional<Comparator> comparator) {
        this.comparator = comparator;
    }

    Optional<Comparator> comparator() {
        return comparator;
    }

    static Hedge named(String name) {
        return valueOf(name.replace(' ', '_').toUpperCase(Locale.ROOT));
    }
}
