package io.communique.ingest.health;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How many arrivals a source has on each day of the week, learned from its own past; days are those of UTC, which suits for a rhythm that is
 * the same every week.
 *
 * <p>It measures time by what was to be expected in it: a weekend without releases takes no time for a source that has none on weekends.
 */
final class WeeklyPace {
    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();
    /** Of a source with fewer arrivals a week, a day of the week says nothing. */
    private static final double ARRIVALS_A_WEEK_MIN = 2;
    /** A day of the week that was not seen so often is not known: silence on it says nothing. */
    private static final int SEEN_MIN = 2;
    /** Nobody waits longer than this many days. */
    private static final int HORIZON_DAYS = 800;

    private final double[] perDay = new double[DayOfWeek.values().length];
    private final Set<LocalDate> quiet;

    /**
     * Learns.
     *
     * @param arrivals ascending, at least two
     * @param quiet days on which nothing could be expected of anybody
     */
    WeeklyPace(List<Instant> arrivals, Set<LocalDate> quiet) {
        this.quiet = quiet;
        LocalDate first = day(arrivals.get(0));
        LocalDate last = day(arrivals.get(arrivals.size() - 1));
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        double perWeek = (arrivals.size() - 1) * 7.0 / Math.max(1, days - 1);
        int[] seen = new int[perDay.length];
        int[] counted = new int[perDay.length];
        for (LocalDate at = first; !at.isAfter(last); at = at.plusDays(1)) {
            seen[index(at)] += quiet.contains(at) ? 0 : 1;
        }
        arrivals.forEach(arrival -> counted[index(day(arrival))]++);
        for (int i = 0; i < perDay.length; i++) {
            if (perWeek < ARRIVALS_A_WEEK_MIN) {
                perDay[i] = perWeek / 7;
            } else {
                perDay[i] = seen[i] < SEEN_MIN ? 0 : counted[i] / (double) seen[i];
            }
        }
    }

    /** Returns what may be expected on {@code day}, in arrivals; holidays are not looked at. */
    double on(LocalDate day) {
        return perDay[index(day)];
    }

    /** Returns whether any day of the week is known. */
    boolean isKnown() {
        return Arrays.stream(perDay).anyMatch(pace -> pace > 0);
    }

    /** Returns the arrivals to be expected between two moments. */
    double between(Instant from, Instant to) {
        double expected = 0;
        Instant at = from;
        while (at.isBefore(to)) {
            Instant end = earlier(nextDay(at), to);
            expected += rate(day(at)) * Duration.between(at, end).toMillis() / MILLIS_A_DAY;
            at = end;
        }
        return expected;
    }

    /** Returns when {@code arrivals} may be expected to have come since {@code from}, or the horizon if that is farther. */
    Instant after(Instant from, double arrivals) {
        double left = arrivals;
        Instant at = from;
        for (int i = 0; i < HORIZON_DAYS; i++) {
            Instant end = nextDay(at);
            double share = rate(day(at)) * Duration.between(at, end).toMillis() / MILLIS_A_DAY;
            if (share >= left && share > 0) {
                return at.plusMillis((long) (Duration.between(at, end).toMillis() * (left / share)));
            }
            left -= share;
            at = end;
        }
        return at;
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private double rate(LocalDate day) {
        return quiet.contains(day) ? 0 : on(day);
    }

    private static Instant nextDay(Instant at) {
        return day(at).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static int index(LocalDate day) {
        return day.getDayOfWeek().getValue() - 1;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
