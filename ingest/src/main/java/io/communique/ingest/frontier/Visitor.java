package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.AttachedTo;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.contract.status.SourceStatus;
import io.communique.ingest.attachment.FileLink;
import io.communique.ingest.attachment.FileLinks;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.fetch.Fetcher;
import io.communique.ingest.fetch.Validators;
import io.communique.ingest.frame.BodyFrame;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Candidates;
import io.communique.ingest.listing.PageTwins;
import io.communique.ingest.listing.Sweep;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.publish.VisitResult;
import io.communique.ingest.robots.RobotsFile;
import io.communique.ingest.source.AttachmentRules;
import io.communique.ingest.source.Identity;
import io.communique.ingest.source.ListRequest;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Visits one address: asks for it as robots.txt and limiter allow, and says what that leaves behind. Not safe to share between threads.
 *
 * <p>A page that leaves its text to a nested frame takes two turns, one request each: the page, then the frame. The frame's bytes are
 * published under the page's key, with the frame's address as the final one; where the frame cannot be had, the page's own are. Of such a page
 * no validators are remembered, for its own say nothing about its text and the frame's are not for its address: each visit reads both whole, and
 * the hash of what was published tells whether anything is new.
 */
final class Visitor {
    /** What is larger is no mere frame around a text; so what waits for its frame stays small. */
    private static final int FRAMED_BYTES_MAX = 512 << 10;

    private final Fetcher fetcher;
    private final HostLimiter limiter;
    private final String product;
    private final Clock clock;
    private final VisitCounts counts;
    private final Map<String, RobotsFile> robots = new HashMap<>();
    /** By key, pages that were read and whose frames have the next turn; hardly more than one a host, for a host's first in line stays first. */
    private final Map<URI, FramedPage> framed = new HashMap<>();
    /** By key, lists of which a page was read and further ones have the next turns. */
    private final Map<URI, ListVisit> sweeping = new HashMap<>();

    Visitor(Fetcher fetcher, HostLimiter limiter, String product, Clock clock, VisitCounts counts) {
        this.fetcher = fetcher;
        this.limiter = limiter;
        this.product = product;
        this.clock = clock;
        this.counts = counts;
    }

    /**
     * Visits {@code entry}, or first what must be read before: its site's robots.txt, or the page around the frame with its text.
     *
     * @return empty if the visit is not at its end: the same entry has its next turn later, and only then the visit counts
     */
    Optional<VisitResult> visit(FrontierEntry entry, Source source, Frontier frontier) {
        Optional<FramedPage> waiting = Optional.ofNullable(framed.get(entry.url()));
        Optional<ListVisit> sweep = Optional.ofNullable(sweeping.get(entry.url()));
        URI address = waiting.map(FramedPage::frame)
                .or(() -> sweep.flatMap(ListVisit::next).map(ListRequest::url))
                .orElse(entry.requestUrl());
        Optional<RobotsFile> file =
                Optional.ofNullable(robots.get(site(address))).filter(known -> !known.isStale(clock.instant()));
        if (file.isEmpty()) {
            readRobots(address);
            return Optional.empty();
        }
        if (waiting.isPresent()) {
            framed.remove(entry.url());
            return Optional.of(frame(entry, source, waiting.get(), file.get(), frontier));
        }
        if (sweep.isPresent()) {
            return furtherPage(entry, source, sweep.get(), file.get(), frontier);
        }
        return address(entry, source, file.get(), frontier);
    }

    private Optional<VisitResult> address(FrontierEntry entry, Source source, RobotsFile file, Frontier frontier) {
        if (!file.allows(entry.requestUrl())) {
            counts.visits.increment();
            String reason = file.isReachable() ? "robots-disallow" : "robots-unreachable";
            return Optional.of(refused(entry, source, new FetchOutcome.Refused(reason), frontier));
        }
        FetchOutcome outcome = ask(entry, source, file);
        note(entry.requestUrl(), outcome, file.crawlDelay());
        Optional<FramedPage> around = framedPage(entry, outcome);
        if (around.isPresent()) {
            framed.put(entry.url(), around.get());
            return Optional.empty();
        }
        if (entry.kind() == FrontierEntry.Kind.LISTING && outcome instanceof FetchOutcome.Fetched fetched) {
            return firstPage(entry, source, fetched, frontier);
        }
        counts.visits.increment();
        return Optional.of(outcome.fold(
                fetched -> fetched(entry, source, fetched, frontier),
                unchanged -> unchanged(entry, source, frontier),
                tooLarge -> tooLarge(entry, source, tooLarge),
                refused -> refused(entry, source, refused, frontier),
                failed -> failed(entry, source, failed, frontier)));
    }

    private static Optional<FramedPage> framedPage(FrontierEntry entry, FetchOutcome outcome) {
        if (entry.kind() != FrontierEntry.Kind.PAGE
                || !(outcome instanceof FetchOutcome.Fetched fetched)
                || !isHtml(fetched)
                || fetched.body().size() > FRAMED_BYTES_MAX) {
            return Optional.empty();
        }
        return BodyFrame.of(parsed(fetched), fetched.finalUrl())
                // A page that was redirected to another host has its frames there, and that host may be another
                // worker's.
                .filter(frame -> CanonicalUrl.key(frame, List.of())
                        .getHost()
                        .equals(entry.url().getHost()))
                .map(frame -> new FramedPage(fetched, frame));
    }

    /** The second turn of a visit: reads the frame, and falls back on the page around it. */
    private VisitResult frame(
            FrontierEntry entry, Source source, FramedPage around, RobotsFile file, Frontier frontier) {
        FetchOutcome outcome = new FetchOutcome.Refused("robots-disallow");
        if (file.allows(around.frame())) {
            String host = around.frame().getHost();
            outcome = fetcher.fetch(
                    around.frame(), Validators.none(), target -> host.equals(target.getHost()) && file.allows(target));
            note(around.frame(), outcome, file.crawlDelay());
        }
        counts.visits.increment();
        if (outcome instanceof FetchOutcome.Failed failed
                && failed.hostFault()
                && entry.sha256().isPresent()) {
            // The host is in trouble: an empty page must not take the place of the text that was published before.
            return failed(entry, source, failed, frontier);
        }
        FetchOutcome.Fetched text =
                outcome instanceof FetchOutcome.Fetched inner && saysMore(inner, around.page()) ? inner : around.page();
        return page(entry, source, text, Validators.none(), frontier);
    }

    private static boolean saysMore(FetchOutcome.Fetched inner, FetchOutcome.Fetched page) {
        return isHtml(inner) && BodyFrame.text(parsed(inner)) > BodyFrame.text(parsed(page));
    }

    private static boolean isHtml(FetchOutcome.Fetched fetched) {
        return fetched.contentType()
                .map(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                .orElse(true);
    }

    private static Document parsed(FetchOutcome.Fetched fetched) {
        return Candidates.parse(fetched.body(), fetched.contentType(), fetched.finalUrl());
    }

    private void readRobots(URI url) {
        URI address = URI.create(site(url) + "/robots.txt");
        FetchOutcome outcome = fetcher.fetch(address, Validators.none(), target -> true);
        RobotsFile file = RobotsFile.answered(address, outcome, product, clock.instant());
        robots.put(site(url), file);
        note(address, outcome, file.crawlDelay());
    }

    private void note(URI url, FetchOutcome outcome, Duration crawlDelay) {
        Instant now = clock.instant();
        if (outcome instanceof FetchOutcome.Failed failed && failed.hostFault()) {
            limiter.failed(url, now, failed.retryAfter());
        } else {
            limiter.answered(url, now, crawlDelay);
        }
    }

    private FetchOutcome ask(FrontierEntry entry, Source source, RobotsFile file) {
        boolean isList = entry.kind() == FrontierEntry.Kind.LISTING;
        Optional<ListRequest> posted = isList
                ? Optional.of(list(entry, source).first())
                        .filter(request -> request.body().isPresent())
                : Optional.empty();
        if (posted.isPresent()) {
            return fetcher.post(
                    posted.get().url(),
                    posted.get().body().orElseThrow(),
                    posted.get().bodyType());
        }
        // A deep sweep goes through the first page, so it has to come whole.
        boolean whole = isList && isDeep(entry, list(entry, source));
        return fetcher.fetch(
                entry.requestUrl(),
                whole ? Validators.none() : new Validators(entry.etag(), entry.lastModified()),
                target -> isWithin(entry, source, target) && file.allows(target),
                entry.kind() == FrontierEntry.Kind.FILE ? source.attachments().bytesMax() : Long.MAX_VALUE);
    }

    private boolean isDeep(FrontierEntry entry, SourceList list) {
        return Sweep.isDeep(list, entry.lastVisit(), entry.failures(), clock.instant());
    }

    private static SourceList list(FrontierEntry entry, Source source) {
        return source.list(entry.requestUrl()).orElseGet(() -> new SourceList(entry.requestUrl(), Optional.empty()));
    }

    private Optional<VisitResult> firstPage(
            FrontierEntry entry, Source source, FetchOutcome.Fetched fetched, Frontier frontier) {
        SourceList list = list(entry, source);
        Sweep sweep = Sweep.of(list, isDeep(entry, list));
        return onward(entry, source, new ListVisit(list, fetched, sweep).read(fetched), frontier);
    }

    private Optional<VisitResult> furtherPage(
            FrontierEntry entry, Source source, ListVisit visit, RobotsFile file, Frontier frontier) {
        ListRequest request = visit.next().orElseThrow();
        FetchOutcome outcome = new FetchOutcome.Refused("robots-disallow");
        if (file.allows(request.url())) {
            outcome = request.body().isPresent()
                    ? fetcher.post(request.url(), request.body().get(), request.bodyType())
                    : fetcher.fetch(
                            request.url(),
                            Validators.none(),
                            target -> isWithin(entry, source, target) && file.allows(target));
            note(request.url(), outcome, file.crawlDelay());
        }
        ListVisit after = outcome.fold(
                visit::read,
                unchanged -> visit.failed("not modified"),
                tooLarge -> visit.failed("larger than " + tooLarge.bytesMax() + " bytes"),
                refused -> visit.failed(refused.reason()),
                failed -> visit.failed(failed.reason()));
        return onward(entry, source, after, frontier);
    }

    /** Goes on with the list's next page, one turn later, or says what all its pages gave. */
    private Optional<VisitResult> onward(FrontierEntry entry, Source source, ListVisit visit, Frontier frontier) {
        if (visit.next().isPresent()) {
            sweeping.put(entry.url(), visit);
            return Optional.empty();
        }
        sweeping.remove(entry.url());
        counts.visits.increment();
        return Optional.of(listing(entry, source, visit, frontier));
    }

    private VisitResult fetched(FrontierEntry entry, Source source, FetchOutcome.Fetched fetched, Frontier frontier) {
        return page(entry, source, fetched, new Validators(fetched.etag(), fetched.lastModified()), frontier);
    }

    private static boolean isWithin(FrontierEntry entry, Source source, URI target) {
        boolean anywhere =
                entry.kind() == FrontierEntry.Kind.FILE && !source.attachments().sameHost();
        return anywhere || source.covers(target);
    }

    /**
     * Publishes {@code fetched}, if it is not what was published last.
     *
     * @param validators for the next request to the entry's address
     */
    private VisitResult page(
            FrontierEntry entry,
            Source source,
            FetchOutcome.Fetched fetched,
            Validators validators,
            Frontier frontier) {
        String sha256 = fetched.body().sha256();
        FrontierEntry visited = succeeded(entry, source, fetched.at(), validators, Optional.of(sha256));
        if (entry.sha256().equals(Optional.of(sha256))) {
            counts.unchanged.increment();
            return result(visited, Optional.empty());
        }
        counts.published.increment();
        PageFacts facts = new PageFacts(
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
                sha256,
                Origin.LIVE,
                entry.kind() == FrontierEntry.Kind.PAGE && isHtml(fetched)
                        ? entry.hint().withTwins(PageTwins.of(parsed(fetched), fetched.finalUrl()))
                        : entry.hint(),
                entry.attached(),
                source.selectors());
        List<FrontierEntry> entries = new ArrayList<>();
        entries.add(visited);
        entries.addAll(files(entry, source, fetched, frontier));
        RawPage page = new RawPage(entry.url(), fetched.body(), facts);
        return new VisitResult(entries, Optional.of(page), Optional.empty(), Optional.empty());
    }

    /**
     * The files of a page that is new or has changed, due behind it. A file belongs to the first page that links it.
     *
     * <p>A file on another host waits in that host's own partition, so that still nobody but its owner asks that host.
     */
    private List<FrontierEntry> files(
            FrontierEntry entry, Source source, FetchOutcome.Fetched fetched, Frontier frontier) {
        AttachmentRules rules = source.attachments();
        if (entry.kind() != FrontierEntry.Kind.PAGE || !rules.fetch()) {
            return List.of();
        }
        Document page = parsed(fetched);
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

    /** The whole window is compared as a set: pinned, reordered and backdated items are found wherever they stand. */
    private VisitResult listing(FrontierEntry entry, Source source, ListVisit visit, Frontier frontier) {
        counts.listings.increment();
        FetchOutcome.Fetched first = visit.first();
        Map<URI, FrontierEntry> fresh = new LinkedHashMap<>();
        for (Candidate candidate : visit.sweep().items()) {
            if (source.covers(candidate.url())) {
                FrontierEntry item = item(candidate, source);
                if (frontier.find(item.url()).isEmpty()) {
                    fresh.putIfAbsent(item.url(), item);
                }
            }
        }
        List<FrontierEntry> entries = new ArrayList<>();
        Validators validators = new Validators(first.etag(), first.lastModified());
        entries.add(succeeded(entry, source, first.at(), validators, Optional.empty()));
        entries.addAll(fresh.values());
        boolean empty = visit.sweep().items().isEmpty();
        Optional<String> trouble = visit.sweep()
                .trouble()
                .map(reason -> reason + " at " + entry.requestUrl())
                .or(() -> empty
                        ? Optional.of("the list at " + entry.requestUrl() + " shows no items")
                        : Optional.empty());
        Optional<SourceStatus.State> state = empty ? Optional.empty() : Optional.of(SourceStatus.State.PARTIAL);
        SourceStatus status = StatusReport.of(source, frontier, entries, trouble, state, clock.instant());
        return new VisitResult(entries, Optional.empty(), Optional.empty(), Optional.of(status));
    }

    private FrontierEntry item(Candidate candidate, Source source) {
        Instant now = clock.instant();
        Identity identity = Identity.of(candidate.url(), source);
        return new FrontierEntry(
                FrontierEntry.SCHEMA,
                identity.key(),
                candidate.url(),
                source.id(),
                FrontierEntry.Kind.PAGE,
                identity.siteId(),
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

    private VisitResult unchanged(FrontierEntry entry, Source source, Frontier frontier) {
        FrontierEntry visited = visited(entry, 0, Schedule.afterSuccess(entry, source, clock.instant()));
        if (entry.kind() == FrontierEntry.Kind.LISTING) {
            counts.listings.increment();
            SourceStatus status =
                    StatusReport.of(source, frontier, List.of(), Optional.empty(), Optional.empty(), clock.instant());
            return new VisitResult(List.of(visited), Optional.empty(), Optional.empty(), Optional.of(status));
        }
        counts.unchanged.increment();
        return result(visited, Optional.empty());
    }

    private VisitResult tooLarge(FrontierEntry entry, Source source, FetchOutcome.TooLarge tooLarge) {
        counts.tooLarge.increment();
        FrontierEntry visited = visited(entry, 0, Schedule.afterSuccess(entry, source, clock.instant()));
        return new VisitResult(
                List.of(visited),
                Optional.empty(),
                Optional.of(new VisitResult.Oversized(visited, tooLarge.bytesMax())),
                Optional.empty());
    }

    private VisitResult refused(FrontierEntry entry, Source source, FetchOutcome.Refused refused, Frontier frontier) {
        counts.refused.increment();
        return unsuccessful(entry, source, refused.reason(), true, frontier);
    }

    private VisitResult failed(FrontierEntry entry, Source source, FetchOutcome.Failed failed, Frontier frontier) {
        counts.failed.increment();
        return unsuccessful(entry, source, failed.reason(), false, frontier);
    }

    private VisitResult unsuccessful(
            FrontierEntry entry, Source source, String reason, boolean blocked, Frontier frontier) {
        Instant now = clock.instant();
        int failures = entry.failures() + 1;
        FrontierEntry visited = visited(entry, failures, Schedule.afterFailure(failures, now));
        if (entry.kind() != FrontierEntry.Kind.LISTING) {
            return result(visited, Optional.empty());
        }
        Optional<String> trouble = Optional.of(reason + " at " + entry.requestUrl());
        SourceStatus status = StatusReport.of(
                source,
                frontier,
                List.of(),
                trouble,
                blocked ? Optional.of(SourceStatus.State.BLOCKED) : Optional.empty(),
                now);
        return new VisitResult(List.of(visited), Optional.empty(), Optional.empty(), Optional.of(status));
    }

    private FrontierEntry succeeded(
            FrontierEntry entry, Source source, Instant at, Validators validators, Optional<String> sha256) {
        return entry.answered(validators.etag(), validators.lastModified(), sha256)
                .visited(at, Schedule.afterSuccess(entry, source, clock.instant()), 0);
    }

    private FrontierEntry visited(FrontierEntry entry, int failures, Optional<Instant> nextVisit) {
        return entry.visited(clock.instant(), nextVisit, failures);
    }

    private static VisitResult result(FrontierEntry visited, Optional<RawPage> page) {
        return new VisitResult(List.of(visited), page, Optional.empty(), Optional.empty());
    }

    private static String site(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /**
     * A visit to a list, some of whose pages are read.
     *
     * @param first answer, whose validators the next visit sends
     * @param sweep what its pages gave so far
     */
    private record ListVisit(SourceList list, FetchOutcome.Fetched first, Sweep sweep) {
        Optional<ListRequest> next() {
            return sweep.next();
        }

        ListVisit read(FetchOutcome.Fetched page) {
            sweep.read(Candidates.read(page.body(), page.contentType(), page.finalUrl(), list));
            return this;
        }

        ListVisit failed(String reason) {
            sweep.failed(reason);
            return this;
        }
    }

    /**
     * A page that waits for the frame with its text.
     *
     * @param page around the frame
     * @param frame to ask for next
     */
    private record FramedPage(FetchOutcome.Fetched page, URI frame) {}
}
