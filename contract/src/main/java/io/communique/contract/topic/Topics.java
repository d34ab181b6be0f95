package io.communique.contract.topic;

import io.communique.contract.change.Change;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.release.Release;
import io.communique.contract.status.SourcePause;
import io.communique.contract.status.SourceStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Every topic of the pipeline, in one place. */
public final class Topics {
    /** Pages exactly as received: the truth from which all else can be made again, so it is kept long. */
    public static final Topic<String, byte[]> PAGES =
            new Topic<>("press.pages", Topic.keptFor(Duration.ofDays(3650)), Serdes.String(), Serdes.ByteArray());

    /**
     * Pages that an operator has enrich read again; each is a copy of one on {@link #PAGES}, in the partition of the same number. They are
     * deleted once they were read; what nobody reads is gone after a week.
     */
    public static final Topic<String, byte[]> REPLAYS =
            new Topic<>("press.replays", Topic.keptFor(Duration.ofDays(7)), Serdes.String(), Serdes.ByteArray());

    /** What ingest remembers of each address. */
    public static final Topic<String, FrontierEntry> FRONTIER =
            new Topic<>("press.frontier", Topic.compacted(Duration.ZERO), Serdes.String(), json(FrontierEntry.class));

    /** The current edition of each release; earlier ones for a month, so that a store that was down for weeks still gets each. */
    public static final Topic<String, Release> RELEASES =
            new Topic<>("press.releases", Topic.compacted(Duration.ofDays(30)), Serdes.String(), json(Release.class));

    /** What happened to releases. */
    public static final Topic<String, Change> CHANGES =
            new Topic<>("press.changes", Topic.keptFor(Duration.ofDays(365)), Serdes.String(), json(Change.class));

    /** The state of each source. */
    public static final Topic<String, SourceStatus> SOURCE_STATUS = new Topic<>(
            "press.source-status", Topic.compacted(Duration.ZERO), Serdes.String(), json(SourceStatus.class));

    /** Which sources an operator has paused; a tombstone resumes one. */
    public static final Topic<String, SourcePause> SOURCE_PAUSES = new Topic<>(
            "press.source-pauses", Topic.compacted(Duration.ZERO), Serdes.String(), json(SourcePause.class));

    /** What a stage could not use, as received. */
    public static final Topic<byte[], byte[]> DEAD_LETTERS = new Topic<>(
            "press.dead-letters", Topic.keptFor(Duration.ofDays(90)), Serdes.ByteArray(), Serdes.ByteArray());

    private static final List<Topic<?, ?>> ALL =
            List.of(PAGES, REPLAYS, FRONTIER, RELEASES, CHANGES, SOURCE_STATUS, SOURCE_PAUSES, DEAD_LETTERS);

    private static final Duration BROKERS_WAIT = Duration.ofMinutes(1);
    private static final Duration BROKERS_RETRY = Duration.ofMillis(250);

    private Topics() {}

    /** Returns a serde for one of the contract's records. */
    public static <T> Serde<T> json(Class<T> type) {
        return new JsonSerde<>(type);
    }

    /** Returns every topic. */
    public static List<Topic<?, ?>> all() {
        return ALL;
    }

    /**
     * Creates the topics that are not there yet; those that are keep what they have.
     *
     * <p>Waits a minute for enough brokers to be up: a cluster's start one after another, and one on a busy machine may be missed for a
     * moment by its own controller.
     *
     * @param partitions of each new topic, at least 1: no more processes of a stage than this can share its work
     * @param replication copies of each partition, at most the number of brokers
     * @throws IllegalStateException if the broker refuses; the cause says why
     */
    public static void createMissing(Admin admin, int partitions, short replication) throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                create(admin, partitions, replication);
                return;
            } catch (ExecutionException e) {
                boolean brokersMissing = e.getCause() instanceof InvalidReplicationFactorException;
                if (!brokersMissing || System.nanoTime() - begun > BROKERS_WAIT.toNanos()) {
                    throw new IllegalStateException("the topics could not be created", e.getCause());
                }
                TimeUnit.MILLISECONDS.sleep(BROKERS_RETRY.toMillis());
            }
        }
    }

    private static void create(Admin admin, int partitions, short replication)
            throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        int ofPages = existing.contains(PAGES.name()) ? partitions(admin, PAGES) : partitions;
        List<NewTopic> missing = new ArrayList<>();
        for (Topic<?, ?> topic : ALL) {
            if (!existing.contains(topic.name())) {
                missing.add(topic.create(topic.equals(REPLAYS) ? ofPages : partitions, replication));
            }
        }
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            awaitCreated(created);
        }
    }

    private static int partitions(Admin admin, Topic<?, ?> topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic.name())).allTopicNames().get().values().stream()
                .mapToInt(described -> described.partitions().size())
                .sum();
    }

    /** Another process may create the same topic at the same time; whoever comes second is content. */
    private static void awaitCreated(KafkaFuture<Void> created) throws ExecutionException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
