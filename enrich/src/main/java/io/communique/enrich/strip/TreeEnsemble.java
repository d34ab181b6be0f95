package io.communique.enrich.strip;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gradient-boosted decision trees, ready to walk: a sum of leaves, one of each tree, as a probability. */
public final class TreeEnsemble {
    private static final int NODES_MAX = 1 << 20;
    /** A node's feature, threshold (as bits), left and right child lie side by side: one look into memory each step. */
    private static final int NODE = 4;

    private static final int THRESHOLD = 1;
    private static final int LEFT = 2;
    private static final int RIGHT = 3;
    /** Rows that go through all trees together, so that both stay in the processor's nearest memory. */
    private static final int TOGETHER = 16;

    private final int[] roots;
    private final int[] nodes;
    private final float[] leaves;

    /**
     * Makes an ensemble of its parts. Inner nodes are numbered through all trees; a child that is negative is a leaf, its index the bitwise
     * complement.
     *
     * @param roots first node of each tree, or the complement of a leaf
     * @param features index into the row that each node looks at
     * @param thresholds values up to this go left
     * @param leaves what each leaf adds to the log odds
     */
    public TreeEnsemble(int[] roots, int[] features, float[] thresholds, int[] left, int[] right, float[] leaves) {
        this.roots = offsets(roots);
        this.nodes = new int[features.length * NODE];
        this.leaves = leaves.clone();
        int[] lefts = offsets(left);
        int[] rights = offsets(right);
        for (int node = 0; node < features.length; node++) {
            nodes[node * NODE] = features[node];
            nodes[node * NODE + THRESHOLD] = Float.floatToRawIntBits(thresholds[node]);
            nodes[node * NODE + LEFT] = lefts[node];
            nodes[node * NODE + RIGHT] = rights[node];
        }
    }

    private TreeEnsemble(int[] roots, int[] nodes, float[] leaves) {
        this.roots = roots;
        this.nodes = nodes;
        this.leaves = leaves;
    }

    private static int[] offsets(int[] numbers) {
        int[] offsets = numbers.clone();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] *= offsets[i] < 0 ? 1 : NODE;
        }
        return offsets;
    }

    /** Returns for each of {@code rows} the probability that it is of the class learnt, 0 to 1. */
    public double[] probabilities(float[][] rows) {
        double[] sums = new double[rows.length];
        for (int from = 0; from < rows.length; from += TOGETHER) {
            int to = Math.min(rows.length, from + TOGETHER);
            for (int root : roots) {
                for (int i = from; i < to; i++) {
                    sums[i] += leaf(root, rows[i]);
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = 1 / (1 + Math.exp(-sums[i]));
        }
        return sums;
    }

    private float leaf(int root, float[] row) {
        int at = root;
        while (at >= 0) {
            at = row[nodes[at]] <= Float.intBitsToFloat(nodes[at + THRESHOLD]) ? nodes[at + LEFT] : nodes[at + RIGHT];
        }
        return leaves[~at];
    }

    /** Writes the ensemble, big-endian; {@link #read} reads it. */
    public void write(DataOutput out) throws IOException {
        writeInts(roots, out);
        writeInts(nodes, out);
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
        int[] roots = readInts(in);
        int[] nodes = readInts(in);
        float[] leaves = new float[count(in)];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = in.readFloat();
        }
        return new TreeEnsemble(roots, nodes, leaves);
    }

    private static void writeInts(int[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] readInts(DataInput in) throws IOException {
        int[] values = new int[count(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    private static int count(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > NODES_MAX) {
            throw new IOException("no tree ensemble: a count of " + count);
        }
        return count;
    }
}
