package io.communique.contract.change;

import io.communique.contract.release.Figure;
import java.util.Objects;
import java.util.Optional;

/**
 * A figure that differs between two editions.
 *
 * @param before in the earlier edition; empty if the figure is new
 * @param after in the present edition; empty if it is gone
 */
public record FigureChange(Optional<Figure> before, Optional<Figure> after) {
    public FigureChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a figure change has a before or an after");
        }
    }
}
