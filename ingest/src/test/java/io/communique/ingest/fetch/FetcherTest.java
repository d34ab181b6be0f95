package io.communique.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FetcherTest {
    private static final int LIMIT = 100_000;
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    /** For the one test whose answer never ends, on however slow a machine. */
    private static final Duration SHORT_DEADLINE = Duration.ofMillis(500);

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private HttpServer server;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.start();
        fetcher = fetcher(List.of("127.0.0.1"));
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void aPageComesWithItsBytesAndHeaders() {
        serve("/a", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=euc-kr");
            send(exchange, 200, new byte[] {(byte) 0xb0, (byte) 0xa1});
        });

        FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch("/a");

        assertThat(fetched.body().toArray()).containsExactly(0xb0, 0xa1);
        assertThat(fetched.etag()).contains("\"v1\"");
        assertThat(fetched.contentType()).contains("text/html; charset=euc-kr");
    }

    @Test
    void weSayWhoWeAreAndAskConditionally() {
        serve("/a", exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "Mon, 02 Mar 2026 08:00:00 GMT"
                            .equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"))
                    && "Test/1 (a@b.example)"
                            .equals(exchange.getRequestHeaders().getFirst("User-Agent"));
            send(exchange, known ? 304 : 200, new byte[0]);
        });

        FetchOutcome outcome = fetcher.fetch(
                url("/a"),
                new Validators(Optional.of("\"v1\""), Optional.of("Mon, 02 Mar 2026 08:00:00 GMT")),
                target -> true);

        assertThat(outcome).isInstanceOf(FetchOutcome.Unchanged.class);
    }

    @Test
    void aBodyAtTheLimitPassesAndOneByteMoreIsTooLarge() {
        serve("/fits", exchange -> send(exchange, 200, new byte[LIMIT]));
        serve("/large", exchange -> send(exchange, 200, new byte[LIMIT + 1]));

        assertThat(fetch("/fits")).isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(fetch("/large")).isEqualTo(new FetchOutcome.TooLarge(LIMIT));
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneIsTooLarge() {
        serve("/bomb", exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(new byte[50 << 20]);
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, packed.toByteArray());
        });

        assertThat(fetch("/bomb")).isEqualTo(new FetchOutcome.TooLarge(LIMIT));
    }

    @Test
    void aBodyThatTricklesEndsAtTheDeadline() {
        serve("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        try (Fetcher impatient = fetcher(List.of("127.0.0.1"), SHORT_DEADLINE)) {
            assertThat(impatient.fetch(url("/slow"), Validators.none(), target -> true))
                    .isEqualTo(new FetchOutcome.Failed("timeout", true, Duration.ZERO));
        }
    }

    @Test
    void redirectsAreFollowedAsFarAsTheyMay() {
        serve("/from", exchange -> redirect(exchange, "/to"));
        serve("/to", exchange -> send(exchange, 200, "there".getBytes(UTF_8)));
        serve("/round", exchange -> redirect(exchange, "/round"));

        assertThat(((FetchOutcome.Fetched) fetch("/from")).finalUrl()).isEqualTo(url("/to"));
        assertThat(fetch("/round")).isEqualTo(new FetchOutcome.Failed("too-many-redirects", false, Duration.ZERO));
        assertThat(fetcher.fetch(url("/from"), Validators.none(), target -> false))
                .isEqualTo(new FetchOutcome.Refused("redirect-off-site", 302, Optional.of(url("/to"))));
    }

    @Test
    void aRedirectIntoOurOwnNetworkIsRefused() {
        serve(
                "/in",
                exchange -> redirect(
                        exchange, "http://localhost:" + server.getAddress().getPort() + "/to"));
        serve("/to", exchange -> send(exchange, 200, "secret".getBytes(UTF_8)));

        assertThat(fetch("/in")).isEqualTo(new FetchOutcome.Refused("address-guard"));
    }

    @Test
    void aLiteralAddressInsideIsRefusedUnlessItIsAllowed() {
        serve("/a", exchange -> send(exchange, 200, new byte[] {1}));

        try (Fetcher strict = fetcher(List.of())) {
            assertThat(strict.fetch(url("/a"), Validators.none(), target -> true))
                    .isEqualTo(new FetchOutcome.Refused("address-guard"));
        }
    }

    @Test
    void refusalsAndTroubleAreToldApart() {
        serve("/403", exchange -> send(exchange, 403, new byte[] {1}));
        serve("/404", exchange -> send(exchange, 404, new byte[] {1}));
        serve("/503", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            send(exchange, 503, new byte[] {1});
        });

        assertThat(fetch("/403")).isEqualTo(new FetchOutcome.Refused("http-403"));
        assertThat(fetch("/404")).isEqualTo(new FetchOutcome.Failed("http-404", false, Duration.ZERO));
        assertThat(fetch("/503")).isEqualTo(new FetchOutcome.Failed("http-503", true, Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void addressesInsideAreNotPublic(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:2800:220:1::1"})
    void addressesOutsideArePublic(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private static Fetcher fetcher(List<String> allowed) {
        return fetcher(allowed, DEADLINE);
    }

    private static Fetcher fetcher(List<String> allowed, Duration deadline) {
        return new Fetcher(
                "Test/1 (a@b.example)",
                LIMIT,
                deadline,
                new AddressGuard(allowed),
                Clock.systemUTC(),
                ServerTrust.ofPlatform(List.of()),
                exchange -> {});
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(url(path), Validators.none(), target -> true);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        send(exchange, 302, new byte[0]);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
