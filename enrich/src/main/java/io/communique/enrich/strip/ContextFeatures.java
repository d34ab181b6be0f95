package io.communique.enrich.strip;

import io.communique.enrich.block.Headings;
import io.communique.enrich.block.TextBlock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the second stage sees beside the first stage's numbers: how likely the first stage holds the neighbours, the elements around, the
 * section under a heading, and where on the page most of the article is.
 */
final class ContextFeatures {
    private static final int NEIGHBOURS = 4;
    private static final int LEVELS = 6;
    private static final int[] WINDOWS = {3, 8, 20};
    /** Surely text, and enough of it to be a landmark. */
    private static final double LANDMARK = 0.8;

    private static final double LANDMARK_WEIGHT = 80;
    /** What an element must hold on average to gain by another block. */
    private static final double GAIN = 0.4;

    private final List<TextBlock> blocks;
    private final BlockTree tree;
    private final float[][] first;
    private final double[] likely;
    private final double[] mass;
    private final double[] weights;

    private ContextFeatures(List<TextBlock> blocks, BlockTree tree, float[][] first, double[] likely) {
        this.blocks = blocks;
        this.tree = tree;
        this.first = first;
        this.likely = likely;
        this.mass = new double[likely.length];
        this.weights = new double[likely.length];
    }

    /** Returns a row for each block {@code asked}: the first stage's numbers, then its view of the surroundings. */
    static float[][] of(List<TextBlock> blocks, BlockTree tree, float[][] first, double[] likely, int[] asked) {
        return new ContextFeatures(blocks, tree, first, likely).read(asked);
    }

    private float[][] read(int[] asked) {
        int count = blocks.size();
        double[] one = new double[count];
        double[] gain = new double[count];
        double[] sums = new double[count + 1];
        double[] weightSums = new double[count + 1];
        for (int i = 0; i < count; i++) {
            weights[i] = Math.min(blocks.get(i).weight(), 1_000) + 5;
            mass[i] = weights[i] * likely[i];
            gain[i] = weights[i] * (likely[i] - GAIN);
            one[i] = likely[i];
            sums[i + 1] = sums[i] + mass[i];
            weightSums[i + 1] = weightSums[i] + weights[i];
        }
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        double[] nodeMass = tree.sums(mass);
        double[] nodeWeight = tree.sums(weights);
        double[] nodeLikely = tree.sums(one);
        double[] nodeCount = tree.sums(ones);
        double[] nodeGain = tree.sums(gain);
        int best = 0;
        for (int node = 0; node < nodeGain.length; node++) {
            best = nodeGain[node] > nodeGain[best] ? node : best;
        }
        boolean[] inside = insideOf(best);
        int[] before = landmarks(1);
        int[] after = landmarks(-1);
        double[] section = sections();
        Map<Long, double[]> signatures = signatures();
        double total = Math.max(1, sums[count]);
        int firstLandmark = count;
        int lastLandmark = -1;
        for (int i = 0; i < count; i++) {
            if (isLandmark(i)) {
                firstLandmark = Math.min(firstLandmark, i);
                lastLandmark = i;
            }
        }
        float[][] rows = new float[asked.length][];
        for (int k = 0; k < asked.length; k++) {
            int i = asked[k];
            Row row = new Row(first[i]);
            row.add(likely[i]);
            for (int distance = 1; distance <= NEIGHBOURS; distance++) {
                row.add(i - distance < 0 ? -1 : likely[i - distance]);
                row.add(i + distance >= count ? -1 : likely[i + distance]);
            }
            for (int window : WINDOWS) {
                int from = Math.max(0, i - window);
                int to = Math.min(count, i + window + 1);
                row.add((sums[i] - sums[from]) / Math.max(1, weightSums[i] - weightSums[from]));
                row.add((sums[to] - sums[i + 1]) / Math.max(1, weightSums[to] - weightSums[i + 1]));
            }
            int at = tree.nodeOf(i);
            for (int level = 0; level < LEVELS; level++) {
                row.add(nodeMass[at] / Math.max(1, nodeWeight[at]));
                row.add(nodeLikely[at] / nodeCount[at]);
                row.add(nodeMass[at] / total);
                at = tree.up(at, 1);
            }
            double[] signature = signatures.getOrDefault(signature(i), new double[4]);
            row.add(signature[0] / Math.max(1, signature[1]));
            row.add(signature[2] / Math.max(1, signature[3]));
            row.add(before[i]);
            row.add(after[i]);
            row.add(sums[i] / total);
            row.add((total - sums[i + 1]) / total);
            row.add(inside[tree.nodeOf(i)]);
            row.add(nodeMass[best] / total);
            row.add(i < firstLandmark ? firstLandmark - i : i > lastLandmark ? lastLandmark - i : 0);
            row.add(section[i]);
            row.add(Math.log1p(total));
            row.add(weights[i] / total);
            rows[k] = row.values();
        }
        return rows;
    }

    private boolean[] insideOf(int best) {
        boolean[] inside = new boolean[tree.size()];
        for (int node = 0; node < inside.length; node++) {
            inside[node] = node == best || (tree.parent(node) >= 0 && inside[tree.parent(node)]);
        }
        return inside;
    }

    private boolean isLandmark(int i) {
        return likely[i] > LANDMARK && blocks.get(i).weight() > LANDMARK_WEIGHT;
    }

    /** How many blocks away the nearest sure text is, looking back ({@code 1}) or ahead ({@code -1}). */
    private int[] landmarks(int direction) {
        int count = blocks.size();
        int[] away = new int[count];
        int since = 100;
        for (int k = 0; k < count; k++) {
            int i = direction > 0 ? k : count - 1 - k;
            away[i] = since;
            since = isLandmark(i) ? 1 : Math.min(100, since + 1);
        }
        return away;
    }

    /** For each block the likelihood of what follows up to the next heading of its rank: a heading is as good as its section. */
    private double[] sections() {
        int count = blocks.size();
        double[] section = new double[count];
        double massAhead = 0;
        double weightAhead = 0;
        for (int i = count - 1; i >= 0; i--) {
            section[i] = weightAhead == 0 ? -1 : massAhead / weightAhead;
            if (Headings.isHeading(blocks.get(i).element())) {
                massAhead = 0;
                weightAhead = 0;
            } else {
                massAhead += mass[i];
                weightAhead += weights[i];
            }
        }
        return section;
    }

    private Map<Long, double[]> signatures() {
        Map<Long, double[]> signatures = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            double[] sums = signatures.computeIfAbsent(signature(i), key -> new double[4]);
            sums[0] += mass[i];
            sums[1] += weights[i];
            sums[2] += likely[i];
            sums[3]++;
        }
        return signatures;
    }

    private final Map<Integer, Long> signatureOfNode = new HashMap<>();

    private long signature(int i) {
        return signatureOfNode.computeIfAbsent(tree.nodeOf(i), node -> Signatures.of(tree, node));
    }
}
