package io.communique.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.communique.contract.json.Json;
import io.communique.desk.DeskCounters;
import io.communique.desk.Hostile;
import io.communique.desk.OpenDesk;
import io.communique.desk.alert.Every;
import io.communique.desk.query.Asked;
import io.communique.sink.store.Releases;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ApiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private OpenDesk desk;

    @BeforeEach
    void open() {
        desk = new OpenDesk(directory);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoFollowsNextMissesNoneAndHasNoneTwiceWhileNewOnesArrive() throws Exception {
        IntStream.rangeClosed(1, 25).forEach(i -> desk.store(Releases.release("a" + i, 1)));
        List<String> backwards = new ArrayList<>();
        List<String> forwards = new ArrayList<>();
        JsonNode back = json(desk.get("/api/v1/releases?limit=7"));
        JsonNode forth = json(desk.get("/api/v1/releases?limit=7&after=0"));
        for (int i = 1; i <= 10; i++) {
            ids(back, backwards);
            ids(forth, forwards);
            desk.store(Releases.release("b" + i, 1));
            back = back.path("next").isString() ? follow(back) : Json.mapper().createObjectNode();
            forth = follow(forth);
        }

        assertThat(backwards).doesNotHaveDuplicates().hasSize(25);
        assertThat(forwards).doesNotHaveDuplicates().hasSize(35 - 1).contains("ports:b9");
    }

    private JsonNode follow(JsonNode page) throws Exception {
        URI next = URI.create(page.get("next").asString());
        return json(desk.get(next.getPath() + "?" + next.getQuery()));
    }

    private static void ids(JsonNode page, List<String> ids) {
        if (page.has("items")) {
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
        }
    }

    @Test
    void theSameBytesAreNotSentAgain() throws Exception {
        desk.store(Releases.release("1", 1));
        String etag = desk.get("/api/v1/releases/ports:1")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(desk.get("/api/v1/releases/ports:1", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        desk.store(Releases.release("1", 2));
        assertThat(desk.get("/api/v1/releases/ports:1", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
        assertThat(json(desk.get("/api/v1/releases/ports:1/editions")).get("items"))
                .hasSize(2);
    }

    @Test
    void errorsAreProblems() throws Exception {
        for (String path : List.of(
                "/api/v1/releases?kind=weather",
                "/api/v1/releases?before=x",
                "/api/v1/releases?q=" + "x".repeat(501),
                "/api/v1/figures?atLeast=much",
                "/feed.atom?to=2026-02-30")) {
            HttpResponse<String> answer = desk.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(json(answer).get("detail").asString()).isNotBlank();
        }
        assertThat(desk.get("/api/v1/releases/none:1").statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/v1/live").statusCode()).isEqualTo(406);
    }

    @Test
    void filtersAreThoseOfThePages() throws Exception {
        desk.store(Releases.release("1", 1));

        assertThat(json(desk.get("/api/v1/releases?person=Ada+Holm&country=no&kind=money&unit=EUR&atLeast=3000000"))
                        .get("items"))
                .hasSize(1);
        assertThat(json(desk.get("/api/v1/releases?person=Ada+Holm&place=Ada+Holm"))
                        .get("items"))
                .isEmpty();
        assertThat(json(desk.get("/api/v1/facets"))
                        .get("currencies")
                        .get(0)
                        .get("value")
                        .asString())
                .isEqualTo("EUR");
    }

    @Test
    void figuresAreATableInWhichNothingIsAFormula() throws Exception {
        desk.store(Releases.release("1", 1), Hostile.release("2"));
        HttpResponse<String> csv = desk.get("/api/v1/figures.csv?unit=EUR");

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.body().lines().toList())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("ports:1,ports,2026-03-02,Title 1,3 million euros,money,3000000,");
        assertThat(Figures.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(json(desk.get("/api/v1/figures")).get("items")).hasSize(1);
    }

    @Test
    void everySearchIsAFeedThatOthersRead() throws Exception {
        desk.store(Releases.release("1", 1), Hostile.release("2"), Releases.release("1", 2));

        SyndFeed atom = new SyndFeedInput()
                .build(new StringReader(desk.get("/feed.atom?country=NO").body()));
        JsonNode json = json(desk.get("/feed.json?country=NO"));

        assertThat(atom.getFeedType()).isEqualTo("atom_1.0");
        assertThat(atom.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly("urn:communique:ports%3A2:1", "urn:communique:ports%3A1:2");
        assertThat(atom.getEntries().get(0).getTitle()).isEqualTo("=" + Hostile.MARKUP);
        assertThat(atom.getEntries().get(1).getLink()).isEqualTo("https://ports.example/1");
        assertThat(json.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.get("items")).hasSize(2);
    }

    @Test
    void aLiveStreamTellsOfWhatMatchesAndGoesOnBehindWhatWasHeard() throws Exception {
        desk.store(Releases.release("old", 1));
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        CompletableFuture<?> stream = listen("/api/v1/live?q=minister", lines);
        await().atMost(PATIENCE).until(() -> !lines.isEmpty());
        desk.store(Releases.release("1", 1), Hostile.release("2"));
        await().atMost(PATIENCE).until(() -> lines.stream().anyMatch(line -> line.contains("\"ports:1\"")));
        desk.store(Releases.release("1", 2));
        await().atMost(PATIENCE).until(() -> lines.stream().anyMatch(line -> line.contains("edition 2")));
        stream.cancel(true);

        assertThat(lines).noneMatch(line -> line.contains("ports:old") || line.contains("ports:2"));
        String first = lines.stream()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .orElseThrow();
        ConcurrentLinkedQueue<String> again = new ConcurrentLinkedQueue<>();
        CompletableFuture<?> resumed = listen(
                "/api/v1/live?q=minister",
                again,
                "Last-Event-ID",
                first.substring(3).strip());
        await().atMost(PATIENCE).until(() -> again.stream().anyMatch(line -> line.contains("edition 2")));
        resumed.cancel(true);
    }

    @Test
    void aListenerThatDoesNotReadHoldsUpNobody() throws Exception {
        String much = " " + "word ".repeat(400_000);
        try (Socket deaf =
                new Socket(InetAddress.getLoopbackAddress(), desk.at("/").getPort())) {
            deaf.setReceiveBufferSize(1_024);
            deaf.getOutputStream()
                    .write("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(deaf.getInputStream().read()).isEqualTo('H');
            ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
            CompletableFuture<?> stream = listen("/api/v1/live", lines);
            await().atMost(PATIENCE).until(() -> !lines.isEmpty());
            for (int i = 0; i < 10; i++) {
                desk.store(Releases.release("large" + i, 1, much));
            }
            await().atMost(PATIENCE)
                    .until(() -> lines.stream()
                                    .filter(line -> line.startsWith("id:"))
                                    .count()
                            == 10);
            stream.cancel(true);
        }
    }

    private CompletableFuture<?> listen(String path, ConcurrentLinkedQueue<String> lines, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.at(path)).header("Accept", "text/event-stream");
        HttpRequest built =
                headers.length == 0 ? request.build() : request.headers(headers).build();
        return HttpClient.newHttpClient()
                .sendAsync(built, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    @Test
    void everyAnswerIsCountedOnceByWhatItWasAndHowLongItTook() throws Exception {
        desk.alerts.add(
                "Ports",
                Asked.parse(""),
                "https://hooks.example/1",
                Every.DAY,
                0,
                Instant.parse("2026-03-02T12:00:00Z"));
        desk.get("/api/v1/releases");
        desk.get("/nowhere");
        desk.get("/api/v1/releases?from=soon");
        desk.post("/sources/pause", "source=ports");
        desk.get("/language?to=ko");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(desk.counters().requests()).isEqualTo(5));
        DeskCounters counters = desk.counters();
        assertThat(counters.answered()).isEqualTo(1);
        assertThat(counters.redirected()).isEqualTo(1);
        assertThat(counters.refused()).isEqualTo(3);
        assertThat(counters.failed()).isZero();
        assertThat(counters.requests())
                .isEqualTo(counters.answered() + counters.redirected() + counters.refused() + counters.failed())
                .isEqualTo(counters.times().stream().mapToLong(Long::longValue).sum());
        assertThat(counters.alerts()).isEqualTo(1);
        assertThat(counters.alertsFailing()).isZero();
    }
}
