package io.communique.ingest.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.frontier.Absence;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.Bytes;
import io.communique.contract.page.Origin;
import io.communique.contract.page.RawPage;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.status.SourceStatus.State;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.source.ListRules;
import io.communique.ingest.source.Paging;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a watched source does over days, and what comes of it: hazards of lists and of gatekeepers, absence, gaps, politeness. */
final class HazardVisitsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String TEXT =
            "<p>" + "The ministry builds a pier for the island this summer. ".repeat(12) + "</p>";
    private static final URI LIST = URI.create("https://ports.example/news");

    private final MovedClock clock = new MovedClock(START);
    private final Map<String, FetchOutcome> web = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private Crawl crawl;

    @BeforeEach
    void start() {
        list(1, 2, 3, 4, 5);
        for (int i = 1; i <= 20; i++) {
            web.put(
                    "/news/" + i,
                    html("<title>Release " + i + "</title><h1>Release " + i + "</h1>" + TEXT + "<p>Pier "
                            + (char) ('a' + i) + ".</p>"));
        }
        crawl = new Crawl(clock, List.of(source()), this::answer);
    }

    @Test
    void aPageThatIsGoneBecomesEvidenceAfterThreeVisitsInADayAndIsPublishedOnce() {
        after(Duration.ofHours(1));
        web.remove("/news/3");

        after(Duration.ofHours(20));
        assertThat(evidence()).isEmpty();
        assertThat(known(3).absence())
                .hasValueSatisfying(absence -> assertThat(absence.confirmed()).isFalse());
        after(Duration.ofDays(3));

        assertThat(evidence()).singleElement().satisfies(page -> {
            assertThat(page.url()).isEqualTo(key(3));
            assertThat(page.facts().status()).isEqualTo(404);
            assertThat(page.facts().absence()).hasValueSatisfying(absence -> {
                assertThat(absence.kind()).isEqualTo(Absence.Kind.STATUS_404);
                assertThat(absence.times()).isEqualTo(3);
            });
        });
        after(Duration.ofDays(40));
        assertThat(evidence()).hasSize(1);
    }

    @Test
    void aPageThatComesBackIsPublishedAgain() {
        after(Duration.ofHours(1));
        FetchOutcome page = web.remove("/news/3");
        after(Duration.ofDays(3));

        web.put("/news/3", page);
        after(Duration.ofDays(7));

        RawPage last = crawl.published.get(crawl.published.size() - 1);
        assertThat(last.url()).isEqualTo(key(3));
        assertThat(last.facts().absence()).isEmpty();
        assertThat(known(3).absence()).isEmpty();
    }

    @Test
    void aHostThatIsDownDeletesNothing() {
        after(Duration.ofHours(1));
        Map<String, FetchOutcome> before = Map.copyOf(web);
        web.clear();
        before.keySet().forEach(path -> web.put(path, down()));
        after(Duration.ofDays(3));
        web.putAll(before);
        after(Duration.ofDays(3));

        assertThat(evidence()).isEmpty();
        assertThat(crawl.counts.counters().missing()).isZero();
        assertThat(status().state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void aSiteThatLosesAllItsPagesAtOnceDeletesNothingAndIsNamed() {
        after(Duration.ofHours(1));
        for (int i = 1; i <= 20; i++) {
            web.remove("/news/" + i);
        }
        after(Duration.ofDays(4));

        assertThat(evidence()).isEmpty();
        assertThat(status().state()).isEqualTo(State.PARTIAL);
        assertThat(status().reason()).hasValueSatisfying(why -> assertThat(why).contains("missing at once"));
    }

    @Test
    void aListThatCannotBeReadEitherLeavesItsPagesAlone() {
        after(Duration.ofHours(1));
        web.clear();

        after(Duration.ofDays(4));

        assertThat(evidence()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/news", "/error/404", "/en/"})
    void aRedirectToTheFrontPageTheListOrAnErrorIsAbsence(String target) {
        after(Duration.ofHours(1));
        web.put("/news/3", redirect("https://ports.example" + target));

        after(Duration.ofDays(3));

        assertThat(evidence()).singleElement().satisfies(page -> {
            assertThat(page.facts().absence().orElseThrow().kind()).isEqualTo(Absence.Kind.REDIRECTED);
            assertThat(page.facts().status()).isEqualTo(302);
            assertThat(page.facts().finalUrl()).hasPath(target);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Page not found", "페이지를 찾을 수 없습니다", "Seite nicht gefunden", "お探しのページは見つかりません"})
    void hazardC1SoftNotFoundOfAPublishedPageIsAbsenceAndNoNewText(String says) {
        after(Duration.ofHours(1));
        int before = crawl.published.size();
        web.put("/news/3", html("<title>" + says + "</title><h1>" + says + "</h1><p>Try the search.</p>"));

        after(Duration.ofDays(3));

        assertThat(crawl.published).hasSize(before + 1);
        assertThat(evidence())
                .singleElement()
                .satisfies(page ->
                        assertThat(page.facts().absence().orElseThrow().kind()).isEqualTo(Absence.Kind.SOFT_404));
    }

    @Test
    void aPageDroppedFromBetweenItsNeighboursIsLookedAtSoonAndPublishedAsUnlisted() {
        after(Duration.ofHours(1));
        list(1, 2, 4, 5);

        after(Duration.ofDays(2));

        assertThat(evidence()).singleElement().satisfies(page -> {
            assertThat(page.url()).isEqualTo(key(3));
            assertThat(page.facts().status()).isEqualTo(200);
            assertThat(page.facts().absence().orElseThrow().kind()).isEqualTo(Absence.Kind.UNLISTED);
        });
    }

    @Test
    void whatFallsOffTheEndOfAListIsOnlyOld() {
        after(Duration.ofHours(1));
        list(6, 1, 2, 3, 4);

        after(Duration.ofDays(2));

        assertThat(evidence()).isEmpty();
        assertThat(known(5).absence()).isEmpty();
    }

    @Test
    void hazardB5RowsThatChangePlacesAreNotMissing() {
        after(Duration.ofHours(1));
        list(5, 3, 1, 4, 2);
        after(Duration.ofHours(2));
        list(2, 1, 5, 4, 3);
        after(Duration.ofDays(2));

        assertThat(evidence()).isEmpty();
        assertThat(crawl.published).hasSize(5);
    }

    @Test
    void hazardB4AListWithoutRowsIsAnErrorAndNoNewsIsLost() {
        after(Duration.ofHours(1));
        web.put("/news", html("<title>News</title><div id=app></div><script src=app.js></script>"));

        after(Duration.ofHours(2));

        assertThat(status().state()).isEqualTo(State.STALE);
        assertThat(status().evidence()).anyMatch(line -> line.contains("no items at https://ports.example/news"));
        list(1, 2, 3, 4, 5);
        after(Duration.ofHours(1));
        assertThat(status().state()).isEqualTo(State.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Just a moment...</title>",
                "<title>사이트</title><script src='/ts.wseq?opcode=NetFunnel'></script>",
                "<title></title><script>window._cf_chl_opt={cvId:'3'};var a='/cdn-cgi/challenge-platform/h/b'</script>",
                "<title>ddos-guard</title><script src='https://check.ddos-guard.net/ddos-guard/js-challenge/x.js'></script>"
            })
    void hazardC4AndC5AGatekeepersPageIsAStateAndTheHostIsLeftAlone(String page) {
        after(Duration.ofHours(1));
        web.replaceAll((path, any) -> html(page));
        asked.clear();

        after(Duration.ofDays(1));

        assertThat(status().state()).isEqualTo(State.BLOCKED);
        assertThat(asked).hasSizeLessThan(10);
        assertThat(evidence()).isEmpty();
    }

    @Test
    void hazardC3AStyledRefusalIsAStateAndItsTextIsNeverRead() {
        after(Duration.ofHours(1));
        int before = crawl.published.size();
        web.replaceAll((path, any) -> new FetchOutcome.Refused("http-403"));
        asked.clear();

        after(Duration.ofDays(1));

        assertThat(status().state()).isEqualTo(State.BLOCKED);
        assertThat(status().reason()).hasValueSatisfying(why -> assertThat(why).contains("http-403"));
        assertThat(crawl.published).hasSize(before);
        assertThat(asked).hasSizeLessThan(12);
    }

    @Test
    void hazardC13AMetaRefreshIsFollowedOnceItsTurnComes() {
        web.put("/news/3", html("<meta http-equiv=refresh content='0; url=/news/20'><title>Moved</title>"));

        after(Duration.ofMinutes(10));

        assertThat(page(20).facts().finalUrl()).hasPath("/news/20");
        assertThat(known(3).nextVisit()).isEmpty();
    }

    @Test
    void aRedirectOnTheHostIsFollowedAtTheHostsPaceAndWhatRobotsForbidIsNot() {
        web.put("/robots.txt", html("User-agent: *\nDisallow: /secret\n"));
        web.put("/news/3", redirect("https://ports.example/moved/3"));
        web.put("/moved/3", html("<title>Release 3</title>" + TEXT));
        web.put("/news/4", redirect("https://ports.example/secret/4"));

        after(Duration.ofMinutes(10));

        assertThat(crawl.published).anySatisfy(page -> assertThat(page.url()).hasPath("/moved/3"));
        assertThat(asked).doesNotContain("/secret/4");
        assertPolite();
    }

    @Test
    void aRedirectToAnotherHostOfTheSourceIsThatHostsOwnersToFollow() {
        web.put("/news/3", redirect("https://archive.example/3"));
        web.put("/3", html("<title>Release 3</title>" + TEXT));

        after(Duration.ofMinutes(10));

        assertThat(crawl.frontier.find(URI.create("https://archive.example/3"))).isPresent();
        assertThat(crawl.counts.counters().moved()).isEqualTo(1);
        assertThat(crawl.published).anySatisfy(page -> assertThat(page.url()).hasHost("archive.example"));
    }

    @Test
    void aRedirectThatGoesRoundEndsAndItsNeighboursPass() {
        web.put("/news/3", redirect("https://ports.example/news/3?again"));
        web.put("/news/3?again", redirect("https://ports.example/news/3"));

        after(Duration.ofMinutes(10));

        assertThat(crawl.published).hasSize(4);
        assertThat(known(3).failures()).isPositive();
    }

    @Test
    void aTextThatIsAnnouncedIsAskedForSoon() {
        web.put("/news/3", html("<title>Speech</title><h1>Speech by the minister</h1><p>Text to follow</p>"));
        after(Duration.ofMinutes(10));
        asked.clear();

        after(Duration.ofMinutes(16));
        assertThat(asked).contains("/news/3");

        web.put("/news/3", html("<title>Speech</title><h1>Speech by the minister</h1>" + TEXT));
        after(Duration.ofHours(1));
        assertThat(new String(page(3).body().toArray(), UTF_8)).contains("pier");
    }

    @Test
    void aListThatHasMovedOnByMoreThanItShowsIsAGapThatIsFilledInTheSlowLane() {
        after(Duration.ofHours(1));
        web.put("/news", html(rows(20, 19, 18, 17) + "<a rel=next href='/news?page=2'>Next</a>"));
        web.put("/news?page=2", html(rows(16, 15, 14, 13) + "<a rel=next href='/news?page=3'>Next</a>"));
        web.put("/news?page=3", html(rows(12, 11, 5, 4) + "<a rel=next href='/news?page=4'>Next</a>"));

        after(Duration.ofMinutes(31));
        assertThat(crawl.first("ports", State.PARTIAL))
                .hasValueSatisfying(status -> assertThat(status.reason())
                        .hasValueSatisfying(why -> assertThat(why).contains("releases may be missing")));
        after(Duration.ofHours(1));

        assertThat(asked).doesNotContain("/news?page=4");
        assertThat(page(20).facts().origin()).isEqualTo(Origin.LIVE);
        assertThat(page(12).facts().origin()).isEqualTo(Origin.BACKFILL);
        assertThat(crawl.published).hasSize(5 + 10);
        assertThat(asked.indexOf("/news/17")).isLessThan(asked.indexOf("/news/16"));
        assertThat(status().state()).isEqualTo(State.COMPLETE);
        assertPolite();
    }

    @Test
    void aGapInAListThatIsPagedByPostIsFilledToo() {
        Paging paging = new Paging(new Paging.Way.Post("page={page}"), 1, 1, 1, 2, Duration.ofDays(7));
        crawl = new Crawl(clock, List.of(source(new SourceList(LIST, ListRules.LEARNED, paging))), this::answer);
        web.put("/news page=1", html(rows(5, 4, 3)));
        after(Duration.ofHours(1));
        web.put("/news page=1", html(rows(20, 19, 18)));
        web.put("/news page=2", html(rows(17, 16, 15)));
        web.put("/news page=3", html(rows(14, 13, 12)));
        web.put("/news page=4", html(rows(11, 5, 4)));

        after(Duration.ofHours(2));

        assertThat(crawl.published).hasSize(3 + 10);
        assertThat(page(11).facts().origin()).isEqualTo(Origin.BACKFILL);
        assertThat(asked).doesNotContain("/news page=5");
        assertThat(status().state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void aGapStaysOpenUntilAllOfItCouldBeRead() {
        after(Duration.ofHours(1));
        web.put("/news", html(rows(20, 19, 18, 17) + "<a rel=next href='/news?page=2'>Next</a>"));
        web.put("/news?page=2", down());

        after(Duration.ofHours(2));
        assertThat(status().state()).isEqualTo(State.PARTIAL);
        assertThat(status().evidence()).anyMatch(line -> line.contains("releases may be missing"));

        web.put("/news?page=2", html(rows(16, 5, 4)));
        after(Duration.ofHours(8));
        assertThat(page(16).facts().origin()).isEqualTo(Origin.BACKFILL);
        assertThat(status().state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void hazardA18ALinkWithoutTlsOnAListThatCameOverItIsAskedForOverTls() {
        web.put("/news", html(rows(1, 2, 3).replace("href='", "href='http://ports.example")));

        after(Duration.ofHours(1));

        assertThat(crawl.published)
                .hasSize(3)
                .allSatisfy(page ->
                        assertThat(page.facts().requestedUrl().getScheme()).isEqualTo("https"));
    }

    @Test
    void hazardB15AGapInAFeedOfOnePageCannotBeFilledAndStaysNamed() {
        after(Duration.ofHours(1));
        list(20, 19, 18, 17);

        after(Duration.ofDays(2));
        assertThat(status().state()).isEqualTo(State.PARTIAL);
        assertThat(status().evidence()).anyMatch(line -> line.contains("releases may be missing"));
        assertThat(page(17).facts().origin()).isEqualTo(Origin.LIVE);
        assertThat(crawl.frontier.find(LIST).orElseThrow().fillsGapOf()).isEmpty();
    }

    @Test
    void whatElseIsDueAtTheHostGoesBeforeAListsFurtherPages() {
        Paging paging = new Paging(new Paging.Way.Parameter("page"), 1, 1, 3, 3, Duration.ofDays(7));
        SourceList speeches = new SourceList(URI.create("https://ports.example/speeches"), Optional.empty());
        Source source = new Source(
                "ports",
                Optional.empty(),
                List.of(new SourceList(LIST, ListRules.LEARNED, paging), speeches),
                Duration.ofMinutes(30),
                Source.Revisits.DEFAULT,
                Optional.empty(),
                List.of(),
                List.of(),
                false);
        crawl = new Crawl(clock, List.of(source), this::answer);
        web.put("/news?page=2", html(rows(6, 7)));
        web.put("/news?page=3", html(rows(8, 9)));
        web.put("/speeches", html(rows(10, 11)));

        after(Duration.ofMinutes(10));

        assertThat(asked).startsWith("/robots.txt", "/news", "/speeches", "/news?page=2");
        assertThat(crawl.published).hasSize(11);
    }

    @Test
    void anUnreachableRobotsFileForbidsAndAMissingOneAllows() {
        web.put("/robots.txt", down());
        after(Duration.ofMinutes(5));
        assertThat(asked).containsOnly("/robots.txt");

        web.remove("/robots.txt");
        after(Duration.ofHours(2));
        assertThat(crawl.published).hasSize(5);
    }

    @Test
    void hazardC8ACrawlDelayIsObeyed() {
        web.put("/robots.txt", html("User-agent: *\nCrawl-delay: 10\nDisallow: /api/\n"));

        after(Duration.ofHours(1));

        for (int i = 2; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatIsRestoredKnowsItsHabit() {
        after(Duration.ofHours(1));
        FrontierEntry list = crawl.frontier.find(LIST).orElseThrow();
        Frontier restored = new Frontier();

        restored.put(list);

        assertThat(restored.habit("ports")).isEqualTo(crawl.frontier.habit("ports"));
    }

    private void assertPolite() {
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(Crawl.DELAY);
        }
    }

    private FetchOutcome answer(Ask ask) {
        String path = ask.url().getRawPath()
                + (ask.url().getRawQuery() == null ? "" : "?" + ask.url().getRawQuery())
                + ask.request().body().map(body -> " " + body).orElse("");
        if (ask.url().getHost().equals("ports.example")) {
            asked.add(path);
            times.add(clock.instant());
        }
        FetchOutcome outcome = web.getOrDefault(path, new FetchOutcome.Failed("http-404", false, Duration.ZERO));
        return outcome instanceof FetchOutcome.Fetched page
                ? new FetchOutcome.Fetched(
                        ask.url(),
                        200,
                        page.contentType(),
                        Optional.empty(),
                        Optional.empty(),
                        page.body(),
                        clock.instant())
                : outcome;
    }

    private void after(Duration time) {
        crawl.until(clock.instant().plus(time));
    }

    private SourceStatus status() {
        List<SourceStatus> all = crawl.statuses.get("ports");
        return all.get(all.size() - 1);
    }

    private List<RawPage> evidence() {
        return crawl.published.stream()
                .filter(page -> page.facts().absence().isPresent())
                .toList();
    }

    private RawPage page(int number) {
        return crawl.published.stream()
                .filter(page -> page.url().equals(key(number)))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private FrontierEntry known(int number) {
        return crawl.frontier.find(key(number)).orElseThrow();
    }

    private static URI key(int number) {
        return CanonicalUrl.key(URI.create("https://ports.example/news/" + number), List.of());
    }

    private void list(int... numbers) {
        web.put("/news", html(rows(numbers)));
    }

    private static String rows(int... numbers) {
        StringBuilder html = new StringBuilder("<title>News</title><ul>");
        for (int number : numbers) {
            html.append("<li><a href='/news/" + number + "'>Release number " + number + " of the ministry</a> 2026-02-")
                    .append(number + 8 < 10 ? "0" + (number + 8) : number + 8)
                    .append("</li>");
        }
        return html.append("</ul>").toString();
    }

    private static FetchOutcome html(String html) {
        return new FetchOutcome.Fetched(
                LIST,
                200,
                Optional.of("text/html; charset=utf-8"),
                Optional.empty(),
                Optional.empty(),
                Bytes.copyOf(html.getBytes(UTF_8)),
                START);
    }

    private static FetchOutcome down() {
        return new FetchOutcome.Failed("http-503", true, Duration.ZERO);
    }

    private static FetchOutcome redirect(String target) {
        return new FetchOutcome.Refused("redirect-off-site", 302, Optional.of(URI.create(target)));
    }

    private static Source source() {
        return source(new SourceList(LIST, Optional.empty()));
    }

    private static Source source(SourceList list) {
        return new Source(
                "ports",
                Optional.empty(),
                List.of(list),
                Duration.ofMinutes(30),
                Source.Revisits.DEFAULT,
                Optional.empty(),
                List.of("archive.example"),
                List.of(),
                false);
    }
}
