package io.communique.enrich.page;

import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Published;
import io.communique.contract.release.Quality;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.charset.Decoded;
import io.communique.enrich.charset.PageCharset;
import io.communique.enrich.field.AboutLines;
import io.communique.enrich.field.Attachments;
import io.communique.enrich.field.Continuation;
import io.communique.enrich.field.Images;
import io.communique.enrich.field.Links;
import io.communique.enrich.field.PublicationDate;
import io.communique.enrich.field.StructuredData;
import io.communique.enrich.field.Subtitle;
import io.communique.enrich.field.Title;
import io.communique.enrich.language.LanguageDetector;
import io.communique.enrich.page.Rejected.Reason;
import io.communique.enrich.strip.Region;
import io.communique.enrich.strip.RegionFinder;
import io.communique.enrich.structure.Body;
import io.communique.enrich.structure.BodyWriter;
import io.communique.enrich.template.HostTemplate;
import io.communique.enrich.template.KnownFurniture;
import io.communique.enrich.template.PageBlocks;
import io.communique.enrich.template.Repetition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Document;

/** Reads a page: bytes to characters, characters to blocks, blocks to an article with its fields. Safe to share between threads. */
public final class PageReader {
    private static final double REPLACED_MAX = 0.0005;
    private static final double NOTHING_LEFT = 60;
    private static final double SHORT_BODY = 100;
    /** More than this over the title is the beginning of the text, and what was taken for the title a heading in it. */
    private static final double TEASER_MAX = 400;
    /** Warns that the text is cut: it goes on at the address that follows. */
    private static final String CONTINUES = "continues: ";

    private final LanguageDetector languages = new LanguageDetector();
    private final RegionFinder regions;

    /** A reader with the model that ships. */
    public PageReader() {
        this(new RegionFinder());
    }

    /** A reader with a model of one's own. */
    public PageReader(RegionFinder regions) {
        this.regions = regions;
    }

    /** Returns what {@code page} holds, as the first of its host. */
    public PageReading read(RawPage page) {
        return read(page, HostTemplate.none());
    }

    /**
     * Returns what {@code page} holds; gives an article or a reason for every run of bytes.
     *
     * @param known what is remembered of its host
     */
    public PageReading read(RawPage page, HostTemplate known) {
        return decoded(page, decoded -> read(page, decoded, known), rejected -> rejected);
    }

    /** Returns what {@code page} shows, for the memory of its host; empty if it is no release. */
    public Optional<Shown> shown(RawPage page) {
        return decoded(page, decoded -> shown(page, decoded), rejected -> Optional.empty());
    }

    private static <R> R decoded(RawPage page, Function<Decoded, R> text, Function<Rejected, R> noText) {
        PageFacts facts = page.facts();
        if (facts.status() < 200 || facts.status() > 299) {
            return noText.apply(new Rejected(Reason.ERROR_STATUS, "HTTP status " + facts.status()));
        }
        if (page.body().isEmpty()) {
            return noText.apply(new Rejected(Reason.EMPTY, "no bytes"));
        }
        Decoded decoded = PageCharset.decode(page.body().toArray(), facts.contentType());
        Optional<Rejected> otherThanHtml = PageKind.ofText(decoded.text());
        return otherThanHtml.isPresent() ? noText.apply(otherThanHtml.get()) : text.apply(decoded);
    }

    private Optional<Shown> shown(RawPage page, Decoded decoded) {
        Document document = PageDocument.of(decoded.text(), page.facts().finalUrl());
        List<TextBlock> blocks = BlockReader.read(document);
        Region region = regions.find(document, blocks);
        return PageKind.of(page.facts(), document, blocks, region).isPresent()
                ? Optional.empty()
                : Optional.of(new Shown(
                        StatedAddress.of(document), PageBlocks.of(page.url().toString(), blocks)));
    }

    private PageReading read(RawPage page, Decoded decoded, HostTemplate known) {
        Document document = PageDocument.of(decoded.text(), page.facts().finalUrl());
        SourceSelectors selectors = new SourceSelectors(page.facts().selectors(), document);
        selectors.drop();
        List<TextBlock> read = BlockReader.read(document);
        PageBlocks shown = PageBlocks.of(page.url().toString(), read);
        Repetition repetition = known.repetition(shown, read);
        List<TextBlock> marked = KnownFurniture.mark(read, repetition);
        Region found = regions.find(document, marked);
        // Where nothing is left, the memory of the host has gone too far: notices in the same words are releases still.
        boolean tooMuch = repetition.pages() > 0 && found.weight() < NOTHING_LEFT;
        List<TextBlock> blocks = tooMuch ? read : marked;
        Optional<Region> named = selectors.body(blocks);
        Region region = named.orElseGet(() -> tooMuch ? regions.find(document, read) : found);
        Optional<Rejected> wrongKind = PageKind.of(page.facts(), document, blocks, region);
        return wrongKind.isPresent()
                ? wrongKind.get()
                : article(
                        page.facts(),
                        decoded,
                        document,
                        blocks,
                        region,
                        named.isPresent(),
                        selectors,
                        shown,
                        repetition);
    }

    private Article article(
            PageFacts facts,
            Decoded decoded,
            Document document,
            List<TextBlock> blocks,
            Region region,
            boolean regionNamed,
            SourceSelectors selectors,
            PageBlocks shown,
            Repetition repetition) {
        StructuredData data = StructuredData.of(document);
        Optional<Title> title = selectors
                .title(blocks)
                .or(() ->
                        Title.vote(document, data, blocks, region, facts.hint().title()));
        int titleAt = title.map(Title::at).orElse(-1);
        AboutLines about = new AboutLines(blocks, region, titleAt);
        List<TextBlock> shownText = behindTitle(region, blocks, titleAt);
        List<TextBlock> text = regionNamed ? withoutTitle(region, titleAt) : Region.trimmed(about.textOnly(shownText));
        Body body = BodyWriter.write(text, region.container());
        PublicationDate date = new PublicationDate(document, data, blocks, region, facts.finalUrl(), facts.fetchedAt());
        Published published = selectors
                .date(date)
                .orElseGet(() -> date.find(titleAt, facts.hint().date()));
        // Asked last: by now every selector was tried.
        List<String> warnings =
                warnings(selectors, about, Continuation.find(document, facts.finalUrl(), region, blocks));
        return new Article(
                languages.detect(body.text()),
                title.map(Title::text),
                Subtitle.find(blocks, titleAt),
                published,
                body.text(),
                body.blocks(),
                Attachments.find(document, decoded.charset(), region, blocks, titleAt),
                Links.find(text),
                about.department(),
                about.contact(),
                about.licence(document),
                Images.find(region, regionNamed ? Optional.empty() : about.cutline(shownText)),
                Optional.of(decoded.charset().name()),
                quality(decoded, blocks, text, warnings),
                shown,
                repetition);
    }

    /** What the source names as body is body; only a title that opens it is none. */
    private static List<TextBlock> withoutTitle(Region region, int titleAt) {
        List<TextBlock> all = region.blocks();
        return titleAt == region.start() && all.size() > 1 ? all.subList(1, all.size()) : all;
    }

    /** What stands in the region up to its title is a label or a teaser for something else, unless it says much. */
    private static List<TextBlock> behindTitle(Region region, List<TextBlock> blocks, int titleAt) {
        if (titleAt < region.start()) {
            return region.blocks();
        }
        // Blocks are compared by identity.
        Set<TextBlock> upToTitle = new HashSet<>(blocks.subList(region.start(), titleAt + 1));
        List<TextBlock> text = region.blocks();
        int behind = 0;
        while (behind < text.size() && upToTitle.contains(text.get(behind))) {
            behind++;
        }
        return behind == 0 || TextBlock.weightOf(text.subList(0, behind)) > TEASER_MAX
                ? text
                : Region.trimmed(text.subList(behind, text.size()));
    }

    private static List<String> warnings(SourceSelectors selectors, AboutLines about, Optional<String> continuation) {
        List<String> warnings = new ArrayList<>(selectors.warnings());
        about.notice().ifPresent(notice -> warnings.add("notice: " + notice));
        continuation.ifPresent(next -> warnings.add(CONTINUES + next));
        return warnings;
    }

    private static Quality quality(Decoded decoded, List<TextBlock> blocks, List<TextBlock> text, List<String> more) {
        double all = TextBlock.weightOf(blocks);
        double kept = TextBlock.weightOf(text);
        List<String> warnings = new ArrayList<>(more);
        if (decoded.replaced() > REPLACED_MAX) {
            warnings.add("characters were damaged");
        }
        if (kept < SHORT_BODY) {
            warnings.add("short body");
        }
        double density = all == 0 ? 0 : Math.min(1, kept / all);
        return new Quality(Math.round(density * 1000) / 1000.0, warnings);
    }
}
