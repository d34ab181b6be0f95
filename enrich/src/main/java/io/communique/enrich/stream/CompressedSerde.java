package io.communique.enrich.stream;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps values as Zstandard frames (RFC 8878): texts become less than half as long, and what a store holds is written, logged and merged
 * more than once. Values that an earlier version kept as they are, are read as well.
 */
final class CompressedSerde<T> implements Serde<T> {
    /** The fastest: what a store holds is compressed once more on its way to the changelog, with others. */
    private static final int LEVEL = 1;

    /** Bytes; no release or file comes near it, and a damaged frame may claim any size. */
    private static final int SIZE_MAX = 256 << 20;

    /** RFC 8878 section 3.1.1; no text begins so. */
    private static final byte[] FRAME = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private final Serde<T> serde;

    CompressedSerde(Serde<T> serde) {
        this.serde = serde;
    }

    @Override
    public Serializer<T> serializer() {
        Serializer<T> serializer = serde.serializer();
        return (topic, value) -> compressed(serializer.serialize(topic, value));
    }

    @Override
    public Deserializer<T> deserializer() {
        Deserializer<T> deserializer = serde.deserializer();
        return (topic, bytes) -> deserializer.deserialize(topic, whole(bytes));
    }

    @SuppressWarnings("NullAway") // Kafka's interfaces carry no nullness; a tombstone's value is null on both sides.
    private static byte[] compressed(byte @Nullable [] bytes) {
        return bytes == null ? null : Zstd.compress(bytes, LEVEL);
    }

    @SuppressWarnings("NullAway")
    private static byte[] whole(byte @Nullable [] bytes) {
        if (bytes == null || !isFrame(bytes)) {
            return bytes;
        }
        long size = Zstd.getFrameContentSize(bytes);
        if (size < 0 || size > SIZE_MAX) {
            throw new SerializationException("a frame of " + bytes.length + " bytes claims a size of " + size);
        }
        try {
            return Zstd.decompress(bytes, (int) size);
        } catch (ZstdException e) {
            throw new SerializationException("a damaged frame", e);
        }
    }

    private static boolean isFrame(byte[] bytes) {
        return bytes.length >= FRAME.length && Arrays.equals(bytes, 0, FRAME.length, FRAME, 0, FRAME.length);
    }
}
