package io.communique.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.broker.BrokerHandle;
import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.demo.DemoSite;
import io.communique.app.status.StageProgress;
import io.communique.app.status.StageStatus;
import io.communique.app.topic.TopicReader;
import io.communique.contract.page.Origin;
import io.communique.contract.page.RawPage;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.topic.Topics;
import io.communique.ingest.Ingest;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.warc.WarcImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What operators do while the watcher runs, on a real broker. */
final class OperatingCommandsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration QUIET = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    private final DemoSite site = DemoSite.start(0);
    private BrokerHandle broker;
    private Path sources;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        try (Admin admin = Admin.create(broker.brokers().settings())) {
            Topics.createMissing(admin, 2, (short) 1);
        }
        sources = Files.createDirectory(directory.resolve("sources"));
        Files.writeString(sources.resolve("demo-en.yaml"), """
                id: demo-en
                lists: [{url: '%s/en/news'}]
                every: 1s
                revisit: {at: [], then: 1s}
                siteId: '[?&]id=(\\d+)'
                attachments: {fetch: false}
                """.formatted(site.baseUrl()));
    }

    @AfterEach
    void stop() {
        broker.close();
        site.close();
    }

    @Test
    void aPauseHoldsAtOnceAndAResumeGoesOnWhereItStopped() {
        SourceCatalogue catalogue = SourceCatalogue.load(sources);
        try (Ingest ingest = Ingest.start(config(), catalogue)) {
            await().atMost(PATIENCE).until(() -> ingest.counters().published() >= 4);

            assertThat(run(new SourcesCommand(), "pause", "demo-en", "--reason", "they asked us to"))
                    .isZero();
            await().atMost(PATIENCE).until(() -> state().equals(Optional.of(SourceStatus.State.PAUSED)));
            assertThat(status().orElseThrow().reason()).contains("they asked us to");
            long visits = ingest.counters().visits();
            await().during(QUIET).atMost(PATIENCE).until(() -> ingest.counters().visits() == visits);

            assertThat(run(new SourcesCommand(), "resume", "demo-en")).isZero();
            await().atMost(PATIENCE).until(() -> ingest.counters().visits() >= visits + 4);
            await().atMost(PATIENCE).until(() -> state().equals(Optional.of(SourceStatus.State.COMPLETE)));
            assertThat(run(new SourcesCommand(), "pause", "nobody", "--reason", "x"))
                    .isEqualTo(2);
        }
    }

    @Test
    void whatWasFetchedIsExportedAndAnArchiveFillsGapsAgain() throws IOException {
        try (Ingest ingest = Ingest.start(config(), SourceCatalogue.load(sources))) {
            await().atMost(PATIENCE).until(() -> ingest.counters().published() >= 4);
        }
        Path archive = directory.resolve("all.warc.gz");

        assertThat(run(new ExportCommand(), "--warc", archive.toString())).isZero();
        List<RawPage> exported = pages(archive);
        assertThat(exported)
                .extracting(page -> page.facts().siteId().orElseThrow())
                .contains("101", "102", "103");
        assertThat(run(new ExportCommand(), "--warc", archive.toString())).isEqualTo(1);

        assertThat(run(new BackfillCommand(), "--warc", archive.toString(), "--sources", sources.toString()))
                .isZero();
        Path again = directory.resolve("again.warc");
        assertThat(run(new ExportCommand(), "--warc", again.toString())).isZero();
        assertThat(pages(again)).hasSize(exported.size() * 2);
        assertThat(pages(again))
                .allSatisfy(page -> assertThat(page.facts().origin()).isEqualTo(Origin.BACKFILL));

        // A stage that is given an archive publishes it and ends.
        assertThat(run(new IngestCommand(), "--warc", archive.toString(), "--sources", sources.toString()))
                .isZero();
        Path third = directory.resolve("third.warc");
        assertThat(run(new ExportCommand(), "--warc", third.toString())).isZero();
        assertThat(pages(third)).hasSize(exported.size() * 3);
    }

    @Test
    void theStatusSaysWhoRunsAndWhatWaits() throws Exception {
        assertThat(run(new StatusCommand(), "--watch-seconds", "1"))
                .as("before anything ran")
                .isZero();
        try (Ingest ingest = Ingest.start(config(), SourceCatalogue.load(sources))) {
            await().atMost(PATIENCE).until(() -> ingest.counters().published() >= 4);

            List<StageStatus> stages = stages();
            assertThat(stages).extracting(StageStatus::stage).containsExactly("ingest", "enrich", "sink");
            assertThat(stages.get(0).members()).isEqualTo(1);
            StageStatus enrich = stages.get(1);
            assertThat(enrich.members()).isZero();
            StageStatus.Backlog waiting = enrich.backlog().orElseThrow();
            assertThat(waiting.waiting()).isGreaterThanOrEqualTo(4);
            assertThat(waiting.oldest().orElseThrow()).isBetween(Instant.now().minus(PATIENCE), Instant.now());
            assertThat(waiting.outPerSecond()).isZero();
            assertThat(stages.get(2).backlog().orElseThrow())
                    .isEqualTo(new StageStatus.Backlog(0, 0, 0, Optional.empty()));
            assertThat(run(new StatusCommand(), "--watch-seconds", "1")).isZero();
            assertThat(run(new StatusCommand(), "--watch-seconds", "1", "--json"))
                    .isZero();
        }
    }

    private List<StageStatus> stages() throws Exception {
        try (Admin admin = Admin.create(broker.brokers().settings());
                TopicReader reader = new TopicReader(broker.brokers())) {
            return new StageProgress(admin, reader).stages(Duration.ofMillis(200));
        }
    }

    private List<RawPage> pages(Path archive) throws IOException {
        List<RawPage> pages = new ArrayList<>();
        new WarcImport(SourceCatalogue.load(sources), IngestConfig.BODY_BYTES_MAX_DEFAULT).read(archive, pages::add);
        return pages;
    }

    private Optional<SourceStatus> status() {
        return Optional.ofNullable(
                CompactedTopic.read(broker.brokers(), Topics.SOURCE_STATUS).get("demo-en"));
    }

    private Optional<SourceStatus.State> state() {
        return status().map(SourceStatus::state);
    }

    private int run(Object command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--bootstrap-servers");
        all.add(broker.bootstrapServers());
        if (command instanceof SourcesCommand) {
            all.add("--sources");
            all.add(sources.toString());
        }
        return new CommandLine(command)
                .setExecutionExceptionHandler((error, line, parsed) -> 1)
                .execute(all.toArray(String[]::new));
    }

    private IngestConfig config() {
        return new IngestConfig(
                broker.brokers(),
                "Test/1",
                Duration.ofMillis(20),
                Duration.ofSeconds(30),
                IngestConfig.BODY_BYTES_MAX_DEFAULT,
                List.of("127.0.0.1"),
                Optional.of("operating"));
    }
}
