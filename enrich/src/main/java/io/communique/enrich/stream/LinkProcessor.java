package io.communique.enrich.stream;

import io.communique.contract.release.Release;
import io.communique.enrich.twin.TwinLink;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Tells a release of its twin: the same edition comes out again, and nobody changed anything. */
final class LinkProcessor extends ContextualProcessor<String, TwinLink, String, News> {
    private final Tally tally;

    @Nullable
    private KeyValueStore<String, Release> editions;

    LinkProcessor(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<String, News> context) {
        super.init(context);
        editions = context.getStateStore(EnrichTopology.EDITIONS);
    }

    @Override
    public void process(Record<String, TwinLink> input) {
        if (editions == null) {
            throw new IllegalStateException("process before init");
        }
        Release known = editions.get(input.key());
        if (known == null || known.sameAs().contains(input.value().other())) {
            return;
        }
        List<String> twins = new ArrayList<>(known.sameAs());
        twins.add(input.value().other());
        Release linked = known.withSameAs(twins);
        editions.put(linked.id(), linked);
        tally.linked();
        context().forward(input.withValue(new News(linked, List.of())));
    }
}
