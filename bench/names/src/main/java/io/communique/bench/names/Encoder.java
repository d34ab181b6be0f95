package io.communique.bench.names;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.WordShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A BERT encoder (Devlin et al. 2019) whose table of token types holds the shapes of words, with a head of labels after its last layer and
 * another half-way up, so that clear sentences need not go all the way.
 */
final class Encoder implements AutoCloseable {
    private static final int HEADS = 12;
    private static final float EPSILON = 1e-12f;
    private static final float DROPOUT = 0.1f;

    private final NDManager manager;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Products products;
    private final int width;
    private final int layers;
    private final int early;

    /** Puts the lower {@code layers} of an encoder together from weights; what they lack, its heads and shapes, begins at random. */
    Encoder(NDManager manager, Weights start, int early, int layers, Random random) {
        this.manager = manager;
        this.products = new Products(manager);
        this.width = start.width();
        this.layers = layers;
        this.early = early;
        addMissing(start, random);
        start.tensors().forEach((name, tensor) -> {
            if (isUsed(name)) {
                weights.put(name, manager.create(tensor.values, new Shape(tensor.shape)));
            }
        });
    }

    private void addMissing(Weights start, Random random) {
        if (!start.has("shape")) {
            float[] types = start.get("embeddings.token_type_embeddings.weight").values;
            float[] first = java.util.Arrays.copyOf(types, width);
            start.putRandom("shape", first, 0.01, random, WordShape.COUNT, width);
        }
        for (String head : List.of(Weights.head(layers), Weights.head(early))) {
            if (!start.has(head + ".weight")) {
                start.putRandom(head + ".weight", new float[1], 0.02, random, width, NameLabel.COUNT);
                start.put(head + ".bias", new float[NameLabel.COUNT], NameLabel.COUNT);
            }
        }
    }

    private boolean isUsed(String name) {
        return (name.startsWith(Weights.LAYER) && Weights.layer(name) < layers)
                || name.equals("shape")
                || name.startsWith(Weights.head(layers) + ".")
                || name.startsWith(Weights.head(early) + ".")
                || (name.startsWith("embeddings.") && !name.contains("token_type"));
    }

    /** Returns the weights that are to be learnt: all but the tables of pieces and positions. */
    static boolean isLearnt(String name) {
        return !name.startsWith("embeddings.word") && !name.startsWith("embeddings.position");
    }

    /** Returns after which layer the lower head stands. */
    int early() {
        return early;
    }

    int layers() {
        return layers;
    }

    Map<String, NDArray> weights() {
        return weights;
    }

    Weights toWeights() {
        Weights all = new Weights();
        weights.forEach((name, array) ->
                all.put(name, array.toFloatArray(), array.getShape().getShape()));
        return all;
    }

    /** Returns the scores of each piece's labels after the last layer, then those half-way up. */
    NDList scores(NDManager scope, Batch batch, boolean training) {
        Shape shape = new Shape(batch.size(), batch.width);
        NDArray sum = look(scope, batch.pieces(), shape, "embeddings.word_embeddings.weight")
                .add(look(scope, batch.positions(), shape, "embeddings.position_embeddings.weight"))
                .add(look(scope, batch.shapes(), shape, "shape"));
        NDArray x = drop(normal(sum, "embeddings.LayerNorm"), training);
        NDArray mask = scope.create(batch.mask(), new Shape(batch.size(), 1, 1, batch.width));
        NDArray halfway = x;
        for (int layer = 0; layer < layers; layer++) {
            x = layer(x, mask, "encoder.layer." + layer + ".", training);
            if (layer + 1 == early) {
                halfway = x;
            }
        }
        return new NDList(
                linear(drop(x, training), Weights.head(layers)), linear(drop(halfway, training), Weights.head(early)));
    }

    private NDArray look(NDManager scope, long[] indices, Shape shape, String table) {
        return Embedding.embedding(scope.create(indices, shape), weight(table), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    private NDArray layer(NDArray x, NDArray mask, String name, boolean training) {
        NDArray attended = linear(attention(x, mask, name, training), name + "attention.output.dense");
        NDArray y = normal(drop(attended, training).add(x), name + "attention.output.LayerNorm");
        NDArray inner = Activation.gelu(linear(y, name + "intermediate.dense"));
        return normal(drop(linear(inner, name + "output.dense"), training).add(y), name + "output.LayerNorm");
    }

    private NDArray attention(NDArray x, NDArray mask, String name, boolean training) {
        long size = x.getShape().get(0);
        long pieces = x.getShape().get(1);
        int depth = width / HEADS;
        NDArray query = linear(x, name + "attention.self.query")
                .reshape(size, pieces, HEADS, depth)
                .transpose(0, 2, 1, 3);
        NDArray key = linear(x, name + "attention.self.key")
                .reshape(size, pieces, HEADS, depth)
                .transpose(0, 2, 3, 1);
        NDArray value = linear(x, name + "attention.self.value")
                .reshape(size, pieces, HEADS, depth)
                .transpose(0, 2, 1, 3);
        NDArray share =
                query.matMul(key).mul((float) (1 / Math.sqrt(depth))).add(mask).softmax(-1);
        return drop(share, training).matMul(value).transpose(0, 2, 1, 3).reshape(size, pieces, width);
    }

    private NDArray linear(NDArray x, String name) {
        return products.of(x, weight(name + ".weight")).add(weight(name + ".bias"));
    }

    private NDArray normal(NDArray x, String name) {
        return LayerNorm.layerNorm(x, new Shape(width), weight(name + ".weight"), weight(name + ".bias"), EPSILON)
                .singletonOrThrow();
    }

    private static NDArray drop(NDArray x, boolean training) {
        return training ? Dropout.dropout(x, DROPOUT, true).singletonOrThrow() : x;
    }

    private NDArray weight(String name) {
        NDArray array = weights.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no weights named " + name);
        }
        return array;
    }

    /** Makes the array of a weight anew: an array whose gradient is not a number cannot be mended. */
    void renew(String name) {
        NDArray old = weight(name);
        weights.put(name, manager.create(old.toFloatArray(), old.getShape()));
        old.close();
    }

    @Override
    public void close() {
        products.close();
        manager.close();
    }
}
