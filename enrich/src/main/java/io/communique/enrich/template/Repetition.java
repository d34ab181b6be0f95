package io.communique.enrich.template;

import io.communique.enrich.block.Headings;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.block.TextWeight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How often texts stand on a host's other pages.
 *
 * <p>Other pages are not those that show every heading and every sentence of this one (or every text, if it has neither): they are
 * this one, under another address (a second board, a print view). Otherwise a release that is published three times would seem to be part of the template.
 */
public final class Repetition {
    /** With fewer other pages nothing is said: two pages on one subject share more than their template. */
    public static final int PAGES_MIN = 3;

    private static final double SENTENCE = 60;
    private static final double TEMPLATE_SHARE_MIN = 0.25;
    private static final double TEMPLATE_WEIGHT_MAX = 1_000;
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");
    private static final Pattern NOTE = Pattern.compile("[*※†].*", Pattern.DOTALL);

    private static final Repetition NONE = new Repetition(0, Map.of(), Map.of());

    private final int pages;
    private final Map<Integer, Integer> digitsFolded;
    private final Map<Integer, Integer> exact;

    private Repetition(int pages, Map<Integer, Integer> digitsFolded, Map<Integer, Integer> exact) {
        this.pages = pages;
        this.digitsFolded = digitsFolded;
        this.exact = exact;
    }

    /** Returns what is known on the first page of a host. */
    public static Repetition none() {
        return NONE;
    }

    static Repetition of(List<PageBlocks> others, List<TextBlock> blocks) {
        if (others.size() < PAGES_MIN) {
            return NONE;
        }
        boolean anyTellTale = blocks.stream().anyMatch(Repetition::isTellTale);
        int[] tellTale = blocks.stream()
                .filter(block -> !anyTellTale || isTellTale(block))
                .mapToInt(block -> Fingerprint.exact(Fingerprint.of(block.text())))
                .toArray();
        Map<Integer, Integer> digitsFolded = new HashMap<>();
        Map<Integer, Integer> exact = new HashMap<>();
        int pages = 0;
        for (PageBlocks other : others) {
            if (!holdsAll(other, tellTale)) {
                pages++;
                count(other.digitsFolded(), digitsFolded);
                count(other.exact(), exact);
            }
        }
        return pages < PAGES_MIN ? NONE : new Repetition(pages, digitsFolded, exact);
    }

    /** Returns how many other pages are known; 0 if there were fewer than {@value #PAGES_MIN}, and then nothing repeats. */
    public int pages() {
        return pages;
    }

    /** Returns on how many of them {@code text} stands, whatever its digits. */
    public int pagesWith(String text) {
        return pages == 0 ? 0 : digitsFolded.getOrDefault(Fingerprint.digitsFolded(Fingerprint.of(text)), 0);
    }

    /** Returns on how many of them {@code text} stands with the same digits. */
    public int pagesWithExactly(String text) {
        return pages == 0 ? 0 : exact.getOrDefault(Fingerprint.exact(Fingerprint.of(text)), 0);
    }

    /**
     * Returns whether {@code text} is part of the host's template. Made so that it hardly ever is what a release says:
     *
     * <ul>
     *   <li>it stands on three other pages and on a quarter of all known ones at least: one text on two boards is no template;
     *   <li>to the digit: a monthly release says the same with other numbers;
     *   <li>it is a paragraph at most: longer texts that repeat are conditions and descriptions, which other rules judge;
     *   <li>it is no note ("* unofficial translation") and no mark without letters ("- 30 -"): they belong to the text above them.
     * </ul>
     */
    public boolean isTemplate(String text) {
        return pages > 0
                && pagesWithExactly(text) >= Math.max(PAGES_MIN, TEMPLATE_SHARE_MIN * pages)
                && LETTERS.matcher(text).find()
                && !NOTE.matcher(text).matches()
                && TextWeight.of(text) <= TEMPLATE_WEIGHT_MAX;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Repetition that
                && pages == that.pages
                && digitsFolded.equals(that.digitsFolded)
                && exact.equals(that.exact);
    }

    @Override
    public int hashCode() {
        return 31 * pages + exact.hashCode();
    }

    @Override
    public String toString() {
        return exact.size() + " texts of " + pages + " pages";
    }

    /** Headings and sentences make a page the page it is; menus do not. */
    private static boolean isTellTale(TextBlock block) {
        return Headings.isHeading(block.element()) || (block.weight() >= SENTENCE && block.linkDensity() < 0.3);
    }

    private static boolean holdsAll(PageBlocks other, int[] texts) {
        int[] there = other.exact();
        Arrays.sort(there);
        return Arrays.stream(texts).allMatch(text -> Arrays.binarySearch(there, text) >= 0);
    }

    private static void count(int[] texts, Map<Integer, Integer> counts) {
        for (int text : texts) {
            counts.merge(text, 1, Integer::sum);
        }
    }
}
