package io.communique.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.contract.json.Json;
import io.communique.contract.release.Release;
import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.Topics;
import io.communique.sink.store.EditionWriter;
import io.communique.sink.store.Position;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.Releases;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoreRefusedException;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.StoredRelease;
import io.communique.sink.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SinkLoopTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RELEASES.name(), 0);

    @TempDir
    Path directory;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private ReleaseStore store;

    @Nullable
    private Thread thread;

    @Nullable
    private SinkLoop loop;

    @BeforeEach
    void open() {
        store = Stores.open(StoreAddress.file(directory.resolve("releases.db")));
    }

    @AfterEach
    void stop() throws InterruptedException {
        loop.stop();
        thread.join();
        store.close();
    }

    @Test
    void releasesAreStoredWithTheOffsetBehindThem() {
        start(store);
        deliver(0, json("1", 1));
        deliver(1, json("1", 2));

        await().atMost(PATIENCE).until(() -> loop.counters().stored() == 2);
        assertThat(store.next(PARTITION.topic(), 0)).hasValue(2);
        assertAccounted();
    }

    @Test
    void aRestartGoesOnFromTheStoreAndNotFromTheGroup() {
        store.store(List.of(), List.of(new Position(PARTITION.topic(), 0, 5)));

        start(store);
        deliver(5, json("6", 1));

        await().atMost(PATIENCE).until(() -> loop.counters().stored() == 1);
        assertThat(store.releases()).extracting(StoredRelease::id).containsExactly("ports:6");
    }

    @Test
    void aRecordThatIsNoReleaseIsSetAsideAndItsNeighboursPass() {
        start(store);
        deliver(0, json("1", 1));
        deliver(1, "no JSON".getBytes(UTF_8));
        deliver(2, json("2", 1));

        await().atMost(PATIENCE).until(() -> loop.counters().read() == 3);
        assertThat(store.releases()).hasSize(2);
        assertThat(deadLetters.history()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo("no JSON".getBytes(UTF_8));
            assertThat(new String(letter.headers().lastHeader(DeadLetters.FROM).value(), UTF_8))
                    .isEqualTo("press.releases-0@1");
        });
        assertAccounted();
    }

    @Test
    void aReleaseOfALaterSchemaIsSetAsideNotHalfRead() {
        start(store);
        deliver(
                0,
                new String(json("1", 1), UTF_8)
                        .replace("release/1", "release/2")
                        .getBytes(UTF_8));

        await().atMost(PATIENCE).until(() -> loop.counters().deadLettered() == 1);
        assertThat(store.releases()).isEmpty();
    }

    @Test
    void aTombstoneIsCountedAndPassedOver() {
        start(store);
        deliver(0, null);
        deliver(1, json("1", 1));

        await().atMost(PATIENCE).until(() -> loop.counters().read() == 2);
        assertThat(loop.counters().tombstones()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void anEditionReadAgainIsStoredOnce() {
        start(store);
        deliver(0, json("1", 1));
        deliver(1, json("1", 1));

        await().atMost(PATIENCE).until(() -> loop.counters().read() == 2);
        assertThat(store.editionsAfter(0, 10)).hasSize(1);
        assertThat(loop.counters().alreadyStored()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void aStoreThatIsBusyIsWaitedForAndNothingIsPassedOver() {
        start(new FailingAtFirst(store, 2));
        deliver(0, json("1", 1));

        await().atMost(PATIENCE).until(() -> loop.counters().stored() == 1);
        assertThat(store.next(PARTITION.topic(), 0)).hasValue(1);
    }

    @Test
    void recordsThatTheStoreRefusesAreAloneSetAsideAndTheirNeighboursAreStored() {
        start(new Refusing(store, Set.of("ports:3", "ports:4")));
        for (int i = 0; i < 7; i++) {
            deliver(i, json(Integer.toString(i), 1));
        }

        await().atMost(PATIENCE).until(() -> loop.counters().read() == 7);
        assertThat(store.releases())
                .extracting(StoredRelease::id)
                .containsExactlyInAnyOrder("ports:0", "ports:1", "ports:2", "ports:5", "ports:6");
        assertThat(store.next(PARTITION.topic(), 0)).hasValue(7);
        assertThat(deadLetters.history())
                .extracting(letter ->
                        new String(letter.headers().lastHeader(DeadLetters.FROM).value(), UTF_8))
                .containsExactly("press.releases-0@3", "press.releases-0@4");
        assertThat(deadLetters.history())
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetters.REASON).value(), UTF_8))
                .containsOnly("not-storable");
        assertAccounted();
    }

    @Test
    void aStoreThatIsGoneWhenPartitionsComeIsWaitedFor() {
        store.store(List.of(), List.of(new Position(PARTITION.topic(), 0, 5)));
        start(new Gone(store, 3));
        deliver(5, json("6", 1));

        await().atMost(PATIENCE).until(() -> loop.counters().stored() == 1);
        assertAccounted();
    }

    private void start(EditionWriter store) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        loop = new SinkLoop(consumer, deadLetters, store);
        thread = new Thread(loop, "sink-test");
        thread.start();
        await().atMost(PATIENCE).until(() -> !consumer.subscription().isEmpty());
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
        await().atMost(PATIENCE).until(() -> !consumer.assignment().isEmpty());
    }

    private void deliver(long offset, byte @Nullable [] value) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, new byte[] {1}, value)));
    }

    private void assertAccounted() {
        SinkCounters all = loop.counters();
        assertThat(all.stored() + all.alreadyStored() + all.deadLettered() + all.tombstones())
                .isEqualTo(all.read());
    }

    private static byte[] json(String id, int edition) {
        return Json.mapper().writeValueAsBytes(Releases.release(id, edition));
    }

    /** A store with one fault. */
    private abstract static class Faulty implements EditionWriter {
        private final EditionWriter store;

        Faulty(EditionWriter store) {
            this.store = store;
        }

        @Override
        public int store(List<Release> releases, List<Position> positions) {
            return store.store(releases, positions);
        }

        @Override
        public OptionalLong next(String topic, int partition) {
            return store.next(topic, partition);
        }
    }

    private static final class FailingAtFirst extends Faulty {
        private final AtomicInteger failures;

        FailingAtFirst(EditionWriter store, int failures) {
            super(store);
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public int store(List<Release> releases, List<Position> positions) {
            if (failures.getAndDecrement() > 0) {
                throw new StoreUnavailableException("busy", new IllegalStateException("test"));
            }
            return super.store(releases, positions);
        }
    }

    private static final class Gone extends Faulty {
        private final AtomicInteger failures;

        Gone(EditionWriter store, int failures) {
            super(store);
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public OptionalLong next(String topic, int partition) {
            if (failures.getAndDecrement() > 0) {
                throw new StoreUnavailableException("gone", new IllegalStateException("test"));
            }
            return super.next(topic, partition);
        }
    }

    private static final class Refusing extends Faulty {
        private final Set<String> refused;

        Refusing(EditionWriter store, Set<String> refused) {
            super(store);
            this.refused = refused;
        }

        @Override
        public int store(List<Release> releases, List<Position> positions) {
            if (releases.stream().map(Release::id).anyMatch(refused::contains)) {
                throw new StoreRefusedException("no such column", new IllegalStateException("test"));
            }
            return super.store(releases, positions);
        }
    }
}
