package io.communique.bench.extraction;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well the main text of a set of pages was taken out; every figure is from 0 to 1.
 *
 * <p>Each page weighs the same. Shingles are counted as in article-extraction-benchmark: precision and recall are averaged over pages,
 * a page without output not counting for precision, and F1 is of the averages. Snippets are counted over the whole set.
 *
 * @param pages how many
 * @param wordF1 F1 of bags of words, averaged over the pages with a labelled text; 0 if there is none
 * @param shinglePrecision of runs of four words
 * @param shingleRecall of runs of four words
 * @param snippets over all pages
 */
public record ExtractionScore(
        int pages, double wordF1, double shinglePrecision, double shingleRecall, Counts snippets) {

    /** Sums up pages. */
    public static ExtractionScore of(List<PageScore> pages) {
        List<PageScore> texts = pages.stream().filter(PageScore::hasText).toList();
        List<Counts> shingles = texts.stream().map(PageScore::shingles).toList();
        return new ExtractionScore(
                pages.size(),
                mean(texts.stream().map(PageScore::words).toList(), Counts::f1),
                mean(shingles.stream().filter(c -> c.hits() + c.extra() > 0).toList(), Counts::precision),
                mean(shingles.stream().filter(c -> c.hits() + c.missed() > 0).toList(), Counts::recall),
                pages.stream().map(PageScore::snippets).reduce(Counts.NONE, Counts::plus));
    }

    /** Returns F1 of runs of four words. */
    public double shingleF1() {
        return Counts.harmonicMean(shinglePrecision, shingleRecall);
    }

    private static double mean(List<Counts> counts, ToDoubleFunction<Counts> figure) {
        return counts.stream().mapToDouble(figure).average().orElse(0);
    }
}
