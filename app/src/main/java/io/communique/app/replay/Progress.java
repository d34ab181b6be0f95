package io.communique.app.replay;

import io.communique.contract.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What the brokers remember of a replay: how far it has come, where it ends, and how far enrich has followed. */
final class Progress {
    private static final String ENRICH = "communique-enrich";

    private final Admin admin;
    private final String group;

    Progress(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** Returns the spans that an unfinished replay has left; empty if there is none. */
    Optional<Map<TopicPartition, Span>> left() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Span> spans = new HashMap<>();
        offsets(group)
                .forEach((partition, offset) ->
                        spans.put(partition, new Span(offset.offset(), Long.parseLong(offset.metadata()))));
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans);
    }

    /** Returns the offsets to commit: positions, each with the end of its partition. */
    static Map<TopicPartition, OffsetAndMetadata> offsets(
            Map<TopicPartition, Long> positions, Map<TopicPartition, Span> spans) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        spans.forEach((partition, span) -> offsets.put(
                partition,
                new OffsetAndMetadata(
                        positions.getOrDefault(partition, span.next()), Optional.empty(), Long.toString(span.end()))));
        return offsets;
    }

    /** Returns the offsets of {@code press.replays} behind what enrich has read and committed. */
    Map<TopicPartition, Long> followed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> followed = new HashMap<>();
        offsets(ENRICH).forEach((partition, offset) -> {
            if (partition.topic().equals(Topics.REPLAYS.name())) {
                followed.put(partition, offset.offset());
            }
        });
        return followed;
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(String of) throws ExecutionException, InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>(admin.listConsumerGroupOffsets(of)
                    .partitionsToOffsetAndMetadata()
                    .get());
            known.values().removeIf(offset -> offset == null);
            return known;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    /** Deletes what enrich has read: the pages themselves stay on {@code press.pages}. */
    void deleteRead(Collection<TopicPartition> partitions) throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> read = new HashMap<>();
        followed().forEach((partition, offset) -> {
            if (partitions.contains(partition)) {
                read.put(partition, RecordsToDelete.beforeOffset(offset));
            }
        });
        admin.deleteRecords(read).all().get();
    }

    /** Forgets the replay, which is done or not wanted any more. */
    void forget() throws ExecutionException, InterruptedException {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    /**
     * Part of a partition.
     *
     * @param next the first offset that is left
     * @param end the offset behind the last
     */
    record Span(long next, long end) {}
}
