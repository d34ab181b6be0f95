package io.communique.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Hazard C6: broken chains. An intermediate certificate may be added; nothing may be left unverified. */
final class ServerTrustTest {
    private static final HeldCertificate ROOT = new HeldCertificate.Builder()
            .commonName("Test authority")
            .certificateAuthority(2)
            .build();
    private static final HeldCertificate FIRST = new HeldCertificate.Builder()
            .commonName("First intermediate")
            .certificateAuthority(1)
            .signedBy(ROOT)
            .build();
    private static final HeldCertificate SECOND = new HeldCertificate.Builder()
            .commonName("Second intermediate")
            .certificateAuthority(0)
            .signedBy(FIRST)
            .build();

    @Test
    void hazardC6AWholeChainIsTrustedWithoutHelp() throws IOException {
        assertThat(outcome(certificate(SECOND), List.of(SECOND, FIRST), List.of()))
                .isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void hazardC6AMissingIntermediateIsAFailureUntilItIsAdded() throws IOException {
        HeldCertificate server = certificate(FIRST);

        assertThat(outcome(server, List.of(), List.of())).isEqualTo(tls());
        assertThat(outcome(server, List.of(), List.of(FIRST))).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void hazardC6TwoMissingIntermediatesAreAddedInWhateverOrder() throws IOException {
        HeldCertificate server = certificate(SECOND);

        assertThat(outcome(server, List.of(), List.of(SECOND))).isEqualTo(tls());
        assertThat(outcome(server, List.of(), List.of(FIRST, SECOND))).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void hazardC6AnIntermediateOfAnUnknownAuthorityVouchesForNothing() throws IOException {
        HeldCertificate strange = new HeldCertificate.Builder()
                .commonName("Strange authority")
                .certificateAuthority(1)
                .build();
        HeldCertificate between = new HeldCertificate.Builder()
                .commonName("Strange intermediate")
                .certificateAuthority(0)
                .signedBy(strange)
                .build();

        assertThat(outcome(certificate(between), List.of(), List.of(between, strange)))
                .isEqualTo(tls());
    }

    @Test
    void hazardC6ASelfSignedCertificateIsNotTrustedAndCannotBeAdded() throws IOException {
        HeldCertificate self = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();

        assertThat(outcome(self, List.of(), List.of(self))).isEqualTo(tls());
    }

    @Test
    void hazardC6AnExpiredCertificateAndAnotherServersAreRefused() throws IOException {
        long now = Instant.now().toEpochMilli();
        HeldCertificate expired = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .validityInterval(now - 2_000_000_000L, now - 1_000_000_000L)
                .signedBy(FIRST)
                .build();
        HeldCertificate other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("other.example")
                .signedBy(FIRST)
                .build();

        assertThat(outcome(expired, List.of(FIRST), List.of())).isEqualTo(tls());
        assertThat(outcome(other, List.of(FIRST), List.of())).isEqualTo(tls());
    }

    @Test
    void hazardC10AServerThatSpeaksHttp2AloneIsRead() throws IOException {
        HeldCertificate server = certificate(FIRST);
        try (MockWebServer http2 = server(server, List.of(FIRST), List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))) {
            http2.enqueue(new MockResponse(200, okhttp3.Headers.of(), "pier"));

            assertThat(fetch(http2, List.of())).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    private static HeldCertificate certificate(HeldCertificate issuer) {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(issuer)
                .build();
    }

    private static FetchOutcome outcome(
            HeldCertificate certificate, List<HeldCertificate> sent, List<HeldCertificate> added) throws IOException {
        try (MockWebServer server = server(certificate, sent, List.of(Protocol.HTTP_1_1))) {
            server.enqueue(new MockResponse(200, okhttp3.Headers.of(), "pier"));
            return fetch(server, added);
        }
    }

    private static MockWebServer server(
            HeldCertificate certificate, List<HeldCertificate> sent, List<Protocol> protocols) throws IOException {
        HandshakeCertificates handshake = new HandshakeCertificates.Builder()
                .heldCertificate(
                        certificate,
                        sent.stream().map(HeldCertificate::certificate).toArray(X509Certificate[]::new))
                .build();
        MockWebServer server = new MockWebServer();
        server.useHttps(handshake.sslSocketFactory());
        server.setProtocols(protocols);
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    private static FetchOutcome fetch(MockWebServer server, List<HeldCertificate> added) {
        HandshakeCertificates authorities = new HandshakeCertificates.Builder()
                .addTrustedCertificate(ROOT.certificate())
                .build();
        ServerTrust trust = new ServerTrust(
                authorities.trustManager(),
                added.stream().map(HeldCertificate::certificate).toList());
        try (Fetcher fetcher = new Fetcher(
                "Test/1",
                1_000,
                Duration.ofSeconds(30),
                new AddressGuard(List.of("127.0.0.1")),
                Clock.systemUTC(),
                trust,
                exchange -> {})) {
            return fetcher.fetch(
                    java.net.URI.create("https://127.0.0.1:" + server.getPort() + "/"),
                    Validators.none(),
                    target -> true);
        }
    }

    private static FetchOutcome tls() {
        return new FetchOutcome.Failed("tls", true, Duration.ZERO);
    }
}
