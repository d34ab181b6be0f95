package io.communique.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.page.RawPage;
import io.communique.contract.release.Release;
import io.communique.contract.topic.PageHeaders;
import io.communique.enrich.Enricher;
import io.communique.enrich.Enrichment;
import io.communique.enrich.edition.EditionOutcome;
import io.communique.enrich.edition.EditionOutcome.NewEdition;
import io.communique.enrich.edition.Editions;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enriches a page, holds the result against the edition known before, and passes on what is new. */
final class EditionProcessor extends ContextualProcessor<byte[], byte[], String, NewEdition> {
    private static final Logger log = LoggerFactory.getLogger(EditionProcessor.class);

    private final Enricher enricher;
    private final Tally tally;

    @Nullable
    private KeyValueStore<String, Release> editions;

    EditionProcessor(Enricher enricher, Tally tally) {
        this.enricher = enricher;
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<String, NewEdition> context) {
        super.init(context);
        editions = context.getStateStore(EnrichTopology.EDITIONS);
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        tally.read();
        RawPage page = PageHeaders.read(text(input.key()), input.value(), input.headers());
        enricher.enrich(page).fold(enriched -> enriched(enriched, input), rejected -> rejected(rejected, page));
    }

    private EditionOutcome enriched(Enrichment.Enriched enriched, Record<byte[], byte[]> input) {
        Release read = enriched.release();
        EditionOutcome outcome = Editions.next(Optional.ofNullable(store().get(read.id())), read);
        return outcome.fold(fresh -> forward(fresh, input), this::count, this::count);
    }

    private EditionOutcome forward(NewEdition fresh, Record<byte[], byte[]> input) {
        Release release = fresh.release();
        store().put(release.id(), release);
        // The page's headers end here: a release says for itself what it was made from.
        context().forward(new Record<>(release.id(), fresh, input.timestamp(), new RecordHeaders()));
        tally.edition(release.edition());
        return fresh;
    }

    private EditionOutcome count(EditionOutcome.Unchanged unchanged) {
        tally.unchanged();
        return unchanged;
    }

    private EditionOutcome count(EditionOutcome.Outdated outdated) {
        tally.outdated();
        return outdated;
    }

    private Enrichment rejected(Enrichment.Rejected rejected, RawPage page) {
        tally.rejected(rejected.reason());
        log.atInfo()
                .addKeyValue("url", page.url())
                .addKeyValue("reason", rejected.reason())
                .addKeyValue("detail", rejected.detail())
                .log("page rejected");
        return rejected;
    }

    private KeyValueStore<String, Release> store() {
        if (editions == null) {
            throw new IllegalStateException("process before init");
        }
        return editions;
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, UTF_8);
    }
}
