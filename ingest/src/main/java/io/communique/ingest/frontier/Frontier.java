package io.communique.ingest.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.frontier.Absence;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.frontier.Habit;
import io.communique.contract.frontier.PageSample;
import io.communique.ingest.politeness.HostLimiter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one partition's owner remembers, and which of it is due. Not safe to share between threads.
 *
 * <p>Addresses wait in two lines for each host, so that one slow host with a long line does not stand in the way of the others, and what fills a
 * gap does not stand in the way of what is new. An entry takes some four hundred bytes: it is kept packed, under a hash of its address.
 */
final class Frontier {
    /** What fills a gap leaves the host alone for so many delays more than what is watched live. */
    private static final int SLOW_LANE = 2;

    private final Map<Key, Slot> known = new HashMap<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<String, Habit> habits = new HashMap<>();
    private final Packing packing = new Packing();
    private final MessageDigest digest = sha256();
    private long entered;

    Optional<FrontierEntry> find(URI url) {
        return Optional.ofNullable(known.get(key(url))).map(slot -> packing.unpack(slot.packed));
    }

    /** Returns whether an address is known, without looking at what is known of it. */
    boolean knows(URI url) {
        return known.containsKey(key(url));
    }

    /** Returns whether a known page is suspected, or known, to be missing. */
    boolean isMissing(URI url) {
        Slot slot = known.get(key(url));
        return slot != null && slot.suspected;
    }

    /** Returns the number of known addresses. */
    int size() {
        return known.size();
    }

    /** Returns how many pages of a source are known here. */
    Tally tally(String source) {
        return tallies.computeIfAbsent(source, any -> new Tally());
    }

    /** Returns what is known of the habit of a source. */
    Habit habit(String source) {
        return habits.getOrDefault(source, Habit.none());
    }

    /** Returns the habits of all sources whose lists are here. */
    Map<String, Habit> habits() {
        return habits;
    }

    /** Remembers what a page of {@code source} looked like; kept with its list from the next reading on. */
    void sampled(String source, PageSample sample) {
        habits.merge(source, Habit.none().sampled(sample), Habit::and);
    }

    /** Takes {@code entry} in place of what was known of its address. */
    void put(FrontierEntry entry) {
        Slot slot = known.computeIfAbsent(key(entry.url()), any -> new Slot(host(entry), tally(entry.source())));
        leave(slot);
        slot.packed = packing.pack(entry);
        slot.page = entry.kind() == FrontierEntry.Kind.PAGE;
        slot.failing = entry.failures() > 0
                || (entry.absence().isPresent() && entry.sha256().isEmpty());
        slot.missing = entry.sha256().isPresent()
                && entry.absence().filter(Frontier::isGone).isPresent();
        slot.suspected = entry.absence().isPresent();
        enter(slot, entry);
        entry.habit().ifPresent(habit -> habits.merge(entry.source(), habit, Habit::and));
    }

    private static boolean isGone(Absence absence) {
        return absence.kind() != Absence.Kind.UNLISTED;
    }

    /** Takes {@code entry} unless its address is known already. */
    void learn(FrontierEntry entry) {
        if (!knows(entry.url())) {
            put(entry);
        }
    }

    /**
     * Returns the address that may be visited soonest, with the time: when it is due and its host may be asked. Hosts that are being asked have no
     * turn.
     */
    Optional<Turn> next(HostLimiter limiter) {
        Due best = null;
        Instant bestAt = Instant.MAX;
        for (Map.Entry<String, Host> host : hosts.entrySet()) {
            Host lines = host.getValue();
            Instant allowed = lines.isEmpty() ? Instant.MAX : limiter.mayAsk(host.getKey());
            if (allowed.isBefore(bestAt)) {
                Instant live = lines.live.isEmpty()
                        ? Instant.MAX
                        : later(lines.live.first().at(), allowed);
                if (live.isBefore(bestAt)) {
                    best = lines.live.first();
                    bestAt = live;
                }
                Duration patience = limiter.delay().multipliedBy(SLOW_LANE);
                Instant slow = lines.slow.isEmpty()
                        ? Instant.MAX
                        : later(lines.slow.first().at(), allowed.plus(patience));
                if (slow.isBefore(bestAt)) {
                    best = lines.slow.first();
                    bestAt = slow;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(turn(best, bestAt));
    }

    private Turn turn(Due due, Instant at) {
        Slot slot = known.get(due.key());
        if (slot == null) {
            throw new AssertionError("what waits is known");
        }
        return new Turn(packing.unpack(slot.packed), at);
    }

    private void leave(Slot slot) {
        if (slot.due != null) {
            slot.host.live.remove(slot.due);
            slot.host.slow.remove(slot.due);
            slot.due = null;
        }
        if (slot.page) {
            slot.tally.add(slot.failing, slot.missing, -1);
        }
    }

    private void enter(Slot slot, FrontierEntry entry) {
        if (slot.page) {
            slot.tally.add(slot.failing, slot.missing, 1);
        }
        entry.nextVisit().ifPresent(at -> {
            Due due = new Due(at, entered++, key(entry.url()));
            slot.due = due;
            (entry.fillsGapOf().isPresent() ? slot.host.slow : slot.host.live).add(due);
        });
    }

    private Host host(FrontierEntry entry) {
        return hosts.computeIfAbsent(HostLimiter.host(entry.url()), any -> new Host());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Half of a SHA-256: nobody can make two addresses with the same one. */
    private Key key(URI url) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(url.toString().getBytes(UTF_8)));
        return new Key(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    record Turn(FrontierEntry entry, Instant at) {}

    private record Key(long high, long low) {}

    /** A place in a line; among what is due at the same moment, what entered first goes first. */
    private record Due(Instant at, long entered, Key key) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(entered, other.entered) : byTime;
        }
    }

    private static final class Host {
        private final SortedSet<Due> live = new TreeSet<>();
        private final SortedSet<Due> slow = new TreeSet<>();

        boolean isEmpty() {
            return live.isEmpty() && slow.isEmpty();
        }
    }

    private static final class Slot {
        private final Host host;
        private final Tally tally;
        private byte[] packed = new byte[0];
        private @Nullable Due due;
        private boolean page;
        private boolean failing;
        private boolean missing;
        private boolean suspected;

        Slot(Host host, Tally tally) {
            this.host = host;
            this.tally = tally;
        }
    }
}
