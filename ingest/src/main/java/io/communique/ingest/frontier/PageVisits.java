package io.communique.ingest.frontier;

import io.communique.contract.frontier.Absence;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.AttachedTo;
import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.ingest.answer.Placeholder;
import io.communique.ingest.attachment.FileLink;
import io.communique.ingest.attachment.FileLinks;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.fetch.Validators;
import io.communique.ingest.health.ListedDate;
import io.communique.ingest.health.PageSampler;
import io.communique.ingest.health.SourceHealth;
import io.communique.ingest.listing.PageTwins;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.publish.VisitResult;
import io.communique.ingest.source.AttachmentRules;
import io.communique.ingest.source.Identity;
import io.communique.ingest.source.Source;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** What visits to pages and files leave behind. Not safe to share between threads. */
final class PageVisits {
    /** A host is well if another address of it answered so shortly before. */
    private static final Duration WELL_MIN = Duration.ofHours(1);
    /** While nothing can be learned of a missing page, it is asked for again after so long. */
    private static final Duration HELD = Duration.ofHours(6);

    private final Clock clock;
    private final VisitCounts counts;
    /** By host, when it last gave a good answer. */
    private final Map<String, Instant> answered = new HashMap<>();

    PageVisits(Clock clock, VisitCounts counts) {
        this.clock = clock;
        this.counts = counts;
    }

    /** Notes that the host of {@code entry} has given a good answer. */
    void hostAnswered(FrontierEntry entry) {
        answered.put(HostLimiter.host(entry.url()), clock.instant());
    }

    /** Publishes a file, if it is not what was published last. */
    VisitResult file(FrontierEntry entry, Source source, FetchOutcome.Fetched fetched, Frontier frontier) {
        Validators validators = new Validators(fetched.etag(), fetched.lastModified());
        return page(entry, source, fetched, validators, Optional.empty(), frontier);
    }

    /**
     * Publishes {@code fetched}, if it is not what was published last, or if it is there again.
     *
     * @param validators for the next request to the entry's address
     * @param parsed the page, if it is HTML
     */
    VisitResult page(
            FrontierEntry entry,
            Source source,
            FetchOutcome.Fetched fetched,
            Validators validators,
            Optional<Parsed> parsed,
            Frontier frontier) {
        Optional<Absence> unlisted = unlisted(entry);
        boolean back = entry.absence().filter(Absence::confirmed).isPresent() && unlisted.isEmpty();
        boolean evidence = unlisted.filter(Absence::confirmed).isPresent()
                && entry.absence().filter(Absence::confirmed).isEmpty();
        String sha256 = fetched.body().sha256();
        FrontierEntry visited = entry.answered(validators.etag(), validators.lastModified(), Optional.of(sha256))
                .absent(unlisted)
                .visited(fetched.at(), nextVisit(entry, source, parsed, unlisted), 0);
        if (entry.sha256().equals(Optional.of(sha256)) && !back && !evidence) {
            counts.unchanged.increment();
            return result(visited);
        }
        counts.published.increment();
        parsed.filter(page -> entry.sha256().isEmpty())
                .ifPresent(page -> sample(entry, source, page, fetched.at(), frontier));
        List<FrontierEntry> entries = new ArrayList<>();
        entries.add(visited);
        entries.addAll(files(entry, source, parsed, frontier));
        ListingHint hint = parsed.map(html -> entry.hint().withTwins(PageTwins.of(html.page(), fetched.finalUrl())))
                .orElse(entry.hint());
        PageFacts facts = facts(entry, source, fetched, hint, evidence ? unlisted : Optional.empty());
        RawPage page = new RawPage(entry.url(), fetched.body(), facts);
        return new VisitResult(entries, Optional.of(page), Optional.empty(), Optional.empty());
    }

    /**
     * Publishes a page under its own address, whichever address led there: feeds link through counters and short addresses (hazard A17), and what
     * both a feed and a list name is one page. The address that led there is remembered, and not asked for again.
     *
     * <p>What was published under the address that led there stays under it.
     */
    VisitResult ofAnyAddress(
            FrontierEntry entry, Source source, FetchOutcome.Fetched fetched, Parsed parsed, Frontier frontier) {
        Validators validators = new Validators(fetched.etag(), fetched.lastModified());
        Optional<FrontierEntry> own = ownAddress(entry, source, fetched.finalUrl());
        if (own.isEmpty()) {
            return page(entry, source, fetched, validators, Optional.of(parsed), frontier);
        }
        FrontierEntry alias = entry.visited(fetched.at(), Optional.empty(), 0);
        if (frontier.knows(own.get().url())) {
            counts.moved.increment();
            return result(alias);
        }
        VisitResult there = page(own.get(), source, fetched, validators, Optional.of(parsed), frontier);
        List<FrontierEntry> entries = new ArrayList<>(there.entries());
        entries.add(alias);
        return new VisitResult(entries, there.page(), there.oversized(), there.status());
    }

    /** Returns what to remember of the address that a redirect led to; empty if that is no other page. */
    private static Optional<FrontierEntry> ownAddress(FrontierEntry entry, Source source, URI finalUrl) {
        if (entry.sha256().isPresent()
                || finalUrl.equals(entry.requestUrl())
                || !source.covers(finalUrl)
                || !HostLimiter.host(finalUrl).equals(HostLimiter.host(entry.url()))) {
            return Optional.empty();
        }
        Identity identity = Identity.of(finalUrl, source);
        boolean idIsLost = entry.siteId().isPresent() && identity.siteId().isEmpty();
        return idIsLost || identity.key().equals(entry.url())
                ? Optional.empty()
                : Optional.of(entry.under(identity.key(), finalUrl, identity.siteId()));
    }

    /** The page answers. That clears all evidence but this: its list shows it no longer, which one more visit has now seen. */
    private Optional<Absence> unlisted(FrontierEntry entry) {
        return entry.absence()
                .filter(absence -> absence.kind() == Absence.Kind.UNLISTED)
                .map(absence -> Missing.seen(entry, Absence.Kind.UNLISTED, clock.instant()));
    }

    private Optional<Instant> nextVisit(
            FrontierEntry entry, Source source, Optional<Parsed> parsed, Optional<Absence> unlisted) {
        Instant now = clock.instant();
        if (unlisted.isPresent()) {
            return Schedule.afterAbsence(unlisted.get(), now);
        }
        return parsed.filter(page -> Placeholder.is(page.page(), page.letters()))
                        .isPresent()
                ? Schedule.afterPlaceholder(entry, source, now)
                : Schedule.afterSuccess(entry, source, now);
    }

    private static void sample(FrontierEntry entry, Source source, Parsed page, Instant fetched, Frontier frontier) {
        Optional<Instant> listed = entry.hint().date().flatMap(ListedDate::read);
        frontier.sampled(
                source.id(),
                PageSampler.of(page.page(), page.letters(), source.selectors(), listed, entry.firstSeen(), fetched));
    }

    VisitResult unchanged(FrontierEntry entry, Source source) {
        counts.unchanged.increment();
        Instant now = clock.instant();
        return result(entry.absent(Optional.empty()).visited(now, Schedule.afterSuccess(entry, source, now), 0));
    }

    VisitResult tooLarge(FrontierEntry entry, Source source, FetchOutcome.TooLarge tooLarge) {
        counts.tooLarge.increment();
        Instant now = clock.instant();
        FrontierEntry visited = entry.visited(now, Schedule.afterSuccess(entry, source, now), 0);
        return new VisitResult(
                List.of(visited),
                Optional.empty(),
                Optional.of(new VisitResult.Oversized(visited, tooLarge.bytesMax())),
                Optional.empty());
    }

    VisitResult unsuccessful(FrontierEntry entry, Source source, boolean refused) {
        Instant now = clock.instant();
        int failures = entry.failures() + 1;
        return result(entry.visited(
                now,
                refused
                        ? Schedule.afterRefusal(entry, source, failures, now)
                        : Schedule.afterFailure(entry, source, failures, now),
                failures));
    }

    /** Hands a page over to the owner of the host that it has moved to; here it is asked for again as planned, should it come back. */
    VisitResult moved(FrontierEntry entry, Source source, URI target) {
        counts.moved.increment();
        Instant now = clock.instant();
        FrontierEntry there = entry.under(CanonicalUrl.key(target, source.dropParameters()), target, entry.siteId())
                .due(Optional.of(now));
        return new VisitResult(
                List.of(entry.visited(now, Schedule.afterSuccess(entry, source, now), 0), there),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Collects evidence that a page is there no longer, if its host is well and its neighbours are there, and publishes it once it is enough. */
    VisitResult missing(FrontierEntry entry, Source source, Gone gone, Frontier frontier) {
        counts.missing.increment();
        Instant now = clock.instant();
        if (!isWell(entry, source, now) || isOneOfMany(entry, frontier)) {
            return result(entry.visited(now, Optional.of(now.plus(HELD)), entry.failures()));
        }
        Absence absence = Missing.seen(entry, gone.kind(), now);
        FrontierEntry visited = entry.absent(Optional.of(absence)).visited(now, Schedule.afterAbsence(absence, now), 0);
        boolean before = entry.absence().filter(Absence::confirmed).isPresent();
        boolean published =
                entry.kind() == FrontierEntry.Kind.PAGE && entry.sha256().isPresent();
        if (!absence.confirmed() || before || !published) {
            return result(visited);
        }
        return new VisitResult(
                List.of(visited),
                Optional.of(evidence(entry, source, gone, absence, now)),
                Optional.empty(),
                Optional.empty());
    }

    private boolean isWell(FrontierEntry entry, Source source, Instant now) {
        Duration within = source.every().multipliedBy(2);
        Instant since = now.minus(within.compareTo(WELL_MIN) > 0 ? within : WELL_MIN);
        Instant last = answered.get(HostLimiter.host(entry.url()));
        return last != null && last.isAfter(since);
    }

    /** Suspicion is collected whatever it is; but while too much of a source is missing, none of it goes on to become evidence. */
    private static boolean isOneOfMany(FrontierEntry entry, Frontier frontier) {
        Tally tally = frontier.tally(entry.source());
        return entry.absence().isPresent() && SourceHealth.isMassAbsence(tally.pages, tally.missing);
    }

    private static RawPage evidence(FrontierEntry entry, Source source, Gone gone, Absence absence, Instant now) {
        Bytes body = gone.body().map(FetchOutcome.Fetched::body).orElse(Bytes.empty());
        FetchOutcome.Fetched answer = new FetchOutcome.Fetched(
                gone.finalUrl(),
                gone.status(),
                gone.body().flatMap(FetchOutcome.Fetched::contentType),
                Optional.empty(),
                Optional.empty(),
                body,
                now);
        return new RawPage(entry.url(), body, facts(entry, source, answer, entry.hint(), Optional.of(absence)));
    }

    private static PageFacts facts(
            FrontierEntry entry,
            Source source,
            FetchOutcome.Fetched fetched,
            ListingHint hint,
            Optional<Absence> absence) {
        return new PageFacts(
                source.id(),
                source.publisher(),
                entry.siteId(),
                entry.requestUrl(),
                fetched.finalUrl(),
                fetched.status(),
                fetched.contentType(),
                fetched.at(),
                fetched.etag(),
                fetched.lastModified(),
                fetched.body().sha256(),
                entry.fillsGapOf().isPresent() ? Origin.BACKFILL : Origin.LIVE,
                hint,
                entry.attached(),
                source.selectors(),
                absence);
    }

    /**
     * The files of a page that is new or has changed, due behind it. A file belongs to the first page that links it.
     *
     * <p>A file on another host waits in that host's own partition, so that still nobody but its owner asks that host.
     */
    private List<FrontierEntry> files(FrontierEntry entry, Source source, Optional<Parsed> parsed, Frontier frontier) {
        AttachmentRules rules = source.attachments();
        if (entry.kind() != FrontierEntry.Kind.PAGE || !rules.fetch() || parsed.isEmpty()) {
            return List.of();
        }
        Document page = parsed.get().page();
        List<FrontierEntry> files = new ArrayList<>();
        for (FileLink link : FileLinks.of(page, rules.perPage())) {
            if (!rules.sameHost() || source.covers(link.url())) {
                file(entry, source, link, frontier).ifPresent(files::add);
            }
        }
        return files;
    }

    /** Returns what to remember of a file; empty if its address is known as something else. */
    private Optional<FrontierEntry> file(FrontierEntry page, Source source, FileLink link, Frontier frontier) {
        Instant now = clock.instant();
        URI key = CanonicalUrl.key(link.url(), source.dropParameters());
        Optional<FrontierEntry> known = frontier.find(key);
        if (known.isPresent()) {
            boolean ofThisPage = known.get()
                    .attached()
                    .filter(to -> to.page().equals(page.url()))
                    .isPresent();
            return ofThisPage ? Optional.of(known.get().due(Optional.of(now))) : Optional.empty();
        }
        return Optional.of(new FrontierEntry(
                FrontierEntry.SCHEMA,
                key,
                link.url(),
                source.id(),
                FrontierEntry.Kind.FILE,
                page.siteId(),
                ListingHint.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.of(now),
                0,
                Optional.of(new AttachedTo(page.url(), link.link()))));
    }

    private static VisitResult result(FrontierEntry visited) {
        return new VisitResult(List.of(visited), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A page that is HTML.
     *
     * @param page parsed with its own address as base
     * @param letters that it shows outside of links and menus
     */
    record Parsed(Document page, int letters) {}
}
