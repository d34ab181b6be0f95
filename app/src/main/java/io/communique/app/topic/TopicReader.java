package io.communique.app.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads committed records of a topic, outside of any group: nobody's offsets move. Not safe to share between threads.
 *
 * <p>Every method throws {@link org.apache.kafka.common.KafkaException} if the brokers do not answer within {@value #ANSWER_MS} ms.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ANSWER_MS = 15_000;

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Connects to the brokers. */
    public TopicReader(Brokers brokers) {
        Map<String, Object> settings = brokers.settings(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MS));
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Gives every record of a topic, from its beginning to where it ends now; in order within each partition. */
    public void all(String topic, Consumer<ConsumerRecord<byte[], byte[]>> take) {
        List<TopicPartition> partitions = partitions(topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(take);
        }
    }

    /**
     * Returns what a compacted topic says now: the latest value of each key, in the order of keys. A key whose latest value is a tombstone, or
     * cannot be read, is left out.
     */
    public <V> SortedMap<String, V> latest(Topic<String, V> topic) {
        SortedMap<String, V> latest = new TreeMap<>();
        all(topic.name(), record -> take(record, topic, latest));
        return latest;
    }

    private static <V> void take(ConsumerRecord<byte[], byte[]> record, Topic<String, V> topic, Map<String, V> latest) {
        String key = new String(record.key(), UTF_8);
        latest.remove(key);
        if (record.value() != null) {
            try {
                latest.put(key, topic.valueSerde().deserializer().deserialize(topic.name(), record.value()));
            } catch (SerializationException e) {
                log.atWarn()
                        .setCause(e)
                        .addKeyValue("topic", topic.name())
                        .addKeyValue("key", key)
                        .log("a record cannot be read and is passed over");
            }
        }
    }

    /** Returns the first record of a partition at an offset or behind it; empty if there is none up to its present end. */
    public Optional<ConsumerRecord<byte[], byte[]>> at(TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            List<ConsumerRecord<byte[], byte[]>> found = consumer.poll(POLL).records(partition);
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** Returns a topic's partitions; none if it does not exist. */
    public List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Returns the offsets of the first record that is kept of each. */
    public Map<TopicPartition, Long> beginnings(List<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    /** Returns the offsets behind the last committed record of each. */
    public Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
