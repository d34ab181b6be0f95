package io.communique.enrich.template;

import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a host: the blocks of its last {@value #PAGES_MAX} pages, so that text which stands on many of them can be told
 * from the text that one page is about. A value.
 *
 * <p>Whole pages are kept rather than a count for each block, for three reasons. A page that is read again takes its own place, so it
 * can be edited a hundred times and counts once. A template that a redesign did away with is gone after as many new pages, without
 * any arithmetic of decay. And one page changes one small entry, of about 2 KB, where a table of counts would be rewritten whole.
 */
public final class HostTemplate {
    /** Pages kept: enough for the share of a template of a site with several boards, small enough to be read at each page. */
    public static final int PAGES_MAX = 32;

    private static final HostTemplate NONE = new HostTemplate(List.of());

    private final List<KnownPage> pages;

    private HostTemplate(List<KnownPage> pages) {
        this.pages = pages;
    }

    /** Returns the memory of a host that was never seen. */
    public static HostTemplate none() {
        return NONE;
    }

    /** Returns the memory that holds {@code pages}; of more than {@value #PAGES_MAX} the latest. */
    public static HostTemplate of(Collection<KnownPage> pages) {
        List<KnownPage> latest = pages.stream()
                .sorted(Comparator.comparingLong(KnownPage::number))
                .skip(Math.max(0, pages.size() - PAGES_MAX))
                .toList();
        return latest.isEmpty() ? NONE : new HostTemplate(latest);
    }

    /** Returns the pages, oldest first. */
    public List<KnownPage> pages() {
        return pages;
    }

    /** Returns the memory after {@code page} was seen; this one itself if the page shows what it showed before, counters aside. */
    public HostTemplate seen(PageBlocks page) {
        Optional<KnownPage> before =
                pages.stream().filter(known -> known.is(page)).findFirst();
        if (before.isPresent() && before.get().blocks().showsTheSame(page)) {
            return this;
        }
        long next = pages.isEmpty() ? 0 : pages.get(pages.size() - 1).number() + 1;
        List<KnownPage> after = new ArrayList<>(pages);
        before.ifPresent(after::remove);
        after.add(new KnownPage(before.map(KnownPage::number).orElse(next), page));
        return of(after);
    }

    /** Returns how often the blocks of {@code page} stand on the host's other pages. */
    public Repetition repetition(PageBlocks page, List<TextBlock> blocks) {
        List<PageBlocks> others = pages.stream()
                .filter(known -> !known.is(page))
                .map(KnownPage::blocks)
                .toList();
        return Repetition.of(others, blocks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostTemplate that && pages.equals(that.pages);
    }

    @Override
    public int hashCode() {
        return pages.hashCode();
    }

    @Override
    public String toString() {
        return pages.size() + " pages";
    }

    /**
     * A page that was seen.
     *
     * @param number grows from page to page of a host; the lowest is forgotten first
     * @param blocks what it showed
     */
    public record KnownPage(long number, PageBlocks blocks) {
        boolean is(PageBlocks page) {
            return blocks.page() == page.page();
        }
    }
}
