package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the frontier's partitions with the other processes of the stage: what this one is given it restores from the topic, then works
 * on; what is taken away it leaves, before anybody else begins.
 */
public final class FrontierOwner implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(FrontierOwner.class);

    private static final Duration POLL = Duration.ofMillis(200);
    /** Longer than a group takes to give a partition to somebody else. */
    private static final Duration LEFT = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final IntFunction<PartitionWorker> newWorker;
    private final Map<TopicPartition, Owned> owned = new HashMap<>();
    private volatile boolean stopping;

    FrontierOwner(Consumer<byte[], byte[]> consumer, IntFunction<PartitionWorker> newWorker) {
        this.consumer = consumer;
        this.newWorker = newWorker;
    }

    /** Ends the work, from any thread. */
    public void stop() {
        stopping = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(Topics.FRONTIER.name()), new Rebalance());
            while (!stopping) {
                for (ConsumerRecord<byte[], byte[]> input : consumer.poll(POLL)) {
                    take(input);
                }
                owned.forEach(this::startWhenRestored);
                takeUpAgain();
            }
        } catch (WakeupException e) {
            if (!stopping) {
                throw e;
            }
        } finally {
            release(List.copyOf(owned.keySet()));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> input) {
        Owned partition = owned.get(new TopicPartition(input.topic(), input.partition()));
        if (partition == null || input.value() == null) {
            return;
        }
        try {
            partition.take(
                    Topics.FRONTIER.valueSerde().deserializer().deserialize(input.topic(), input.value()),
                    input.offset());
        } catch (SerializationException e) {
            // Forgotten, so found again by the list: one visit too many, nothing lost.
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("partition", input.partition())
                    .addKeyValue("offset", input.offset())
                    .log("frontier entry cannot be read");
        }
    }

    private void startWhenRestored(TopicPartition partition, Owned state) {
        if (!state.started && consumer.position(partition) >= state.end) {
            state.started = true;
            state.worker.start();
            log.atInfo().addKeyValue("partition", partition.partition()).log("partition restored");
        }
    }

    /**
     * A worker that ended by itself (fenced out, a transaction that took too long, a defect of ours) while the partition stays ours would
     * leave its hosts to nobody. It is replaced, but only after another owner, if there is one, would have shown in the group: two must
     * never work on one host.
     */
    private void takeUpAgain() {
        List<TopicPartition> left = owned.entrySet().stream()
                .filter(entry -> entry.getValue().isLeft(System.nanoTime()))
                .map(Map.Entry::getKey)
                .toList();
        if (!left.isEmpty()) {
            log.atWarn().addKeyValue("partitions", left).log("partitions without a worker are taken up again");
            release(left);
            own(left);
        }
    }

    private void release(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Owned state = owned.remove(partition);
            if (state != null) {
                stop(state);
            }
        }
    }

    private void own(Collection<TopicPartition> partitions) {
        // Making the workers fences whoever had the partitions; only then is the end of the topic the end of their
        // work.
        Map<TopicPartition, PartitionWorker> workers = new HashMap<>();
        for (TopicPartition partition : partitions) {
            workers.put(partition, newWorker.apply(partition.partition()));
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        workers.forEach(
                (partition, worker) -> owned.put(partition, new Owned(worker, ends.getOrDefault(partition, 0L))));
        consumer.seekToBeginning(partitions);
    }

    private static void stop(Owned state) {
        try {
            state.worker.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            own(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            release(partitions);
        }
    }

    private static final class Owned {
        private final PartitionWorker worker;
        private final long end;
        private boolean started;
        /** When the worker was first seen ended; 0 before, by {@link System#nanoTime}. */
        private long endedAt;

        Owned(PartitionWorker worker, long end) {
            this.worker = worker;
            this.end = end;
        }

        /** Returns whether the worker ended so long ago that nobody else can have the partition. */
        boolean isLeft(long now) {
            if (!started || !worker.hasEnded()) {
                return false;
            }
            endedAt = endedAt == 0 ? now : endedAt;
            return now - endedAt > LEFT.toNanos();
        }

        void take(FrontierEntry entry, long offset) {
            if (!started && offset < end) {
                worker.restore(entry);
            } else {
                worker.learn(entry);
            }
        }
    }
}
