package io.communique.app.command;

import io.communique.contract.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a compacted topic says at the moment: the latest value of each key. */
final class CompactedTopic {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ANSWER_MS = 15_000;

    private CompactedTopic() {}

    /**
     * Reads the whole topic, to where it ends now.
     *
     * @return by key, in the order of keys; keys whose latest value is a tombstone, or cannot be read, are left out
     * @throws CommandFailedException if the brokers do not answer
     */
    static <V> Map<String, V> read(String bootstrapServers, Topic<String, V> topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MS);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, V> latest = new TreeMap<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    take(message, topic, latest);
                }
            }
            return latest;
        } catch (KafkaException e) {
            throw new CommandFailedException(
                    topic.name() + " cannot be read from the brokers at " + bootstrapServers + ": " + e.getMessage(),
                    e);
        }
    }

    private static <V> void take(
            ConsumerRecord<String, byte[]> message, Topic<String, V> topic, Map<String, V> latest) {
        latest.remove(message.key());
        if (message.value() != null) {
            try {
                latest.put(message.key(), topic.valueSerde().deserializer().deserialize(topic.name(), message.value()));
            } catch (SerializationException e) {
                System.err.println("communique: a record of " + topic.name() + " about " + message.key()
                        + " cannot be read and is passed over");
            }
        }
    }
}
