package io.communique.ingest.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.RawPage;
import io.communique.ingest.IngestCounters;
import io.communique.ingest.fetch.AddressGuard;
import io.communique.ingest.fetch.Fetcher;
import io.communique.ingest.fetch.ServerTrust;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.politeness.Traffic;
import io.communique.ingest.publish.VisitResult;
import io.communique.ingest.source.ListRules;
import io.communique.ingest.source.Paging;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisitorTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final String PAGE = "<title>Ports</title><h1>A pier</h1><iframe src='/frame?id=1'></iframe>";
    private static final String TEXT = "<p>The ministry builds a pier for the island this summer.</p>";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final VisitCounts counts = new VisitCounts();
    private final HostLimiter limiter = new HostLimiter(DELAY);
    private HttpServer server;
    private Fetcher fetcher;
    private Visitor visitor;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        AddressGuard guard = new AddressGuard(List.of("127.0.0.1", "localhost"));
        fetcher = new Fetcher(
                "Test/1",
                1_000_000,
                Duration.ofMinutes(1),
                guard,
                clock,
                ServerTrust.ofPlatform(List.of()),
                exchange -> {});
        visitor = new Visitor(limiter, "test", clock, counts, new Traffic());
        put("/page", PAGE);
        put("/frame?id=1", TEXT);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void theFramesBytesArePublishedUnderThePagesKey() {
        VisitResult result = visit(entry());

        RawPage page = result.page().orElseThrow();
        assertThat(text(result)).isEqualTo(TEXT);
        assertThat(page.url()).isEqualTo(entry().url());
        assertThat(page.facts().requestedUrl()).isEqualTo(url("/page"));
        assertThat(page.facts().finalUrl()).isEqualTo(url("/frame?id=1"));
        assertThat(page.facts().etag()).contains("\"/frame?id=1\"");
        assertThat(asked).containsExactly("/robots.txt", "/page", "/frame?id=1");
        assertThat(counts.counters()).isEqualTo(new IngestCounters(1, 0, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void pageAndFrameAreTwoTurnsWithTheHostsDelayBetweenThem() {
        assertThat(turn(entry())).isEmpty();
        assertThat(turn(entry())).isEmpty();

        assertThat(asked).containsExactly("/robots.txt", "/page");
        assertThat(limiter.mayAsk(url("/frame?id=1"))).isEqualTo(NOW.plus(DELAY));
        assertThat(counts.counters()).isEqualTo(new IngestCounters(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void anEditInTheFrameIsSeenThoughThePageAroundItStaysAsItWas() {
        FrontierEntry first = visited(visit(entry()));
        assertThat(first.etag()).isEmpty();
        assertThat(first.lastModified()).isEmpty();
        VisitResult again = visit(first);
        assertThat(again.page()).isEmpty();

        put("/frame?id=1", TEXT.replace("summer", "winter"));

        assertThat(text(visit(visited(again)))).contains("this winter");
        assertThat(counts.counters()).isEqualTo(new IngestCounters(3, 0, 2, 1, 0, 0, 0, 0, 0));
        assertAccounted();
    }

    @Test
    void aPageWithTextIsReadAloneAndItsValidatorsAreKept() {
        put("/page", PAGE + TEXT.repeat(9));

        VisitResult result = visit(entry());

        assertThat(text(result)).startsWith(PAGE);
        assertThat(visited(result).etag()).contains("\"/page\"");
        visit(visited(result));
        assertThat(asked).containsExactly("/robots.txt", "/page", "/page");
        assertThat(counts.counters()).isEqualTo(new IngestCounters(2, 0, 1, 1, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429, 500})
    void whereTheFrameCannotBeHadThePageItselfIsPublished(int status) {
        answers.put("/frame?id=1", new Answer(status, "text/html", "gone"));

        VisitResult result = visit(entry());

        assertThat(text(result)).isEqualTo(PAGE);
        assertThat(visited(result).etag()).isEmpty();
        assertThat(counts.counters()).isEqualTo(new IngestCounters(1, 0, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aHostInTroubleDoesNotTakeATextAwayThatWasPublished() {
        FrontierEntry first = visited(visit(entry()));
        answers.put("/frame?id=1", new Answer(503, "text/html", "down"));

        VisitResult result = visit(first);

        assertThat(result.page()).isEmpty();
        assertThat(visited(result).failures()).isEqualTo(1);
        assertThat(visited(result).sha256()).isEqualTo(first.sha256());
        assertThat(counts.counters()).isEqualTo(new IngestCounters(2, 0, 1, 0, 0, 0, 0, 0, 1));
        assertAccounted();
    }

    @Test
    void aFrameThatRobotsForbidIsNotAskedFor() {
        put("/robots.txt", "User-agent: *\nDisallow: /frame\n");

        assertThat(text(visit(entry()))).isEqualTo(PAGE);
        assertThat(asked).containsExactly("/robots.txt", "/page");
        assertAccounted();
    }

    @Test
    void aFrameThatLeadsToAnotherHostOrHoldsNoPageOrSaysLessIsLeft() {
        String elsewhere = "http://localhost:" + server.getAddress().getPort() + "/elsewhere";
        answers.put("/frame?id=1", new Answer(302, "text/html", elsewhere));
        put("/elsewhere", TEXT);
        assertThat(text(visit(entry()))).isEqualTo(PAGE);

        answers.put("/frame?id=1", new Answer(200, "application/pdf", TEXT));
        assertThat(text(visit(entry()))).isEqualTo(PAGE);

        put("/frame?id=1", "<p>-</p>");
        assertThat(text(visit(entry()))).isEqualTo(PAGE);
        assertThat(asked).doesNotContain("/elsewhere");
        assertAccounted();
    }

    @Test
    void aFrameInTheFrameIsNotFollowed() {
        put("/frame?id=1", "<p>A short announcement of the pier.</p><iframe src='/frame?id=2'></iframe>");

        assertThat(text(visit(entry()))).contains("A short announcement");
        assertThat(asked).doesNotContain("/frame?id=2");
    }

    @Test
    void theFurtherPagesOfAListHaveTheirOwnTurnsAndCountAsOneVisit() {
        put("/list", rows("/n/1", "/n/2"));
        put("/list?page=2", rows("/n/2", "/n/3"));
        answers.put("/list?page=3", new Answer(500, "text/html", "down"));
        Source source = paged(3);

        assertThat(turn(listEntry(), source)).isEmpty();
        assertThat(turn(listEntry(), source)).isEmpty();
        assertThat(turn(listEntry(), source)).isEmpty();
        VisitResult result = turn(listEntry(), source).orElseThrow();

        assertThat(asked).containsExactly("/robots.txt", "/list", "/list?page=2", "/list?page=3");
        assertThat(result.entries())
                .extracting(entry -> entry.url().getPath())
                .containsExactly("/list", "/n/1", "/n/2", "/n/3");
        assertThat(result.status().orElseThrow().evidence())
                .anySatisfy(line -> assertThat(line).contains("page 3 of the list", "http-500"));
        assertThat(counts.counters().visits()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void severalAddressesOfOneReleaseInAListAreOnePage() {
        put("/list", rows("/view?id=1&page=1", "/view?id=2&page=1", "/view?from=side&id=1"));

        VisitResult result = turn(listEntry(), paged(1))
                .or(() -> turn(listEntry(), paged(1)))
                .orElseThrow();

        assertThat(result.entries()).extracting(entry -> entry.url().getQuery()).containsExactly(null, "id=1", "id=2");
        assertThat(result.entries()).extracting(FrontierEntry::siteId).contains(Optional.of("1"), Optional.of("2"));
    }

    @Test
    void aPageNamesItsTwinsInOtherLanguages() {
        put("/page", "<link rel=alternate hreflang=fi href=/fi/page>" + PAGE.replace("iframe", "p") + TEXT.repeat(9));

        assertThat(visit(entry()).page().orElseThrow().facts().hint().twins())
                .containsExactly(Map.entry("fi", url("/fi/page")));
    }

    private static String rows(String... links) {
        StringBuilder rows = new StringBuilder("<ul>");
        for (String link : links) {
            rows.append("<li><a href='")
                    .append(link)
                    .append("'>The ministry builds a pier ")
                    .append(link)
                    .append("</a></li>");
        }
        return rows.append("</ul>").toString();
    }

    private FrontierEntry listEntry() {
        FrontierEntry page = entry();
        return new FrontierEntry(
                FrontierEntry.SCHEMA,
                CanonicalUrl.key(url("/list"), List.of()),
                url("/list"),
                page.source(),
                FrontierEntry.Kind.LISTING,
                Optional.empty(),
                ListingHint.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.of(NOW),
                0,
                Optional.empty());
    }

    private Source paged(int pages) {
        Paging paging = new Paging(new Paging.Way.Parameter("page"), 1, 1, pages, 10, Duration.ofDays(7));
        return new Source(
                "ports",
                Optional.empty(),
                List.of(new SourceList(url("/list"), ListRules.LEARNED, paging)),
                Duration.ofMinutes(10),
                Source.Revisits.DEFAULT,
                Optional.of(Pattern.compile("[?&]id=(\\d+)")),
                List.of(),
                List.of(),
                false);
    }

    private void put(String path, String body) {
        answers.put(path, new Answer(200, "text/html; charset=utf-8", body));
    }

    /** Every answer's validator is its path: a request that carries another address's is answered in full. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            Answer answer = answers.getOrDefault(path, new Answer(404, "text/html", "no such page"));
            String etag = "\"" + path + "\"";
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("ETag", etag);
            if (answer.status() == 302) {
                exchange.getResponseHeaders().set("Location", answer.body());
            }
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Takes turns until the visit is at its end. */
    private VisitResult visit(FrontierEntry entry) {
        for (int turn = 0; turn < 4; turn++) {
            Optional<VisitResult> result = turn(entry);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new AssertionError("the visit comes to no end");
    }

    private Optional<VisitResult> turn(FrontierEntry entry) {
        return turn(entry, source());
    }

    private Optional<VisitResult> turn(FrontierEntry entry, Source source) {
        Frontier frontier = new Frontier();
        return visitor.next(entry, source, frontier)
                .fold(ask -> visitor.answered(ask, ask.make(fetcher), frontier), Optional::of);
    }

    private void assertAccounted() {
        IngestCounters all = counts.counters();
        assertThat(all.visits())
                .isEqualTo(all.listings()
                        + all.published()
                        + all.unchanged()
                        + all.moved()
                        + all.missing()
                        + all.tooLarge()
                        + all.refused()
                        + all.failed());
    }

    private static FrontierEntry visited(VisitResult result) {
        return result.entries().get(0);
    }

    private static String text(VisitResult result) {
        return new String(result.page().orElseThrow().body().toArray(), UTF_8);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private Source source() {
        return new Source(
                "ports",
                Optional.empty(),
                List.of(new SourceList(url("/list"), Optional.empty())),
                Duration.ofMinutes(10),
                Source.Revisits.DEFAULT,
                Optional.empty(),
                List.of("localhost"),
                List.of(),
                false);
    }

    private FrontierEntry entry() {
        return new FrontierEntry(
                FrontierEntry.SCHEMA,
                CanonicalUrl.key(url("/page"), List.of()),
                url("/page"),
                "ports",
                FrontierEntry.Kind.PAGE,
                Optional.empty(),
                ListingHint.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.of(NOW),
                0,
                Optional.empty());
    }

    private record Answer(int status, String type, String body) {}
}
