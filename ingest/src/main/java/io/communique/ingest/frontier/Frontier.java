package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.ingest.politeness.HostLimiter;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one partition's owner remembers, and which of it is due. Not safe to share between threads.
 *
 * <p>Addresses wait in a line for each host, so that one slow host with a long line does not stand in the way of the others.
 */
final class Frontier {
    private static final Comparator<FrontierEntry> BY_DUE = Comparator.comparing(
                    (FrontierEntry entry) -> entry.nextVisit().orElseThrow())
            .thenComparing(FrontierEntry::url);

    private final Map<URI, FrontierEntry> known = new HashMap<>();
    private final Map<String, SortedSet<FrontierEntry>> waiting = new HashMap<>();

    Optional<FrontierEntry> find(URI url) {
        return Optional.ofNullable(known.get(url));
    }

    Collection<FrontierEntry> all() {
        return Collections.unmodifiableCollection(known.values());
    }

    /** Takes {@code entry} in place of what was known of its address. */
    void put(FrontierEntry entry) {
        FrontierEntry before = known.put(entry.url(), entry);
        if (before != null && before.nextVisit().isPresent()) {
            line(before).remove(before);
        }
        if (entry.nextVisit().isPresent()) {
            line(entry).add(entry);
        }
    }

    /** Takes {@code entry} unless its address is known already. */
    void learn(FrontierEntry entry) {
        if (!known.containsKey(entry.url())) {
            put(entry);
        }
    }

    /** Returns the address that may be visited soonest, with the time: when it is due and its host may be asked. */
    Optional<Turn> next(HostLimiter limiter) {
        Optional<Turn> soonest = Optional.empty();
        for (SortedSet<FrontierEntry> line : waiting.values()) {
            if (!line.isEmpty()) {
                Turn turn = turn(line.first(), limiter);
                soonest =
                        soonest.filter(other -> !turn.at().isBefore(other.at())).or(() -> Optional.of(turn));
            }
        }
        return soonest;
    }

    private static Turn turn(FrontierEntry entry, HostLimiter limiter) {
        Instant due = entry.nextVisit().orElseThrow();
        Instant allowed = limiter.mayAsk(entry.requestUrl());
        return new Turn(entry, due.isAfter(allowed) ? due : allowed);
    }

    private SortedSet<FrontierEntry> line(FrontierEntry entry) {
        return waiting.computeIfAbsent(entry.url().getHost(), any -> new TreeSet<>(BY_DUE));
    }

    record Turn(FrontierEntry entry, Instant at) {}
}
