package io.communique.enrich.stream;

import io.communique.enrich.twin.Sketch;
import io.communique.enrich.twin.TwinLink;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Holds the sketches that share a band against each other, and links those that are twins, both ways. */
final class TwinProcessor extends ContextualProcessor<Long, Sketch, String, TwinLink> {
    /** In one band; more is a template that half a site uses, and the oldest are forgotten. */
    private static final int SKETCHES_MAX = 12;

    @Nullable
    private KeyValueStore<Long, Sketches> bands;

    @Override
    public void init(ProcessorContext<String, TwinLink> context) {
        super.init(context);
        bands = context.getStateStore(EnrichTopology.BANDS);
    }

    @Override
    public void process(Record<Long, Sketch> input) {
        if (bands == null) {
            throw new IllegalStateException("process before init");
        }
        Sketch sketch = input.value();
        Sketches known = bands.get(input.key());
        List<Sketch> others = new ArrayList<>(known == null ? List.of() : known.all());
        others.removeIf(other -> other.release().equals(sketch.release()));
        for (Sketch other : others) {
            if (sketch.isTwinOf(other)) {
                link(sketch, other, input);
                link(other, sketch, input);
            }
        }
        others.add(sketch);
        bands.put(input.key(), new Sketches(others.subList(Math.max(0, others.size() - SKETCHES_MAX), others.size())));
    }

    private void link(Sketch one, Sketch other, Record<Long, Sketch> input) {
        context().forward(input.withKey(one.release()).withValue(new TwinLink(one.url(), other.release())));
    }

    /** Sketches of one band, the oldest first. */
    record Sketches(List<Sketch> all) {
        Sketches {
            all = List.copyOf(all);
        }
    }
}
