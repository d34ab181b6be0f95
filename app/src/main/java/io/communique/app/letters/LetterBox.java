package io.communique.app.letters;

import io.communique.app.topic.TopicReader;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The dead letters of a cluster, and what is done about them.
 *
 * <p>A letter stays where it is; what becomes of it is a record beside it, in one transaction with what it is put back as. So a letter is
 * retried once, whatever dies when, and two operators cannot retry it twice at once: the later one's producer fences the earlier.
 *
 * <p>Every method throws {@link KafkaException} if the brokers do not answer.
 */
public final class LetterBox implements AutoCloseable {
    private static final Pattern FROM = Pattern.compile("(.+)-(\\d+)@(\\d+)");
    private static final int ANSWER_MS = 15_000;

    private final Brokers brokers;
    private final TopicReader reader;

    /** Connects to the brokers. */
    public LetterBox(Brokers brokers) {
        this.brokers = brokers;
        this.reader = new TopicReader(brokers);
    }

    /** Returns every letter that is still kept, in the order of their places. */
    public Collection<Letter> letters() {
        Map<Letter.Place, Letter> letters = new TreeMap<>();
        List<ConsumerRecord<byte[], byte[]>> settlements = new ArrayList<>();
        reader.all(Topics.DEAD_LETTERS.name(), record -> {
            if (record.headers().lastHeader(DeadLetters.SETTLES) == null) {
                Letter letter = Letter.of(record);
                letters.put(letter.place(), letter);
            } else {
                settlements.add(record);
            }
        });
        settlements.forEach(record -> settle(record, letters));
        return letters.values();
    }

    private static void settle(ConsumerRecord<byte[], byte[]> record, Map<Letter.Place, Letter> letters) {
        Letter.State state = Letter.header(record, DeadLetters.REASON)
                        .filter("dropped"::equals)
                        .isPresent()
                ? Letter.State.DROPPED
                : Letter.State.RETRIED;
        Letter.header(record, DeadLetters.SETTLES)
                .map(Letter.Place::parse)
                .ifPresent(place -> letters.computeIfPresent(place, (at, letter) -> letter.as(state)));
    }

    /** Returns a letter as it lies there; empty if there is none, or its time is over. */
    public Optional<ConsumerRecord<byte[], byte[]>> open(Letter.Place place) {
        TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), place.partition());
        if (!reader.partitions(partition.topic()).contains(partition)) {
            return Optional.empty();
        }
        return reader.at(partition, place.offset()).filter(record -> record.offset() == place.offset());
    }

    /**
     * Returns why a letter cannot be retried; empty if it can.
     *
     * <p>What never was on a topic has nowhere to go back to, and what was too large to keep is not there.
     */
    public static Optional<String> whyNot(Letter letter) {
        if (letter.state() == Letter.State.RETRIED) {
            return Optional.of("it was retried already");
        }
        if (origin(letter).isEmpty()) {
            return Optional.of("it never was on a topic; fetch it again once its cause is mended, or drop it");
        }
        return Optional.empty();
    }

    private static Optional<TopicPartition> origin(Letter letter) {
        return letter.from()
                .map(FROM::matcher)
                .filter(Matcher::matches)
                .map(match -> new TopicPartition(match.group(1), Integer.parseInt(match.group(2))))
                .filter(partition ->
                        Topics.all().stream().anyMatch(topic -> topic.name().equals(partition.topic())));
    }

    /**
     * Puts letters back where they came from, each in a transaction of its own.
     *
     * @param letters that {@link #whyNot} has nothing against
     * @return how many were put back; fewer if some are no longer kept
     */
    public int retry(Collection<Letter> letters) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            int done = 0;
            for (Letter letter : letters) {
                Optional<ConsumerRecord<byte[], byte[]>> record = open(letter.place());
                if (record.isPresent()) {
                    commit(producer, List.of(again(letter, record.get()), settlement(letter, "retried", "")));
                    done++;
                }
            }
            return done;
        }
    }

    /** Says of letters that nothing is to be done, and why. */
    public void drop(Collection<Letter> letters, String why) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            commit(
                    producer,
                    letters.stream()
                            .map(letter -> settlement(letter, "dropped", why))
                            .toList());
        }
    }

    private static ProducerRecord<byte[], byte[]> again(Letter letter, ConsumerRecord<byte[], byte[]> record) {
        TopicPartition origin = origin(letter).orElseThrow(() -> new IllegalArgumentException("nowhere to put it"));
        Headers headers = new RecordHeaders(record.headers());
        DeadLetters.HEADERS.forEach(headers::remove);
        return new ProducerRecord<>(origin.topic(), origin.partition(), null, record.key(), record.value(), headers);
    }

    private static ProducerRecord<byte[], byte[]> settlement(Letter letter, String as, String why) {
        return DeadLetters.settlement(letter.place().partition(), letter.place().offset(), as, why);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failed send fails the commit.
    private static void commit(KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        try {
            records.forEach(producer::send);
            producer.commitTransaction();
        } catch (KafkaException e) {
            producer.close();
            throw e;
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings = brokers.settings(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "communique-dead-letters",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                ANSWER_MS,
                // Checked before compression; the topic's own limit, after it, is what counts.
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                4 * Topic.RECORD_BYTES_MAX));
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    @Override
    public void close() {
        reader.close();
    }
}
