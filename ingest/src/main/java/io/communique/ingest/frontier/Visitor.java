package io.communique.ingest.frontier;

import io.communique.contract.frontier.Absence;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.ingest.answer.Barrier;
import io.communique.ingest.answer.MetaRefresh;
import io.communique.ingest.answer.MissingPage;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.fetch.Validators;
import io.communique.ingest.frame.BodyFrame;
import io.communique.ingest.listing.Candidates;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.politeness.Traffic;
import io.communique.ingest.publish.VisitResult;
import io.communique.ingest.robots.RobotsFile;
import io.communique.ingest.source.ListRequest;
import io.communique.ingest.source.Source;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Visits addresses, one request a turn: says what to ask for next, as robots.txt and limiter allow, and what an answer leaves behind. Makes no
 * request itself. Not safe to share between threads.
 *
 * <p>A visit may take several turns: the site's robots.txt, the page, where its redirects lead, the frame with its text, the further pages of a list.
 * Between any two of them the host is left alone as between two visits, and what else is due there goes before a list's further page. Where a redirect
 * leads to another host, that host's own owner asks there.
 *
 * <p>Of a page that leaves its text to a nested frame, the frame's bytes are published under the page's key, with the frame's address as the final
 * one; where the frame cannot be had, the page's own are. Of such a page no validators are remembered, for its own say nothing about its text and the
 * frame's are not for its address: each visit reads both whole, and the hash of what was published tells whether anything is new.
 */
final class Visitor {
    /** What is larger is no mere frame around a text; so what waits for its frame stays small. */
    private static final int FRAMED_BYTES_MAX = 512 << 10;

    private static final int REDIRECTS_MAX = 5;

    private final HostLimiter limiter;
    private final String product;
    private final Clock clock;
    private final VisitCounts counts;
    private final PageVisits pages;
    private final ListVisits lists;
    private final Map<String, RobotsFile> robots = new HashMap<>();
    /** By site, where its robots.txt was sent to. */
    private final Map<String, Way> robotsWays = new HashMap<>();
    /** By key, visits that are not at their end; hardly more than a few a host, for only lists let others go before them. */
    private final Map<URI, Way> ways = new HashMap<>();

    Visitor(HostLimiter limiter, String product, Clock clock, VisitCounts counts, Traffic traffic) {
        this.limiter = limiter;
        this.product = product;
        this.clock = clock;
        this.counts = counts;
        this.lists = new ListVisits(clock, counts, traffic);
        this.pages = new PageVisits(clock, counts);
    }

    /** Returns what the visit of {@code entry} does next. */
    Step next(FrontierEntry entry, Source source, Frontier frontier) {
        Way way = ways.computeIfAbsent(entry.url(), any -> begun(entry, source, frontier));
        URI url = way.request().url();
        RobotsFile file = robots.get(site(url));
        if (file == null || file.isStale(clock.instant())) {
            return new Step.Request(askRobots(entry, source, url));
        }
        if (!file.allows(url)) {
            ways.remove(entry.url());
            counts.visits.increment();
            return new Step.End(forbidden(entry, source, way, file, frontier));
        }
        long bytesMax =
                entry.kind() == FrontierEntry.Kind.FILE ? source.attachments().bytesMax() : Long.MAX_VALUE;
        return new Step.Request(new Ask(entry, source, way.request(), validators(entry, way), bytesMax, false));
    }

    private Way begun(FrontierEntry entry, Source source, Frontier frontier) {
        if (entry.kind() != FrontierEntry.Kind.LISTING) {
            return Way.to(entry.requestUrl());
        }
        ListReading reading = lists.begin(entry, source, frontier);
        ListRequest first = reading.next().orElseThrow();
        return new Way(first, 0, Optional.empty(), Optional.of(reading));
    }

    private static Validators validators(FrontierEntry entry, Way way) {
        boolean whole = way.around().isPresent()
                || entry.absence().isPresent()
                || way.reading().filter(ListReading::whole).isPresent();
        return whole ? Validators.none() : new Validators(entry.etag(), entry.lastModified());
    }

    private VisitResult forbidden(FrontierEntry entry, Source source, Way way, RobotsFile file, Frontier frontier) {
        if (way.around().isPresent()) {
            return frame(entry, source, way.around().get(), disallowed(), frontier);
        }
        if (way.isFurtherPage()) {
            return listEnded(
                    entry, source, way.reading().orElseThrow(), disallowed().reason(), frontier);
        }
        return file.isReachable()
                ? refused(entry, source, disallowed(), frontier)
                : failed(entry, source, unanswered("robots-unreachable"), frontier);
    }

    /**
     * Takes the answer to a request.
     *
     * @return empty if the visit is not at its end: the same entry has its next turn later, and only then the visit counts
     */
    Optional<VisitResult> answered(Ask ask, FetchOutcome outcome, Frontier frontier) {
        if (ask.robots()) {
            robotsAnswered(ask, outcome);
            return Optional.empty();
        }
        Duration crawlDelay = crawlDelay(ask.url());
        note(ask.url(), outcome, crawlDelay);
        Way way = Optional.ofNullable(ways.remove(ask.entry().url()))
                .orElseGet(() -> begun(ask.entry(), ask.source(), frontier));
        Optional<Way> onward = onward(ask, outcome, way);
        if (onward.isPresent()) {
            ways.put(ask.entry().url(), onward.get());
            return Optional.empty();
        }
        Optional<VisitResult> result = way.around().isPresent()
                ? Optional.of(frame(ask.entry(), ask.source(), way.around().get(), outcome, frontier))
                : ended(ask, outcome, way, frontier);
        if (result.isPresent()) {
            counts.visits.increment();
        }
        return result;
    }

    /**
     * Takes note that nothing can be made of an answer, by a defect of ours: the visit failed, and its neighbours go on.
     *
     * @param ask whose answer it was
     */
    VisitResult defect(Ask ask, Frontier frontier) {
        ways.remove(ask.entry().url());
        limiter.answered(ask.url(), clock.instant(), crawlDelay(ask.url()));
        counts.visits.increment();
        return failed(ask.entry(), ask.source(), unanswered("defect"), frontier);
    }

    private Optional<Way> onward(Ask ask, FetchOutcome outcome, Way way) {
        if (way.hops() >= REDIRECTS_MAX) {
            return Optional.empty();
        }
        Optional<URI> redirect = redirect(outcome).filter(target -> way.around().isPresent() || !isHome(ask, target));
        if (redirect.isPresent()) {
            return redirect.filter(target -> isSameHost(ask.url(), target)).map(target -> way.redirected(target));
        }
        if (way.around().isPresent()
                || ask.entry().kind() == FrontierEntry.Kind.FILE
                || !(outcome instanceof FetchOutcome.Fetched fetched)
                || !isHtml(fetched)
                || fetched.body().size() > FRAMED_BYTES_MAX) {
            return Optional.empty();
        }
        Document page = parsed(fetched);
        int letters = BodyFrame.text(page);
        Optional<Way> refresh = MetaRefresh.of(page, letters, fetched.finalUrl())
                .filter(target -> isSameHost(ask.url(), target))
                .map(target -> way.redirected(target));
        return ask.entry().kind() != FrontierEntry.Kind.PAGE
                ? refresh
                : refresh.or(() -> BodyFrame.of(page, fetched.finalUrl())
                        .filter(frame -> isSameHost(ask.url(), frame))
                        .map(frame -> way.into(frame, fetched)));
    }

    private static Optional<URI> redirect(FetchOutcome outcome) {
        return outcome instanceof FetchOutcome.Refused refused ? refused.location() : Optional.empty();
    }

    /** Whether a redirect leads to where sites send those whose page is missing. */
    private static boolean isHome(Ask ask, URI target) {
        List<URI> lists = ask.source().lists().stream()
                .map(list -> CanonicalUrl.key(list.url(), List.of()))
                .toList();
        return ask.entry().kind() == FrontierEntry.Kind.PAGE
                && MissingPage.isMeantBy(ask.entry().requestUrl(), target, CanonicalUrl.key(target, List.of()), lists);
    }

    private Optional<VisitResult> ended(Ask ask, FetchOutcome outcome, Way way, Frontier frontier) {
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return fetched(ask, fetched, way, frontier);
        }
        return Optional.of(
                way.isFurtherPage()
                        ? listEnded(ask.entry(), ask.source(), way.reading().orElseThrow(), reason(outcome), frontier)
                        : notFetched(ask, outcome, way, frontier));
    }

    private VisitResult notFetched(Ask ask, FetchOutcome outcome, Way way, Frontier frontier) {
        Optional<URI> redirect = redirect(outcome);
        if (redirect.isPresent()) {
            return redirected(ask, (FetchOutcome.Refused) outcome, redirect.get(), way, frontier);
        }
        boolean list = ask.entry().kind() == FrontierEntry.Kind.LISTING;
        return outcome.fold(
                fetched -> {
                    throw new AssertionError("a whole body is looked at before");
                },
                unchanged -> unchanged(ask, frontier),
                tooLarge -> list
                        ? failed(ask.entry(), ask.source(), unanswered(reason(tooLarge)), frontier)
                        : pages.tooLarge(ask.entry(), ask.source(), tooLarge),
                refused -> refused(ask.entry(), ask.source(), refused, frontier),
                failed -> absence(failed)
                        .filter(kind -> !list)
                        .map(kind -> missing(ask, kind, frontier))
                        .orElseGet(() -> failed(ask.entry(), ask.source(), failed, frontier)));
    }

    private static String reason(FetchOutcome outcome) {
        return outcome.fold(
                fetched -> "fetched",
                unchanged -> "unasked-304",
                tooLarge -> "larger than " + tooLarge.bytesMax() + " bytes",
                FetchOutcome.Refused::reason,
                FetchOutcome.Failed::reason);
    }

    private VisitResult redirected(Ask ask, FetchOutcome.Refused refused, URI target, Way way, Frontier frontier) {
        if (isHome(ask, target)) {
            Gone gone = new Gone(Absence.Kind.REDIRECTED, refused.status(), target, Optional.empty());
            return pages.missing(ask.entry(), ask.source(), gone, frontier);
        }
        if (way.hops() >= REDIRECTS_MAX) {
            return failed(ask.entry(), ask.source(), unanswered("too-many-redirects"), frontier);
        }
        boolean anywhere = ask.entry().kind() == FrontierEntry.Kind.FILE
                && !ask.source().attachments().sameHost();
        boolean ours = anywhere || ask.source().covers(target);
        if (ask.entry().kind() == FrontierEntry.Kind.LISTING) {
            String reason = ours ? "moved-to-another-host" : refused.reason();
            return failed(ask.entry(), ask.source(), unanswered(reason), frontier);
        }
        return ours
                ? pages.moved(ask.entry(), ask.source(), target)
                : refused(ask.entry(), ask.source(), refused, frontier);
    }

    private Optional<VisitResult> fetched(Ask ask, FetchOutcome.Fetched fetched, Way way, Frontier frontier) {
        FrontierEntry entry = ask.entry();
        if (entry.kind() == FrontierEntry.Kind.FILE || !isHtml(fetched)) {
            welcomed(entry);
            return entry.kind() == FrontierEntry.Kind.LISTING
                    ? listPage(ask, fetched, Optional.empty(), way, frontier)
                    : Optional.of(pages.file(entry, ask.source(), fetched, frontier));
        }
        Document page = parsed(fetched);
        int letters = BodyFrame.text(page);
        Optional<Barrier> barrier = Barrier.of(page, letters);
        if (barrier.isPresent()) {
            limiter.refused(ask.url(), clock.instant(), crawlDelay(ask.url()), true);
            return ended(ask, new FetchOutcome.Refused(barrier.get().label()), way, frontier);
        }
        if (entry.kind() == FrontierEntry.Kind.LISTING) {
            welcomed(entry);
            return listPage(ask, fetched, Optional.of(page), way, frontier);
        }
        return Optional.of(page(ask, fetched, new PageVisits.Parsed(page, letters), frontier));
    }

    private VisitResult page(Ask ask, FetchOutcome.Fetched fetched, PageVisits.Parsed parsed, Frontier frontier) {
        FrontierEntry entry = ask.entry();
        // What was never published cannot be lost, and what it is worth, enrich says.
        if (entry.sha256().isPresent()
                && MissingPage.said(parsed.page(), parsed.letters()).isPresent()) {
            Gone gone = new Gone(Absence.Kind.SOFT_404, fetched.status(), fetched.finalUrl(), Optional.of(fetched));
            return pages.missing(entry, ask.source(), gone, frontier);
        }
        welcomed(entry);
        return pages.ofAnyAddress(entry, ask.source(), fetched, parsed, frontier);
    }

    /** Goes on with the list's next page, after whatever else is due at the host, or says what all its pages gave. */
    private Optional<VisitResult> listPage(
            Ask ask, FetchOutcome.Fetched fetched, Optional<Document> page, Way way, Frontier frontier) {
        ListReading reading = way.reading().orElseThrow();
        reading.read(fetched, page);
        Optional<ListRequest> next = reading.next();
        if (next.isEmpty()) {
            return Optional.of(lists.read(ask.entry(), ask.source(), reading, frontier));
        }
        ways.put(ask.entry().url(), new Way(next.get(), 0, Optional.empty(), way.reading()));
        frontier.put(ask.entry().due(Optional.of(clock.instant())));
        return Optional.empty();
    }

    private VisitResult listEnded(
            FrontierEntry entry, Source source, ListReading reading, String reason, Frontier frontier) {
        reading.failed(reason);
        return lists.read(entry, source, reading, frontier);
    }

    private void welcomed(FrontierEntry entry) {
        limiter.welcomed(entry.url());
        pages.hostAnswered(entry);
    }

    private VisitResult unchanged(Ask ask, Frontier frontier) {
        boolean conditional = ask.validators().etag().isPresent()
                || ask.validators().lastModified().isPresent();
        if (!conditional) {
            return failed(ask.entry(), ask.source(), unanswered("unasked-304"), frontier);
        }
        welcomed(ask.entry());
        return ask.entry().kind() == FrontierEntry.Kind.LISTING
                ? lists.unchanged(ask.entry(), ask.source(), frontier)
                : pages.unchanged(ask.entry(), ask.source());
    }

    private VisitResult missing(Ask ask, Absence.Kind kind, Frontier frontier) {
        int status = kind == Absence.Kind.STATUS_410 ? 410 : 404;
        return pages.missing(ask.entry(), ask.source(), new Gone(kind, status, ask.url(), Optional.empty()), frontier);
    }

    private static Optional<Absence.Kind> absence(FetchOutcome.Failed failed) {
        return switch (failed.reason()) {
            case "http-404" -> Optional.of(Absence.Kind.STATUS_404);
            case "http-410" -> Optional.of(Absence.Kind.STATUS_410);
            default -> Optional.empty();
        };
    }

    private VisitResult refused(FrontierEntry entry, Source source, FetchOutcome.Refused refused, Frontier frontier) {
        counts.refused.increment();
        return entry.kind() == FrontierEntry.Kind.LISTING
                ? lists.refused(entry, source, refused.reason(), frontier)
                : pages.unsuccessful(entry, source, true);
    }

    private VisitResult failed(FrontierEntry entry, Source source, FetchOutcome.Failed failed, Frontier frontier) {
        counts.failed.increment();
        if (entry.kind() != FrontierEntry.Kind.LISTING) {
            return pages.unsuccessful(entry, source, false);
        }
        return absence(failed).isPresent()
                ? lists.missing(entry, source, failed.reason(), frontier)
                : lists.failed(entry, source, failed.reason(), frontier);
    }

    private static FetchOutcome.Refused disallowed() {
        return new FetchOutcome.Refused("robots-disallow");
    }

    private static FetchOutcome.Failed unanswered(String reason) {
        return new FetchOutcome.Failed(reason, false, Duration.ZERO);
    }

    /** The last turn of a visit with a frame: falls back on the page around it. */
    private VisitResult frame(
            FrontierEntry entry, Source source, FetchOutcome.Fetched around, FetchOutcome outcome, Frontier frontier) {
        if (outcome instanceof FetchOutcome.Failed failed
                && failed.hostFault()
                && entry.sha256().isPresent()) {
            // The host is in trouble: an empty page must not take the place of the text that was published before.
            return failed(entry, source, failed, frontier);
        }
        FetchOutcome.Fetched text =
                outcome instanceof FetchOutcome.Fetched inner && saysMore(inner, around) ? inner : around;
        Document page = parsed(text);
        Optional<PageVisits.Parsed> parsed = Optional.of(new PageVisits.Parsed(page, BodyFrame.text(page)));
        return pages.page(entry, source, text, Validators.none(), parsed, frontier);
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

    private Ask askRobots(FrontierEntry entry, Source source, URI url) {
        String site = site(url);
        ListRequest request = Optional.ofNullable(robotsWays.get(site))
                .map(Way::request)
                .orElseGet(() -> ListRequest.get(URI.create(site + "/robots.txt")));
        return new Ask(entry, source, request, Validators.none(), Long.MAX_VALUE, true);
    }

    /**
     * RFC 9309 section 2.3.1.2 has us follow five redirects to a robots.txt, even to another host: that host is asked outside of its owner's pace, but
     * once a day at most.
     */
    private void robotsAnswered(Ask ask, FetchOutcome outcome) {
        URI address = Optional.ofNullable(ways.get(ask.entry().url()))
                .map(way -> way.request().url())
                .orElse(ask.entry().requestUrl());
        String site = site(address);
        int hops = Optional.ofNullable(robotsWays.remove(site)).map(Way::hops).orElse(0);
        Optional<URI> target = redirect(outcome);
        if (target.isPresent() && hops < REDIRECTS_MAX) {
            robotsWays.put(site, new Way(ListRequest.get(target.get()), hops + 1, Optional.empty(), Optional.empty()));
            note(ask.url(), outcome, Duration.ZERO);
            return;
        }
        RobotsFile file = RobotsFile.answered(ask.url(), outcome, product, clock.instant());
        robots.put(site, file);
        note(ask.url(), outcome, file.crawlDelay());
    }

    private Duration crawlDelay(URI url) {
        return Optional.ofNullable(robots.get(site(url)))
                .map(RobotsFile::crawlDelay)
                .orElse(Duration.ZERO);
    }

    private void note(URI url, FetchOutcome outcome, Duration crawlDelay) {
        if (outcome instanceof FetchOutcome.Failed failed && failed.hostFault()) {
            limiter.failed(url, clock.instant(), failed.retryAfter());
        } else if (outcome instanceof FetchOutcome.Refused refused
                && refused.location().isEmpty()) {
            limiter.refused(url, clock.instant(), crawlDelay, refused.reason().equals("challenge"));
        } else {
            limiter.answered(url, clock.instant(), crawlDelay);
        }
    }

    private static boolean isSameHost(URI url, URI target) {
        return HostLimiter.host(url).equals(HostLimiter.host(target));
    }

    private static String site(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /**
     * How far a visit has come.
     *
     * @param request to make next
     * @param hops redirects that led there
     * @param around the page that the request is for the frame of; empty if it is for no frame
     * @param reading of a list; empty for what is none
     */
    private record Way(
            ListRequest request, int hops, Optional<FetchOutcome.Fetched> around, Optional<ListReading> reading) {
        static Way to(URI url) {
            return new Way(ListRequest.get(url), 0, Optional.empty(), Optional.empty());
        }

        Way redirected(URI target) {
            return new Way(ListRequest.get(target), hops + 1, around, reading);
        }

        Way into(URI frame, FetchOutcome.Fetched page) {
            return new Way(ListRequest.get(frame), hops, Optional.of(page), reading);
        }

        boolean isFurtherPage() {
            return reading.flatMap(ListReading::first).isPresent();
        }
    }
}
