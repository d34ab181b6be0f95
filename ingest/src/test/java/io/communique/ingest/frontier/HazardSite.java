package io.communique.ingest.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.RawPage;
import io.communique.contract.status.SourceStatus;
import io.communique.ingest.fetch.AddressGuard;
import io.communique.ingest.fetch.Fetcher;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A ministry's site on loopback, under two addresses of it, watched as a source file says: real requests, and a clock that is moved. What is put
 * under a path (with its query, and behind a space the body of a POST) is what it answers; all else is 404.
 */
final class HazardSite implements AutoCloseable {
    static final String TEXT =
            "<p>" + "The ministry of ports builds a pier for the outer island this summer. ".repeat(12) + "</p>";
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String USER_AGENT = "Communique-Test/1 (+mailto:watch@example.org)";

    final MovedClock clock = new MovedClock(START);
    /** Path and query of each request, the other address's behind its name. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** User agents that were seen. */
    final List<String> agents = new CopyOnWriteArrayList<>();

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final HttpServer first = server("127.0.0.1");
    private final HttpServer second = server("127.0.0.2");
    private final Path directory;
    private final Fetcher fetcher = new Fetcher(
            USER_AGENT, 1_000_000, Duration.ofSeconds(20), new AddressGuard(List.of("127.0.0.1", "127.0.0.2")), clock);
    private Crawl crawl = new Crawl(clock, List.of(), ask -> ask.make(fetcher));

    HazardSite(Path directory) {
        this.directory = directory;
    }

    /** Returns where the site is. */
    String base() {
        return "http://127.0.0.1:" + first.getAddress().getPort();
    }

    /** Returns where it is under its other address. */
    String otherBase() {
        return "http://127.0.0.2:" + second.getAddress().getPort();
    }

    URI url(String path) {
        return URI.create(base() + path);
    }

    /** Returns the key of a page. */
    URI key(String path) {
        return URI.create("https://127.0.0.1:" + first.getAddress().getPort() + path);
    }

    void put(String path, Answer answer) {
        answers.put(path, answer);
    }

    void page(String path, String html) {
        put(path, new Answer(200, "text/html; charset=utf-8", html, Map.of()));
    }

    void xml(String path, String xml) {
        put(path, new Answer(200, "application/xml", xml, Map.of()));
    }

    void json(String path, String json) {
        put(path, new Answer(200, "application/json", json, Map.of()));
    }

    void redirect(String path, String to) {
        put(path, new Answer(302, "text/html", "", Map.of("Location", to)));
    }

    /** Puts a release under a path. */
    void release(String path) {
        page(path, release(path, ""));
    }

    static String release(String name, String more) {
        // Pages that differ in a number alone count as one text.
        String berth = name.chars()
                .mapToObj(c -> Character.isDigit(c) ? String.valueOf((char) ('A' + c - '0')) : "")
                .collect(Collectors.joining());
        return "<title>Release " + name + "</title><h1>Release " + name + "</h1>" + TEXT + "<p>At berth " + berth
                + ".</p>" + more;
    }

    /** Watches the site as a source file says; {@code $BASE} and {@code $OTHER} stand for its addresses, its id is {@code ports}. */
    HazardSite watch(String yaml) {
        crawl = new Crawl(clock, List.of(source(yaml)), ask -> ask.make(fetcher));
        return this;
    }

    private Source source(String yaml) {
        Path file = directory.resolve("ports.yaml");
        try {
            Files.writeString(
                    file, "id: ports\n" + yaml.replace("$BASE", base()).replace("$OTHER", otherBase()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SourceCatalogue.read(file, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    HazardSite after(Duration time) {
        crawl.until(clock.instant().plus(time));
        return this;
    }

    List<RawPage> published() {
        return List.copyOf(crawl.published);
    }

    /** Returns path and query of the keys of what was published, files left out. */
    List<String> keys() {
        return crawl.published.stream()
                .filter(page -> page.facts().attached().isEmpty())
                .map(page -> page.url().getRawPath()
                        + (page.url().getRawQuery() == null
                                ? ""
                                : "?" + page.url().getRawQuery()))
                .toList();
    }

    Optional<FrontierEntry> known(String path) {
        return crawl.frontier.find(key(path));
    }

    SourceStatus status() {
        List<SourceStatus> all = crawl.statuses.getOrDefault("ports", List.of());
        if (all.isEmpty()) {
            throw new AssertionError("nothing was said of the source");
        }
        return all.get(all.size() - 1);
    }

    @Override
    public void close() {
        fetcher.close();
        first.stop(0);
        second.stop(0);
    }

    private HttpServer server(String address) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
            server.createContext("/", this::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean other =
                    exchange.getLocalAddress().getAddress().getHostAddress().equals("127.0.0.2");
            String path = exchange.getRequestURI().toString();
            byte[] posted = exchange.getRequestBody().readAllBytes();
            asked.add((other ? "other" : "") + path + (posted.length == 0 ? "" : " " + new String(posted, UTF_8)));
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            String key = posted.length == 0 ? path : path + " " + new String(posted, UTF_8);
            Answer answer = answers.getOrDefault(key, new Answer(404, "text/html", "<h1>no</h1>", Map.of()));
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            new HashMap<>(answer.headers())
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body()
                    .replace("$BASE", base())
                    .replace("$OTHER", otherBase())
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** What the site answers. */
    record Answer(int status, String type, String body, Map<String, String> headers) {}
}
