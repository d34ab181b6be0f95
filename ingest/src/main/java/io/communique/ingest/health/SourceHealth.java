package io.communique.ingest.health;

import io.communique.contract.status.SourceStatus;
import io.communique.contract.status.SourceStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a source by what was seen of it. The worst state that applies is its state; evidence names every one of them. */
public final class SourceHealth {
    /** One failed visit to a list is weather. */
    private static final int TROUBLE_TIMES = 3;
    /** So many pages, and this share of all, are not deleted one by one: the site was rebuilt, and nothing is evidence. */
    private static final int MISSING_MIN = 5;

    private static final double MISSING_SHARE = 0.3;
    /** A gap that nothing can fill is named for so long. */
    private static final Duration GAP_NAMED = Duration.ofDays(30);

    private final Observed seen;
    private final Optional<Cadence> cadence;
    private final List<String> evidence = new ArrayList<>();
    private State state = State.COMPLETE;
    private Optional<String> reason = Optional.empty();

    private SourceHealth(Observed seen) {
        this.seen = seen;
        this.cadence = Cadence.of(seen.habit().arrivals(), seen.quiet());
    }

    /** Returns the state of a source with its evidence. */
    public static SourceStatus judge(Observed seen) {
        return new SourceHealth(seen).status();
    }

    /** Returns what is said of a source that somebody paused. */
    public static SourceStatus paused(String source, String why, Instant now) {
        return new SourceStatus(
                SourceStatus.SCHEMA,
                source,
                State.PAUSED,
                Optional.of(why),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /**
     * Returns whether so many pages of a source are missing at once that none of them is evidence: nobody deletes like that, but whole sites
     * move like that.
     */
    public static boolean isMassAbsence(long pages, long missing) {
        return missing >= MISSING_MIN && missing > pages * MISSING_SHARE;
    }

    private SourceStatus status() {
        lists();
        silence();
        pages();
        List<String> warnings = Drift.warnings(seen.habit().samples());
        if (!warnings.isEmpty()) {
            note(State.PARTIAL, "its pages look different: " + warnings.get(0));
        }
        Map<String, Long> counters = new HashMap<>(seen.counters());
        counters.put("pages-known", seen.pages());
        counters.put("pages-failing", seen.failing());
        counters.put("pages-missing", seen.missing());
        List<Instant> arrivals = seen.habit().arrivals();
        return new SourceStatus(
                SourceStatus.SCHEMA,
                seen.source(),
                state,
                reason,
                seen.now(),
                seen.habit().lastRead(),
                arrivals.isEmpty() ? Optional.empty() : Optional.of(arrivals.get(arrivals.size() - 1)),
                cadence.map(Cadence::usual),
                cadence.map(Cadence::expectedNext),
                counters,
                evidence,
                warnings);
    }

    private void lists() {
        int unusable = 0;
        for (ListTrouble trouble : seen.troubles()) {
            String words = trouble.reason() + " at " + trouble.list();
            if (trouble.partly()) {
                if (trouble.times() >= TROUBLE_TIMES) {
                    note(State.PARTIAL, words);
                }
            } else if (trouble.refused()) {
                note(State.BLOCKED, words);
            } else if (trouble.times() >= TROUBLE_TIMES
                    || seen.habit().lastRead().isEmpty()) {
                unusable++;
                note(unusable == seen.lists() ? State.STALE : State.PARTIAL, words);
            }
            evidence.add(trouble.times() + " visits in a row since " + second(trouble.since()) + ": " + words);
        }
    }

    private void silence() {
        if (seen.habit().arrivals().isEmpty()) {
            return;
        }
        cadence.filter(known -> seen.now().isAfter(known.deadline())).ifPresent(known -> {
            Instant last = seen.habit().arrivals().get(seen.habit().arrivals().size() - 1);
            note(State.STALE, "nothing new since " + second(last) + ", usually every " + words(known.usual()));
            evidence.add("the next was expected at " + second(known.expectedNext()) + " and due by "
                    + second(known.deadline()));
        });
    }

    private void pages() {
        if (isMassAbsence(seen.pages(), seen.missing())) {
            note(
                    State.PARTIAL,
                    seen.missing() + " of " + seen.pages()
                            + " pages are missing at once: the site may have been rebuilt, none is taken for withdrawn");
        }
        seen.habit()
                .gapSince()
                .filter(since -> since.plus(GAP_NAMED).isAfter(seen.now()))
                .ifPresent(since -> note(
                        State.PARTIAL,
                        "the list had moved on by more than it shows at " + second(since)
                                + ": releases may be missing"));
        if (seen.failing() > 0) {
            note(State.PARTIAL, seen.failing() + " of " + seen.pages() + " pages could not be fetched");
        }
    }

    private void note(State found, String words) {
        if (!evidence.contains(words)) {
            evidence.add(words);
        }
        if (rank(found) > rank(state)) {
            state = found;
            reason = Optional.of(words);
        }
    }

    private static int rank(State state) {
        return switch (state) {
            case COMPLETE -> 0;
            case PARTIAL -> 1;
            case STALE -> 2;
            case BLOCKED -> 3;
            case PAUSED -> 4;
        };
    }

    private static String words(Duration time) {
        return time.toHours() < 48 ? time.toHours() + " hours" : time.toDays() + " days";
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
