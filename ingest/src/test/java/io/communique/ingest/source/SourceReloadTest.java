package io.communique.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.ingest.frontier.MovedClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceReloadTest {
    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-02T12:00:00Z"));

    @TempDir
    Path directory;

    private final List<String> problems = new ArrayList<>();

    @BeforeEach
    void aSource() throws IOException {
        write("ports.yaml", "ports", "https://ports.example/a");
    }

    @Test
    void aFileThatIsNewChangedOrGoneCounts() throws IOException {
        SourceCatalogue catalogue = SourceCatalogue.load(directory);
        SourceReload reload = SourceReload.of(directory, catalogue, problems::add, clock);
        long before = catalogue.version();

        write("ports.yaml", "ports", "https://ports.example/another");
        write("piers.yaml", "piers", "https://piers.example/");
        reload.look();

        assertThat(catalogue.version()).isGreaterThan(before);
        assertThat(catalogue.all()).extracting(Source::id).containsExactlyInAnyOrder("ports", "piers");
        assertThat(catalogue.find("ports").orElseThrow().list(URI.create("https://ports.example/another")))
                .isPresent();
        Files.delete(directory.resolve("ports.yaml"));
        reload.look();
        assertThat(catalogue.find("ports")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void aBrokenFileIsReportedOnceAndTheOldOneStays() throws IOException {
        SourceCatalogue catalogue = SourceCatalogue.load(directory);
        SourceReload reload = SourceReload.of(directory, catalogue, problems::add, clock);

        Files.writeString(directory.resolve("ports.yaml"), "id: ports\nlists: nothing at all\n");
        reload.look();
        reload.look();

        assertThat(catalogue.find("ports")).isPresent();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("ports.yaml", "the source stays as it was"));
    }

    @Test
    void aSecondFileOfOneIdIsReportedAndNotWatched() throws IOException {
        SourceCatalogue catalogue = SourceCatalogue.load(directory);
        SourceReload reload = SourceReload.of(directory, catalogue, problems::add, clock);

        write("twice.yaml", "ports", "https://elsewhere.example/");
        reload.look();

        assertThat(catalogue.find("ports").orElseThrow().lists().get(0).url().getHost())
                .isEqualTo("ports.example");
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("twice.yaml", "id ports"));
    }

    @Test
    void anOperatorsPauseHoldsAcrossReloadsUntilItIsTakenBack() throws IOException {
        SourceCatalogue catalogue = SourceCatalogue.load(directory);
        SourceReload reload = SourceReload.of(directory, catalogue, problems::add, clock);

        catalogue.pause("ports", "they asked us to");
        write("ports.yaml", "ports", "https://ports.example/another");
        reload.look();

        assertThat(catalogue.find("ports").orElseThrow().paused()).isTrue();
        assertThat(catalogue.pauseReason("ports")).contains("they asked us to");
        catalogue.resume("ports");
        assertThat(catalogue.find("ports").orElseThrow().paused()).isFalse();
        assertThat(catalogue.pauseReason("ports")).isEmpty();
    }

    private void write(String name, String id, String list) throws IOException {
        Files.writeString(directory.resolve(name), "id: " + id + "\nlists: [{url: '" + list + "'}]\n");
    }

    @Test
    void januaryBringsAnotherListAndMarchTakesTheOldOne() throws IOException {
        write("ports.yaml", "ports", "https://ports.example/{year}/news");
        clock.to(Instant.parse("2026-12-31T23:59:00Z"));
        SourceCatalogue catalogue = SourceCatalogue.load(directory);
        SourceReload reload = SourceReload.of(directory, catalogue, problems::add, clock);

        clock.to(Instant.parse("2027-01-01T00:00:00Z"));
        reload.look();
        assertThat(urls(catalogue))
                .containsExactly("https://ports.example/2027/news", "https://ports.example/2026/news");
        long version = catalogue.version();
        reload.look();
        assertThat(catalogue.version()).isEqualTo(version);

        clock.to(Instant.parse("2027-03-01T00:00:00Z"));
        reload.look();
        assertThat(urls(catalogue)).containsExactly("https://ports.example/2027/news");
        assertThat(problems).isEmpty();
    }

    private static List<String> urls(SourceCatalogue catalogue) {
        return catalogue.find("ports").orElseThrow().lists().stream()
                .map(list -> list.url().toString())
                .toList();
    }
}
