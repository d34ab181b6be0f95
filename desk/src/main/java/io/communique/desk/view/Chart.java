package io.communique.desk.view;

import io.communique.contract.json.Json;
import io.communique.contract.release.Period;
import io.communique.sink.store.StoredFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing measured, over time.
 *
 * @param points two lists as JSON, seconds since 1970 ascending and values; empty text if there are fewer than two points
 * @param unit of the values; empty if they have none
 * @param about the thing measured
 * @param count of points
 */
public record Chart(String points, String unit, String about, int count) {
    /** Returns the chart of nothing. */
    public static Chart none() {
        return new Chart("", "", "", 0);
    }

    /** Draws the values that have a day and the unit of the newest; where two have one day, the newest release's stands. */
    public static Chart of(List<StoredFigure> newestFirst) {
        TreeMap<Long, BigDecimal> points = new TreeMap<>();
        Optional<String> unit = newestFirst.stream().findFirst().flatMap(StoredFigure::unit);
        for (StoredFigure figure : newestFirst) {
            Optional<LocalDate> day = day(figure);
            if (figure.value().isPresent() && day.isPresent() && figure.unit().equals(unit)) {
                points.putIfAbsent(
                        day.get().atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                        figure.value().get());
            }
        }
        if (points.size() < 2) {
            return none();
        }
        List<List<?>> axes = List.of(new ArrayList<>(points.keySet()), new ArrayList<>(points.values()));
        return new Chart(
                Json.mapper().writeValueAsString(axes),
                unit.orElse(""),
                newestFirst.get(0).about().orElse(""),
                points.size());
    }

    /** The time that a figure is about, or else its release's day. */
    private static Optional<LocalDate> day(StoredFigure figure) {
        return figure.period()
                .map(Period::from)
                .or(() -> figure.published()
                        .filter(at -> at.length() >= 10)
                        .map(at -> LocalDate.parse(at.substring(0, 10))));
    }
}
