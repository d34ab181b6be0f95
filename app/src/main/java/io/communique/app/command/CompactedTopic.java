package io.communique.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.app.topic.TopicReader;
import io.communique.contract.topic.Topic;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** What a compacted topic says at the moment: the latest value of each key. */
final class CompactedTopic {
    private CompactedTopic() {}

    /**
     * Reads the whole topic, to where it ends now.
     *
     * @return by key, in the order of keys; keys whose latest value is a tombstone, or cannot be read, are left out
     * @throws CommandFailedException if the brokers do not answer
     */
    static <V> Map<String, V> read(String bootstrapServers, Topic<String, V> topic) {
        try (TopicReader reader = new TopicReader(bootstrapServers)) {
            Map<String, V> latest = new TreeMap<>();
            reader.all(topic.name(), message -> take(message, topic, latest));
            return latest;
        } catch (KafkaException e) {
            throw new CommandFailedException(
                    topic.name() + " cannot be read from the brokers at " + bootstrapServers + ": " + e.getMessage(),
                    e);
        }
    }

    private static <V> void take(
            ConsumerRecord<byte[], byte[]> message, Topic<String, V> topic, Map<String, V> latest) {
        String key = new String(message.key(), UTF_8);
        latest.remove(key);
        if (message.value() != null) {
            try {
                latest.put(key, topic.valueSerde().deserializer().deserialize(topic.name(), message.value()));
            } catch (SerializationException e) {
                System.err.println("communique: a record of " + topic.name() + " about " + key
                        + " cannot be read and is passed over");
            }
        }
    }
}
