package io.communique.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.topic.TopicReader;
import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topics;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.Stores;
import io.communique.sink.store.postgres.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two enrich and two sink processes, a broker and a store, any of which dies, hangs, leaves or finds its disk full at random moments, while
 * pages come new, edited, twice, late and in the wrong order. In the end each expected edition is on the topic and in the store exactly
 * once, and each change was told once.
 *
 * <p>{@code -Dchaos.rounds=100 -Dchaos.pages=20000 -Dchaos.seed=1} for the long run; half of the rounds on each store.
 */
final class ChaosTest {
    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 20);
    private static final int PAGES = Integer.getInteger("chaos.pages", 20_000);
    private static final long SEED = Long.getLong("chaos.seed", 2_026);
    private static final int PARTITIONS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Longer than any of the line's waits: sessions, transactions that hang, stores that are tried again. */
    private static final Duration QUIET = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final Map<String, Child> stages = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    /** Kinds of faults still to come before any comes again. */
    private final List<Integer> deck = new ArrayList<>();

    private Brokers brokers = Brokers.at("none:1");
    private Child broker;

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Child child : stages.values()) {
            child.kill();
        }
        broker.kill();
    }

    @Test
    @Timeout(value = 80, unit = TimeUnit.MINUTES)
    void eachEditionIsStoredInPostgresOnceWhateverDies() throws Exception {
        try (PostgresServer postgres = PostgresServer.start(directory.resolve("postgres"))) {
            survive(postgres.database("chaos"), () -> {
                postgres.kill();
                pause(2_000);
                postgres.startAgain();
            });
        }
    }

    @Test
    @Timeout(value = 80, unit = TimeUnit.MINUTES)
    void eachEditionIsStoredInSqliteOnceWhateverDies() throws Exception {
        Path file = directory.resolve("releases.db");
        survive(StoreAddress.file(file), () -> {
            Child sink = any("sink");
            sink.limitFiles(Long.toString(Files.exists(file) ? Files.size(file) : 0));
            pause(3_000);
            sink.limitFiles("unlimited");
        });
    }

    private void survive(StoreAddress store, Fault storeFails) throws Exception {
        start(store);
        Ministries ministries = new Ministries(random, PAGES / 10, PARTITIONS);
        int rounds = ROUNDS / 2;
        int sent = 0;
        for (int round = 1; round <= rounds; round++) {
            List<ProducerRecord<byte[], byte[]>> pages = ministries.next((PAGES / 2 - sent) / (rounds - round + 1));
            send(pages);
            sent += pages.size();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
            fail(storeFails);
            reviveWhoGaveUp();
        }
        Map<String, List<String>> expected = ministries.expected();
        int editions = expected.values().stream().mapToInt(List::size).sum();
        awaitStored(store, editions);
        assertOnTopicsOnce(expected);
        assertStoredOnce(store, expected);
        System.out.printf(
                "[chaos] %d rounds, seed %d, %s: %d pages, %d editions of %d releases, each once; faults %s%n",
                rounds, SEED, store.isPostgres() ? "PostgreSQL" : "SQLite", sent, editions, expected.size(), faults);
    }

    private void start(StoreAddress store) throws Exception {
        int port = freePort();
        brokers = Brokers.at("127.0.0.1:" + port);
        broker = Child.broker(directory, port);
        createTopics();
        Map<String, String> database = new HashMap<>(Map.of("COMMUNIQUE_DATABASE", store.location()));
        store.user().ifPresent(user -> database.put("COMMUNIQUE_DATABASE_USER", user));
        store.password().ifPresent(password -> database.put("COMMUNIQUE_DATABASE_PASSWORD", password));
        for (String number : List.of("1", "2")) {
            String state = directory.resolve("state-" + number).toString();
            add(Child.stage(
                    "enrich-" + number,
                    directory,
                    Map.of(),
                    "enrich",
                    "--bootstrap-servers",
                    brokers.servers(),
                    "--threads",
                    "1",
                    "--state-dir",
                    state));
            add(Child.stage("sink-" + number, directory, database, "sink", "--bootstrap-servers", brokers.servers()));
        }
    }

    private void add(Child child) {
        stages.put(child.name(), child);
    }

    private void fail(Fault storeFails) throws Exception {
        if (deck.isEmpty()) {
            deck.addAll(List.of(0, 1, 2, 3, 4, 5, 6, 7));
            Collections.shuffle(deck, random);
        }
        switch (deck.remove(deck.size() - 1)) {
            case 0, 1 -> fault("kill enrich", () -> killAndRevive(any("enrich")));
            case 2, 3 -> fault("kill sink", () -> killAndRevive(any("sink")));
            case 4 -> fault("kill broker", () -> killAndRevive(broker));
            case 5 -> fault("the store fails", storeFails);
            case 6 ->
                fault("hang", () -> {
                    Child child = any(random.nextBoolean() ? "enrich" : "sink");
                    child.pause();
                    // Longer than a session at times: then the others take over, and it comes back as a stranger.
                    pause(13_000);
                    child.goOn();
                });
            default ->
                fault("leave and join", () -> {
                    Child child = any(random.nextBoolean() ? "enrich" : "sink");
                    child.stop();
                    pause(2_000);
                    child.startAgain();
                });
        }
    }

    private void fault(String name, Fault fault) throws Exception {
        faults.merge(name, 1, Integer::sum);
        fault.happen();
    }

    private void killAndRevive(Child child) throws InterruptedException {
        child.kill();
        pause(2_000);
        child.startAgain();
    }

    /** As whatever runs the stages in production does. */
    private void reviveWhoGaveUp() throws IOException {
        List<Child> all = new ArrayList<>(stages.values());
        all.add(broker);
        for (Child child : all) {
            if (!child.isAlive()) {
                faults.merge(child.name() + " gave up", 1, Integer::sum);
                System.out.println("[chaos] " + child.name() + " gave up: " + child.lastWords());
                child.startAgain();
            }
        }
    }

    private Child any(String stage) {
        return stages.get(stage + "-" + (1 + random.nextInt(2)));
    }

    private void pause(int millisMax) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(millisMax));
    }

    /** Sends as ingest does: what the broker does not take is sent again, by another producer. */
    private void send(List<ProducerRecord<byte[], byte[]>> pages) throws Exception {
        long begun = System.nanoTime();
        List<ProducerRecord<byte[], byte[]>> left = sendOnce(pages);
        while (!left.isEmpty()) {
            faults.merge("pages sent again", 1, Integer::sum);
            assertThat(System.nanoTime() - begun)
                    .as("nanoseconds in which the broker did not take all pages; it said last:%n%s", broker.lastWords())
                    .isLessThan(PATIENCE.multipliedBy(2).toNanos());
            left = sendOnce(left);
        }
    }

    /** Returns what the broker did not take. */
    private List<ProducerRecord<byte[], byte[]>> sendOnce(List<ProducerRecord<byte[], byte[]>> pages) throws Exception {
        // A page that expired and is sent again comes behind later ones of its release, and by design is no edition
        // then.
        Map<String, Object> settings = brokers.settings(Map.of(
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis())));
        List<ProducerRecord<byte[], byte[]>> left = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> acknowledged = new ArrayList<>();
            pages.forEach(page -> acknowledged.add(producer.send(page)));
            for (int i = 0; i < pages.size(); i++) {
                while (!acknowledged.get(i).isDone()) {
                    TimeUnit.MILLISECONDS.sleep(50);
                    reviveWhoGaveUp();
                }
                try {
                    acknowledged.get(i).get();
                } catch (ExecutionException e) {
                    System.out.println("[chaos] not taken: " + e.getCause());
                    left.add(pages.get(i));
                }
            }
        }
        return left;
    }

    private void createTopics() throws InterruptedException {
        try (Admin admin = Admin.create(brokers.settings())) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> !admin.describeCluster().nodes().get().isEmpty());
            Topics.createMissing(admin, PARTITIONS, (short) 1);
        }
        // A producer that begins while partitions still find their leader may lose its count
        // (OutOfOrderSequenceException).
        TimeUnit.SECONDS.sleep(2);
    }

    /** Waits until all is stored, or nothing more comes. */
    private void awaitStored(StoreAddress address, int editions) throws IOException, InterruptedException {
        long moved = System.nanoTime();
        int stored = 0;
        while (stored < editions && System.nanoTime() - moved < QUIET.toNanos()) {
            TimeUnit.SECONDS.sleep(1);
            reviveWhoGaveUp();
            int now = stored(address).map(List::size).orElse(stored);
            if (now != stored) {
                stored = now;
                moved = System.nanoTime();
            }
        }
        // Whatever would come too much, comes now.
        TimeUnit.SECONDS.sleep(3);
    }

    private void assertOnTopicsOnce(Map<String, List<String>> expected) {
        List<Release> releases = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        try (TopicReader reader = new TopicReader(brokers)) {
            reader.all(
                    Topics.RELEASES.name(),
                    record -> releases.add(
                            Topics.RELEASES.valueSerde().deserializer().deserialize(record.topic(), record.value())));
            reader.all(Topics.CHANGES.name(), record -> {
                Change change = Topics.CHANGES.valueSerde().deserializer().deserialize(record.topic(), record.value());
                changes.add(change.release() + " " + change.edition() + " " + change.kind());
            });
        }
        assertEditions("on the topic", releases, expected);
        List<String> told = new ArrayList<>();
        expected.forEach((id, texts) -> {
            for (int edition = 1; edition <= texts.size(); edition++) {
                told.add(id + " " + edition + " " + (edition == 1 ? Change.Kind.PUBLISHED : Change.Kind.REVISED));
            }
        });
        assertThat(changes).containsExactlyInAnyOrderElementsOf(told);
    }

    private void assertStoredOnce(StoreAddress address, Map<String, List<String>> expected) {
        List<Release> stored = stored(address).orElseThrow().stream()
                .map(StoredEdition::release)
                .toList();
        assertEditions("in the store", stored, expected);
    }

    private static void assertEditions(String where, List<Release> releases, Map<String, List<String>> expected) {
        Map<String, List<Release>> byId = new TreeMap<>();
        releases.forEach(release ->
                byId.computeIfAbsent(release.id(), any -> new ArrayList<>()).add(release));
        assertThat(byId.keySet()).as("releases %s", where).isEqualTo(expected.keySet());
        byId.forEach((id, editions) -> {
            List<String> texts = expected.get(id);
            assertThat(editions)
                    .as("%s %s", id, where)
                    .extracting(Release::edition)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, texts.size()).boxed().toList());
            for (int i = 0; i < texts.size(); i++) {
                assertThat(editions.get(i).body()).as("%s %s", id, where).contains(texts.get(i));
            }
        });
    }

    private static Optional<List<StoredEdition>> stored(StoreAddress address) {
        try (ReleaseStore store = Stores.open(address)) {
            List<StoredEdition> all = new ArrayList<>();
            List<StoredEdition> some = store.editionsAfter(0, 1_000);
            while (!some.isEmpty()) {
                all.addAll(some);
                some = store.editionsAfter(some.get(some.size() - 1).sequence(), 1_000);
            }
            return Optional.of(all);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** None that the system gives to clients: one that tries to reach the dead broker could otherwise connect to itself, and keep the port. */
    private static int freePort() throws IOException {
        return IntStream.range(20_000, 30_000)
                .filter(ChaosTest::isFree)
                .findFirst()
                .orElseThrow(() -> new IOException("no port is free"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private interface Fault {
        void happen() throws Exception;
    }
}
