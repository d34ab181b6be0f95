package io.communique.bench.line;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Passes on what is not the same as the last value of its key, and keeps it: the least that telling editions apart asks of a store. */
final class Keeper extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    static final String STORE = "kept";

    @Nullable
    private KeyValueStore<Bytes, byte[]> kept;

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        kept = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> page) {
        if (kept == null) {
            throw new IllegalStateException("process before init");
        }
        Bytes key = Bytes.wrap(page.key());
        if (!Arrays.equals(kept.get(key), page.value())) {
            kept.put(key, page.value());
            context().forward(page);
        }
    }
}
