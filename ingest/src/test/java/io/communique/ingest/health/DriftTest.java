package io.communique.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.frontier.PageSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DriftTest {
    private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

    private final List<PageSample> samples = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pagesAsTheyAlwaysWereAreNoWarning(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            samples.add(page(30 + random.nextInt(60), 300 + random.nextInt(6_000), random.nextInt(30), 0, 0, i));
            assertThat(Drift.warnings(samples.subList(Math.max(0, i - 29), i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void textThatIsMuchShorterOrLongerOnAllOfTheNewestIsNamed() {
        usual(10);
        newest(50, 40, 5, 0, 0, true);
        assertThat(Drift.warnings(samples)).singleElement().asString().contains("text", "shorter", "40 letters");

        samples.clear();
        usual(10);
        newest(50, 40_000, 5, 0, 0, true);
        assertThat(Drift.warnings(samples)).singleElement().asString().contains("text", "longer");
    }

    @Test
    void titlesThatAreGoneAreNamed() {
        usual(10);
        newest(0, 2_000, 5, 0, 0, true);

        assertThat(Drift.warnings(samples)).singleElement().asString().contains("title", "shorter");
    }

    @Test
    void oneTextForAllPagesIsNamedFromTheFirstFourOn() {
        newest(50, 2_000, 5, 0, 0, false);

        assertThat(Drift.warnings(samples)).singleElement().asString().contains("same text");
    }

    @Test
    void selectorsThatMatchNothingAndDamagedCharactersAreNamed() {
        newest(50, 2_000, 5, 2, 40, true);

        assertThat(Drift.warnings(samples))
                .hasSize(2)
                .anyMatch(line -> line.contains("2 of the source's selectors"))
                .anyMatch(line -> line.contains("40 of a thousand"));
    }

    @Test
    void datesFarBackOrAheadAreNamed() {
        usual(10);
        newest(50, 2_000, 24 * 365, 0, 0, true);
        assertThat(Drift.warnings(samples)).singleElement().asString().contains("365 days back");

        samples.clear();
        usual(10);
        newest(50, 2_000, -24 * 30, 0, 0, true);
        assertThat(Drift.warnings(samples)).singleElement().asString().contains("30 days ahead");
    }

    @Test
    void aSingleOddPageIsNoDrift() {
        usual(10);
        samples.add(page(0, 0, 9_000, 3, 500, 99));

        assertThat(Drift.warnings(samples)).isEmpty();
    }

    private void usual(int pages) {
        for (int i = 0; i < pages; i++) {
            samples.add(page(40 + i, 1_500 + 100 * i, 5 + i, 0, 0, 1_000 + i));
        }
    }

    private void newest(int title, int text, int lag, int missed, int damaged, boolean different) {
        for (int i = 0; i < 4; i++) {
            samples.add(page(title, text, lag, missed, damaged, different ? i : 7));
        }
    }

    private static PageSample page(int title, int text, int lag, int missed, int damaged, int hash) {
        return new PageSample(DAY, title, text, Optional.of(lag), missed, damaged, hash);
    }
}
