package io.communique.app.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.broker.BrokerHandle;
import io.communique.app.demo.DemoSite;
import io.communique.app.demo.DemoSources;
import io.communique.contract.release.Release;
import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.Topics;
import io.communique.enrich.EnrichCounters;
import io.communique.enrich.stream.Enrich;
import io.communique.ingest.Ingest;
import io.communique.ingest.IngestCounters;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceList;
import io.communique.sink.Sink;
import io.communique.sink.SinkCounters;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredRelease;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** All three stages on a real broker, whichever there are. */
@ParameterizedClass
@MethodSource("brokers")
final class LineOnBrokerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String RELEASE =
            "<html><head><title>A pier for the island</title></head><body><h1>A pier for the island</h1><p>The ministry"
                    + " builds a pier for the island this summer, it said on Monday, so that ferries can land in every tide.</p><p>It costs"
                    + " 4 million euros and will be ready in September.</p></body></html>";

    @Parameter
    BrokerUnderTest kind;

    @TempDir
    Path directory;

    private final DemoSite site = DemoSite.start(0);
    private BrokerHandle broker;

    static Stream<BrokerUnderTest> brokers() {
        return BrokerUnderTest.available().stream();
    }

    @BeforeEach
    void startBroker() throws InterruptedException {
        broker = kind.start(directory.resolve("broker"));
        Stages.createTopics(broker.brokers());
    }

    @AfterEach
    void stop() {
        broker.close();
        site.close();
    }

    @Test
    void everyReleaseOfTheSiteIsStoredAndAnEditBecomesAnEdition() {
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                Ingest ingest = Stages.ingest(broker.brokers(), DemoSources.of(site.baseUrl()), "a")) {
            awaitStored(sink, 5);
            site.edit();
            await().atMost(PATIENCE).until(() -> editions(sink, "demo-en:102") == 2);

            Map<String, Release> current = current(sink);
            assertThat(current.get("demo-ko:202").body()).contains("뾰족한 펜스와 햇볕");
            assertThat(current.get("demo-ko:202").provenance().charset()).contains("x-windows-949");
            assertThat(current.get("demo-en:103").attachments())
                    .singleElement()
                    .satisfies(file -> assertThat(file.name()).isEqualTo("Opening of the Training Centre.pdf"));
            assertThat(current.get("demo-en:102").body()).contains("210 million euros");
            await().atMost(PATIENCE).until(() -> enrich.counters().rejectedBy().containsKey("soft-404"));
            assertThat(current).doesNotContainKey("demo-en:104");
        }
    }

    @Test
    void whatIsNoReleaseIsAccountedForAndTheReleaseBehindItIsStored() throws Exception {
        putOddPages();
        ProducerRecord<byte[], byte[]> noPage = new ProducerRecord<>(
                Topics.PAGES.name(), "https://odd.example/".getBytes(UTF_8), "no page, no headers".getBytes(UTF_8));
        Stages.send(broker.brokers(), noPage);

        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                Ingest ingest = Stages.ingest(broker.brokers(), odd(), "a")) {
            awaitStored(sink, 1);
            await().atMost(PATIENCE).until(() -> accounted(ingest, enrich, sink));

            assertThat(sink.store().releases()).extracting(StoredRelease::id).containsExactly("odd:4");
            assertThat(enrich.counters().rejectedBy())
                    .containsEntry("not-html", 1L)
                    .containsEntry("empty", 1L);
            // Counted when set aside, on the topic once enrich's transaction is committed.
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(deadLetterReasons()).containsExactlyInAnyOrder("body-too-large", "not-a-page"));
        }
    }

    @Test
    void stagesThatAreStartedAgainGoOnWhereTheyStopped() {
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                Ingest ingest = Stages.ingest(broker.brokers(), DemoSources.of(site.baseUrl()), "a")) {
            awaitStored(sink, 5);
        }
        site.edit();
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                Ingest ingest = Stages.ingest(broker.brokers(), DemoSources.of(site.baseUrl()), "a")) {
            await().atMost(PATIENCE).until(() -> editions(sink, "demo-en:102") == 2);

            assertThat(sink.store().editionsAfter(0, 100)).hasSize(6);
            assertThat(sink.counters().alreadyStored()).isZero();
        }
    }

    @Test
    void twoProcessesOfEachStageShareTheWorkAndNothingIsStoredTwice() {
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Sink secondSink = Stages.sink(broker.brokers(), directory, "b");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                Enrich secondEnrich = Stages.enrich(broker.brokers(), directory, "b");
                Ingest ingest = Stages.ingest(broker.brokers(), DemoSources.of(site.baseUrl()), "a");
                Ingest second = Stages.ingest(broker.brokers(), DemoSources.of(site.baseUrl()), "b")) {
            awaitStored(sink, 5);
            Map<String, String> work = Map.of(
                    "communique-ingest", Topics.FRONTIER.name(),
                    "communique-enrich", Topics.PAGES.name(),
                    "communique-sink", Topics.RELEASES.name());
            work.forEach((group, topic) -> await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Stages.partitionsByMember(broker.brokers(), group, topic))
                            .as("partitions of %s of each member of %s", topic, group)
                            .containsExactlyInAnyOrder(1L, 2L)));
            // What is stored now was handed over on the way.
            site.edit();
            await().atMost(PATIENCE).until(() -> editions(sink, "demo-en:102") == 2);

            assertThat(sink.store().editionsAfter(0, 100)).hasSize(6);
            // Rows are seen once committed, counted just after.
            await().atMost(PATIENCE)
                    .until(() ->
                            sink.counters().stored() + secondSink.counters().stored() == 6);
            assertThat(ingest.failure()).isEmpty();
            assertThat(second.failure()).isEmpty();
            assertThat(enrich.failure()).isEmpty();
            assertThat(secondEnrich.failure()).isEmpty();
        }
    }

    @Test
    void theTextOfAnAttachedFileCompletesItsRelease() {
        String page =
                "<html><head><title>A pier for the island</title></head><body><main><h1>A pier for the island</h1><p>See the"
                        + " attachment.</p><a href='/odd/file.do?id=9'>The pier.rtf</a></main></body></html>";
        site.put("/odd/1", "text/html", page.getBytes(UTF_8));
        site.put("/odd/file.do", "application/octet-stream", "{\\rtf1 The pier is ready.}".getBytes(UTF_8));
        site.put(
                "/odd",
                "text/html",
                "<html><body><ul><li><a href='/odd/1'>A pier for the island, says the ministry</a> 2026-03-01</li></ul></body></html>"
                        .getBytes(UTF_8));
        SourceCatalogue source = SourceCatalogue.of(List.of(new Source(
                "odd",
                Optional.empty(),
                List.of(new SourceList(
                        URI.create(site.baseUrl() + "/odd"),
                        Optional.of(
                                new SourceList.Selectors("li", Optional.empty(), Optional.empty(), Optional.empty())))),
                Duration.ofMinutes(10),
                Source.Revisits.DEFAULT,
                Optional.empty(),
                List.of(),
                List.of(),
                false)));
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                Ingest ingest = Stages.ingest(broker.brokers(), source, "a")) {
            await().atMost(PATIENCE)
                    .until(() -> sink.store().editionsAfter(0, 10).stream()
                            .flatMap(stored -> stored.release().attachments().stream())
                            .anyMatch(file -> file.text().equals(Optional.of("The pier is ready."))));

            assertThat(sink.store().editionsAfter(0, 10)).hasSize(1);
            assertThat(Stages.readAll(broker.brokers(), Topics.CHANGES.name())).hasSize(1);
            assertThat(enrich.counters().completed()).isEqualTo(1);
            assertThat(ingest.failure()).isEmpty();
        }
    }

    @Test
    void aPartitionWhoseWorkerWasFencedOutIsTakenUpAgain() {
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                Ingest ingest = Stages.ingest(broker.brokers(), DemoSources.of(site.baseUrl()), "a")) {
            awaitStored(sink, 5);
            Stages.fenceIngest(broker.brokers());
            site.edit();

            await().atMost(PATIENCE).until(() -> editions(sink, "demo-en:102") == 2);
            assertThat(ingest.failure()).isEmpty();
        }
    }

    @Test
    void aReleaseInANestedFrameIsStoredWithItsText() {
        String around = "<html><head><title>Ministry of Ports</title></head><body><nav><a href='/'>Home</a></nav>"
                + "<iframe src='/odd/text/4' width='100%'></iframe></body></html>";
        putOddPages();
        site.put("/odd/text/4", "text/html", RELEASE.getBytes(UTF_8));
        site.put("/odd/4", "text/html", around.getBytes(UTF_8));
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a");
                Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                Ingest ingest = Stages.ingest(broker.brokers(), odd(), "a")) {
            awaitStored(sink, 1);

            Release release = current(sink).get("odd:4");
            assertThat(release.body()).contains("4 million euros");
            assertThat(release.title()).contains("A pier for the island");
            assertThat(release.url()).hasToString(site.baseUrl() + "/odd/4");
            assertThat(ingest.failure()).isEmpty();
            assertThat(enrich.failure()).isEmpty();
        }
    }

    private void putOddPages() {
        byte[] noise = new byte[60_000];
        new Random(11).nextBytes(noise);
        byte[] large = new byte[30 << 20];
        Arrays.fill(large, (byte) 'x');
        site.put("/odd/1", "text/html", noise);
        site.put("/odd/2", "text/html", new byte[0]);
        site.put("/odd/3", "text/html", large);
        site.put("/odd/4", "text/html", RELEASE.getBytes(UTF_8));
        String list = Stream.of("1", "2", "3", "4")
                .map(id -> "<li><a href='/odd/" + id + "'>Announcement number " + id + " of the ministry</a> 2026-03-0"
                        + id + "</li>")
                .collect(Collectors.joining("", "<html><body><ul>", "</ul></body></html>"));
        site.put("/odd", "text/html", list.getBytes(UTF_8));
    }

    private SourceCatalogue odd() {
        return SourceCatalogue.of(List.of(new Source(
                "odd",
                Optional.empty(),
                List.of(new SourceList(URI.create(site.baseUrl() + "/odd"), Optional.empty())),
                Duration.ofMinutes(10),
                Source.Revisits.DEFAULT,
                Optional.of(Pattern.compile("/odd/(\\d+)")),
                List.of(),
                List.of(),
                false)));
    }

    private List<String> deadLetterReasons() {
        return Stages.readAll(broker.brokers(), Topics.DEAD_LETTERS.name()).stream()
                .map(LineOnBrokerTest::reason)
                .toList();
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader(DeadLetters.REASON).value(), UTF_8);
    }

    private static void awaitStored(Sink sink, int releases) {
        await().atMost(PATIENCE).until(() -> sink.store().releases().size() >= releases);
    }

    private static int editions(Sink sink, String id) {
        return sink.store().releases().stream()
                .filter(release -> release.id().equals(id))
                .mapToInt(StoredRelease::editions)
                .sum();
    }

    private static Map<String, Release> current(Sink sink) {
        return sink.store().editionsAfter(0, 100).stream()
                .map(StoredEdition::release)
                .collect(Collectors.toMap(Release::id, release -> release, (older, newer) -> newer));
    }

    /** The equations of all three stages, and of the flow between them. */
    private static boolean accounted(Ingest ingest, Enrich enrich, Sink sink) {
        IngestCounters in = ingest.counters();
        EnrichCounters mid = enrich.counters();
        SinkCounters out = sink.counters();
        boolean visits = in.visits()
                == in.listings()
                        + in.published()
                        + in.unchanged()
                        + in.moved()
                        + in.missing()
                        + in.tooLarge()
                        + in.refused()
                        + in.failed();
        boolean pages = mid.read()
                == mid.published()
                        + mid.revised()
                        + mid.completed()
                        + mid.withdrawn()
                        + mid.restored()
                        + mid.kept()
                        + mid.unchanged()
                        + mid.outdated()
                        + mid.rejected()
                        + mid.deadLettered();
        boolean rows = out.read() == out.stored() + out.alreadyStored() + out.deadLettered() + out.tombstones();
        // Three pages from ingest and one record from elsewhere.
        return visits
                && pages
                && rows
                && in.published() == 3
                && in.tooLarge() == 1
                && mid.read() == 4
                && mid.published() + mid.revised() + mid.completed() + mid.withdrawn() + mid.restored() == out.stored();
    }
}
