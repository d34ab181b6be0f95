package io.communique.app.line;

import io.communique.app.broker.EmbeddedBroker;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topics;
import io.communique.enrich.EnrichConfig;
import io.communique.enrich.stream.Enrich;
import io.communique.ingest.Ingest;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.sink.Sink;
import io.communique.sink.SinkConfig;
import io.communique.sink.store.StoreAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole line in this process, on an embedded broker and SQLite. Whatever dies when, the next start goes on behind it. */
public final class Line implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Line.class);

    /** One process shares no work; a few partitions keep several hosts moving. */
    private static final int PARTITIONS = 4;

    private static final int ENRICH_THREADS = 2;
    /** The data directory belongs to one process, so the names can be fixed, and a restart after a crash resumes at once. */
    private static final Optional<String> INSTANCE = Optional.of("line");

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final EmbeddedBroker broker;
    private final Ingest ingest;
    private final Enrich enrich;
    private final Sink sink;

    private Line(LineConfig config, SourceCatalogue sources) {
        try {
            broker = opened(EmbeddedBroker.start(config.data(), config.brokerPort()));
            createTopics(broker.brokers());
            // The last stage first: what the others do is then stored as soon as it is there.
            sink = opened(Sink.start(new SinkConfig(
                    broker.brokers(), StoreAddress.file(config.data().resolve("releases.db")), INSTANCE)));
            enrich = opened(Enrich.start(
                    new EnrichConfig(broker.brokers(), config.data().resolve("enrich"), ENRICH_THREADS, INSTANCE)));
            ingest = opened(Ingest.start(ingestConfig(broker.brokers(), config), sources));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts everything and returns when the stages are looking for work.
     *
     * @throws io.communique.app.broker.BrokerStartException if the data directory is in use or the port is taken
     */
    public static Line start(LineConfig config, SourceCatalogue sources) {
        return new Line(config, sources);
    }

    /** Returns where subscribers reach the topics. */
    public Brokers brokers() {
        return broker.brokers();
    }

    /** Returns the first stage. */
    public Ingest ingest() {
        return ingest;
    }

    /** Returns the second stage. */
    public Enrich enrich() {
        return enrich;
    }

    /** Returns the last stage. */
    public Sink sink() {
        return sink;
    }

    /** Returns why a stage gave up; empty while all are well. */
    public Optional<Throwable> failure() {
        return ingest.failure().or(enrich::failure).or(sink::failure);
    }

    /** Stops the stages in the order of the flow, then the broker. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("part", resource.getClass().getSimpleName())
                    .log("did not stop cleanly");
        }
    }

    private static IngestConfig ingestConfig(Brokers brokers, LineConfig config) {
        return new IngestConfig(
                brokers,
                config.userAgent(),
                config.hostDelay(),
                IngestConfig.REQUEST_TIMEOUT_DEFAULT,
                IngestConfig.BODY_BYTES_MAX_DEFAULT,
                config.allowedPrivateHosts(),
                INSTANCE);
    }

    private static void createTopics(Brokers brokers) {
        try (Admin admin = Admin.create(brokers.settings())) {
            Topics.createMissing(admin, PARTITIONS, (short) 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        }
    }
}
