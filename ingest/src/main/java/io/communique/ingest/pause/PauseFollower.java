package io.communique.ingest.pause;

import io.communique.contract.status.SourcePause;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topics;
import io.communique.ingest.source.SourceCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the catalogue which sources operators pause and resume, as they say it. Every process reads the whole topic, from its beginning and in no
 * group: it is small, and each must know all of it.
 */
public final class PauseFollower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PauseFollower.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;
    private final SourceCatalogue sources;
    private final Thread thread;
    private volatile boolean stopping;

    private PauseFollower(Consumer<String, byte[]> consumer, SourceCatalogue sources) {
        this.consumer = consumer;
        this.sources = sources;
        this.thread = new Thread(this::run, "ingest-pauses");
        this.thread.setDaemon(true);
    }

    /** Starts to follow, on a thread of its own. */
    public static PauseFollower start(Brokers brokers, SourceCatalogue sources) {
        Map<String, Object> settings = brokers.settings(Map.of(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false));
        PauseFollower follower = new PauseFollower(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), sources);
        follower.thread.start();
        return follower;
    }

    /** Stops following; what was said stays. */
    @Override
    public void close() {
        stopping = true;
        consumer.wakeup();
        try {
            thread.join(POLL.multipliedBy(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!stopping) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException e) {
            log.atDebug().log("pauses are no longer followed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            log.atError().setCause(e).log("pauses are no longer followed, until a restart");
        }
    }

    private List<TopicPartition> partitions() throws InterruptedException {
        while (!stopping) {
            try {
                List<PartitionInfo> found = consumer.partitionsFor(Topics.SOURCE_PAUSES.name());
                if (!found.isEmpty()) {
                    return found.stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
                }
            } catch (WakeupException e) {
                throw e;
            } catch (KafkaException e) {
                log.atWarn().setCause(e).log("the topic of pauses cannot be read yet");
            }
            Thread.sleep(RETRY.toMillis());
        }
        return List.of();
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            sources.resume(message.key());
            return;
        }
        try {
            SourcePause pause =
                    Topics.SOURCE_PAUSES.valueSerde().deserializer().deserialize(message.topic(), message.value());
            sources.pause(message.key(), pause.reason());
        } catch (SerializationException e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("source", message.key())
                    .log("a pause cannot be read, its source goes on as before");
        }
    }
}
