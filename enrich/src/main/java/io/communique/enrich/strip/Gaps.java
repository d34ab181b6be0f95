package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import org.jsoup.nodes.Element;

/** Paragraphs that are doubted although they stand between two that are not, in one element with them: an author writes on. */
final class Gaps {
    private static final double DOUBTED_MIN = 0.2;
    private static final double SURE = 0.6;
    private static final double PARAGRAPH_MIN = 60;
    private static final double LINKED_MAX = 0.4;

    private Gaps() {}

    /** Returns {@code likely} with such paragraphs raised to {@code bar}. */
    static double[] closed(List<TextBlock> blocks, double[] likely, double bar) {
        double[] closed = likely.clone();
        for (int i = 1; i + 1 < closed.length; i++) {
            if (likely[i] < bar
                    && likely[i] >= DOUBTED_MIN
                    && likely[i - 1] >= bar
                    && likely[i + 1] >= bar
                    && Math.max(likely[i - 1], likely[i + 1]) >= SURE
                    && isParagraph(blocks.get(i))
                    && areTogether(blocks, i)) {
                closed[i] = bar;
            }
        }
        return closed;
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
