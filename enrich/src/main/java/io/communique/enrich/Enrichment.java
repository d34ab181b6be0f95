package io.communique.enrich;

import io.communique.contract.release.Release;
import io.communique.enrich.template.PageBlocks;
import io.communique.enrich.template.Repetition;
import java.util.function.Function;

/** What came of one page. */
public sealed interface Enrichment {
    /** Handles every case. */
    <R> R fold(Function<Enriched, R> enriched, Function<Rejected, R> rejected);

    /**
     * The page is a release.
     *
     * @param release as a first edition; which edition it really is only the store of earlier ones can say
     * @param shown every block of the page, for the memory of its host
     * @param repetition what that memory knew of the page
     */
    record Enriched(Release release, PageBlocks shown, Repetition repetition) implements Enrichment {
        @Override
        public <R> R fold(Function<Enriched, R> enriched, Function<Rejected, R> rejected) {
            return enriched.apply(this);
        }
    }

    /**
     * The page can be read but is no release.
     *
     * @param reason one of a few fixed words, such as {@code soft-404}
     * @param detail the evidence, for a person
     */
    record Rejected(String reason, String detail) implements Enrichment {
        @Override
        public <R> R fold(Function<Enriched, R> enriched, Function<Rejected, R> rejected) {
            return rejected.apply(this);
        }
    }
}
