package io.communique.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.app.replay.Progress.Span;
import io.communique.contract.page.Origin;
import io.communique.contract.page.RawPage;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.NotAPageException;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Copies pages from {@code press.pages} to {@code press.replays}, where enrich reads them beside live ones.
 *
 * <p>Copies and how far the replay has come are one transaction, so one that was stopped or killed goes on behind what it has copied. No more
 * than a few copies wait at any time, so that a live page never stands behind more than these. One thread.
 *
 * <p>Every method throws {@link org.apache.kafka.common.KafkaException} or {@link ExecutionException} if the brokers do not answer.
 */
public final class Replay implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FOLLOW_MILLIS = 50;
    private static final Duration DELETE_EVERY = Duration.ofSeconds(5);
    private static final int POLL_RECORDS_MAX = 200;
    private static final int ANSWER_MS = 15_000;

    private final Selection selection;
    private final int ahead;
    private final Admin admin;
    private final Progress progress;
    private final KafkaConsumer<byte[], byte[]> pages;
    private final KafkaProducer<byte[], byte[]> replays;

    private final Map<TopicPartition, Span> spans = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Deque<ConsumerRecord<byte[], byte[]>> chosen = new ArrayDeque<>();
    private final Map<TopicPartition, Deque<Long>> waiting = new HashMap<>();
    private Instant deleted = Instant.now();
    private long read;
    private long replayed;
    private long notChosen;
    private long unusable;

    /**
     * Connects; whoever else was replaying is put out.
     *
     * @param ahead copies that may wait for enrich, at least 1
     */
    public Replay(Brokers brokers, Selection selection, int ahead) {
        if (ahead < 1) {
            throw new IllegalArgumentException("--ahead must be at least 1: " + ahead);
        }
        this.selection = selection;
        this.ahead = ahead;
        this.admin = Admin.create(brokers.settings(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                2 * ANSWER_MS)));
        this.progress = new Progress(admin, selection.group());
        this.pages = new KafkaConsumer<>(
                brokers.settings(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        selection.group(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        POLL_RECORDS_MAX)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.replays = new KafkaProducer<>(
                brokers.settings(Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "communique-replay",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        ANSWER_MS,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 * Topic.RECORD_BYTES_MAX)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        replays.initTransactions();
    }

    /**
     * Finds where to go on, or to begin.
     *
     * @param afresh forget what an unfinished replay of the same pages has done
     * @return whether it goes on with an unfinished one
     */
    public boolean prepare(boolean afresh) throws ExecutionException, InterruptedException {
        if (afresh) {
            progress.forget();
        }
        List<TopicPartition> partitions = pages.partitionsFor(Topics.PAGES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Optional<Map<TopicPartition, Span>> left = progress.left();
        spans.putAll(left.isPresent() ? left.get() : all(partitions));
        pages.assign(spans.keySet());
        Map<TopicPartition, Long> kept = pages.beginningOffsets(spans.keySet());
        spans.forEach((partition, span) -> {
            long next = Math.max(span.next(), kept.getOrDefault(partition, 0L));
            pages.seek(partition, next);
            positions.put(partition, next);
        });
        return left.isPresent();
    }

    private Map<TopicPartition, Span> all(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = pages.endOffsets(partitions);
        Map<TopicPartition, Long> begins = new HashMap<>(pages.beginningOffsets(partitions));
        selection.from().ifPresent(from -> begins.putAll(since(from, partitions, ends)));
        Map<TopicPartition, Span> spans = new HashMap<>();
        ends.forEach((partition, end) -> spans.put(partition, new Span(begins.getOrDefault(partition, 0L), end)));
        return spans;
    }

    /** A page is put on the topic after it was fetched, so none that was fetched later stands before this. */
    private Map<TopicPartition, Long> since(
            Instant from, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> at = new HashMap<>();
        partitions.forEach(partition -> at.put(partition, from.toEpochMilli()));
        Map<TopicPartition, Long> since = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
                pages.offsetsForTimes(at).entrySet()) {
            since.put(
                    found.getKey(),
                    found.getValue() == null
                            ? ends.getOrDefault(found.getKey(), 0L)
                            : found.getValue().offset());
        }
        return since;
    }

    /**
     * Replays until all is done and enrich has read it, or until it is stopped.
     *
     * @param stopped whether to end early, behind what is copied
     * @param told of the state now and then, and at the end
     * @return whether all is done
     */
    public boolean run(BooleanSupplier stopped, Consumer<ReplayCounts> told)
            throws ExecutionException, InterruptedException {
        while (!stopped.getAsBoolean()) {
            follow();
            if (chosen.isEmpty() && !isRead()) {
                choose();
            }
            int room = ahead - waiting();
            if (room > 0 && !chosen.isEmpty()) {
                copy(room);
            } else if (chosen.isEmpty() && isRead() && waiting() == 0) {
                progress.deleteRead(waiting.keySet());
                progress.forget();
                told.accept(counts());
                return true;
            } else {
                Thread.sleep(FOLLOW_MILLIS);
            }
            told.accept(counts());
        }
        told.accept(counts());
        return false;
    }

    private boolean isRead() {
        return spans.entrySet().stream()
                .allMatch(
                        span -> pages.position(span.getKey()) >= span.getValue().end());
    }

    private void choose() {
        for (ConsumerRecord<byte[], byte[]> record : pages.poll(POLL)) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < end(partition)) {
                read++;
                choose(record);
            }
        }
        if (chosen.isEmpty()) {
            spans.keySet().forEach(this::advance);
        }
    }

    private void choose(ConsumerRecord<byte[], byte[]> record) {
        try {
            RawPage page = PageHeaders.read(
                    record.key() == null ? null : new String(record.key(), UTF_8), record.value(), record.headers());
            if (selection.contains(page.facts())) {
                chosen.add(record);
            } else {
                notChosen++;
            }
        } catch (NotAPageException e) {
            unusable++;
        }
    }

    private long end(TopicPartition partition) {
        Span span = spans.get(partition);
        return span == null ? 0 : span.end();
    }

    /** Behind what was read, but not behind what is chosen and not copied yet. */
    private void advance(TopicPartition partition) {
        long next = chosen.stream()
                .filter(record -> record.partition() == partition.partition())
                .mapToLong(ConsumerRecord::offset)
                .findFirst()
                .orElseGet(() -> pages.position(partition));
        positions.put(partition, Math.min(next, Math.max(end(partition), positions.getOrDefault(partition, 0L))));
    }

    private void copy(int room) throws ExecutionException, InterruptedException {
        replays.beginTransaction();
        List<Future<RecordMetadata>> copies = new ArrayList<>();
        while (copies.size() < room && !chosen.isEmpty()) {
            ConsumerRecord<byte[], byte[]> page = chosen.remove();
            copies.add(replays.send(copy(page)));
        }
        spans.keySet().forEach(this::advance);
        replays.sendOffsetsToTransaction(Progress.offsets(positions, spans), pages.groupMetadata());
        replays.commitTransaction();
        for (Future<RecordMetadata> copy : copies) {
            RecordMetadata written = copy.get();
            waiting.computeIfAbsent(new TopicPartition(written.topic(), written.partition()), any -> new ArrayDeque<>())
                    .add(written.offset());
        }
        replayed += copies.size();
    }

    /** In the partition of the same number: what belongs together is read together. */
    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> page) {
        Headers headers = new RecordHeaders(page.headers());
        headers.remove(PageHeaders.ORIGIN);
        headers.add(PageHeaders.ORIGIN, Origin.REPLAY.label().getBytes(UTF_8));
        return new ProducerRecord<>(Topics.REPLAYS.name(), page.partition(), null, page.key(), page.value(), headers);
    }

    private void follow() throws ExecutionException, InterruptedException {
        if (waiting() == 0) {
            return;
        }
        Map<TopicPartition, Long> followed = progress.followed();
        waiting.forEach(
                (partition, offsets) -> offsets.removeIf(offset -> offset < followed.getOrDefault(partition, 0L)));
        if (Duration.between(deleted, Instant.now()).compareTo(DELETE_EVERY) > 0) {
            progress.deleteRead(waiting.keySet());
            deleted = Instant.now();
        }
    }

    private int waiting() {
        return waiting.values().stream().mapToInt(Deque::size).sum();
    }

    private ReplayCounts counts() {
        long left = spans.entrySet().stream()
                .mapToLong(span -> Math.max(0, span.getValue().end() - pages.position(span.getKey())))
                .sum();
        return new ReplayCounts(read, replayed, notChosen, unusable, waiting(), left + chosen.size());
    }

    @Override
    public void close() {
        pages.close();
        replays.close(Duration.ofSeconds(5));
        admin.close();
    }
}
