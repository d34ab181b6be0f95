package io.communique.enrich.template;

import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Marks as furniture what a host's other pages show too: {@linkplain Repetition#isTemplate texts of the template}, unless they stand
 * among new sentences. "Background", "Ends" and "Notes to editors" repeat as well, but belong to the text beside them.
 */
public final class KnownFurniture {
    /** New text from this weight on is a sentence, and what stands beside it stands in running text. */
    private static final double SENTENCE = 25;

    private static final double LINK_DENSITY_MAX = 0.5;
    /** New text beside so many times as much known text is a clock in a menu. */
    private static final double FRESH_SHARE_MIN = 0.25;

    private KnownFurniture() {}

    /** Returns {@code blocks}, those that {@code repetition} knows to be the host's marked as furniture. */
    public static List<TextBlock> mark(List<TextBlock> blocks, Repetition repetition) {
        if (repetition.pages() == 0) {
            return blocks;
        }
        boolean[] known = known(blocks, repetition);
        Map<Object, Flow> flows = flows(blocks, known);
        List<TextBlock> marked = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            boolean furniture = known[i]
                    && !flows.getOrDefault(surroundings(block), Flow.NONE).isRunningText();
            marked.add(furniture ? block.asRepeated() : block);
        }
        return marked;
    }

    private static boolean[] known(List<TextBlock> blocks, Repetition repetition) {
        boolean[] known = new boolean[blocks.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = repetition.isTemplate(blocks.get(i).text());
        }
        return known;
    }

    private static Map<Object, Flow> flows(List<TextBlock> blocks, boolean[] known) {
        Map<Object, Flow> flows = new HashMap<>();
        for (int i = 0; i < known.length; i++) {
            TextBlock block = blocks.get(i);
            flows.merge(surroundings(block), Flow.of(block, known[i]), Flow::plus);
        }
        return flows;
    }

    /**
     * What a block shares with those that run on with it. Paragraphs, headings and items of one parent do; so do all cells of a table,
     * for its head and first column are the same every month. Containers do only if they look alike.
     */
    private static Object surroundings(TextBlock block) {
        Element element = block.element();
        Element parent = element.parent();
        if (parent == null) {
            return element;
        }
        if (isCell(element)) {
            return tableOf(element);
        }
        return switch (element.normalName()) {
            case "div", "section", "span", "ul", "article" ->
                List.of(parent, element.normalName(), element.className());
            default -> parent;
        };
    }

    private static boolean isCell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private static Object tableOf(Element cell) {
        Element table = cell.closest("table");
        return table == null ? cell : table;
    }

    /** How much of what stands together is known and how much is new. */
    private record Flow(double known, double fresh) {
        private static final Flow NONE = new Flow(0, 0);

        /** Cells are counted, for labels are longer than the numbers beside them; everything else is weighed. */
        static Flow of(TextBlock block, boolean known) {
            boolean cell = isCell(block.element());
            double weight = cell ? 1 : block.weight();
            boolean fresh = !known
                    && !block.furniture()
                    && block.linkDensity() < LINK_DENSITY_MAX
                    && (cell || weight >= SENTENCE);
            return new Flow(known ? weight : 0, fresh ? weight : 0);
        }

        Flow plus(Flow other) {
            return new Flow(known + other.known, fresh + other.fresh);
        }

        boolean isRunningText() {
            return fresh > 0 && fresh >= known * FRESH_SHARE_MIN;
        }
    }
}
