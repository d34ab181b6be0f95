package io.communique.bench.train;

import io.communique.enrich.strip.TreeEnsemble;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns trees with LightGBM and brings them into our form. */
final class Boosting {
    /** A row walks each tree to its full depth; a lopsided tree is a slow one. */
    private static final int DEPTH_MAX = 7;

    private Boosting() {}

    /** Rows with their labels and weights, growing. */
    static final class Table {
        private final List<float[]> rows = new ArrayList<>();
        private final List<Float> labels = new ArrayList<>();
        private final List<Float> weights = new ArrayList<>();

        void add(float[] row, boolean label, double weight) {
            rows.add(row);
            labels.add(label ? 1f : 0f);
            weights.add((float) weight);
        }

        int size() {
            return rows.size();
        }
    }

    static TreeEnsemble learn(Table table, int trees, int leaves, double rate, long seed) {
        int columns = table.rows.get(0).length;
        float[] matrix = new float[table.rows.size() * columns];
        for (int i = 0; i < table.rows.size(); i++) {
            System.arraycopy(table.rows.get(i), 0, matrix, i * columns, columns);
        }
        String params = "objective=binary num_leaves=" + leaves + " learning_rate=" + rate
                + " min_data_in_leaf=40 max_depth=" + DEPTH_MAX
                + " feature_fraction=0.5 bagging_fraction=0.7 bagging_freq=1 lambda_l2=5 max_bin=127"
                + " deterministic=true force_row_wise=true num_threads=2 verbosity=-1 seed=" + seed;
        try (LGBMDataset data =
                LGBMDataset.createFromMat(matrix, table.rows.size(), columns, true, "max_bin=127 verbosity=-1", null)) {
            data.setField("label", floats(table.labels));
            data.setField("weight", floats(table.weights));
            try (LGBMBooster booster = LGBMBooster.create(data, params)) {
                for (int i = 0; i < trees; i++) {
                    booster.updateOneIter();
                }
                return parse(booster.saveModelToString(0, trees, FeatureImportanceType.GAIN));
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM failed", e);
        }
    }

    private static float[] floats(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    /** Reads LightGBM's text form: a section for each tree, with arrays by name. */
    static TreeEnsemble parse(String model) {
        List<Integer> roots = new ArrayList<>();
        List<Integer> features = new ArrayList<>();
        List<Float> thresholds = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        List<Float> leaves = new ArrayList<>();
        for (String section : model.split("\nTree=", -1)) {
            Map<String, String> values = new HashMap<>();
            for (String line : section.split("\n", -1)) {
                int at = line.indexOf('=');
                if (at > 0) {
                    values.putIfAbsent(line.substring(0, at), line.substring(at + 1));
                }
                if (line.equals("end of trees")) {
                    break;
                }
            }
            if (!values.containsKey("leaf_value")) {
                continue;
            }
            int nodes = features.size();
            int leavesBefore = leaves.size();
            for (String leaf : array(values, "leaf_value")) {
                leaves.add(Float.parseFloat(leaf));
            }
            String[] split = array(values, "split_feature");
            String[] threshold = array(values, "threshold");
            String[] leftChild = array(values, "left_child");
            String[] rightChild = array(values, "right_child");
            roots.add(split.length == 0 ? ~leavesBefore : nodes);
            for (int i = 0; i < split.length; i++) {
                features.add(Integer.parseInt(split[i]));
                thresholds.add(floor(Double.parseDouble(threshold[i])));
                left.add(child(Integer.parseInt(leftChild[i]), nodes, leavesBefore));
                right.add(child(Integer.parseInt(rightChild[i]), nodes, leavesBefore));
            }
        }
        return ensemble(roots, features, thresholds, left, right, leaves);
    }

    private static String[] array(Map<String, String> values, String name) {
        String written = values.getOrDefault(name, "");
        return written.isEmpty() ? new String[0] : written.split(" ", -1);
    }

    /** The greatest float that is not above, so that "at most" means the same as with doubles for every float. */
    private static float floor(double value) {
        float rounded = (float) value;
        return rounded > value ? Math.nextDown(rounded) : rounded;
    }

    private static int child(int child, int nodes, int leaves) {
        return child >= 0 ? nodes + child : ~(leaves + ~child);
    }

    private static TreeEnsemble ensemble(
            List<Integer> roots,
            List<Integer> features,
            List<Float> thresholds,
            List<Integer> left,
            List<Integer> right,
            List<Float> leaves) {
        return new TreeEnsemble(
                ints(roots), ints(features), floats(thresholds), ints(left), ints(right), floats(leaves));
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
