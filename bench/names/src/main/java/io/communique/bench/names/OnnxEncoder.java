package io.communique.bench.names;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.communique.enrich.text.entity.model.NameLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes an encoder as two ONNX files: the lower one from pieces to the scores half-way up, the upper one from there to the last. Matrices and
 * the table of pieces are bytes; what is added up, normalised and compared stays in floating point.
 */
final class OnnxEncoder {
    private static final int POSITIONS = 128;
    private static final float EPSILON = 1e-12f;
    private static final int HEADS = 12;
    private static final int FLOAT = 1;

    private final Weights weights;

    OnnxEncoder(Weights weights) {
        this.weights = weights;
    }

    void writeLower(Path file, int layers) throws IOException {
        OnnxGraph graph = new OnnxGraph();
        graph.input("pieces", DataType.INT64, "sentences", "width");
        graph.input("shapes", DataType.INT64, "sentences", "width");
        graph.input("positions", DataType.INT64, "width");
        graph.input("lengths", DataType.INT32, "sentences");
        String x = embeddings(graph);
        for (int layer = 0; layer < layers; layer++) {
            x = layer(graph, x, "encoder.layer." + layer + ".");
        }
        graph.add("", "Identity", List.of(x), List.of("hidden"));
        graph.output("hidden", DataType.FLOAT, "sentences", "width", weights.width());
        head(graph, x, Weights.head(layers));
        graph.write(file);
    }

    void writeUpper(Path file, int from, int to) throws IOException {
        OnnxGraph graph = new OnnxGraph();
        graph.input("hidden", DataType.FLOAT, "sentences", "width", weights.width());
        graph.input("lengths", DataType.INT32, "sentences");
        String x = "hidden";
        for (int layer = from; layer < to; layer++) {
            x = layer(graph, x, "encoder.layer." + layer + ".");
        }
        head(graph, x, Weights.head(to));
        graph.write(file);
    }

    private void head(OnnxGraph graph, String x, String name) {
        String product = graph.node("MatMul", List.of(x, floats(graph, name + ".weight")));
        graph.add("", "Add", List.of(product, floats(graph, name + ".bias")), List.of("scores"));
        graph.output("scores", DataType.FLOAT, "sentences", "width", NameLabel.COUNT);
    }

    private String embeddings(OnnxGraph graph) {
        List<String> table = graph.rows("words", weights.get("embeddings.word_embeddings.weight"));
        String bytes = graph.node("Gather", List.of(table.get(0), "pieces"));
        String scales = graph.node("Gather", List.of(table.get(1), "pieces"));
        String words = graph.node(
                "Mul", List.of(graph.node("Cast", List.of(bytes), OnnxGraph.attribute("to", FLOAT)), scales));
        String shapes = graph.node("Gather", List.of(floats(graph, "shape"), "shapes"));
        Weights.Tensor positions = weights.get("embeddings.position_embeddings.weight");
        String places = graph.node(
                "Gather",
                List.of(
                        graph.floats(
                                "places",
                                Arrays.copyOf(positions.values, POSITIONS * weights.width()),
                                POSITIONS,
                                weights.width()),
                        "positions"));
        String sum = graph.node("Add", List.of(graph.node("Add", List.of(words, places)), shapes));
        return graph.node(
                "LayerNormalization",
                List.of(sum, floats(graph, "embeddings.LayerNorm.weight"), floats(graph, "embeddings.LayerNorm.bias")),
                OnnxGraph.attribute("epsilon", EPSILON),
                OnnxGraph.attribute("axis", -1L));
    }

    private String layer(OnnxGraph graph, String x, String name) {
        String attended = product(graph, attention(graph, x, name), name + "attention.output.dense");
        String y = normal(graph, attended, x, name + "attention.output.LayerNorm");
        String inner = graph.runtimeNode("Gelu", List.of(product(graph, y, name + "intermediate.dense")));
        return normal(graph, product(graph, inner, name + "output.dense"), y, name + "output.LayerNorm");
    }

    private String attention(OnnxGraph graph, String x, String name) {
        String self = name + "attention.self.";
        List<String> matrix = graph.columns(
                self + "all.weight",
                beside(
                        weights.get(self + "query.weight"),
                        weights.get(self + "key.weight"),
                        weights.get(self + "value.weight")));
        float[] bias = concat(
                weights.get(self + "query.bias").values,
                weights.get(self + "key.bias").values,
                weights.get(self + "value.bias").values);
        List<String> rounded = graph.rounded(x);
        return graph.runtimeNode(
                "QAttention",
                List.of(
                        rounded.get(0),
                        matrix.get(0),
                        graph.floats(self + "all.bias", bias, bias.length),
                        rounded.get(1),
                        matrix.get(1),
                        "lengths",
                        rounded.get(2)),
                OnnxGraph.attribute("num_heads", (long) HEADS));
    }

    private String product(OnnxGraph graph, String x, String name) {
        List<String> matrix = graph.columns(name + ".weight", weights.get(name + ".weight"));
        return graph.runtimeNode(
                "DynamicQuantizeMatMul", List.of(x, matrix.get(0), matrix.get(1), "", floats(graph, name + ".bias")));
    }

    private String normal(OnnxGraph graph, String x, String skip, String name) {
        return graph.runtimeNode(
                "SkipLayerNormalization",
                List.of(x, skip, floats(graph, name + ".weight"), floats(graph, name + ".bias")),
                OnnxGraph.attribute("epsilon", EPSILON));
    }

    private String floats(OnnxGraph graph, String name) {
        Weights.Tensor tensor = weights.get(name);
        return graph.floats(name, tensor.values, tensor.shape);
    }

    /** Puts matrices of as many rows side by side. */
    private static Weights.Tensor beside(Weights.Tensor... matrices) {
        int rows = Math.toIntExact(matrices[0].shape[0]);
        int width = Arrays.stream(matrices)
                .mapToInt(matrix -> Math.toIntExact(matrix.shape[1]))
                .sum();
        float[] all = new float[rows * width];
        int at = 0;
        for (Weights.Tensor matrix : matrices) {
            int columns = Math.toIntExact(matrix.shape[1]);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(matrix.values, row * columns, all, row * width + at, columns);
            }
            at += columns;
        }
        return new Weights.Tensor(all, rows, width);
    }

    private static float[] concat(float[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        float[] all = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
