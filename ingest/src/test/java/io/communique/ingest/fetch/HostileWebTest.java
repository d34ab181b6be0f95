package io.communique.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may send to hurt us, byte by byte; each is one clear outcome, and none takes longer than the deadline or more than the limit. */
@Timeout(60)
final class HostileWebTest {
    private static final int LIMIT = 4 << 20;
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final List<Exchange> account = new ArrayList<>();

    @Test
    void headersWithoutEndAreNotReadToTheirEnd() throws IOException {
        FetchOutcome outcome = fetch(out -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                write(out, "X-Filler-" + i + ": " + "y".repeat(1_000) + "\r\n");
            }
        });

        assertThat(outcome).isEqualTo(new FetchOutcome.Failed("connection", true, Duration.ZERO));
    }

    @Test
    void oneHeaderWithoutEndIsNotReadToItsEnd() throws IOException {
        FetchOutcome outcome = fetch(out -> {
            write(out, "HTTP/1.1 200 OK\r\nX-Filler: ");
            for (int i = 0; i < 100_000; i++) {
                write(out, "y".repeat(1_000));
            }
        });

        assertThat(outcome).isEqualTo(new FetchOutcome.Failed("connection", true, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "HTTP/1.1 two hundred OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n"
            })
    void whatIsNoWholeAnswerIsTroubleOfTheHost(String answer) throws IOException {
        assertThat(fetch(out -> write(out, answer)))
                .isEqualTo(new FetchOutcome.Failed("connection", true, Duration.ZERO));
    }

    @Test
    void aBodyThatEndsBeforeItsCodingDoesIsNoPage() throws IOException {
        byte[] packed = gzip("<p>A pier</p>".repeat(5_000).getBytes(UTF_8));

        FetchOutcome outcome = fetch(out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n");
            out.write(packed, 0, packed.length / 2);
        });

        assertThat(outcome).isEqualTo(new FetchOutcome.Failed("connection", true, Duration.ZERO));
    }

    @Test
    void aBodyCompressedMoreThanPagesCanBeIsLeft() throws IOException {
        FetchOutcome outcome = fetch(out -> gzipped(out, new byte[3 << 20]));

        assertThat(outcome).isEqualTo(new FetchOutcome.Failed("decompression-ratio", false, Duration.ZERO));
    }

    @Test
    void aSmallPageMayBeCompressedAsItWill() throws IOException {
        FetchOutcome outcome = fetch(out -> gzipped(out, " ".repeat(900_000).getBytes(UTF_8)));

        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void theAccountNamesTheBytesThatCameOverTheWireNotThoseTheyBecame() throws IOException {
        byte[] page = "<p>A pier for the island</p>".repeat(1_000).getBytes(UTF_8);

        FetchOutcome outcome = fetch(out -> gzipped(out, page));

        assertThat(((FetchOutcome.Fetched) outcome).body().size()).isEqualTo(page.length);
        assertThat(account).singleElement().satisfies(exchange -> {
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.bytes()).isEqualTo(gzip(page).length);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "deflate", "gzip, gzip", "x-gzip"})
    void aCodingThatWeDidNotAskForIsNotTakenForText(String coding) throws IOException {
        FetchOutcome outcome = fetch(out ->
                write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: 4\r\n\r\n\1\2\3\4"));

        assertThat(outcome).isEqualTo(new FetchOutcome.Failed("content-coding", false, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "utf-8", "none"})
    void aWordThatIsNoCodingChangesNothing(String coding) throws IOException {
        FetchOutcome outcome = fetch(out ->
                write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: 4\r\n\r\npier"));

        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void validatorsThatNobodyCanSendBackAreNotSentBack() throws IOException {
        try (RawServer server = new RawServer(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"));
                Fetcher fetcher = fetcher(DEADLINE)) {
            fetcher.fetch(
                    server.url("/"),
                    new Validators(Optional.of("\"caf\u00e9\""), Optional.of("Mon\r\nX-Injected: 1")),
                    target -> false);

            assertThat(server.requests().get(0))
                    .noneMatch(line -> line.startsWith("If-") || line.startsWith("X-Injected"));
        }
    }

    @Test
    void aValidatorAsLongAsABookIsForgotten() throws IOException {
        FetchOutcome outcome = fetch(out ->
                write(out, "HTTP/1.1 200 OK\r\nETag: \"" + "e".repeat(9_000) + "\"\r\nContent-Length: 4\r\n\r\npier"));

        assertThat(((FetchOutcome.Fetched) outcome).etag()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                "javascript:alert(1)",
                "http://",
                "//:80/",
                "http://127.0.0.1:99999/"
            })
    void aRedirectToNoWebAddressLeadsNowhere(String location) throws IOException {
        FetchOutcome outcome = fetch(out -> {
            write(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
        });

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FetchOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).isIn("http-302", "unusable-address", "connection"));
    }

    @Test
    void aRedirectToAnAddressWithoutEndLeadsNowhere() throws IOException {
        FetchOutcome outcome = fetch(out ->
                write(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /" + "a".repeat(3_000) + "\r\n\r\n"));

        assertThat(outcome).isEqualTo(new FetchOutcome.Failed("http-302", false, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 110, 143, 6667})
    void portsOfMailAndChatServersAreNotSpokenTo(int port) throws IOException {
        assertThat(fetcher(DEADLINE)
                        .fetch(URI.create("http://127.0.0.1:" + port + "/"), Validators.none(), target -> true))
                .isEqualTo(new FetchOutcome.Failed("unusable-address", false, Duration.ZERO));
    }

    @Test
    void aChainOfSlowRedirectsEndsAtOneDeadlineForAll() throws IOException {
        long begun = System.nanoTime();
        try (RawServer server = new RawServer(out -> {
                    pause(Duration.ofMillis(400));
                    write(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /on\r\n\r\n");
                });
                Fetcher fetcher = fetcher(Duration.ofSeconds(1))) {
            assertThat(fetcher.fetch(server.url("/"), Validators.none(), target -> true))
                    .isEqualTo(new FetchOutcome.Failed("timeout", true, Duration.ZERO));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aServerThatWantsToBeAskedAgainAtOnceIsNot() throws IOException {
        try (RawServer server = new RawServer(
                        out -> write(out, "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"));
                Fetcher fetcher = fetcher(DEADLINE)) {
            fetcher.fetch(server.url("/"), Validators.none(), target -> true);

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void hazardC7OddHeadersAreBorne() throws IOException {
        FetchOutcome outcome = fetch(
                out -> write(
                        out,
                        "HTTP/1.1 200 OK\r\nExpires: Sun, 19 Nov 1978 05:00:00 GMT\r\nLast-Modified: Mon, 02 Mar 2026 08:00:00"
                                + " +0000\r\nVary: Cookie\r\nVary: Accept-Encoding\r\nEtag: \"1\"\r\nContent-Length: 4\r\n\r\npier"));

        FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) outcome;
        assertThat(fetched.etag()).contains("\"1\"");
        // As received: what is sent back must be what the server wrote.
        assertThat(fetched.lastModified()).contains("Mon, 02 Mar 2026 08:00:00 +0000");
    }

    @Test
    void hazardC12AServerThatSaysNothingForHalfOfTheDeadlineIsWaitedFor() throws IOException {
        try (RawServer server = new RawServer(out -> {
                    pause(Duration.ofMillis(1_500));
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npier");
                });
                Fetcher fetcher = fetcher(DEADLINE)) {
            assertThat(fetcher.fetch(server.url("/"), Validators.none(), target -> true))
                    .isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    private FetchOutcome fetch(RawServer.Answer answer) throws IOException {
        try (RawServer server = new RawServer(answer);
                Fetcher fetcher = fetcher(DEADLINE)) {
            return fetcher.fetch(server.url("/"), Validators.none(), target -> true);
        }
    }

    private Fetcher fetcher(Duration deadline) {
        return new Fetcher(
                "Test/1",
                LIMIT,
                deadline,
                new AddressGuard(List.of("127.0.0.1")),
                Clock.systemUTC(),
                ServerTrust.ofPlatform(List.of()),
                account::add);
    }

    private static void gzipped(OutputStream out, byte[] body) throws IOException {
        byte[] packed = gzip(body);
        write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n");
        out.write(packed);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }

    /** A slow server, not a test that waits: nothing is asserted on how long this takes. */
    private static void pause(Duration time) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}
