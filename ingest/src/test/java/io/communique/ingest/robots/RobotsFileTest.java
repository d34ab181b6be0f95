package io.communique.ingest.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.page.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RobotsFileTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final URI URL = URI.create("https://ports.example/robots.txt");

    @Test
    void ourOwnGroupWinsOverTheGroupForAll() {
        RobotsFile file =
                read("User-agent: *\nDisallow: /\n\nUser-agent: Communique\nDisallow: /search\nCrawl-delay: 10\n");

        assertThat(file.allows(page("/news"))).isTrue();
        assertThat(file.allows(page("/search?q=x"))).isFalse();
        assertThat(file.crawlDelay()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theLongestMatchDecides() {
        RobotsFile file = read("User-agent: *\nDisallow: /api\nAllow: /api/news\n");

        assertThat(file.allows(page("/api/news/1"))).isTrue();
        assertThat(file.allows(page("/api/users"))).isFalse();
    }

    @Test
    void aMissingFileAllowsAllAndAnUnreachableOneNothing() {
        assertThat(RobotsFile.missing(NOW).allows(page("/news"))).isTrue();
        assertThat(RobotsFile.unreachable(NOW).allows(page("/news"))).isFalse();
        assertThat(RobotsFile.unreachable(NOW).isReachable()).isFalse();
    }

    @Test
    void aFileIsUsedForADayAndAnUnreachableOneAskedForAgainSooner() {
        assertThat(read("").isStale(NOW.plus(Duration.ofHours(23)))).isFalse();
        assertThat(read("").isStale(NOW.plus(Duration.ofHours(24)))).isTrue();
        assertThat(RobotsFile.unreachable(NOW).isStale(NOW.plus(Duration.ofMinutes(10))))
                .isTrue();
    }

    @Test
    void onlyTheFirst500KibibytesCount() {
        String filler = "# padding\n".repeat(60_000);

        assertThat(read("User-agent: *\nDisallow: /a\n" + filler + "Disallow: /b\n")
                        .allows(page("/a")))
                .isFalse();
        assertThat(read("User-agent: *\nDisallow: /a\n" + filler + "Disallow: /b\n")
                        .allows(page("/b")))
                .isTrue();
    }

    private static RobotsFile read(String text) {
        return RobotsFile.of(URL, Bytes.copyOf(text.getBytes(UTF_8)), "Communique", NOW);
    }

    private static URI page(String path) {
        return URL.resolve(path);
    }
}
