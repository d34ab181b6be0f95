package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * One verdict for the items of one list: an author writes all of them or none, while the classifier, which sees one short line after the
 * other, may doubt some.
 */
final class ListVerdict {
    /** From here on the doubt about a list's items is small enough for its best to speak for the rest. */
    private static final double DOUBTED_MIN = 0.35;

    private ListVerdict() {}

    /** Returns {@code likely} with the items raised to {@code bar} of each list that has one at it and few doubts about the others. */
    static double[] agreed(List<TextBlock> blocks, double[] likely, double bar) {
        double[] agreed = likely.clone();
        for (int from = 0; from < blocks.size(); ) {
            Element list = Items.listOf(blocks.get(from));
            int to = from + 1;
            while (list != null && to < blocks.size() && list.equals(Items.listOf(blocks.get(to)))) {
                to++;
            }
            if (to - from > 1 && speaksForAll(likely, from, to, bar)) {
                for (int i = from; i < to; i++) {
                    agreed[i] = Math.max(agreed[i], bar);
                }
            }
            from = to;
        }
        return agreed;
    }

    private static boolean speaksForAll(double[] likely, int from, int to, double bar) {
        double most = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, likely[i]);
            sum += likely[i];
        }
        return most >= bar && sum / (to - from) >= DOUBTED_MIN;
    }
}
