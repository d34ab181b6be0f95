package io.communique.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.communique.desk.DeskConfig;
import io.communique.desk.OpenDesk;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private static final String OPERATOR = "operator-0123456789";
    private static final String READER = "reader-0123456789";

    @TempDir
    private Path directory;

    private OpenDesk withTokens() {
        return new OpenDesk(
                directory, new DeskConfig("127.0.0.1", 0, Optional.of(OPERATOR), Optional.of(READER), 1_000));
    }

    @Test
    void aDeskThatOthersReachNeedsAToken() {
        assertThatThrownBy(() -> new DeskConfig("0.0.0.0", 0, Optional.empty(), Optional.empty(), 10))
                .hasMessageContaining("needs a token");
        assertThatThrownBy(() -> new DeskConfig("127.0.0.1", 0, Optional.of("short"), Optional.empty(), 10))
                .hasMessageContaining("at least 16");
        assertThatThrownBy(() -> new DeskConfig.Proxy(List.of("nowhere/99"), "Remote-User", Set.of()))
                .hasMessageContaining("nowhere/99");
    }

    @Test
    void anotherNameOfThisMachineIsNotAnsweredTo() throws Exception {
        try (OpenDesk desk = new OpenDesk(directory)) {
            assertThat(statusFor(desk, "evil.example")).isEqualTo(403);
            assertThat(statusFor(desk, "localhost")).isEqualTo(200);
        }
    }

    private static int statusFor(OpenDesk desk, String host) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), desk.at("/").getPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream()
                    .write(("GET /api/v1/releases HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    @Test
    void whatChangesSomethingComesFromOurOwnPage() throws Exception {
        try (OpenDesk desk = new OpenDesk(directory)) {
            String own = "http://127.0.0.1:" + desk.at("/").getPort();

            assertThat(desk.post("/sources/resume", "source=roads").statusCode())
                    .isEqualTo(403);
            assertThat(desk.post("/sources/resume", "source=roads", "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(desk.post("/sources/resume", "source=roads", "Sec-Fetch-Site", "cross-site", "Origin", own)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(desk.line.told).isEmpty();

            assertThat(desk.post("/sources/resume", "source=roads", "Origin", own)
                            .statusCode())
                    .isEqualTo(302);
            desk.post("/sources/pause", "source=ports&reason=works", "Origin", own);
            desk.post("/pipeline/retry", "place=0@17", "Origin", own);
            assertThat(desk.post("/pipeline/retry", "place=9@9", "Origin", own).statusCode())
                    .isEqualTo(409);
            assertThat(desk.line.told).containsExactly("resume roads", "pause ports: works", "retry 0@17", "retry 9@9");
        }
    }

    @Test
    void withTokensNobodyReadsWithoutOneAndReadersOnlyRead() throws Exception {
        try (OpenDesk desk = withTokens()) {
            assertThat(desk.get("/api/v1/releases").statusCode()).isEqualTo(401);
            assertThat(desk.get("/feed.atom").statusCode()).isEqualTo(401);
            assertThat(desk.get("/cards").statusCode()).isEqualTo(401);
            assertThat(desk.get("/").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
            assertThat(desk.get("/api/v1/releases", "Authorization", "Bearer " + OPERATOR + "x")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(desk.get("/api/v1/releases", "Authorization", "Bearer " + READER)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(desk.post("/sources/resume", "source=roads", "Authorization", "Bearer " + READER)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(desk.post("/sources/resume", "source=roads", "Authorization", "Bearer " + OPERATOR)
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    void aProxyInFrontSaysWhoSomebodyIsAndNobodyElseDoes() throws Exception {
        DeskConfig.Proxy here = new DeskConfig.Proxy(List.of("127.0.0.0/8"), "Remote-User", Set.of("ada"));
        String retry = "place=0@17";
        try (OpenDesk desk = new OpenDesk(directory, behind(here))) {
            String own = "https://desk.example";
            assertThat(desk.get("/api/v1/releases").statusCode()).isEqualTo(401);
            assertThat(desk.get("/").statusCode()).isEqualTo(401);
            assertThat(desk.get("/api/v1/releases", "Remote-User", "ben").statusCode())
                    .isEqualTo(200);
            assertThat(desk.get("/", "Remote-User", "ben").body()).doesNotContain("/logout");
            String[] proxied = {
                "X-Forwarded-Proto",
                "https",
                "Origin",
                "https://127.0.0.1:" + desk.at("/").getPort()
            };
            assertThat(desk.post("/pipeline/retry", retry, with(proxied, "Remote-User", "ben"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(desk.post("/pipeline/retry", retry, with(proxied, "Remote-User", "ada"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(desk.post("/pipeline/retry", retry, "Remote-User", "ada", "Origin", own)
                            .statusCode())
                    .as("from another site's page")
                    .isEqualTo(403);
        }
        DeskConfig.Proxy elsewhere = new DeskConfig.Proxy(List.of("10.0.0.7"), "Remote-User", Set.of("ada"));
        try (OpenDesk desk = new OpenDesk(directory.resolve("b"), behind(elsewhere))) {
            assertThat(desk.get("/api/v1/releases", "Remote-User", "ada").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void behindAProxyEachClientHasItsOwnMeasure() throws Exception {
        DeskConfig.Proxy here = new DeskConfig.Proxy(List.of("127.0.0.1"), "Remote-User", Set.of());
        DeskConfig config = new DeskConfig("127.0.0.1", 0, Optional.empty(), Optional.empty(), Optional.of(here), 1);
        try (OpenDesk desk = new OpenDesk(directory, config)) {
            for (int i = 0; i < 3; i++) {
                desk.get("/static/desk.css", "X-Forwarded-For", "203.0.113.9, 198.51.100.1");
            }
            assertThat(desk.get("/static/desk.css", "X-Forwarded-For", "203.0.113.8, 198.51.100.1")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(desk.get("/static/desk.css", "X-Forwarded-For", "198.51.100.2")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static DeskConfig behind(DeskConfig.Proxy proxy) {
        return new DeskConfig("127.0.0.1", 0, Optional.empty(), Optional.empty(), Optional.of(proxy), 1_000);
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void somebodyWhoSignedInIsKnownByACookieThatScriptsDoNotSee() throws Exception {
        try (OpenDesk desk = withTokens()) {
            String own = "http://127.0.0.1:" + desk.at("/").getPort();
            assertThat(desk.post("/login", "token=wrong-0123456789", "Origin", own)
                            .statusCode())
                    .isEqualTo(401);
            String cookie = desk.post("/login", "token=" + READER, "Origin", own)
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            String session = cookie.split(";", 2)[0];

            assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(READER);
            assertThat(desk.get("/sources", "Cookie", session).statusCode()).isEqualTo(200);
            assertThat(desk.get("/sources", "Cookie", session).body()).doesNotContain("/sources/pause");
            desk.post("/logout", "", "Origin", own, "Cookie", session);
            assertThat(desk.get("/sources", "Cookie", session).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void tooManyRequestsWait() {
        AtomicLong nanos = new AtomicLong();
        RateLimit limit = new RateLimit(2, nanos::get);
        for (int i = 0; i < 6; i++) {
            assertThat(limit.take("a")).isTrue();
        }
        assertThat(limit.take("a")).isFalse();
        assertThat(limit.take("b")).isTrue();
        nanos.addAndGet(500_000_000);
        assertThat(limit.take("a")).isTrue();
        assertThat(limit.take("a")).isFalse();
    }

    @Test
    void aFullBucketIsSaidSo() throws Exception {
        try (OpenDesk desk =
                new OpenDesk(directory, new DeskConfig("127.0.0.1", 0, Optional.empty(), Optional.empty(), 1))) {
            for (int i = 0; i < 3; i++) {
                desk.get("/api/v1/releases");
            }
            assertThat(desk.get("/api/v1/releases").statusCode()).isEqualTo(429);
        }
    }
}
