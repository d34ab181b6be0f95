package io.communique.bench.extraction;

import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.enrich.page.Article;
import io.communique.enrich.page.PageReader;
import java.time.Instant;
import java.util.Optional;

/** Our page reader, as the pipeline calls it. */
public final class Ours implements Peer {
    /** Any instant after all labelled pages were published. */
    private static final Instant FETCHED = Instant.parse("2026-11-01T00:00:00Z");

    private final String name;
    private final PageReader reader;

    /** The reader with the model that ships. */
    public Ours() {
        this("communique", new PageReader());
    }

    /** A reader of one's own, such as one that was trained on a fold. */
    public Ours(String name, PageReader reader) {
        this.name = name;
        this.reader = reader;
    }

    @Override
    public String name() {
        return name;
    }

    /** {@inheritDoc} A page that is rejected has no main text. */
    @Override
    public String extract(GoldPage page) {
        return reader.read(rawPage(page)).fold(Article::body, rejected -> "");
    }

    /** Returns {@code page} as ingest would have published it, with no hint from a list or feed. */
    public static RawPage rawPage(GoldPage page) {
        PageFacts facts = new PageFacts(
                "bench",
                Optional.empty(),
                Optional.empty(),
                page.url(),
                page.url(),
                200,
                Optional.empty(),
                FETCHED,
                Optional.empty(),
                Optional.empty(),
                page.html().sha256(),
                Origin.REPLAY,
                ListingHint.none());
        return new RawPage(page.url(), page.html(), facts);
    }
}
