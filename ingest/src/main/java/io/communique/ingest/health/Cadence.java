package io.communique.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rhythm of a source, learned from when it showed something new.
 *
 * <p>Gaps are measured in expected arrivals (see {@link WeeklyPace}), so that weekends and holidays do not look like silence. How long a silence
 * may be is read from the source's own past: the longest gap, four times what its gaps vary, and one gap and a day more. A source like clockwork
 * is missed after two of its usual gaps, one that publishes as it likes after many more.
 *
 * @param usual the median time between two days on which something arrived
 * @param expectedNext when the next arrival is to be expected
 * @param deadline from when on its absence is a silence
 */
public record Cadence(Duration usual, Instant expectedNext, Instant deadline) {
    /** With fewer days of arrivals nothing is learned. */
    private static final int DAYS_MIN = 6;

    private static final double DEVIATIONS = 4;
    /** Many dates name the day alone, and whoever publishes in the morning may do so in the evening. */
    private static final Duration GRACE = Duration.ofDays(1);

    /**
     * Learns the rhythm.
     *
     * @param arrivals ascending
     * @param quiet days on which nothing could be expected of anybody
     * @return empty while there is too little to learn from
     */
    public static Optional<Cadence> of(List<Instant> arrivals, Set<LocalDate> quiet) {
        List<Instant> days = firstOfEachDay(arrivals);
        if (days.size() < DAYS_MIN) {
            return Optional.empty();
        }
        WeeklyPace pace = new WeeklyPace(days, quiet);
        if (!pace.isKnown()) {
            return Optional.empty();
        }
        List<Double> gaps = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add(pace.between(days.get(i - 1), days.get(i)));
            times.add(Duration.between(days.get(i - 1), days.get(i)));
        }
        Instant last = arrivals.get(arrivals.size() - 1);
        double mean = gaps.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        // One that is left out is no silence yet.
        double allowed = mean + Collections.max(gaps) + DEVIATIONS * deviation(gaps, mean) * (1 + 3.0 / gaps.size());
        Collections.sort(times);
        return Optional.of(new Cadence(
                times.get(times.size() / 2),
                pace.after(last, mean),
                pace.after(last, allowed).plus(GRACE)));
    }

    private static List<Instant> firstOfEachDay(List<Instant> arrivals) {
        SortedMap<LocalDate, Instant> days = new TreeMap<>();
        arrivals.forEach(arrival -> days.putIfAbsent(WeeklyPace.day(arrival), arrival));
        return List.copyOf(days.values());
    }

    private static double deviation(List<Double> gaps, double mean) {
        return Math.sqrt(gaps.stream()
                .mapToDouble(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElse(0));
    }
}
