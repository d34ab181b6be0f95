package io.communique.app.status;

import io.communique.app.status.StageStatus.Backlog;
import io.communique.app.topic.TopicReader;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Looks at the stages' consumer groups twice, a moment apart. */
public final class StageProgress {
    private static final List<Stage> STAGES = List.of(
            new Stage("ingest", "communique-ingest", Optional.empty()),
            new Stage("enrich", "communique-enrich", Optional.of(Topics.PAGES)),
            new Stage("sink", "communique-sink", Optional.of(Topics.RELEASES)));

    private static final String ANSWER_MS = "15000";

    private final Admin admin;
    private final TopicReader reader;

    /**
     * Connects to the brokers, and returns what {@link #stages} does.
     *
     * @throws KafkaException if they do not answer
     */
    public static List<StageStatus> look(Brokers brokers, Duration between) throws InterruptedException {
        Map<String, Object> settings = brokers.settings(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MS));
        try (Admin admin = Admin.create(settings);
                TopicReader reader = new TopicReader(brokers)) {
            return new StageProgress(admin, reader).stages(between);
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new KafkaException(why.getMessage(), why);
        }
    }

    /** Asks {@code admin} for groups and {@code reader} for topics; both stay open. */
    public StageProgress(Admin admin, TopicReader reader) {
        this.admin = admin;
        this.reader = reader;
    }

    /**
     * Returns every stage, in the order of the line.
     *
     * @param between how long to watch for the rates, more than 0
     * @throws ExecutionException if the brokers do not answer
     */
    public List<StageStatus> stages(Duration between) throws ExecutionException, InterruptedException {
        Map<Stage, Snapshot> first = snapshots();
        long from = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(between.toMillis());
        Map<Stage, Snapshot> second = snapshots();
        double seconds = (System.nanoTime() - from) / 1e9;
        List<StageStatus> stages = new ArrayList<>();
        for (Stage stage : STAGES) {
            Optional<Backlog> backlog = Optional.ofNullable(second.get(stage))
                    .map(now -> backlog(first.getOrDefault(stage, now), now, seconds));
            stages.add(new StageStatus(stage.name(), members(stage.group()), backlog));
        }
        return stages;
    }

    private Map<Stage, Snapshot> snapshots() throws ExecutionException, InterruptedException {
        Map<Stage, Snapshot> snapshots = new HashMap<>();
        for (Stage stage : STAGES) {
            if (stage.reads().isPresent()) {
                List<TopicPartition> partitions =
                        reader.partitions(stage.reads().get().name());
                Map<TopicPartition, Long> next = new HashMap<>(reader.beginnings(partitions));
                next.putAll(committed(stage.group(), partitions));
                snapshots.put(stage, new Snapshot(next, reader.ends(partitions)));
            }
        }
        return snapshots;
    }

    private Map<TopicPartition, Long> committed(String group, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets;
        try {
            offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
        for (TopicPartition partition : partitions) {
            Optional.ofNullable(offsets.get(partition)).ifPresent(offset -> committed.put(partition, offset.offset()));
        }
        return committed;
    }

    private int members(String group) throws ExecutionException, InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .mapToInt(described -> described.members().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    private Backlog backlog(Snapshot before, Snapshot now, double seconds) {
        long waiting = 0;
        Optional<Instant> oldest = Optional.empty();
        for (Map.Entry<TopicPartition, Long> next : now.next().entrySet()) {
            long behind = now.ends().getOrDefault(next.getKey(), 0L) - next.getValue();
            // What lies behind the last record may be the marks of its transaction alone.
            Optional<Instant> first = behind > 0
                    ? reader.at(next.getKey(), next.getValue()).map(StageProgress::written)
                    : Optional.empty();
            if (first.isPresent()) {
                waiting += behind;
                oldest = oldest.filter(known -> known.isBefore(first.get())).or(() -> first);
            }
        }
        return new Backlog(
                waiting,
                Math.max(0, sum(now.ends()) - sum(before.ends())) / seconds,
                Math.max(0, sum(now.next()) - sum(before.next())) / seconds,
                oldest);
    }

    private static Instant written(ConsumerRecord<?, ?> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private record Stage(String name, String group, Optional<Topic<?, ?>> reads) {}

    private record Snapshot(Map<TopicPartition, Long> next, Map<TopicPartition, Long> ends) {}
}
