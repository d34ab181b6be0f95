package io.communique.app.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.communique.app.Communique;
import io.communique.app.broker.EmbeddedBroker;
import io.communique.contract.topic.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several ingest processes share the hosts of one broker, and are killed without warning, one after the other. Asserted from the servers' own log and from
 * the topic: no page lost, none published twice for the same content, never two requests at one host at once, and never two sooner than the
 * host's delay.
 *
 * <p>A few rounds by default; {@code -Dtakeover.rounds=50} for the long run.
 */
final class IngestTakeoverTest {
    private static final int ROUNDS = Integer.getInteger("takeover.rounds", 2);
    private static final long SEED = 20_26;
    private static final int HOSTS = 8;
    private static final int PAGES = 3;
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path directory;

    private final List<Site> sites = new ArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();

    @ParameterizedTest(name = "{0} processes")
    @ValueSource(ints = {2, 3})
    @Timeout(value = 60, unit = java.util.concurrent.TimeUnit.MINUTES)
    void hostsMoveAndNoPageIsLostOrDoubled(int processes) throws Exception {
        Random random = new Random(SEED);
        List<Process> running = new ArrayList<>();
        startSites();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
            Stages.createTopics(broker.brokers());
            for (int i = 0; i < processes; i++) {
                running.add(start(broker, i));
            }
            awaitPublished(broker, 1);
            for (int round = 2; round <= ROUNDS + 1; round++) {
                int victim = random.nextInt(processes);
                assertThat(running.get(victim).waitFor(random.nextInt(700), MILLISECONDS))
                        .as("it runs until it is killed: %s", log())
                        .isFalse();
                running.get(victim).destroyForcibly().waitFor();
                int edition = round;
                sites.forEach(site -> site.edition.set(edition));
                running.set(victim, start(broker, victim));
                awaitPublished(broker, round);
            }
            running.forEach(Process::destroy);
            for (Process process : running) {
                assertThat(process.waitFor(60, SECONDS))
                        .as("stops when asked to")
                        .isTrue();
            }
            assertNoneTwice(broker);
            sites.forEach(Site::assertPolite);
            System.out.printf(
                    "[takeover] %d processes, %d kills, seed %d: %d requests at %d hosts%n",
                    processes,
                    ROUNDS,
                    SEED,
                    sites.stream().mapToInt(site -> site.log.size()).sum(),
                    HOSTS);
        } finally {
            running.forEach(Process::destroyForcibly);
            sites.forEach(site -> site.server.stop(0));
            workers.shutdownNow();
        }
    }

    /** Every page of every host, with the text of that edition. */
    private void awaitPublished(EmbeddedBroker broker, int edition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(published(broker).keySet()).as(this::log).containsAll(expected(edition)));
    }

    private Set<String> expected(int edition) {
        Set<String> all = new HashSet<>();
        for (Site site : sites) {
            for (int page = 0; page < PAGES; page++) {
                all.add(site.name() + "/" + page + " edition " + edition);
            }
        }
        return all;
    }

    private static Map<String, Integer> published(EmbeddedBroker broker) {
        Map<String, Integer> counts = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> message : Stages.readAll(broker.brokers(), Topics.PAGES.name())) {
            String html = new String(message.value(), UTF_8);
            counts.merge(html.substring(html.indexOf("<h1>") + 4, html.indexOf("</h1>")), 1, Integer::sum);
        }
        return counts;
    }

    private static void assertNoneTwice(EmbeddedBroker broker) {
        assertThat(published(broker))
                .allSatisfy((page, times) -> assertThat(times).as(page).isEqualTo(1));
    }

    private Process start(EmbeddedBroker broker, int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Communique.class.getName(),
                        "ingest",
                        "--bootstrap-servers",
                        broker.bootstrapServers(),
                        "--sources",
                        directory.resolve("sources").toString(),
                        "--instance-id",
                        "p" + number,
                        "--host-delay",
                        Long.toString(DELAY.toMillis()),
                        "--allow-private-hosts",
                        String.join(",", sites.stream().map(Site::host).toList()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("ingest.log").toFile()))
                .start();
    }

    private void startSites() throws IOException {
        Files.createDirectories(directory.resolve("sources"));
        for (int i = 0; i < HOSTS; i++) {
            Site site = new Site("127.0.3." + (i + 1));
            sites.add(site);
            Files.writeString(
                    directory.resolve("sources").resolve("s" + i + ".yaml"),
                    "id: s%d\nlists: [{url: '%s/list'}]\nevery: 2s\nrevisit: {then: 1s}\n".formatted(i, site.url()));
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("ingest.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    /** One ministry on a loopback address of its own. */
    private final class Site {
        private final HttpServer server;
        private final AtomicInteger edition = new AtomicInteger(1);
        private final AtomicInteger atOnce = new AtomicInteger();
        private final Set<String> clashes = ConcurrentHashMap.newKeySet();
        /** When each request began and ended, by {@link System#nanoTime}. */
        private final List<long[]> log = Collections.synchronizedList(new ArrayList<>());

        Site(String host) throws IOException {
            server = HttpServer.create(new InetSocketAddress(host, 0), 0);
            server.setExecutor(workers);
            server.createContext("/", this::answer);
            server.start();
        }

        String host() {
            return server.getAddress().getHostString();
        }

        String name() {
            return host().replace('.', '-');
        }

        String url() {
            return "http://" + host() + ":" + server.getAddress().getPort();
        }

        private void answer(HttpExchange exchange) throws IOException {
            long begun = System.nanoTime();
            if (atOnce.incrementAndGet() > 1) {
                clashes.add(exchange.getRequestURI().toString());
            }
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                byte[] body = body(path).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : 200, body.length);
                exchange.getResponseBody().write(body);
            } finally {
                atOnce.decrementAndGet();
                log.add(new long[] {begun, System.nanoTime()});
            }
        }

        private String body(String path) {
            if (!path.equals("/list")) {
                return "<title>Page</title><h1>" + name() + path + " edition " + edition.get() + "</h1><p>"
                        + "The ministry builds a pier for the island this summer. ".repeat(12) + "</p>";
            }
            StringBuilder rows = new StringBuilder("<title>News</title><ul>");
            for (int page = 0; page < PAGES; page++) {
                rows.append("<li><a href='/%d'>Release number %d of the ministry</a> 2026-03-0%d</li>"
                        .formatted(page, page, page + 1));
            }
            return rows.append("</ul>").toString();
        }

        void assertPolite() {
            assertThat(clashes).as("two at once at " + host()).isEmpty();
            List<long[]> inOrder = new ArrayList<>(log);
            inOrder.sort((a, b) -> Long.compare(a[0], b[0]));
            for (int i = 1; i < inOrder.size(); i++) {
                Duration between = Duration.ofNanos(inOrder.get(i)[0] - inOrder.get(i - 1)[1]);
                // The server notes the end of an answer a moment after its reader has it.
                assertThat(between.plusMillis(100))
                        .as("between two requests to " + host())
                        .isGreaterThan(DELAY);
            }
        }
    }
}
