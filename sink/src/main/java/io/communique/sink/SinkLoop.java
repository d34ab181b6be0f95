package io.communique.sink;

import io.communique.contract.release.Release;
import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.Topics;
import io.communique.sink.store.EditionWriter;
import io.communique.sink.store.Position;
import io.communique.sink.store.StoreRefusedException;
import io.communique.sink.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves releases into the store, one poll at a time.
 *
 * <p>The order is the guarantee: dead letters are acknowledged, then rows and offsets are stored in one transaction, and only the
 * store's offsets count. A crash in between repeats the batch, which the store makes harmless. One thread; {@link #stop} may be called
 * from any other.
 */
final class SinkLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SinkLoop.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY_FIRST = Duration.ofMillis(100);
    private static final Duration RETRY_MAX = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> deadLetters;
    private final EditionWriter store;
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** Written by the loop's thread alone. */
    private volatile SinkCounters counters = SinkCounters.none();

    SinkLoop(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> deadLetters, EditionWriter store) {
        this.consumer = consumer;
        this.deadLetters = deadLetters;
        this.store = store;
    }

    SinkCounters counters() {
        return counters;
    }

    void stop() {
        stopping.countDown();
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (consumer;
                deadLetters) {
            consumer.subscribe(List.of(Topics.RELEASES.name()), new SeekToStore());
            while (isWanted()) {
                settle(consumer.poll(POLL));
            }
        } catch (WakeupException e) {
            if (isWanted()) {
                throw e;
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted() {
        return stopping.getCount() > 0;
    }

    private void settle(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        if (records.isEmpty()) {
            return;
        }
        List<Incoming> releases = new ArrayList<>();
        int dead = 0;
        int tombstones = 0;
        for (ConsumerRecord<byte[], byte[]> input : records) {
            if (input.value() == null) {
                tombstones++;
            } else if (!decode(input, releases)) {
                dead++;
            }
        }
        Optional<Taken> taken = storeAll(releases, positions(records));
        if (taken.isEmpty()) {
            return;
        }
        int stored = taken.get().stored();
        int refused = taken.get().refused();
        counters = counters.plus(new SinkCounters(
                records.count(), stored, releases.size() - stored - refused, dead + refused, tombstones));
        // Only so that tools that show lag have something to show; the store's offsets are the ones that count.
        consumer.commitAsync((offsets, error) -> {
            if (error != null) {
                log.atDebug().setCause(error).log("offsets were not told to the broker");
            }
        });
    }

    private boolean decode(ConsumerRecord<byte[], byte[]> input, List<Incoming> releases) throws InterruptedException {
        try {
            Release release = Topics.RELEASES.valueSerde().deserializer().deserialize(input.topic(), input.value());
            releases.add(new Incoming(input, release));
            return true;
        } catch (SerializationException e) {
            setAside(input, "unreadable-release", e.getMessage() == null ? e.toString() : e.getMessage());
            return false;
        }
    }

    /** Waits for the broker's word: the offset must not move past a record that is neither stored nor set aside. */
    private void setAside(ConsumerRecord<byte[], byte[]> input, String reason, String detail)
            throws InterruptedException {
        String from = input.topic() + "-" + input.partition() + "@" + input.offset();
        log.atWarn()
                .addKeyValue("from", from)
                .addKeyValue("reason", reason)
                .addKeyValue("detail", detail)
                .log("record set aside");
        try {
            deadLetters
                    .send(DeadLetters.letter(input.key(), input.value(), input.headers(), "sink", reason, detail, from))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("no dead letter could be written for " + from, e.getCause());
        }
    }

    private static List<Position> positions(ConsumerRecords<byte[], byte[]> records) {
        List<Position> positions = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> of = records.records(partition);
            long next = of.get(of.size() - 1).offset() + 1;
            positions.add(new Position(partition.topic(), partition.partition(), next));
        }
        return positions;
    }

    /**
     * Stores what was read and where to go on. A batch that the store refuses is taken apart until the records that it refuses are alone;
     * they are set aside, their neighbours are stored, and only then the offsets.
     *
     * @return empty if the loop was stopped before the store took all
     */
    private Optional<Taken> storeAll(List<Incoming> batch, List<Position> positions) throws InterruptedException {
        try {
            return storeUntilTaken(batch, positions).map(stored -> new Taken(stored, 0));
        } catch (StoreRefusedException e) {
            Optional<Taken> apart = storeApart(batch, e);
            return apart.isPresent() && storeUntilTaken(List.of(), positions).isPresent() ? apart : Optional.empty();
        }
    }

    private Optional<Taken> storeApart(List<Incoming> batch, StoreRefusedException why) throws InterruptedException {
        if (batch.isEmpty()) {
            throw why;
        }
        if (batch.size() == 1) {
            setAside(
                    batch.get(0).input(), "not-storable", why.getMessage() == null ? why.toString() : why.getMessage());
            return Optional.of(new Taken(0, 1));
        }
        int middle = batch.size() / 2;
        Optional<Taken> first = storeAll(batch.subList(0, middle), List.of());
        return first.isEmpty()
                ? first
                : storeAll(batch.subList(middle, batch.size()), List.of())
                        .map(second -> first.get().plus(second));
    }

    private Optional<Integer> storeUntilTaken(List<Incoming> batch, List<Position> positions)
            throws InterruptedException {
        List<Release> releases = batch.stream().map(Incoming::release).toList();
        return untilAnswered(() -> store.store(releases, positions));
    }

    /**
     * A store that is busy or gone is waited for, never passed over.
     *
     * @return the store's answer; empty if the loop was stopped before it came
     */
    private <T> Optional<T> untilAnswered(Supplier<T> question) throws InterruptedException {
        Duration wait = RETRY_FIRST;
        while (true) {
            try {
                return Optional.of(question.get());
            } catch (StoreUnavailableException e) {
                log.atWarn().setCause(e).addKeyValue("retryIn", wait).log("store unavailable");
                if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return Optional.empty();
                }
                wait = wait.multipliedBy(2).compareTo(RETRY_MAX) < 0 ? wait.multipliedBy(2) : RETRY_MAX;
            }
        }
    }

    /** The group's own offsets are never used: with an empty store and an old group they would silently skip everything. */
    private final class SeekToStore implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                seek(partition);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Each poll is settled before the next, so nothing is under way when partitions go.
        }

        private void seek(TopicPartition partition) {
            OptionalLong next = next(partition);
            if (next.isPresent()) {
                consumer.seek(partition, next.getAsLong());
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
        }

        /** Nothing may be read before it is known from where: whoever stops us meanwhile gets us out of the poll. */
        private OptionalLong next(TopicPartition partition) {
            try {
                return untilAnswered(() -> store.next(partition.topic(), partition.partition()))
                        .orElseThrow(WakeupException::new);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    private record Incoming(ConsumerRecord<byte[], byte[]> input, Release release) {}

    /** What became of the releases of a batch: those that are neither stored nor refused were there already. */
    private record Taken(int stored, int refused) {
        Taken plus(Taken other) {
            return new Taken(stored + other.stored, refused + other.refused);
        }
    }
}
