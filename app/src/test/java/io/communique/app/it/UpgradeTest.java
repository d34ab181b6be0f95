package io.communique.app.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.broker.BrokerHandle;
import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.replay.Replay;
import io.communique.app.replay.ReplayCounts;
import io.communique.app.replay.Selection;
import io.communique.contract.page.Bytes;
import io.communique.contract.release.Release;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topics;
import io.communique.enrich.Enricher;
import io.communique.enrich.stream.Enrich;
import io.communique.sink.Sink;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.StoredRelease;
import io.communique.sink.store.sqlite.FirstVersion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first version wrote, on the topics, in enrich's memory and in the store, is read, replayed and stored by this one. */
final class UpgradeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PARTITIONS = 3;
    private static final URI PAGE = URI.create("https://ferries.example/news/7");
    private static final int PARTITION = Partitions.of(PAGE, PARTITIONS);
    private static final String EDITIONS = "communique-enrich-editions-changelog";

    private static final String HTML =
            "<html><head><title>A ferry for the outer isles</title></head><body><nav><a href='/'>Home</a></nav>"
                    + "<main><h1>A ferry for the outer isles</h1><p>The ministry buys a ferry for the outer isles, it said on Monday, and pays 31"
                    + " million euros for it. It sails from the spring of 2027 and takes 400 passengers.</p><p>Tickets bought for cancelled sailings"
                    + " stay valid until the end of the summer, and freight is carried at the old price.</p></main></body></html>";

    /** With none of the members that came later; its rules had kept a word of the menu. */
    private static final String RELEASE =
            """
            {"schema":"release/1","id":"ferries:7","edition":1,"state":"published","source":"ferries","publisher":null,
            "url":"https://ferries.example/news/7","language":"en","title":"A ferry for the outer isles","subtitle":null,
            "published":{"at":null,"precision":null,"from":"none"},"fetchedAt":"2026-03-02T09:00:00Z","firstSeenAt":"2026-03-02T09:00:00Z",
            "body":"Home","blocks":[{"kind":"paragraph","marker":null,"level":1,"start":0,"end":4}],"entities":[],"dates":[],"figures":[],
            "attachments":[],"links":[],
            "provenance":{"pageSha256":"%s","enricher":"0.1.0","charset":"UTF-8","quality":{"textDensity":0.5,"warnings":[]}}}
            """.formatted(Bytes.copyOf(HTML.getBytes(UTF_8)).sha256()).replace("\n", "");

    @TempDir
    Path directory;

    private BrokerHandle broker;

    @BeforeEach
    void writeAsTheFirstVersionDid() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        Stages.createTopics(broker.brokers());
        Stages.send(
                broker.brokers(),
                new ProducerRecord<>(
                        Topics.PAGES.name(),
                        PARTITION,
                        PAGE.toString().getBytes(UTF_8),
                        HTML.getBytes(UTF_8),
                        headers()));
        Stages.send(broker.brokers(), release(Topics.RELEASES.name()));
        try (Admin admin = Admin.create(broker.brokers().settings())) {
            admin.createTopics(List.of(
                            new NewTopic(EDITIONS, PARTITIONS, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(
                            "communique-enrich",
                            Map.of(new TopicPartition(Topics.PAGES.name(), PARTITION), new OffsetAndMetadata(1)))
                    .all()
                    .get();
        }
        Stages.send(broker.brokers(), release(EDITIONS));
        FirstVersion.write(directory.resolve("releases.db"), List.of(release()), Topics.RELEASES.name(), PARTITION, 1);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void everyRecordGoesOnAndAReplayReadsItByThePresentRules() throws Exception {
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a")) {
            assertThat(sink.store().current("ferries:7")).contains(release());
            assertThat(sink.store().search(ReleaseQuery.all().withText("home"), Long.MAX_VALUE, 9))
                    .extracting(StoredRelease::id)
                    .containsExactly("ferries:7");

            assertThat(replay()).isEqualTo(1);
            assertThat(enrich.counters().reread()).isEqualTo(1);
            await().atMost(PATIENCE).until(() -> sink.counters().stored() == 1);

            assertThat(sink.store().editions("ferries:7")).singleElement().satisfies(release -> {
                assertThat(release.body()).contains("31 million euros").doesNotContain("Home");
                assertThat(release.provenance().enricher()).isEqualTo(Enricher.VERSION);
                assertThat(release.provenance().readings()).isEqualTo(1);
                assertThat(release.firstSeenAt()).isEqualTo(release().firstSeenAt());
            });
            assertThat(sink.store().search(ReleaseQuery.all().withText("home"), Long.MAX_VALUE, 9))
                    .isEmpty();
        }
        assertThat(Stages.readAll(broker.brokers(), Topics.CHANGES.name()))
                .as("nobody changed anything")
                .isEmpty();
    }

    private long replay() throws Exception {
        List<ReplayCounts> told = new ArrayList<>();
        try (Replay replay =
                new Replay(broker.brokers(), new Selection(Optional.empty(), Optional.empty(), Optional.empty()), 8)) {
            replay.prepare(false);
            replay.run(() -> false, told::add);
        }
        return told.get(told.size() - 1).replayed();
    }

    private static Release release() {
        return Topics.RELEASES.valueSerde().deserializer().deserialize("t", RELEASE.getBytes(UTF_8));
    }

    private static ProducerRecord<byte[], byte[]> release(String topic) {
        return new ProducerRecord<>(topic, PARTITION, "ferries:7".getBytes(UTF_8), RELEASE.getBytes(UTF_8));
    }

    private static RecordHeaders headers() {
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "source", "ferries",
                        "site-id", "7",
                        "requested-url", PAGE.toString(),
                        "final-url", PAGE.toString(),
                        "status", "200",
                        "content-type", "text/html; charset=utf-8",
                        "fetched-at", "2026-03-02T09:00:00Z",
                        "sha-256", Bytes.copyOf(HTML.getBytes(UTF_8)).sha256(),
                        "origin", "live")
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return headers;
    }
}
