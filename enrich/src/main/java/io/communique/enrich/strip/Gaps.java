package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Paragraphs that are doubted although they stand between two that are not, in one element with them, or next to one that is quite sure:
 * an author writes on.
 */
final class Gaps {
    private static final double DOUBTED_MIN = 0.2;
    private static final double SURE = 0.6;
    private static final double NEXT_MIN = 0.25;
    private static final double QUITE_SURE = 0.95;
    private static final double PARAGRAPH_MIN = 60;
    private static final double LINKED_MAX = 0.4;

    private Gaps() {}

    /** Returns {@code likely} with such paragraphs raised to {@code bar}. */
    static double[] closed(List<TextBlock> blocks, double[] likely, double bar) {
        double[] closed = likely.clone();
        for (int i = 1; i + 1 < closed.length; i++) {
            boolean doubted = likely[i] < bar && likely[i] >= DOUBTED_MIN && isParagraph(blocks.get(i));
            if (doubted && (isBetween(blocks, likely, bar, i) || isNextToSure(blocks, likely, i))) {
                closed[i] = bar;
            }
        }
        return closed;
    }

    private static boolean isBetween(List<TextBlock> blocks, double[] likely, double bar, int i) {
        return likely[i - 1] >= bar
                && likely[i + 1] >= bar
                && Math.max(likely[i - 1], likely[i + 1]) >= SURE
                && areTogether(blocks, i);
    }

    /** The lead over a text, or the last paragraph under it: whole sentences without links. */
    private static boolean isNextToSure(List<TextBlock> blocks, double[] likely, int i) {
        String text = blocks.get(i).text();
        return likely[i] >= NEXT_MIN
                && blocks.get(i).links() == 0
                && (likely[i - 1] >= QUITE_SURE || likely[i + 1] >= QUITE_SURE)
                && ".!?。！？”\"»".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static boolean isParagraph(TextBlock block) {
        return block.weight() >= PARAGRAPH_MIN && block.linkDensity() <= LINKED_MAX;
    }

    private static boolean areTogether(List<TextBlock> blocks, int i) {
        Element around = blocks.get(i).element().parent();
        return around != null
                && (around.equals(blocks.get(i - 1).element().parent())
                        || around.equals(blocks.get(i + 1).element().parent()));
    }
}
