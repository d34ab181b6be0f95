package io.communique.app.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends transactions that are open in a partition although their coordinator knows nothing of them any more. A broker that is killed twice in
 * a row, the second time while it recovers, can leave one; whoever reads committed records would wait behind it for ever. Kafka's own
 * answer is {@code kafka-transactions.sh find-hanging} and {@code abort}, by hand; the embedded broker has no hands.
 */
final class HangingTransactions implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(HangingTransactions.class);

    private static final Duration EVERY = Duration.ofSeconds(5);
    /** A transaction that moved within this time is somebody's. */
    private static final Duration QUIET_MIN = Duration.ofSeconds(10);

    private static final Set<TransactionState> UNDER_WAY = Set.of(
            TransactionState.ONGOING,
            TransactionState.PREPARE_COMMIT,
            TransactionState.PREPARE_ABORT,
            TransactionState.PREPARE_EPOCH_FENCE);

    private final String bootstrapServers;
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** What looked as if it hung at the last look: only what does so twice is ended. */
    private Set<Open> suspected = Set.of();

    HangingTransactions(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    private record Open(TopicPartition partition, long producer, short epoch, int coordinatorEpoch) {}

    void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            do {
                look(admin);
            } while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            Set<Open> hanging = hanging(admin);
            for (Open open : hanging) {
                if (suspected.contains(open)) {
                    abort(admin, open);
                }
            }
            suspected = hanging;
        } catch (ExecutionException e) {
            log.atDebug().setCause(e).log("transactions could not be looked at");
        }
    }

    private static Set<Open> hanging(Admin admin) throws InterruptedException, ExecutionException {
        List<Open> open = open(admin);
        if (open.isEmpty()) {
            return Set.of();
        }
        Set<Long> underWay = new HashSet<>();
        for (TransactionListing transaction : admin.listTransactions().all().get()) {
            if (UNDER_WAY.contains(transaction.state())) {
                underWay.add(transaction.producerId());
            }
        }
        Set<Open> hanging = new HashSet<>(open);
        hanging.removeIf(transaction -> underWay.contains(transaction.producer()));
        return hanging;
    }

    private static List<Open> open(Admin admin) throws InterruptedException, ExecutionException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions().forEach(info -> partitions.add(new TopicPartition(topic.name(), info.partition())));
        }
        long quietSince = Instant.now().minus(QUIET_MIN).toEpochMilli();
        List<Open> open = new ArrayList<>();
        for (Map.Entry<TopicPartition, PartitionProducerState> partition :
                admin.describeProducers(partitions).all().get().entrySet()) {
            for (ProducerState producer : partition.getValue().activeProducers()) {
                if (producer.currentTransactionStartOffset().isPresent() && producer.lastTimestamp() < quietSince) {
                    open.add(new Open(
                            partition.getKey(),
                            producer.producerId(),
                            (short) producer.producerEpoch(),
                            producer.coordinatorEpoch().orElse(0)));
                }
            }
        }
        return open;
    }

    private static void abort(Admin admin, Open open) throws InterruptedException, ExecutionException {
        admin.abortTransaction(new AbortTransactionSpec(
                        open.partition(), open.producer(), open.epoch(), open.coordinatorEpoch()))
                .all()
                .get();
        log.atWarn()
                .addKeyValue("partition", open.partition())
                .addKeyValue("producer", open.producer())
                .log("hanging transaction ended");
    }
}
