package io.communique.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.file.FileAddress;
import io.communique.contract.frontier.Absence;
import io.communique.contract.page.AttachedTo;
import io.communique.contract.page.Origin;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Release;
import io.communique.contract.topic.PageHeaders;
import io.communique.enrich.Enricher;
import io.communique.enrich.Enrichment;
import io.communique.enrich.PageEnricher;
import io.communique.enrich.attachment.AttachmentReader;
import io.communique.enrich.attachment.AttachmentText;
import io.communique.enrich.edition.AttachedFiles;
import io.communique.enrich.edition.EditionOutcome;
import io.communique.enrich.edition.Editions;
import io.communique.enrich.edition.FileReading;
import io.communique.enrich.template.HostTemplate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads pages and attached files, holds the result against the edition known before, and passes on what is new. */
final class EditionProcessor extends ContextualProcessor<byte[], byte[], String, News> {
    private static final Logger log = LoggerFactory.getLogger(EditionProcessor.class);

    private final PageEnricher enricher;
    private final AttachmentReader attachments;
    private final Tally tally;

    @Nullable
    private KeyValueStore<String, Release> editions;

    @Nullable
    private KeyValueStore<String, FileReading> files;

    @Nullable
    private HostTemplates templates;

    EditionProcessor(PageEnricher enricher, AttachmentReader attachments, Tally tally) {
        this.enricher = enricher;
        this.attachments = attachments;
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<String, News> context) {
        super.init(context);
        editions = context.getStateStore(EnrichTopology.EDITIONS);
        files = context.getStateStore(EnrichTopology.FILES);
        templates = new HostTemplates(context.getStateStore(EnrichTopology.TEMPLATES));
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        tally.read();
        RawPage page = PageHeaders.read(text(input.key()), input.value(), input.headers());
        Optional<AttachedTo> attached = page.facts().attached();
        Optional<Absence> absence = page.facts().absence().filter(EditionProcessor::isGone);
        if (absence.isPresent()) {
            absent(page, absence.get(), input);
        } else if (attached.isPresent()) {
            file(page, attached.get(), input);
        } else {
            HostTemplate known = templates().of(page.url());
            enricher.enrich(page, known)
                    .fold(enriched -> enriched(enriched, page, known, input), rejected -> rejected(rejected, page));
        }
    }

    /** A page that answers is read like any other, even if its list has dropped it. */
    private static boolean isGone(Absence absence) {
        return absence.kind() != Absence.Kind.UNLISTED;
    }

    /** What came in the page's place is no text of the release. */
    private void absent(RawPage page, Absence absence, Record<byte[], byte[]> input) {
        Optional<Release> known = Optional.ofNullable(editions().get(Enricher.id(page)));
        settle(Editions.absent(known, absence), page, input);
    }

    /**
     * Only releases teach what their host's pages have in common: error pages and walls would teach how those look. A page that is
     * replayed has taught it, and is old.
     */
    private EditionOutcome enriched(
            Enrichment.Enriched enriched, RawPage page, HostTemplate known, Record<byte[], byte[]> input) {
        Optional<Release> before =
                Optional.ofNullable(editions().get(enriched.release().id()));
        Release read = withFiles(enriched.release())
                .withSameAs(before.map(Release::sameAs).orElse(List.of()));
        if (page.facts().origin() == Origin.REPLAY) {
            return settle(Editions.replayed(before, read, enriched.repetition()::isTemplate), page, input);
        }
        templates().replace(page.url(), known, known.seen(enriched.shown()));
        return settle(Editions.next(before, read, enriched.repetition()::isTemplate), page, input);
    }

    /** A file that comes before its page, or without one, is read and waits in the store: its text comes with the page. */
    private void file(RawPage page, AttachedTo attached, Record<byte[], byte[]> input) {
        String id = Enricher.id(page);
        String key = fileKey(id, FileAddress.key(attached.link()));
        Optional<FileReading> before = Optional.ofNullable(files().get(key));
        if (before.filter(old -> old.fetchedAt().isAfter(page.facts().fetchedAt()))
                .isPresent()) {
            tally.outdated();
            return;
        }
        AttachmentText text = attachments.read(page.body());
        FileReading reading =
                new FileReading(page.facts().sha256(), page.facts().fetchedAt(), text.extraction(), text.text());
        files().put(key, reading);
        log.atInfo()
                .addKeyValue("url", page.url())
                .addKeyValue("release", id)
                .addKeyValue("extraction", text.extraction())
                .addKeyValue("reason", text.reason().orElse(""))
                .log("file read");
        Optional<Release> known = Optional.ofNullable(editions().get(id))
                .filter(release -> AttachedFiles.lists(release, attached.link()));
        if (known.isEmpty()) {
            tally.kept();
        } else {
            settle(Editions.withFile(known.get(), withFiles(known.get()), before, reading), page, input);
        }
    }

    private Release withFiles(Release release) {
        return AttachedFiles.with(release, link -> Optional.ofNullable(files().get(fileKey(release.id(), link))));
    }

    /** Returns the key of a file within the store. */
    static String fileKey(String releaseId, String link) {
        return releaseId + " " + link;
    }

    private EditionOutcome settle(EditionOutcome outcome, RawPage page, Record<byte[], byte[]> input) {
        return outcome.fold(
                fresh -> {
                    tell(new News(fresh.release(), List.of(fresh.change())), page, input);
                    tally.edition(fresh.release().edition());
                    return fresh;
                },
                completed -> {
                    tell(new News(completed.release(), List.of()), page, input);
                    tally.completed();
                    return completed;
                },
                reread -> {
                    tell(new News(reread.release(), List.of()), page, input);
                    tally.reread();
                    return reread;
                },
                this::unchanged,
                this::outdated,
                withdrawn -> {
                    tell(new News(withdrawn.release(), List.of(withdrawn.change())), page, input);
                    tally.withdrawn();
                    return withdrawn;
                },
                restored -> {
                    tell(new News(restored.release(), restored.changes()), page, input);
                    tally.restored();
                    return restored;
                });
    }

    /** The page's headers end here, for a release says for itself what it was made from; but not what caused it to be said now. */
    private void tell(News news, RawPage page, Record<byte[], byte[]> input) {
        Release release = news.release();
        editions().put(release.id(), release);
        RecordHeaders headers = new RecordHeaders();
        if (page.facts().origin() != Origin.LIVE) {
            headers.add(PageHeaders.ORIGIN, page.facts().origin().label().getBytes(UTF_8));
        }
        context().forward(new Record<>(release.id(), news, input.timestamp(), headers));
    }

    private EditionOutcome unchanged(EditionOutcome.Unchanged unchanged) {
        Release release = unchanged.release();
        if (!release.equals(editions().get(release.id()))) {
            editions().put(release.id(), release);
        }
        tally.unchanged();
        return unchanged;
    }

    private EditionOutcome outdated(EditionOutcome.Outdated outdated) {
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

    private KeyValueStore<String, Release> editions() {
        return opened(editions);
    }

    private KeyValueStore<String, FileReading> files() {
        return opened(files);
    }

    private static <T> T opened(@Nullable T store) {
        if (store == null) {
            throw new IllegalStateException("process before init");
        }
        return store;
    }

    private HostTemplates templates() {
        return opened(templates);
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, UTF_8);
    }
}
