package io.communique.ingest.frontier;

import io.communique.contract.frontier.Absence;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.frontier.Habit;
import io.communique.contract.page.ListingHint;
import io.communique.contract.status.SourceStatus;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.health.ListTrouble;
import io.communique.ingest.health.ListedDate;
import io.communique.ingest.health.Observed;
import io.communique.ingest.health.QuietDays;
import io.communique.ingest.health.SourceHealth;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Sweep;
import io.communique.ingest.politeness.HostTraffic;
import io.communique.ingest.politeness.Traffic;
import io.communique.ingest.publish.VisitResult;
import io.communique.ingest.source.Identity;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What visits to lists and feeds leave behind: what they name, and the state of their source. Not safe to share between threads. */
final class ListVisits {
    /** A list that shows fewer items, all new, may simply have begun anew. */
    private static final int GAP_ROWS_MIN = 3;

    private static final Duration QUIET_AGE = Duration.ofHours(1);

    private final Clock clock;
    private final VisitCounts counts;
    private final Traffic traffic;
    /** By source and list, what was wrong at its last visit. */
    private final Map<String, Map<URI, ListTrouble>> troubles = new HashMap<>();
    /** By list, what it showed when it was read last, in its order. */
    private final Map<URI, List<URI>> windows = new HashMap<>();

    private Set<LocalDate> quiet = Set.of();
    private Instant quietUntil = Instant.MIN;

    ListVisits(Clock clock, VisitCounts counts, Traffic traffic) {
        this.clock = clock;
        this.counts = counts;
        this.traffic = traffic;
    }

    /** Begins a visit: as deep as it takes if a gap is to be filled, deep if it is time for that, or else only as far as is usual. */
    ListReading begin(FrontierEntry entry, Source source, Frontier frontier) {
        SourceList list =
                source.list(entry.requestUrl()).orElseGet(() -> new SourceList(entry.requestUrl(), Optional.empty()));
        Optional<Instant> gap = entry.fillsGapOf();
        if (gap.isPresent()) {
            return new ListReading(list, Sweep.intoGap(list), item -> isOlder(item, source, gap.get(), frontier), true);
        }
        boolean deep = Sweep.isDeep(list, entry.lastVisit(), entry.failures(), clock.instant());
        return new ListReading(list, Sweep.of(list, deep), item -> false, deep);
    }

    private static boolean isOlder(Candidate item, Source source, Instant gapFoundAt, Frontier frontier) {
        return frontier.find(Identity.of(item.url(), source).key())
                .filter(known -> known.firstSeen().isBefore(gapFoundAt))
                .isPresent();
    }

    /** Takes what a visit has read. The whole window is compared as a set: pinned, reordered and backdated items are found wherever they stand. */
    VisitResult read(FrontierEntry entry, Source source, ListReading reading, Frontier frontier) {
        List<Item> items = items(source, reading);
        counts.listings.increment();
        if (items.isEmpty() && isAwaited(entry, source)) {
            return awaited(entry, source, frontier);
        }
        if (items.isEmpty()) {
            // "No rows" is an error, not "no news" (hazard B4).
            Optional<Instant> next = Schedule.afterSuccess(entry, source, clock.instant());
            return trouble(entry, source, reading.trouble().orElse("no items"), false, next, frontier);
        }
        if (reading.trouble().isPresent()) {
            note(entry, source, reading.trouble().get(), true, false);
        } else {
            forget(entry, source);
        }
        return entry.fillsGapOf().isPresent()
                ? gapRead(entry, source, reading, items, frontier)
                : window(entry, source, reading, items, frontier);
    }

    private VisitResult window(
            FrontierEntry entry, Source source, ListReading reading, List<Item> items, Frontier frontier) {
        Instant now = clock.instant();
        List<FrontierEntry> fresh = fresh(items, source, frontier);
        boolean first = entry.habit().isEmpty();
        boolean gap = !first && fresh.size() == items.size() && items.size() >= GAP_ROWS_MIN;
        Habit habit = habit(frontier.habit(source.id()), first, items, fresh, now);
        FrontierEntry read = visited(entry, reading, Schedule.afterSuccess(entry, source, now))
                .habitual(gap ? habit.gap(Optional.of(now)) : habit);
        List<FrontierEntry> entries = new ArrayList<>();
        entries.add(gap ? read.filling(now).due(Optional.of(now)) : read);
        entries.addAll(fresh);
        entries.addAll(relisted(items, frontier));
        entries.addAll(dropped(entry, items, frontier, now));
        return result(entries, status(source, frontier, read.habit().orElseThrow(), fresh.size()));
    }

    private static FrontierEntry visited(FrontierEntry entry, ListReading reading, Optional<Instant> next) {
        FetchOutcome.Fetched first = reading.first().orElseThrow();
        return entry.answered(first.etag(), first.lastModified(), Optional.empty())
                .visited(first.at(), next, 0);
    }

    private List<FrontierEntry> fresh(List<Item> items, Source source, Frontier frontier) {
        return items.stream()
                .filter(item -> !frontier.knows(item.key()))
                .map(item -> entry(item, source, clock.instant()))
                .toList();
    }

    /** The rhythm of a source that we have just met is the one that its list shows. */
    private static Habit habit(Habit before, boolean first, List<Item> items, List<FrontierEntry> fresh, Instant now) {
        Habit read = before.read(now);
        if (first) {
            return read.arrived(items.stream()
                    .flatMap(item -> item.candidate().date().flatMap(ListedDate::read).stream())
                    .filter(date -> date.isBefore(now))
                    .toList());
        }
        return fresh.isEmpty() ? read : read.arrived(List.of(now));
    }

    /** What its list shows again is not missing from it. */
    private static List<FrontierEntry> relisted(List<Item> items, Frontier frontier) {
        return items.stream()
                .filter(item -> frontier.isMissing(item.key()))
                .flatMap(item -> frontier.find(item.key()).stream())
                .filter(known -> known.absence()
                        .filter(absence -> absence.kind() == Absence.Kind.UNLISTED)
                        .isPresent())
                .map(known -> known.absent(Optional.empty()))
                .toList();
    }

    /**
     * Pages that the list has dropped from between their neighbours: what falls off its end is only old. Each is visited soon, to see whether it is
     * still there itself.
     */
    private List<FrontierEntry> dropped(FrontierEntry list, List<Item> items, Frontier frontier, Instant now) {
        List<URI> shown = items.stream().map(Item::key).toList();
        Set<URI> standing = new HashSet<>(shown);
        List<URI> before = Optional.ofNullable(windows.put(list.url(), shown)).orElse(List.of());
        List<FrontierEntry> dropped = new ArrayList<>();
        boolean olderStands = false;
        for (int i = before.size() - 1; i >= 0; i--) {
            if (standing.contains(before.get(i))) {
                olderStands = true;
            } else if (olderStands && !frontier.isMissing(before.get(i))) {
                frontier.find(before.get(i))
                        .filter(page -> page.sha256().isPresent())
                        .map(page -> page.absent(Optional.of(new Absence(Absence.Kind.UNLISTED, now, now, 1, false)))
                                .due(Optional.of(now)))
                        .ifPresent(dropped::add);
            }
        }
        return dropped;
    }

    /**
     * Behind what was known before the gap, or at the end of a list of several pages, nothing more can be missing. A page that could not be had is asked for
     * again. A list of one page, as most feeds are, cannot fill the gap (hazard B15): it stays named.
     */
    private VisitResult gapRead(
            FrontierEntry entry, Source source, ListReading reading, List<Item> items, Frontier frontier) {
        Instant now = clock.instant();
        Instant found = entry.fillsGapOf().orElseThrow();
        List<FrontierEntry> fresh = fresh(items, source, frontier).stream()
                .map(page -> page.filling(found))
                .toList();
        boolean ended = reading.trouble().isEmpty();
        boolean filled = ended && (reading.metOlder() || reading.pages() > 1);
        Habit read = frontier.habit(source.id()).read(now);
        Habit habit = filled ? read.gap(otherGap(entry, source, frontier)) : read;
        FrontierEntry visited = visited(entry, reading, Schedule.afterSuccess(entry, source, now))
                .habitual(habit);
        List<FrontierEntry> entries = new ArrayList<>();
        entries.add(ended ? visited.filled() : visited);
        entries.addAll(fresh);
        return result(entries, status(source, frontier, habit, fresh.size()));
    }

    private static Optional<Instant> otherGap(FrontierEntry filled, Source source, Frontier frontier) {
        return source.lists().stream()
                .map(list -> CanonicalUrl.key(list.url(), List.of()))
                .filter(key -> !key.equals(filled.url()))
                .flatMap(key -> frontier.find(key).flatMap(FrontierEntry::fillsGapOf).stream())
                .min(Comparator.naturalOrder());
    }

    VisitResult unchanged(FrontierEntry entry, Source source, Frontier frontier) {
        counts.listings.increment();
        Instant now = clock.instant();
        forget(entry, source);
        Habit habit = frontier.habit(source.id()).read(now);
        FrontierEntry read =
                entry.visited(now, Schedule.afterSuccess(entry, source, now), 0).habitual(habit);
        return result(List.of(read), status(source, frontier, habit, 0));
    }

    VisitResult refused(FrontierEntry entry, Source source, String reason, Frontier frontier) {
        Instant now = clock.instant();
        int failures = entry.failures() + 1;
        return trouble(entry, source, reason, true, Schedule.afterRefusal(entry, source, failures, now), frontier);
    }

    /** A year's list that is not there before the year's first release is no trouble. */
    VisitResult missing(FrontierEntry entry, Source source, String reason, Frontier frontier) {
        return isAwaited(entry, source) ? awaited(entry, source, frontier) : failed(entry, source, reason, frontier);
    }

    private boolean isAwaited(FrontierEntry entry, Source source) {
        return source.list(entry.requestUrl())
                .filter(list -> list.isAwaited(clock.instant()))
                .isPresent();
    }

    private VisitResult awaited(FrontierEntry entry, Source source, Frontier frontier) {
        Instant now = clock.instant();
        forget(entry, source);
        FrontierEntry visited = entry.visited(now, Schedule.afterSuccess(entry, source, now), 0);
        return result(List.of(visited), status(source, frontier, frontier.habit(source.id()), 0));
    }

    VisitResult failed(FrontierEntry entry, Source source, String reason, Frontier frontier) {
        Instant now = clock.instant();
        int failures = entry.failures() + 1;
        return trouble(entry, source, reason, false, Schedule.afterFailure(entry, source, failures, now), frontier);
    }

    private VisitResult trouble(
            FrontierEntry entry,
            Source source,
            String reason,
            boolean refused,
            Optional<Instant> next,
            Frontier frontier) {
        note(entry, source, reason, false, refused);
        List<FrontierEntry> visited = List.of(entry.visited(clock.instant(), next, entry.failures() + 1));
        return result(visited, status(source, frontier, frontier.habit(source.id()), 0));
    }

    private void note(FrontierEntry entry, Source source, String reason, boolean partly, boolean refused) {
        ListTrouble trouble =
                new ListTrouble(entry.requestUrl(), reason, clock.instant(), entry.failures() + 1, partly, refused);
        troubles.computeIfAbsent(source.id(), any -> new HashMap<>())
                .merge(
                        entry.url(),
                        trouble,
                        (before, latest) -> new ListTrouble(
                                latest.list(),
                                reason,
                                before.since(),
                                Math.max(before.times() + 1, latest.times()),
                                partly,
                                refused));
    }

    private void forget(FrontierEntry entry, Source source) {
        Map<URI, ListTrouble> known = troubles.get(source.id());
        if (known != null) {
            known.remove(entry.url());
        }
    }

    private SourceStatus status(Source source, Frontier frontier, Habit habit, long fresh) {
        Tally tally = frontier.tally(source.id());
        HostTraffic asked = traffic.of(source.lists().get(0).url());
        return SourceHealth.judge(new Observed(
                source.id(),
                source.lists().size(),
                List.copyOf(troubles.getOrDefault(source.id(), Map.of()).values()),
                tally.pages + fresh,
                tally.failing,
                tally.missing,
                habit,
                quiet(frontier),
                Map.of(
                        "host-requests", asked.requests(),
                        "host-not-modified", asked.notModified(),
                        "host-bytes", asked.bytes()),
                clock.instant()));
    }

    /** Looked at again once an hour: a day's silence shows in hours, not in minutes. */
    private Set<LocalDate> quiet(Frontier frontier) {
        Instant now = clock.instant();
        if (now.isAfter(quietUntil)) {
            quiet = QuietDays.of(
                    frontier.habits().values().stream().map(Habit::arrivals).toList(), now);
            quietUntil = now.plus(QUIET_AGE);
        }
        return quiet;
    }

    /** Each release once, where it stands first. */
    private static List<Item> items(Source source, ListReading reading) {
        Map<URI, Item> items = new LinkedHashMap<>();
        for (Candidate candidate : reading.items()) {
            if (source.covers(candidate.url())) {
                Identity identity = Identity.of(candidate.url(), source);
                items.putIfAbsent(identity.key(), new Item(identity, secured(candidate.url(), reading), candidate));
            }
        }
        return List.copyOf(items.values());
    }

    /** A host that has just answered by TLS is asked by TLS, whatever its list writes (hazard A18). */
    private static URI secured(URI link, ListReading reading) {
        boolean overTls = reading.first()
                .map(FetchOutcome.Fetched::finalUrl)
                .filter(list -> "https".equals(list.getScheme())
                        && list.getRawAuthority().equals(link.getRawAuthority()))
                .isPresent();
        return overTls && "http".equals(link.getScheme())
                ? URI.create("https" + link.toString().substring("http".length()))
                : link;
    }

    private static FrontierEntry entry(Item item, Source source, Instant now) {
        Candidate candidate = item.candidate();
        return new FrontierEntry(
                FrontierEntry.SCHEMA,
                item.key(),
                item.request(),
                source.id(),
                FrontierEntry.Kind.PAGE,
                item.identity().siteId(),
                new ListingHint(candidate.title(), candidate.date(), candidate.twins()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.of(now),
                0,
                Optional.empty());
    }

    private static VisitResult result(List<FrontierEntry> entries, SourceStatus status) {
        return new VisitResult(entries, Optional.empty(), Optional.empty(), Optional.of(status));
    }

    /**
     * An item of a list.
     *
     * @param identity of its page
     * @param request the address to ask for
     * @param candidate as listed
     */
    private record Item(Identity identity, URI request, Candidate candidate) {
        URI key() {
            return identity.key();
        }
    }
}
