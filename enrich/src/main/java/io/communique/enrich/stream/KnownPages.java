package io.communique.enrich.stream;

import io.communique.enrich.template.HostTemplate.KnownPage;
import io.communique.enrich.template.PageBlocks;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Pages of a host's memory as bytes: a version, the page's number and hash, then eight bytes a block, big-endian. */
final class KnownPages {
    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + 2 * Long.BYTES;

    private KnownPages() {}

    static Serde<KnownPage> serde() {
        return Serdes.serdeFrom((topic, page) -> write(page), (topic, bytes) -> read(bytes));
    }

    @SuppressWarnings("NullAway") // Kafka's interfaces carry no nullness; a tombstone's value is null on both sides.
    private static byte[] write(@Nullable KnownPage page) {
        if (page == null) {
            return null;
        }
        long[] fingerprints = page.blocks().fingerprints();
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + Long.BYTES * fingerprints.length)
                .put(VERSION)
                .putLong(page.number())
                .putLong(page.blocks().page());
        for (long fingerprint : fingerprints) {
            out.putLong(fingerprint);
        }
        return out.array();
    }

    @SuppressWarnings("NullAway")
    private static KnownPage read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < HEAD_BYTES || bytes[0] != VERSION || (bytes.length - HEAD_BYTES) % Long.BYTES != 0) {
            throw new SerializationException("no page of a host's memory, or one of a later version");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        long number = in.getLong();
        long page = in.getLong();
        long[] fingerprints = new long[in.remaining() / Long.BYTES];
        in.asLongBuffer().get(fingerprints);
        return new KnownPage(number, PageBlocks.of(page, fingerprints));
    }
}
