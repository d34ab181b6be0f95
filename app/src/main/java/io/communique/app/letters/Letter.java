package io.communique.app.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.communique.contract.topic.DeadLetters;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One dead letter, without what it holds.
 *
 * @param place where it lies
 * @param at when it was written
 * @param stage that gave up
 * @param reason why, one of a few fixed words
 * @param detail the reason in full
 * @param from the place that it came from; empty if it never was on a topic
 * @param key as text; empty if it had none
 * @param bytes size of its value; 0 if it has none
 * @param state what has become of it
 */
public record Letter(
        Place place,
        Instant at,
        String stage,
        String reason,
        String detail,
        Optional<String> from,
        Optional<String> key,
        int bytes,
        State state) {
    /** What has become of a letter. */
    public enum State {
        /** Nobody has dealt with it. */
        @JsonProperty("open")
        OPEN,
        /** It was put back where it came from. */
        @JsonProperty("retried")
        RETRIED,
        /** Somebody has decided that nothing is to be done. */
        @JsonProperty("dropped")
        DROPPED
    }

    /**
     * Where a letter lies on {@code press.dead-letters}; it is named so.
     *
     * @param partition from 0
     * @param offset within it
     */
    public record Place(int partition, long offset) implements Comparable<Place> {
        /**
         * Reads {@code partition@offset}.
         *
         * @throws IllegalArgumentException if it is nothing of the kind
         */
        public static Place parse(String text) {
            String[] parts = text.split("@", -1);
            try {
                if (parts.length == 2) {
                    return new Place(Integer.parseUnsignedInt(parts[0]), Long.parseUnsignedLong(parts[1]));
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(wrong(text), e);
            }
            throw new IllegalArgumentException(wrong(text));
        }

        private static String wrong(String text) {
            return "'" + text + "' names no letter; one is named like 0@17, as the list shows it";
        }

        @Override
        public int compareTo(Place other) {
            return partition == other.partition
                    ? Long.compare(offset, other.offset)
                    : Integer.compare(partition, other.partition);
        }

        @Override
        public String toString() {
            return partition + "@" + offset;
        }
    }

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        return new Letter(
                new Place(record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                header(record, DeadLetters.STAGE).orElse("unknown"),
                header(record, DeadLetters.REASON).orElse("unknown"),
                header(record, DeadLetters.DETAIL).orElse(""),
                header(record, DeadLetters.FROM),
                Optional.ofNullable(text(record.key())),
                record.value() == null ? 0 : record.value().length,
                State.OPEN);
    }

    Letter as(State settled) {
        return new Letter(place, at, stage, reason, detail, from, key, bytes, settled);
    }

    static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(Letter::text);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}
