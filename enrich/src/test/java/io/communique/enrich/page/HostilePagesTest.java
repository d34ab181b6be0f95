package io.communique.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HostilePagesTest {
    private static final PageReader READER = new PageReader();
    private static final URI URL = URI.create("https://press.example.gov/1");

    @ParameterizedTest(name = "{0}")
    @EnumSource(HostilePages.class)
    @Timeout(180)
    void largestPageOfEachKindEndsWithAnAnswer(HostilePages kind) {
        assertThat(READER.read(page(kind.html(kind.size())))).isNotNull();
    }

    private static RawPage page(String html) {
        Bytes body = Bytes.copyOf(html.getBytes(UTF_8));
        PageFacts facts = new PageFacts(
                "hostile",
                Optional.empty(),
                Optional.empty(),
                URL,
                URL,
                200,
                Optional.of("text/html; charset=utf-8"),
                Instant.parse("2026-11-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                body.sha256(),
                Origin.LIVE,
                ListingHint.none());
        return new RawPage(URL, body, facts);
    }
}
