package io.communique.sink;

import io.communique.contract.topic.Topic;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.Stores;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sink stage: the loop, running on its own thread. */
public final class Sink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sink.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    /** Rows in a transaction; beyond a few hundred a larger one gains nothing. */
    private static final int BATCH_MAX = 500;

    private static final int SESSION_TIMEOUT_MS = 10_000;

    private final ReleaseStore store;
    private final SinkLoop loop;
    private final Thread thread;

    @Nullable
    private volatile Throwable failure;

    private Sink(ReleaseStore store, SinkLoop loop) {
        this.store = store;
        this.loop = loop;
        this.thread = new Thread(loop, "sink");
        this.thread.setUncaughtExceptionHandler((died, error) -> failed(error));
    }

    /**
     * Opens the store and starts the stage; it finds its work as soon as the brokers answer. The topics must exist.
     *
     * @throws io.communique.sink.store.StoreUnavailableException if the store cannot be opened
     */
    public static Sink start(SinkConfig config) {
        ReleaseStore store = Stores.open(config.store());
        SinkLoop loop = new SinkLoop(
                new KafkaConsumer<>(consumer(config), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                new KafkaProducer<>(producer(config), new ByteArraySerializer(), new ByteArraySerializer()),
                store);
        Sink sink = new Sink(store, loop);
        sink.thread.start();
        return sink;
    }

    /** Returns what was done since the start. */
    public SinkCounters counters() {
        return loop.counters();
    }

    /** Returns the store, for queries; it closes with the stage. */
    public ReleaseStore store() {
        return store;
    }

    /** Returns why the stage gave up; empty while it has not. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits until the stage has ended, by {@link #close} or by giving up. */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    /** Settles the batch at hand and stops. */
    @Override
    public void close() {
        loop.stop();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }

    private void failed(Throwable error) {
        log.atError().setCause(error).log("sink gives up");
        failure = error;
    }

    private static Map<String, Object> consumer(SinkConfig config) {
        Map<String, Object> settings = config.brokers().settings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "communique-sink");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_MAX);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        config.instanceId().ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        return settings;
    }

    private static Map<String, Object> producer(SinkConfig config) {
        return config.brokers()
                .settings(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 * Topic.RECORD_BYTES_MAX));
    }
}
