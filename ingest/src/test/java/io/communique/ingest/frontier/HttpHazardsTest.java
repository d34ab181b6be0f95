package io.communique.ingest.frontier;

import static io.communique.ingest.frontier.AddressHazardsTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.frontier.Absence;
import io.communique.contract.status.SourceStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hazards of HTTP and of gatekeepers, played by a site. Broken certificate chains (C6) and servers that speak HTTP/2 alone (C10) take TLS: ServerTrustTest
 * plays them.
 */
final class HttpHazardsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ONE_LIST = "lists: [{url: '$BASE/news'}]\n";

    private HazardSite site;

    @BeforeEach
    void open(@TempDir Path directory) {
        site = new HazardSite(directory);
        IntStream.rangeClosed(1, 9).forEach(number -> site.release("/news/" + number));
        site.page("/news", rows("/news/1", "/news/2", "/news/3"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void hazardC1AnErrorWithStatus200InAPublishedPagesPlaceIsEvidenceAndNoNewText() {
        site.watch(ONE_LIST).after(HOUR);
        site.page("/news/2", "<title>Page not found</title><h1>Page not found</h1><p>Try the search.</p>");
        site.after(Duration.ofDays(4));

        assertThat(site.keys().stream().filter("/news/2"::equals)).hasSize(2);
        assertThat(site.published().stream()
                        .flatMap(page -> page.facts().absence().stream())
                        .map(Absence::kind))
                .containsExactly(Absence.Kind.SOFT_404);
    }

    @Test
    void hazardC2OneWrongPageUnderEveryAddressIsNamed() {
        IntStream.rangeClosed(1, 9)
                .forEach(number ->
                        site.page("/news/" + number, "<title>Our emblem</title><h1>Our emblem</h1>" + HazardSite.TEXT));
        site.page("/news", rows("/news/1", "/news/2", "/news/3", "/news/4", "/news/5"));
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.status().state()).isEqualTo(State.PARTIAL);
        assertThat(site.status().warnings()).isNotEmpty();
    }

    @Test
    void hazardC3OfAStyledRefusalTheStatusCountsAndItsTextIsNeverPublished() {
        site.put("/news/2", new HazardSite.Answer(403, "text/html", HazardSite.release("of a refusal", ""), Map.of()));
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/3");
        assertThat(site.known("/news/2"))
                .hasValueSatisfying(page -> assertThat(page.failures()).isPositive());
    }

    @ParameterizedTest
    @CsvSource({
        "202, ''",
        "200, <title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x.js'></script>",
        "403, <h1>Access denied</h1>",
        "401, <h1>Sign in</h1>",
        "200, <html><script>var _0=1; document.cookie='wzws_sessionid=1'</script></html>",
    })
    void hazardC4AFirewallsAnswerIsAStateAndTheHostIsLeftAlone(int status, String body) {
        site.put("/news", new HazardSite.Answer(status, "text/html", body, Map.of()));
        site.watch(ONE_LIST).after(Duration.ofHours(6));

        assertThat(site.status().state()).isEqualTo(State.BLOCKED);
        assertThat(site.asked.stream().filter("/news"::equals).count()).isBetween(2L, 12L);
    }

    @Test
    void hazardC5AWaitingRoomIsAStateAndPortsComeFromTheSource() {
        site.page(
                "/news",
                "<title>Please wait</title><script src='/js/netfunnel.js'></script><p>You are number 512.</p>");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.status().state()).isEqualTo(State.BLOCKED);
        assertThat(site.status().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("waiting-room", site.base()));
    }

    @Test
    void hazardC7OddValidatorsAreSentBackAsTheyCame() {
        Map<String, String> odd = Map.of(
                "Expires", "Sun, 19 Nov 1978 05:00:00 GMT",
                "Last-Modified", "Sun, 01 Mar 2026 10:00:00 +0000",
                "Etag", "W/\"17-gzip\"");
        site.put("/news/1", new HazardSite.Answer(200, "text/html", HazardSite.release("one", ""), odd));
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.known("/news/1")).hasValueSatisfying(page -> {
            assertThat(page.etag()).contains("W/\"17-gzip\"");
            assertThat(page.lastModified()).contains("Sun, 01 Mar 2026 10:00:00 +0000");
        });
        assertThat(site.keys().stream().filter("/news/1"::equals)).hasSize(1);
    }

    @Test
    void hazardC8ACrawlDelayIsKeptAndWhatIsDisallowedIsNotAskedFor() {
        site.put(
                "/robots.txt",
                new HazardSite.Answer(
                        200, "text/plain", "User-agent: *\nCrawl-delay: 60\nDisallow: /news/2\n", Map.of()));
        Instant begun = site.clock.instant();
        site.watch(ONE_LIST).after(Duration.ofMinutes(10));

        assertThat(site.asked).doesNotContain("/news/2");
        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/3");
        assertThat(site.asked.size())
                .isLessThanOrEqualTo(
                        (int) Duration.between(begun, site.clock.instant()).toMinutes() + 1);
    }

    @Test
    void hazardC9WeSayWhoWeAreEvenWhereOnlyBrowsersAreServed() {
        site.put("/news", new HazardSite.Answer(403, "text/html", "<h1>Use a browser</h1>", Map.of()));
        site.watch(ONE_LIST).after(Duration.ofHours(3));

        assertThat(site.status().state()).isEqualTo(State.BLOCKED);
        assertThat(site.agents).containsOnly("Communique-Test/1 (+mailto:watch@example.org)");
    }

    /** What it says is enrich's to leave out; here it must not be taken for a gatekeeper's page, nor for a missing one. */
    @Test
    void hazardC11AConsentBannerIsNoGatekeeper() {
        String banner =
                "<div class=cookie><h2>Cookies on this site</h2><p>We use cookies.</p><button>Accept</button></div>";
        site.page("/news", banner + rows("/news/1", "/news/2"));
        site.page("/news/1", banner + HazardSite.release("one", ""));
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/2");
        assertThat(site.status().state()).isEqualTo(State.COMPLETE);
    }

    /** That a body may not trickle for ever: see FetcherTest. */
    @Test
    void hazardC12APageThatFailsOnceIsAskedForAgainAndItsNeighboursPass() {
        site.put("/news/2", new HazardSite.Answer(500, "text/html", "", Map.of()));
        site.watch(ONE_LIST).after(Duration.ofMinutes(2));
        assertThat(site.keys()).contains("/news/1").doesNotContain("/news/2");
        site.release("/news/2");
        site.after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/2", "/news/3");
    }

    @Test
    void hazardC13AMetaRefreshIsFollowed() {
        site.page("/news/2", "<meta http-equiv=refresh content='0; url=/archive/2'>");
        site.release("/archive/2");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/archive/2", "/news/3");
    }
}
