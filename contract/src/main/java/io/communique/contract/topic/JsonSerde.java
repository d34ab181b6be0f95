package io.communique.contract.topic;

import io.communique.contract.json.Json;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Records as JSON in UTF-8. A tombstone stays {@code null} both ways. */
final class JsonSerde<T> implements Serde<T> {
    private final Class<T> type;

    JsonSerde(Class<T> type) {
        this.type = type;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    @SuppressWarnings("NullAway") // Kafka's interfaces carry no nullness; a tombstone's value is null on both sides.
    private byte[] write(@Nullable T value) {
        return value == null ? null : Json.mapper().writeValueAsBytes(value);
    }

    @SuppressWarnings("NullAway")
    private T read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return Json.mapper().readValue(bytes, type);
        } catch (JacksonException e) {
            throw new SerializationException("no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
