package io.communique.app.operate;

import io.communique.contract.status.SourcePause;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Pauses and resumes sources, on {@code press.source-pauses}.
 *
 * <p>Every method returns once the brokers have it, and throws {@link KafkaException} if they do not take it.
 */
public final class SourcePauses {
    private static final int ANSWER_MS = 15_000;

    private final Brokers brokers;

    /** Writes to the brokers. */
    public SourcePauses(Brokers brokers) {
        this.brokers = brokers;
    }

    /**
     * Leaves a source alone.
     *
     * @param reason why, not blank
     */
    public void pause(String id, String reason, Instant now) {
        SourcePause pause = new SourcePause(SourcePause.SCHEMA, id, reason, now.truncatedTo(ChronoUnit.MILLIS));
        say(id, Topics.SOURCE_PAUSES.valueSerde().serializer().serialize(Topics.SOURCE_PAUSES.name(), pause));
    }

    /** Watches a source again. */
    public void resume(String id) {
        say(id, null);
    }

    private void say(String id, byte @Nullable [] value) {
        Map<String, Object> settings = brokers.settings(Map.of(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                ANSWER_MS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                ProducerConfig.LINGER_MS_CONFIG,
                0));
        String topic = Topics.SOURCE_PAUSES.name();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            int partition = Partitions.ofKey(id, producer.partitionsFor(topic).size());
            producer.send(new ProducerRecord<>(topic, partition, id, value)).get();
        } catch (ExecutionException e) {
            throw new KafkaException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
