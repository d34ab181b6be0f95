package io.communique.bench.names;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An encoder's numbers by name. */
final class Weights {
    static final String LAYER = "encoder.layer.";

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    /** Reads the weights of an ONNX file as PyTorch writes a BERT encoder: a matrix goes by the name of the node that multiplies with it. */
    static Weights ofOnnx(InputStream in) throws IOException {
        CodedInputStream coded = CodedInputStream.newInstance(new BufferedInputStream(in, 1 << 20));
        coded.setSizeLimit(Integer.MAX_VALUE);
        ModelProto model = ModelProto.parseFrom(coded);
        Map<String, String> names = new HashMap<>();
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals("MatMul")) {
                String path = node.getName().substring(1).replace('/', '.');
                names.put(node.getInput(1), path.substring(0, path.length() - "MatMul".length()) + "weight");
            }
        }
        Map<String, Tensor> sorted = new TreeMap<>();
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                float[] values = new float[tensor.getRawData().size() / Float.BYTES];
                tensor.getRawData()
                        .asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values);
                long[] shape =
                        tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
                sorted.put(names.getOrDefault(tensor.getName(), tensor.getName()), new Tensor(values, shape));
            }
        }
        Weights weights = new Weights();
        weights.tensors.putAll(sorted);
        return weights;
    }

    static Weights read(Path file) throws IOException {
        Weights weights = new Weights();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                long[] shape = new long[in.readInt()];
                for (int j = 0; j < shape.length; j++) {
                    shape[j] = in.readInt();
                }
                byte[] bytes = in.readNBytes(in.readInt());
                float[] values = new float[bytes.length / Float.BYTES];
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values);
                weights.put(name, values, shape);
            }
        }
        return weights;
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            out.writeInt(tensors.size());
            for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().shape.length);
                for (long size : entry.getValue().shape) {
                    out.writeInt(Math.toIntExact(size));
                }
                ByteBuffer bytes = ByteBuffer.allocate(entry.getValue().values.length * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(entry.getValue().values);
                out.writeInt(bytes.capacity());
                out.write(bytes.array());
            }
        }
    }

    Map<String, Tensor> tensors() {
        return tensors;
    }

    Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no weights named " + name);
        }
        return tensor;
    }

    /** Returns the name of the head after the layer, the first being 1. */
    static String head(int layer) {
        return "head." + layer;
    }

    /** Returns how many numbers stand for a piece. */
    int width() {
        return Math.toIntExact(get("embeddings.LayerNorm.weight").shape[0]);
    }

    /** Returns how many layers the encoder has. */
    int layers() {
        return (int) tensors.keySet().stream()
                .filter(name -> name.startsWith(LAYER))
                .mapToInt(Weights::layer)
                .distinct()
                .count();
    }

    /** Returns the number of the layer that the weights of this name are of, the first being 0. */
    static int layer(String name) {
        return Integer.parseInt(name.substring(LAYER.length(), name.indexOf('.', LAYER.length())));
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }

    void put(String name, float[] values, long... shape) {
        tensors.put(name, new Tensor(values, shape));
    }

    /** Puts normally distributed numbers around each of {@code means}, which repeat. */
    void putRandom(String name, float[] means, double deviation, Random random, long... shape) {
        int size = 1;
        for (long side : shape) {
            size = Math.multiplyExact(size, Math.toIntExact(side));
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = means[i % means.length] + (float) (deviation * random.nextGaussian());
        }
        put(name, values, shape);
    }

    /** Numbers and the lengths of their sides. */
    static final class Tensor {
        final float[] values;
        final long[] shape;

        Tensor(float[] values, long... shape) {
            this.values = values;
            this.shape = shape;
        }
    }
}
