package io.communique.enrich.stream;

import io.communique.contract.topic.Topic;
import io.communique.enrich.EnrichConfig;
import io.communique.enrich.EnrichCounters;
import io.communique.enrich.Enricher;
import io.communique.enrich.PageEnricher;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enrich stage: the topology, running. */
public final class Enrich implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Enrich.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    /** Latency against overhead: a release is seen by subscribers about half of this after its page. */
    private static final int COMMIT_INTERVAL_MS = 100;
    /** A dead process without a stable name is missed after this; its partitions move to the others. */
    private static final int SESSION_TIMEOUT_MS = 10_000;
    /** Pages are large and take milliseconds each; few at a time keep memory and rebalances small. */
    private static final int POLL_RECORDS_MAX = 100;

    /** Kafka's 16 KiB hold not even one page's text: each would be compressed alone. */
    private static final int BATCH_BYTES = 256 << 10;

    private final KafkaStreams streams;
    private final Tally tally;
    private final CountDownLatch ended = new CountDownLatch(1);

    @Nullable
    private volatile Throwable failure;

    private Enrich(KafkaStreams streams, Tally tally) {
        this.streams = streams;
        this.tally = tally;
    }

    /** Starts the stage and returns at once; it finds its work as soon as the brokers answer. The topics must exist. */
    public static Enrich start(EnrichConfig config) {
        return start(config, new Enricher());
    }

    /** Starts the stage with another step from page to release, as {@link #start(EnrichConfig)} does. */
    public static Enrich start(EnrichConfig config, PageEnricher enricher) {
        Tally tally = new Tally();
        KafkaStreams streams = new KafkaStreams(new EnrichTopology(enricher, tally).get(), settings(config, tally));
        Enrich enrich = new Enrich(streams, tally);
        ThreadFailures failures = new ThreadFailures();
        streams.setUncaughtExceptionHandler(error -> enrich.threadFailed(error, failures));
        streams.setStateListener((state, before) -> enrich.stateChanged(state));
        streams.start();
        return enrich;
    }

    /** Returns what was done since the start. */
    public EnrichCounters counters() {
        return tally.counters();
    }

    /** Returns whether every thread has its work and none is restoring. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Returns why the stage gave up; empty while it has not. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits until the stage has ended, by {@link #close} or by giving up. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Finishes the page at hand, commits, and stops. */
    @Override
    public void close() {
        streams.close(CLOSE_TIMEOUT);
        ended.countDown();
    }

    private StreamThreadExceptionResponse threadFailed(Throwable error, ThreadFailures failures) {
        if (failures.mayReplace(System.nanoTime())) {
            log.atWarn().setCause(error).log("stream thread failed and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        log.atError().setCause(error).log("stream threads keep failing; enrich gives up");
        failure = error;
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void stateChanged(KafkaStreams.State state) {
        log.atDebug().addKeyValue("state", state).log("enrich state");
        if (state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING) {
            ended.countDown();
        }
    }

    private static Properties settings(EnrichConfig config, Tally tally) {
        Map<String, Object> settings = config.brokers().settings();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "communique-enrich");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbys());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(DeadLetterHandler.TALLY, tally);
        consumer(settings, config);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // Checked before compression; the topic's own limit, after it, is what counts.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 4 * Topic.RECORD_BYTES_MAX);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static void consumer(Map<String, Object> settings, EnrichConfig config) {
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS_MAX);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MS);
        config.instanceId()
                .ifPresent(id ->
                        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
    }
}
