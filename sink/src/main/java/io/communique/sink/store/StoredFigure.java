package io.communique.sink.store;

import io.communique.contract.release.Figure;
import io.communique.contract.release.Period;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure with the release that says it.
 *
 * @param release number of the release, {@link StoredRelease#number}
 * @param id of the release
 * @param source of the release
 * @param title of the release
 * @param published date of the release as the page says it
 * @param text as written
 * @param kind what sort of number
 * @param value empty exactly for a range
 * @param low of a range
 * @param high of a range
 * @param unit as {@link Figure#unit}
 * @param about the thing measured
 * @param change whether a rise or a fall
 * @param period the time that it is about
 */
public record StoredFigure(
        long release,
        String id,
        String source,
        Optional<String> title,
        Optional<String> published,
        String text,
        Figure.Kind kind,
        Optional<BigDecimal> value,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        Optional<String> unit,
        Optional<String> about,
        Optional<Figure.Direction> change,
        Optional<Period> period) {}
