package io.communique.enrich.strip;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Gradient-boosted decision trees, ready to walk: a sum of leaves, one of each tree, as a probability.
 *
 * <p>Inner nodes are numbered through all trees. A child that is negative is a leaf, its index the bitwise complement.
 */
public final class TreeEnsemble {
    private static final int NODES_MAX = 1 << 20;

    private final int[] roots;
    private final short[] features;
    private final float[] thresholds;
    private final int[] left;
    private final int[] right;
    private final float[] leaves;

    /**
     * Makes an ensemble of its parts.
     *
     * @param roots first node of each tree, or the complement of a leaf
     * @param features index into the row that each node looks at
     * @param thresholds values up to this go left
     * @param leaves what each leaf adds to the log odds
     */
    public TreeEnsemble(int[] roots, short[] features, float[] thresholds, int[] left, int[] right, float[] leaves) {
        this.roots = roots.clone();
        this.features = features.clone();
        this.thresholds = thresholds.clone();
        this.left = left.clone();
        this.right = right.clone();
        this.leaves = leaves.clone();
    }

    /** Returns the probability that {@code row} is of the class learned, 0 to 1. */
    public double probability(float[] row) {
        double sum = 0;
        for (int root : roots) {
            int at = root;
            while (at >= 0) {
                at = row[features[at]] <= thresholds[at] ? left[at] : right[at];
            }
            sum += leaves[~at];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Writes the ensemble; {@link #read} reads it. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(roots.length);
        for (int root : roots) {
            out.writeInt(root);
        }
        out.writeInt(features.length);
        for (int node = 0; node < features.length; node++) {
            out.writeShort(features[node]);
            out.writeFloat(thresholds[node]);
            out.writeInt(left[node]);
            out.writeInt(right[node]);
        }
        out.writeInt(leaves.length);
        for (float leaf : leaves) {
            out.writeFloat(leaf);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else
     */
    public static TreeEnsemble read(DataInput in) throws IOException {
        int[] roots = new int[count(in)];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = in.readInt();
        }
        int nodes = count(in);
        short[] features = new short[nodes];
        float[] thresholds = new float[nodes];
        int[] left = new int[nodes];
        int[] right = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            features[node] = in.readShort();
            thresholds[node] = in.readFloat();
            left[node] = in.readInt();
            right[node] = in.readInt();
        }
        float[] leaves = new float[count(in)];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = in.readFloat();
        }
        return new TreeEnsemble(roots, features, thresholds, left, right, leaves);
    }

    private static int count(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > NODES_MAX) {
            throw new IOException("no tree ensemble: a count of " + count);
        }
        return count;
    }
}
