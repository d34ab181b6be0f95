package io.communique.contract.topic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;

/**
 * One topic of the pipeline.
 *
 * @param name as on the broker
 * @param settings the topic's own configuration, by Kafka's names
 * @param keySerde of its keys
 * @param valueSerde of its values
 */
public record Topic<K, V>(String name, Map<String, String> settings, Serde<K> keySerde, Serde<V> valueSerde) {
    /** Largest record that any topic takes, in bytes after compression: a page at ingest's limit, and headers. */
    public static final int RECORD_BYTES_MAX = 12 << 20;

    public Topic {
        settings = Map.copyOf(settings);
    }

    NewTopic create(int partitions, short replication) {
        return new NewTopic(name, partitions, replication).configs(settings);
    }

    /** The latest value of each key for ever; every value for at least {@code whole}, so that a slow reader misses none. */
    static Map<String, String> compacted(Duration whole) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(whole.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(RECORD_BYTES_MAX));
    }

    static Map<String, String> keptFor(Duration retention) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(RECORD_BYTES_MAX));
    }
}
