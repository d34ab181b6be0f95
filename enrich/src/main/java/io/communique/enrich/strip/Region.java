package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Where the article stands on its page.
 *
 * @param container the smallest element around all of it
 * @param blocks the article's own, in order; empty if the page has none
 * @param start index of the first of them among the page's blocks; the number of those if there is none
 */
public record Region(Element container, List<TextBlock> blocks, int start) {
    public Region {
        blocks = List.copyOf(blocks);
    }

    /** Returns how much the article says, in Latin letters. */
    public double weight() {
        return blocks.stream().mapToDouble(TextBlock::weight).sum();
    }

    /** Returns {@code blocks} without the labels and values at either end: they are about the article, not of it. */
    public static List<TextBlock> trimmed(List<TextBlock> blocks) {
        int from = 0;
        int to = blocks.size();
        while (from < to && MetadataLine.matches(blocks.get(from).text())) {
            from++;
        }
        // A number that ends a table is a cell of it.
        while (to > from
                && MetadataLine.matches(blocks.get(to - 1).text())
                && blocks.get(to - 1).element().closest("td") == null) {
            to--;
        }
        return blocks.subList(from, to);
    }
}
