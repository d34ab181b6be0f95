package io.communique.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** What a stage cannot use: key, value and headers as received, and beside them which stage gave up and why. */
public final class DeadLetters {
    /** Header: the stage that gave up. */
    public static final String STAGE = "dead-letter-stage";
    /** Header: why, one of a few fixed words such as {@code not-a-page}. */
    public static final String REASON = "dead-letter-reason";
    /** Header: the reason in full, for a person. */
    public static final String DETAIL = "dead-letter-detail";
    /** Header: the topic, partition and offset that it came from; absent if it never was on a topic. */
    public static final String FROM = "dead-letter-from";

    /** Header of a record that is no letter but says what became of one: its {@code partition@offset} on this topic. */
    public static final String SETTLES = "dead-letter-settles";

    /** Every header that this topic adds to what was received. */
    public static final List<String> HEADERS = List.of(STAGE, REASON, DETAIL, FROM, SETTLES);

    private static final int DETAIL_LENGTH_MAX = 1_000;

    private DeadLetters() {}

    /**
     * Returns the record to put on {@code press.dead-letters}.
     *
     * @param key as received
     * @param value as received; null if there was none, or it was too large to keep
     * @param headers as received
     * @param from where it came from, as {@code topic-partition@offset}; null if it never was on a topic
     */
    public static ProducerRecord<byte[], byte[]> letter(
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            String stage,
            String reason,
            String detail,
            @Nullable String from) {
        Headers all = new RecordHeaders(headers);
        say(all, stage, reason, detail);
        if (from != null) {
            all.add(FROM, from.getBytes(UTF_8));
        }
        return record(null, key, value, all);
    }

    /**
     * Returns the record that says what an operator has done about a letter; it stands in the letter's partition, behind it.
     *
     * @param partition of the letter
     * @param offset of the letter
     * @param as {@code retried} or {@code dropped}
     * @param detail why, in the operator's words; may be empty
     */
    public static ProducerRecord<byte[], byte[]> settlement(int partition, long offset, String as, String detail) {
        Headers headers = new RecordHeaders();
        say(headers, "operator", as, detail);
        headers.add(SETTLES, (partition + "@" + offset).getBytes(UTF_8));
        return record(partition, null, null, headers);
    }

    private static void say(Headers headers, String stage, String reason, String detail) {
        headers.add(STAGE, stage.getBytes(UTF_8));
        headers.add(REASON, reason.getBytes(UTF_8));
        headers.add(
                DETAIL,
                detail.substring(0, Math.min(detail.length(), DETAIL_LENGTH_MAX))
                        .getBytes(UTF_8));
    }

    @SuppressWarnings("NullAway") // Kafka's records carry no nullness; both key and value may be null.
    private static ProducerRecord<byte[], byte[]> record(
            @Nullable Integer partition, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new ProducerRecord<>(Topics.DEAD_LETTERS.name(), partition, key, value, headers);
    }
}
