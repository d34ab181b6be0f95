package io.communique.app.command;

import io.communique.app.topic.TopicReader;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topic;
import java.util.SortedMap;
import org.apache.kafka.common.KafkaException;

/** What a compacted topic says at the moment. */
final class CompactedTopic {
    private CompactedTopic() {}

    /**
     * Returns what {@link TopicReader#latest} does.
     *
     * @throws CommandFailedException if the brokers do not answer
     */
    static <V> SortedMap<String, V> read(Brokers brokers, Topic<String, V> topic) {
        try (TopicReader reader = new TopicReader(brokers)) {
            return reader.latest(topic);
        } catch (KafkaException e) {
            throw new CommandFailedException(
                    topic.name() + " cannot be read from the brokers at " + brokers + ": " + e.getMessage(), e);
        }
    }
}
