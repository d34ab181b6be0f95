package io.communique.ingest.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HostLimiterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final URI PAGE = URI.create("https://ports.example/a");

    private final HostLimiter limiter = new HostLimiter(Duration.ofSeconds(5));

    @Test
    void aHostNeverAskedMayBeAskedNow() {
        assertThat(limiter.mayAsk(PAGE)).isBefore(NOW);
    }

    @Test
    void betweenTwoRequestsLiesTheDelayForAllNamesOfTheHost() {
        limiter.answered(PAGE, NOW, Duration.ZERO);

        assertThat(limiter.mayAsk(URI.create("http://www.PORTS.example/b"))).isEqualTo(NOW.plusSeconds(5));
        assertThat(limiter.mayAsk(URI.create("https://tides.example/"))).isBefore(NOW);
    }

    @Test
    void aLongerCrawlDelayWinsUpToACap() {
        limiter.answered(PAGE, NOW, Duration.ofSeconds(10));
        assertThat(limiter.mayAsk(PAGE)).isEqualTo(NOW.plusSeconds(10));

        limiter.answered(PAGE, NOW, Duration.ofDays(9));
        assertThat(limiter.mayAsk(PAGE)).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void troubleDoublesTheWaitUntilTheHostAnswersAgain() {
        limiter.failed(PAGE, NOW, Duration.ZERO);
        assertThat(limiter.mayAsk(PAGE)).isEqualTo(NOW.plusSeconds(30));
        limiter.failed(PAGE, NOW, Duration.ZERO);
        assertThat(limiter.mayAsk(PAGE)).isEqualTo(NOW.plusSeconds(60));

        limiter.answered(PAGE, NOW, Duration.ZERO);
        limiter.failed(PAGE, NOW, Duration.ZERO);
        assertThat(limiter.mayAsk(PAGE)).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void aHostThatAsksForPatienceGetsItButNotForEver() {
        limiter.failed(PAGE, NOW, Duration.ofHours(1));
        assertThat(limiter.mayAsk(PAGE)).isEqualTo(NOW.plus(Duration.ofHours(1)));

        limiter.failed(PAGE, NOW, Duration.ofDays(900));
        assertThat(limiter.mayAsk(PAGE)).isEqualTo(NOW.plus(Duration.ofHours(12)));
    }
}
