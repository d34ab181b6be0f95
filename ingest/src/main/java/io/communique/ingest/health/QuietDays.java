package io.communique.ingest.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holidays, known by their silence: days on which hardly any of the sources that usually publish did. No calendar of any country is needed, and
 * today is quiet until the first few have begun.
 */
public final class QuietDays {
    private static final int LEARNED_MIN = 6;
    /** With less to be expected of all together, a silent day says nothing. */
    private static final double EXPECTED_MIN = 4;

    private static final double SHARE_MAX = 0.25;
    private static final int DAYS = 60;

    private QuietDays() {}

    /**
     * Finds the quiet days of the last two months.
     *
     * @param arrivals of each source of one country, ascending
     */
    public static Set<LocalDate> of(Collection<List<Instant>> arrivals, Instant now) {
        Map<LocalDate, Double> expected = new HashMap<>();
        Map<LocalDate, Integer> arrived = new HashMap<>();
        LocalDate today = WeeklyPace.day(now);
        for (List<Instant> source : arrivals) {
            if (source.size() >= LEARNED_MIN) {
                add(source, today, expected, arrived);
            }
        }
        Set<LocalDate> quiet = new HashSet<>();
        expected.forEach((day, all) -> {
            if (all >= EXPECTED_MIN && arrived.getOrDefault(day, 0) < all * SHARE_MAX) {
                quiet.add(day);
            }
        });
        return quiet;
    }

    private static void add(
            List<Instant> source, LocalDate today, Map<LocalDate, Double> expected, Map<LocalDate, Integer> arrived) {
        WeeklyPace pace = new WeeklyPace(source, Set.of());
        LocalDate first = WeeklyPace.day(source.get(0));
        LocalDate from = first.isAfter(today.minusDays(DAYS)) ? first : today.minusDays(DAYS);
        for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
            expected.merge(day, Math.min(1, pace.on(day)), Double::sum);
        }
        source.stream().map(WeeklyPace::day).distinct().forEach(day -> arrived.merge(day, 1, Integer::sum));
    }
}
