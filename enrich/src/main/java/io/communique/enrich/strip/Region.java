package io.communique.enrich.strip;

import io.communique.enrich.block.Headings;
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
    private static final double ANNOUNCEMENT_MAX = 80;

    public Region {
        blocks = List.copyOf(blocks);
    }

    /** Returns how much the article says, in Latin letters. */
    public double weight() {
        return TextBlock.weightOf(blocks);
    }

    /** Returns {@code blocks} without the labels and values at either end: they are about the article, not of it. */
    public static List<TextBlock> trimmed(List<TextBlock> blocks) {
        int from = 0;
        int to = blocks.size();
        while (from < to && (isAbout(blocks.get(from).text()) || isLabelled(blocks, from))) {
            from++;
        }
        from = Math.max(from, behindFacts(blocks));
        while (to > from
                && (isMetadata(blocks.get(to - 1)) || announces(blocks.get(to - 1)) || isPageManager(blocks, to - 1))) {
            to--;
        }
        return blocks.subList(from, to);
    }

    private static boolean isAbout(String line) {
        return MetadataLine.matches(line) || MetadataLine.isTextLabel(line);
    }

    /** Returns the index behind a list of terms and short values that opens the text and says when it was published; 0 if none does. */
    private static int behindFacts(List<TextBlock> blocks) {
        int at = 0;
        boolean dated = false;
        while (at < blocks.size() && isTermOrValue(blocks.get(at))) {
            dated |= MetadataLine.matches(blocks.get(at).text());
            at++;
        }
        return dated ? at : 0;
    }

    private static boolean isTermOrValue(TextBlock block) {
        return switch (block.element().normalName()) {
            case "dt", "dd" -> block.weight() <= ANNOUNCEMENT_MAX;
            default -> false;
        };
    }

    /** A short value between two lines of metadata, the first of them a label: the unit between "department" and "date". */
    private static boolean isLabelled(List<TextBlock> blocks, int at) {
        return at > 0
                && at + 1 < blocks.size()
                && blocks.get(at).weight() <= ANNOUNCEMENT_MAX
                && blocks.get(at - 1).text().chars().anyMatch(Character::isLetter)
                && MetadataLine.matches(blocks.get(at - 1).text())
                && MetadataLine.matches(blocks.get(at + 1).text());
    }

    /** The unit that looks after the page, behind its label. */
    private static boolean isPageManager(List<TextBlock> blocks, int at) {
        return at > 0
                && blocks.get(at).weight() <= ANNOUNCEMENT_MAX
                && MetadataLine.isPageManager(blocks.get(at - 1).text());
    }

    /** A number that ends a table is a cell of it. */
    private static boolean isMetadata(TextBlock block) {
        return MetadataLine.matches(block.text()) && block.element().closest("td") == null;
    }

    /** A heading, or a line that ends in a colon, belongs to what follows; at the end nothing does. */
    private static boolean announces(TextBlock block) {
        return Headings.isHeading(block.element())
                || (block.weight() <= ANNOUNCEMENT_MAX && block.text().endsWith(":"));
    }
}
