package io.communique.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.page.AttachedTo;
import io.communique.contract.page.Bytes;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Published;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import io.communique.contract.release.Translation;
import io.communique.enrich.page.Article;
import io.communique.enrich.page.PageReader;
import io.communique.enrich.page.Shown;
import io.communique.enrich.template.HostTemplate;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.Annotations;
import io.communique.enrich.text.Annotator;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a page into a release: reads the page, then annotates its text.
 *
 * <p>A pure function of the page and the memory of its host: the same bytes, facts, earlier pages and {@link #VERSION} give the same
 * release, byte for byte. Safe to share
 * between threads.
 */
public final class Enricher implements PageEnricher {
    /** Version of the rules; changes whenever the same page would give another release. */
    public static final String VERSION = "0.16.0";

    /** Hexadecimal digits of the address's hash in an id: 64 bits, so that a million pages of a source hardly ever meet. */
    private static final int ID_HASH_DIGITS = 16;

    private final PageReader reader;
    private final Annotator annotator;

    public Enricher() {
        this(new PageReader(), Annotator.withModel());
    }

    Enricher(PageReader reader, Annotator annotator) {
        this.reader = reader;
        this.annotator = annotator;
    }

    /** Returns what {@code page} holds, as the first of its host; never throws for what a page says. */
    public Enrichment enrich(RawPage page) {
        return enrich(page, HostTemplate.none());
    }

    @Override
    public Enrichment enrich(RawPage page, HostTemplate known) {
        return reader.read(page, known)
                .fold(
                        article ->
                                new Enrichment.Enriched(release(page, article), article.shown(), article.repetition()),
                        rejected -> new Enrichment.Rejected(rejected.reason().label(), rejected.detail()));
    }

    /** Returns what {@code page} shows, to teach the memory of its host before it is enriched; empty if it is no release. */
    public Optional<Shown> shown(RawPage page) {
        return reader.shown(page);
    }

    private Release release(RawPage page, Article article) {
        PageFacts facts = page.facts();
        Annotations annotations = annotator.annotate(new AnnotationInput(
                article.body(),
                article.blocks(),
                article.language(),
                day(article.published()),
                facts.publisher().flatMap(Publisher::country)));
        return new Release(
                Release.SCHEMA,
                id(page),
                1,
                Release.State.PUBLISHED,
                facts.source(),
                facts.publisher(),
                facts.requestedUrl(),
                article.language(),
                article.title(),
                article.subtitle(),
                article.published(),
                facts.fetchedAt(),
                facts.fetchedAt(),
                article.body(),
                article.blocks(),
                annotations.entities(),
                annotations.dates(),
                annotations.figures(),
                article.attachments(),
                article.links(),
                article.department(),
                article.contact(),
                article.licence(),
                article.images(),
                Optional.empty(),
                List.of(),
                facts.hint().twins().entrySet().stream()
                        .map(twin -> new Translation(twin.getKey(), twin.getValue()))
                        .toList(),
                new Provenance(
                        facts.sha256(),
                        VERSION,
                        article.charset(),
                        quality(article.quality(), annotations.warnings()),
                        article.repetition().pages(),
                        0));
    }

    /**
     * Returns the id of the release that {@code page} is, or that the file is attached to: source and the site's own id, or a hash of the
     * page's address where the address shows none.
     */
    public static String id(RawPage page) {
        URI url = page.facts().attached().map(AttachedTo::page).orElse(page.url());
        String local = page.facts().siteId().orElseGet(() -> hash(url.toString()));
        return page.facts().source() + ":" + local;
    }

    private static String hash(String url) {
        return Bytes.copyOf(url.getBytes(UTF_8)).sha256().substring(0, ID_HASH_DIGITS);
    }

    private static Optional<LocalDate> day(Published published) {
        return published.at().filter(at -> at.length() >= 10).map(at -> LocalDate.parse(at.substring(0, 10)));
    }

    private static Quality quality(Quality page, List<String> more) {
        List<String> warnings = new ArrayList<>(page.warnings());
        warnings.addAll(more);
        return new Quality(page.textDensity(), warnings);
    }
}
