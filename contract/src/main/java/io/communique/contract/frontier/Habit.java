package io.communique.contract.frontier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of the habit of a source: when it shows something new, and how its pages look. Kept with the entries of its lists, so that
 * whoever takes them over knows it too.
 *
 * @param arrivals when something new came, ascending: the first of each day and the last of all, at most {@value #ARRIVALS_MAX}; before our time as the list dates it
 * @param lastRead when a list of it was last read well; empty if never
 * @param gapSince since when releases may be missing: the list had moved on by more than it shows; empty if none are
 * @param samples of its pages, in the order of their fetching, at most {@value #SAMPLES_MAX}
 */
public record Habit(
        List<Instant> arrivals, Optional<Instant> lastRead, Optional<Instant> gapSince, List<PageSample> samples) {
    /** So many arrivals are remembered. */
    public static final int ARRIVALS_MAX = 80;
    /** So many pages are. */
    public static final int SAMPLES_MAX = 30;

    private static final long SECONDS_A_DAY = 86_400;

    private static final Habit NONE = new Habit(List.of(), Optional.empty(), Optional.empty(), List.of());

    public Habit {
        arrivals = List.copyOf(arrivals);
        samples = List.copyOf(samples);
        Objects.requireNonNull(lastRead, "lastRead");
        Objects.requireNonNull(gapSince, "gapSince");
    }

    /** Returns the habit of a source that nobody has read. */
    public static Habit none() {
        return NONE;
    }

    /** Returns this habit with further arrivals. Of each day (UTC) the first is remembered, and the last of all. */
    public Habit arrived(List<Instant> at) {
        SortedMap<Long, Instant> firstOfDay = new TreeMap<>();
        Instant last = Instant.MIN;
        for (Instant arrival : Stream.concat(arrivals.stream(), at.stream()).toList()) {
            firstOfDay.merge(
                    Math.floorDiv(arrival.getEpochSecond(), SECONDS_A_DAY),
                    arrival,
                    (one, other) -> one.isBefore(other) ? one : other);
            last = arrival.isAfter(last) ? arrival : last;
        }
        List<Instant> all = Stream.concat(
                        firstOfDay.values().stream(),
                        at.isEmpty() && arrivals.isEmpty() ? Stream.of() : Stream.of(last))
                .distinct()
                .toList();
        return new Habit(latest(all, ARRIVALS_MAX), lastRead, gapSince, samples);
    }

    /** Returns this habit after a list was read. */
    public Habit read(Instant at) {
        return new Habit(arrivals, Optional.of(at), gapSince, samples);
    }

    /** Returns this habit with a gap, or with none. */
    public Habit gap(Optional<Instant> since) {
        return new Habit(arrivals, lastRead, since, samples);
    }

    /** Returns this habit with one more page. */
    public Habit sampled(PageSample page) {
        return new Habit(arrivals, lastRead, gapSince, together(samples, List.of(page)));
    }

    /** Returns what this habit and another of the same source know together; of gaps the one that read a list later knows best. */
    public Habit and(Habit other) {
        Comparator<Optional<Instant>> byTime = Comparator.comparing(time -> time.orElse(Instant.MIN));
        Habit later = byTime.compare(lastRead, other.lastRead) > 0 ? this : other;
        Habit all = arrived(other.arrivals);
        return new Habit(all.arrivals, later.lastRead, later.gapSince, together(samples, other.samples));
    }

    private static List<PageSample> together(List<PageSample> some, List<PageSample> others) {
        List<PageSample> all = Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted(Comparator.comparing(PageSample::at))
                .toList();
        return latest(all, SAMPLES_MAX);
    }

    private static <T> List<T> latest(List<T> all, int max) {
        return all.subList(Math.max(0, all.size() - max), all.size());
    }
}
