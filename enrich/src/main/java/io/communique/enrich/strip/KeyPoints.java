package io.communique.enrich.strip;

import io.communique.enrich.block.Captions;
import io.communique.enrich.block.TextBlock;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The key points that stand over a text: a list of a few lines without links that ends where the text begins. Menus and labels stand
 * there too, but menus lead somewhere and labels are one word or two.
 */
final class KeyPoints {
    private static final int POINTS_MIN = 2;
    private static final int POINTS_MAX = 8;
    /** A point says something; in Latin letters. */
    private static final double POINT_MIN = 25;

    private static final double POINT_MAX = 300;
    /** What the classifier is surer of being furniture is. */
    private static final double LIKELY_MIN = 0.03;

    private KeyPoints() {}

    /** Returns the key points over the text that begins at {@code start}, in order; a picture's caption may stand between. */
    static List<TextBlock> over(List<TextBlock> blocks, double[] likely, int start) {
        int to = start;
        while (to > 0 && Captions.isCaption(blocks.get(to - 1).element())) {
            to--;
        }
        Element list = to > 0 ? Items.listOf(blocks.get(to - 1)) : null;
        if (list == null) {
            return List.of();
        }
        // Where the text was found to begin inside the list, its points are those before and those found.
        int found = 0;
        while (to == start && start + found < blocks.size() && list.equals(Items.listOf(blocks.get(start + found)))) {
            found++;
        }
        int from = to;
        while (from > 0 && list.equals(Items.listOf(blocks.get(from - 1)))) {
            from--;
            if (to - from + found > POINTS_MAX || !isPoint(blocks.get(from), likely[from])) {
                return List.of();
            }
        }
        return to - from + found < POINTS_MIN ? List.of() : blocks.subList(from, to);
    }

    private static boolean isPoint(TextBlock block, double likely) {
        return likely >= LIKELY_MIN
                && block.links() == 0
                && !block.furniture()
                && block.weight() >= POINT_MIN
                && block.weight() <= POINT_MAX
                && !MetadataLine.matches(block.text())
                && !NavigationPhrases.matches(block.text());
    }
}
