package io.communique.app.it;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.Communique;
import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.demo.DemoSite;
import io.communique.contract.release.Release;
import io.communique.contract.topic.Topics;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredRelease;
import io.communique.sink.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-process line, killed without warning at twenty random moments while the ministry keeps editing. */
final class KillNineTest {
    private static final long SEED = 20_26;
    private static final int ROUNDS = 20;
    private static final int RELEASES = 5;
    private static final String EDITED = "demo-en:102";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Lives last up to this many times what the machine needs from start to first stored release, whatever its load. */
    private static final double LIFE_MAX = 2.2;
    /** Lives grow by this when one ends without anything new stored: the machine has become slower. */
    private static final double LIFE_GROWTH = 1.15;

    @TempDir
    Path directory;

    @Test
    void eachReleaseIsStoredOnceEditionByEditionAndNoneIsMissing() throws Exception {
        Random random = new Random(SEED);
        int edits = 0;
        try (DemoSite site = DemoSite.start(0)) {
            writeSources(site.baseUrl());
            double lifeMillis = LIFE_MAX * millisToFirstRelease();
            for (int round = 1; round <= ROUNDS; round++) {
                Process line = start("data");
                boolean ended = line.waitFor((long) (lifeMillis * random.nextDouble()), MILLISECONDS);
                assertThat(ended)
                        .as("the line ran until it was killed, round %d: %s", round, log())
                        .isFalse();
                line.destroyForcibly().waitFor();
                // Only once the text before it is stored: what a ministry replaces unseen, nobody can keep.
                if (editions(EDITED) == edits + 1) {
                    edits++;
                    site.edit(edits);
                } else {
                    lifeMillis *= LIFE_GROWTH;
                }
            }
            Process line = start("data");
            awaitEditions(edits + 1);
            line.destroy();
            assertThat(line.waitFor(PATIENCE.toSeconds(), SECONDS))
                    .as("the line stops when asked to")
                    .isTrue();
        }

        System.out.println("[kill -9] " + ROUNDS + " kills, seed " + SEED + ", " + edits + " edits between them");
        assertThat(edits).as("rounds in which something was stored").isPositive();
        assertStoredOnce(edits + 1);
        assertOnTopicOnce(edits + 1);
    }

    /** How long a line of its own takes on this machine, now. */
    private long millisToFirstRelease() throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process line = start("calibration");
        while (releases(database("calibration")).isEmpty()) {
            assertThat(line.waitFor(100, MILLISECONDS))
                    .as("the line runs: %s", log())
                    .isFalse();
            assertThat(System.nanoTime() - started)
                    .as("a first release: %s", log())
                    .isLessThan(PATIENCE.toNanos());
        }
        line.destroyForcibly().waitFor();
        return NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private void assertStoredOnce(int editionsOfEdited) {
        try (ReleaseStore store = Stores.open(StoreAddress.file(database("data")))) {
            List<Release> stored = store.editionsAfter(0, 1_000).stream()
                    .map(StoredEdition::release)
                    .toList();
            assertEditions(stored, editionsOfEdited);
        }
    }

    private void assertOnTopicOnce(int editionsOfEdited) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("data"), 0)) {
            List<Release> published = Stages.readAll(broker.brokers(), Topics.RELEASES.name()).stream()
                    .map(KillNineTest::release)
                    .toList();
            assertEditions(published, editionsOfEdited);
        }
    }

    private static Release release(ConsumerRecord<byte[], byte[]> message) {
        return Topics.RELEASES.valueSerde().deserializer().deserialize(message.topic(), message.value());
    }

    /** One edition of each release, and each edition of the edited one exactly once, in order, with the text of that edit. */
    private static void assertEditions(List<Release> releases, int editionsOfEdited) {
        Map<String, List<Release>> byId = releases.stream().collect(Collectors.groupingBy(Release::id));
        assertThat(byId).hasSize(RELEASES);
        Map<String, Integer> counts = new HashMap<>();
        byId.forEach((id, editions) -> counts.put(id, editions.size()));
        assertThat(counts).containsEntry(EDITED, editionsOfEdited);
        counts.remove(EDITED);
        assertThat(counts.values()).containsOnly(1);
        List<Release> edited = byId.get(EDITED);
        for (int i = 0; i < edited.size(); i++) {
            assertThat(edited.get(i).edition()).isEqualTo(i + 1);
            assertThat(edited.get(i).body()).contains((240 - i) + " million euros");
        }
    }

    private void awaitEditions(int wanted) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(editions(EDITED)).as(this::log).isEqualTo(wanted);
            assertThat(releases(database("data"))).as(this::log).hasSize(RELEASES);
        });
    }

    private int editions(String id) {
        return releases(database("data")).stream()
                .filter(release -> release.id().equals(id))
                .mapToInt(StoredRelease::editions)
                .sum();
    }

    private static List<StoredRelease> releases(Path database) {
        if (!Files.exists(database)) {
            return List.of();
        }
        try (ReleaseStore store = Stores.open(StoreAddress.file(database))) {
            return store.releases();
        }
    }

    private Process start(String data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // What is killed cannot remove the native libraries that it unpacked there.
                        "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Communique.class.getName(),
                        "run",
                        "--desk-port",
                        "0",
                        "--sources",
                        directory.resolve("sources").toString(),
                        "--data",
                        directory.resolve(data).toString(),
                        "--broker-port",
                        "0",
                        "--host-delay",
                        "20",
                        "--allow-private-hosts",
                        "127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("line.log").toFile()))
                .start();
    }

    private void writeSources(String baseUrl) throws IOException {
        Files.createDirectories(directory.resolve("sources"));
        write("demo-en", baseUrl + "/en/news", "[?&]id=(\\d+)");
        write("demo-ko", baseUrl + "/ko/feed.xml", "[?&]no=(\\d+)");
    }

    private void write(String id, String list, String siteId) throws IOException {
        Files.writeString(directory.resolve("sources").resolve(id + ".yaml"), """
                id: %s
                lists:
                  - url: %s
                every: 1s
                revisit:
                  then: 1s
                siteId: '%s'
                dropParameters: [page, search]
                """.formatted(id, list, siteId));
    }

    private Path database(String data) {
        return directory.resolve(data).resolve("releases.db");
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("line.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }
}
