package io.communique.enrich.block;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The longest run of inline content under one block-level element, as a reader sees it.
 *
 * @param lines its text, white space folded, a new line at each {@code br}; never empty, no line blank
 * @param element the block-level element that it stands in
 * @param linkWeight how much of its weight is inside links
 * @param furniture whether an element around it is navigation, header, footer, form or the like
 */
public record TextBlock(List<String> lines, Element element, double linkWeight, boolean furniture) {
    public TextBlock {
        lines = List.copyOf(lines);
    }

    /** Returns the text on one line. */
    public String text() {
        return String.join(" ", lines);
    }

    /** Returns how much the block says, in Latin letters; see {@link TextWeight}. */
    public double weight() {
        return TextWeight.of(text());
    }

    /** Returns the share of the block that is inside links, 0 to 1. */
    public double linkDensity() {
        double weight = weight();
        return weight == 0 ? 0 : Math.min(1, linkWeight / weight);
    }
}
