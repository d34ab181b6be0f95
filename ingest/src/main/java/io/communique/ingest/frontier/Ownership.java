package io.communique.ingest.frontier;

import io.communique.contract.topic.Topics;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.fetch.AddressGuard;
import io.communique.ingest.fetch.Fetcher;
import io.communique.ingest.fetch.ServerTrust;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.politeness.Traffic;
import io.communique.ingest.publish.PagePublisher;
import io.communique.ingest.source.SourceCatalogue;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Puts a process's part of the stage together: who consumes the frontier, who fetches, who publishes. */
public final class Ownership implements AutoCloseable {
    private static final int SESSION_TIMEOUT_MS = 10_000;

    private final Fetching fetching;
    private final FrontierOwner owner;

    private Ownership(Fetching fetching, FrontierOwner owner) {
        this.fetching = fetching;
        this.owner = owner;
    }

    /**
     * Wires the stage.
     *
     * @param product our robot's name, as robots.txt files address it
     * @param traffic told of each request
     */
    public static Ownership of(
            IngestConfig config,
            String product,
            SourceCatalogue sources,
            VisitCounts counts,
            Traffic traffic,
            Clock clock) {
        Fetching fetching = new Fetching(new Fetcher(
                config.userAgent(),
                config.bodyBytesMax(),
                config.requestTimeout(),
                new AddressGuard(config.allowedPrivateHosts()),
                clock,
                ServerTrust.ofPlatform(sources.intermediates()),
                traffic));
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumer(config), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        FrontierOwner owner = new FrontierOwner(consumer, partition -> {
            HostLimiter limiter = new HostLimiter(config.hostDelay());
            int partitions = consumer.partitionsFor(Topics.FRONTIER.name()).size();
            return new PartitionWorker(
                    partition,
                    partitions,
                    sources,
                    limiter,
                    new Visitor(limiter, product, clock, counts, traffic),
                    fetching,
                    PagePublisher.forPartition(config.brokers(), partition),
                    clock);
        });
        return new Ownership(fetching, owner);
    }

    /** Returns what is to run on a thread of its own. */
    public FrontierOwner owner() {
        return owner;
    }

    /** Ends the requests under way. */
    @Override
    public void close() {
        fetching.close();
    }

    private static Map<String, Object> consumer(IngestConfig config) {
        Map<String, Object> settings = config.brokers().settings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "communique-ingest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        config.instanceId().ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        return settings;
    }
}
