package io.communique.enrich.block;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jsoup.nodes.Element;

/** The longest run of inline content under one block-level element, as a reader sees it. A value; compared by identity. */
public final class TextBlock {
    private final List<String> lines;
    private final BitSet bold;
    private final Element element;
    private final double linkWeight;
    private final int links;
    private final Naming naming;
    private final boolean repeated;
    private final String text;
    private final double weight;

    /**
     * Makes a block.
     *
     * @param lines its text, white space folded, a new line at each {@code br}; never empty, no line blank
     * @param bold which of the lines are in bold type from end to end; not changed afterwards
     * @param element the block-level element that it stands in
     * @param linkWeight how much of its weight is inside links
     * @param links how many links it holds
     * @param naming what the names of the elements around it say
     */
    public TextBlock(List<String> lines, BitSet bold, Element element, double linkWeight, int links, Naming naming) {
        this(lines, bold, element, linkWeight, links, naming, false);
    }

    private TextBlock(
            List<String> lines,
            BitSet bold,
            Element element,
            double linkWeight,
            int links,
            Naming naming,
            boolean repeated) {
        this.lines = List.copyOf(lines);
        this.bold = bold;
        this.element = element;
        this.linkWeight = linkWeight;
        this.links = links;
        this.naming = naming;
        this.repeated = repeated;
        this.text = this.lines.size() == 1 ? this.lines.get(0) : String.join(" ", this.lines);
        this.weight = TextWeight.of(text);
    }

    /** Returns its text, a line at each {@code br}. */
    public List<String> lines() {
        return lines;
    }

    /** Returns whether line {@code i} is in bold type from end to end. */
    public boolean isBold(int i) {
        return bold.get(i);
    }

    /** Returns the block-level element that it stands in. */
    public Element element() {
        return element;
    }

    /** Returns how many links it holds. */
    public int links() {
        return links;
    }

    /** Returns this block as one that other pages of its host show too. */
    public TextBlock asRepeated() {
        return new TextBlock(lines, bold, element, linkWeight, links, naming, true);
    }

    /** Returns this block from its second line on; it must have one. */
    public TextBlock withoutFirstLine() {
        return new TextBlock(
                lines.subList(1, lines.size()),
                bold.get(1, lines.size()),
                element,
                linkWeight,
                links,
                naming,
                repeated);
    }

    /** Returns whether it is furniture: by the name of an element around it, or because other pages of its host show it too. */
    public boolean furniture() {
        return furnitureByName() || repeated;
    }

    /** Returns whether an element around it is furniture by its name. */
    public boolean furnitureByName() {
        return naming != Naming.NONE;
    }

    /** Returns whether it stands apart from the text: furniture, but for what holds the text and is only called so. */
    public boolean standsApart() {
        return naming == Naming.FURNITURE || repeated;
    }

    /** What the names of the elements around a block say. */
    public enum Naming {
        NONE,
        /** Navigation, header, footer, form or the like. */
        FURNITURE,
        /** The same, but the element holds the page's main heading and most of its paragraphs: opinions are called "comment" by some. */
        MISNAMED
    }

    /** Returns whether other pages of its host show it too, as part of their template. */
    public boolean repeated() {
        return repeated;
    }

    /** Returns the text on one line. */
    public String text() {
        return text;
    }

    /** Returns how much the block says, in Latin letters; see {@link TextWeight}. */
    public double weight() {
        return weight;
    }

    /** Returns the weight of all {@code blocks} together. */
    public static double weightOf(Collection<TextBlock> blocks) {
        return blocks.stream().mapToDouble(TextBlock::weight).sum();
    }

    /** Returns the share of the block that is inside links, 0 to 1. */
    public double linkDensity() {
        return weight == 0 ? 0 : Math.min(1, linkWeight / weight);
    }

    @Override
    public String toString() {
        return text;
    }
}
