package io.communique.enrich.strip;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gradient-boosted decision trees, ready to walk: a sum of leaves, one of each tree, as a probability. */
public final class TreeEnsemble {
    private static final int NODES_MAX = 1 << 20;
    /** A node's feature, threshold, left and right child lie side by side: one look into memory each step. */
    private static final int NODE = 4;

    private static final int THRESHOLD = 1;
    private static final int LEFT = 2;
    private static final int RIGHT = 3;
    /** Rows that go through all trees together, so that both stay in the processor's nearest memory. */
    private static final int TOGETHER = 32;
    /** After this many trees a row below {@link #RULED_OUT}, in log odds, is done. */
    private static final int SIEVE = 24;

    private static final double RULED_OUT = -2.5;

    private final int[] roots;
    private final int[] nodes;
    private final float[] leaves;
    /** As {@link #nodes}, with thresholds as keys, and each leaf a node that leads to itself. */
    private final int[] walk;

    private final int[] starts;
    /** How many steps are sure to end at a leaf, of each tree. */
    private final int[] depths;

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
        this(offsets(roots), nodes(features, thresholds, offsets(left), offsets(right)), leaves.clone());
    }

    private TreeEnsemble(int[] roots, int[] nodes, float[] leaves) {
        this.roots = roots;
        this.nodes = nodes;
        this.leaves = leaves;
        this.walk = new int[nodes.length + leaves.length * NODE];
        for (int at = 0; at < nodes.length; at += NODE) {
            walk[at] = nodes[at];
            walk[at + THRESHOLD] = key(Float.intBitsToFloat(nodes[at + THRESHOLD]));
            walk[at + LEFT] = place(nodes[at + LEFT]);
            walk[at + RIGHT] = place(nodes[at + RIGHT]);
        }
        for (int at = nodes.length; at < walk.length; at += NODE) {
            walk[at + LEFT] = at;
            walk[at + RIGHT] = at;
        }
        this.starts = new int[roots.length];
        this.depths = new int[roots.length];
        for (int tree = 0; tree < roots.length; tree++) {
            starts[tree] = place(roots[tree]);
            depths[tree] = depth(roots[tree], 0);
        }
    }

    private static int[] nodes(int[] features, float[] thresholds, int[] left, int[] right) {
        int[] nodes = new int[features.length * NODE];
        for (int node = 0; node < features.length; node++) {
            nodes[node * NODE] = features[node];
            nodes[node * NODE + THRESHOLD] = Float.floatToRawIntBits(thresholds[node]);
            nodes[node * NODE + LEFT] = left[node];
            nodes[node * NODE + RIGHT] = right[node];
        }
        return nodes;
    }

    private static int[] offsets(int[] numbers) {
        int[] offsets = numbers.clone();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] *= offsets[i] < 0 ? 1 : NODE;
        }
        return offsets;
    }

    private int place(int child) {
        return child >= 0 ? child : nodes.length + ~child * NODE;
    }

    private int depth(int node, int above) {
        return node < 0 || above == nodes.length / NODE
                ? above
                : Math.max(depth(nodes[node + LEFT], above + 1), depth(nodes[node + RIGHT], above + 1));
    }

    /**
     * Returns for each of {@code rows} the probability that it is of the class learnt, 0 to 1.
     *
     * <p>A row that the first trees all but rule out is asked no further: most of a page is furniture, and says so at once.
     */
    public double[] probabilities(float[][] rows) {
        return probabilities(rows, RULED_OUT);
    }

    /** As {@link #probabilities}, with no row ruled out early. */
    public double[] probabilitiesOfAll(float[][] rows) {
        return probabilities(rows, Double.NEGATIVE_INFINITY);
    }

    private double[] probabilities(float[][] rows, double ruledOut) {
        double[] probabilities = new double[rows.length];
        int sieve = Math.min(SIEVE, starts.length);
        for (int from = 0; from < rows.length; from += TOGETHER) {
            int count = Math.min(TOGETHER, rows.length - from);
            int[][] keys = new int[count][];
            double[] sums = new double[count];
            for (int i = 0; i < count; i++) {
                keys[i] = keys(rows[from + i]);
            }
            add(0, sieve, keys, count, sums);
            int[] places = new int[count];
            int left = 0;
            for (int i = 0; i < count; i++) {
                if (sums[i] < ruledOut) {
                    probabilities[from + i] = probability(sums[i]);
                } else {
                    keys[left] = keys[i];
                    sums[left] = sums[i];
                    places[left++] = i;
                }
            }
            add(sieve, starts.length, keys, left, sums);
            for (int i = 0; i < left; i++) {
                probabilities[from + places[i]] = probability(sums[i]);
            }
        }
        return probabilities;
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private void add(int fromTree, int toTree, int[][] rows, int count, double[] sums) {
        for (int tree = fromTree; tree < toTree; tree++) {
            add(tree, rows, count, sums);
        }
    }

    /** Four rows at a time, none of which waits for another's step. */
    private void add(int tree, int[][] rows, int count, double[] sums) {
        int depth = depths[tree];
        int start = starts[tree];
        int i = 0;
        for (; i + 3 < count; i += 4) {
            int[] a = rows[i];
            int[] b = rows[i + 1];
            int[] c = rows[i + 2];
            int[] d = rows[i + 3];
            int atA = start;
            int atB = start;
            int atC = start;
            int atD = start;
            for (int step = 0; step < depth; step++) {
                atA = next(atA, a);
                atB = next(atB, b);
                atC = next(atC, c);
                atD = next(atD, d);
            }
            sums[i] += leaf(atA);
            sums[i + 1] += leaf(atB);
            sums[i + 2] += leaf(atC);
            sums[i + 3] += leaf(atD);
        }
        for (; i < count; i++) {
            int at = start;
            for (int step = 0; step < depth; step++) {
                at = next(at, rows[i]);
            }
            sums[i] += leaf(at);
        }
    }

    /** Without a branch, for which way a row goes cannot be foretold. */
    private int next(int at, int[] row) {
        long room = (long) walk[at + THRESHOLD] - row[walk[at]];
        return walk[at + LEFT + (int) (room >>> 63)];
    }

    private float leaf(int at) {
        return leaves[(at - nodes.length) / NODE];
    }

    private static int[] keys(float[] row) {
        int[] keys = new int[row.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(row[i]);
        }
        return keys;
    }

    /** An integer that is to others of its kind as the number is to theirs; both zeros are one. */
    private static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
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
