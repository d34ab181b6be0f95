package io.communique.app.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.broker.BrokerHandle;
import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.demo.DemoSite;
import io.communique.app.demo.DemoSources;
import io.communique.app.replay.Replay;
import io.communique.app.replay.ReplayCounts;
import io.communique.app.replay.Selection;
import io.communique.app.topic.TopicReader;
import io.communique.contract.topic.Topics;
import io.communique.enrich.stream.Enrich;
import io.communique.ingest.Ingest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays on a real broker, beside the stages. */
final class ReplayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    Path directory;

    private final DemoSite site = DemoSite.start(0);
    private final List<ReplayCounts> told = new ArrayList<>();
    private BrokerHandle broker;

    @BeforeEach
    void publishPages() throws InterruptedException {
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        Stages.createTopics(broker.brokers());
        try (Enrich enrich = Stages.enrich(broker.brokers(), directory, "a")) {
            try (Ingest ingest = Stages.ingest(broker.brokers(), DemoSources.of(site.baseUrl()), "a")) {
                await().atMost(PATIENCE).until(() -> enrich.counters().published() >= 5);
            }
            // What was still published at the end is read before any replay, or it would be counted with one.
            int pages = count(Topics.PAGES.name());
            await().atMost(PATIENCE).until(() -> enrich.counters().read() >= pages);
        }
    }

    @AfterEach
    void stop() {
        broker.close();
        site.close();
    }

    @Test
    void allPagesAreReadAgainAndWhereNothingDiffersNothingIsSaid() throws Exception {
        int pages = count(Topics.PAGES.name());
        int releases = count(Topics.RELEASES.name());
        int changes = count(Topics.CHANGES.name());

        try (Enrich enrich = Stages.enrich(broker.brokers(), directory, "a")) {
            assertThat(replay(ALL, 4, () -> false)).isTrue();

            assertThat(last().replayed()).isEqualTo(pages);
            assertThat(enrich.counters().read()).isEqualTo(pages);
            assertThat(enrich.counters().published() + enrich.counters().revised())
                    .isZero();
        }
        assertThat(told).allSatisfy(counts -> assertThat(counts.waiting()).isLessThanOrEqualTo(4));
        assertThat(count(Topics.RELEASES.name())).isEqualTo(releases);
        assertThat(count(Topics.CHANGES.name())).isEqualTo(changes);
        assertThat(count(Topics.REPLAYS.name())).as("what was read is deleted").isZero();
        assertThat(groups()).noneMatch(group -> group.startsWith("communique-replay"));
    }

    @Test
    void aReplayThatIsStoppedGoesOnBehindWhatItHasCopiedAndWaitsForEnrich() throws Exception {
        int pages = count(Topics.PAGES.name());
        AtomicInteger turns = new AtomicInteger();

        assertThat(replay(ALL, 2, () -> turns.incrementAndGet() > 30)).isFalse();
        long first = last().replayed();
        assertThat(first).as("nobody reads, so no more than may wait is copied").isEqualTo(2);
        assertThat(last().left()).isEqualTo(pages - 2);

        try (Enrich enrich = Stages.enrich(broker.brokers(), directory, "a")) {
            assertThat(replay(ALL, 2, () -> false)).isTrue();
            assertThat(first + last().replayed()).isEqualTo(pages);
            await().atMost(PATIENCE).until(() -> enrich.counters().read() == pages);
        }
    }

    @Test
    void onlyWhatIsChosenIsReplayedAndAllIsAccountedFor() throws Exception {
        int pages = count(Topics.PAGES.name());
        Selection korean = new Selection(
                Optional.of("demo-ko"), Optional.of(Instant.now().minus(PATIENCE)), Optional.of(Instant.now()));

        long chosen = Stages.readAll(broker.brokers(), Topics.PAGES.name()).stream()
                .filter(page -> new String(page.headers().lastHeader("source").value(), UTF_8).equals("demo-ko"))
                .count();
        assertThat(chosen).isBetween(2L, pages - 1L);

        try (Enrich enrich = Stages.enrich(broker.brokers(), directory, "a")) {
            assertThat(replay(korean, 32, () -> false)).isTrue();
            assertThat(enrich.counters().read()).isEqualTo(chosen);
        }
        assertThat(last().replayed()).isEqualTo(chosen);
        assertThat(last().read()).isEqualTo(pages);
        assertThat(last().replayed() + last().notChosen() + last().unusable()).isEqualTo(last().read());
    }

    private boolean replay(Selection selection, int ahead, BooleanSupplier stopped) throws Exception {
        try (Replay replay = new Replay(broker.brokers(), selection, ahead)) {
            replay.prepare(false);
            return replay.run(stopped, told::add);
        }
    }

    private ReplayCounts last() {
        return told.get(told.size() - 1);
    }

    private int count(String topic) {
        AtomicInteger records = new AtomicInteger();
        try (TopicReader reader = new TopicReader(broker.brokers())) {
            reader.all(topic, record -> records.incrementAndGet());
        }
        return records.get();
    }

    private List<String> groups() throws Exception {
        try (Admin admin = Admin.create(broker.brokers().settings())) {
            return admin.listGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .toList();
        }
    }
}
