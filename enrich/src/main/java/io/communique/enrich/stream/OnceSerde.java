package io.communique.enrich.stream;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value that goes to several places one after the other, the same object, once: a release is long, and store and topic take the
 * same bytes. Values must not change.
 */
final class OnceSerde<T> implements Serde<T> {
    private final Serde<T> serde;

    /** A stream thread writes all of them itself. */
    @SuppressWarnings("ThreadLocalUsage") // Not static: a release is in two places with its sketches written between.
    private final ThreadLocal<@Nullable Written> last = new ThreadLocal<>();

    OnceSerde(Serde<T> serde) {
        this.serde = serde;
    }

    @Override
    public Serializer<T> serializer() {
        Serializer<T> serializer = serde.serializer();
        return (topic, value) -> {
            Written before = last.get();
            if (value != null && before != null && before.value == value) {
                return before.bytes;
            }
            byte[] bytes = serializer.serialize(topic, value);
            last.set(new Written(value, bytes));
            return bytes;
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return serde.deserializer();
    }

    private static final class Written {
        private final @Nullable Object value;
        private final byte[] bytes;

        Written(@Nullable Object value, byte[] bytes) {
            this.value = value;
            this.bytes = bytes;
        }
    }
}
