package io.communique.bench.names;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An ONNX graph under construction: standard operators, and those that ONNX Runtime adds for encoders (domain com.microsoft). */
final class OnnxGraph {
    /** The range of a weight. Seven bits, so that two products fit the sixteen bits in which older processors add them up. */
    private static final int MOST_STEPS = 63;

    private static final String RUNTIME = "com.microsoft";
    private static final int OPERATORS = 17;
    private static final int FORMAT = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("names");
    private int made;

    void input(String name, DataType type, Object... sides) {
        graph.addInput(value(name, type, sides));
    }

    void output(String name, DataType type, Object... sides) {
        graph.addOutput(value(name, type, sides));
    }

    private static ValueInfoProto value(String name, DataType type, Object... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object side : sides) {
            if (side instanceof String free) {
                shape.addDimBuilder().setDimParam(free);
            } else {
                shape.addDimBuilder().setDimValue((Integer) side);
            }
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    /** Adds a node with one output and returns the output's name. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String out = "t" + made;
        add("", operator, inputs, List.of(out), attributes);
        return out;
    }

    /** The same with an operator of the runtime's own. */
    String runtimeNode(String operator, List<String> inputs, AttributeProto... attributes) {
        String out = "t" + made;
        add(RUNTIME, operator, inputs, List.of(out), attributes);
        return out;
    }

    void add(String domain, String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(operator)
                .setName(operator + made++)
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(List.of(attributes)));
    }

    /** Rounds {@code x} to bytes whose scale follows its range; returns the names of bytes, scale and zero. */
    List<String> rounded(String x) {
        List<String> out = List.of("q" + made, "s" + made, "z" + made);
        add("", "DynamicQuantizeLinear", List.of(x), out);
        return out;
    }

    String floats(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(name, DataType.FLOAT, ByteString.copyFrom(bytes.array()), shape);
    }

    private String tensor(String name, DataType type, ByteString bytes, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(bytes);
        for (long side : shape) {
            tensor.addDims(side);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /**
     * Adds a matrix as bytes, each column with a scale of its own.
     *
     * @return the names of bytes and scales
     */
    List<String> columns(String name, Weights.Tensor matrix) {
        int rows = Math.toIntExact(matrix.shape[0]);
        int columns = Math.toIntExact(matrix.shape[1]);
        float[] scales = new float[columns];
        for (int i = 0; i < matrix.values.length; i++) {
            scales[i % columns] = Math.max(scales[i % columns], Math.abs(matrix.values[i]));
        }
        byte[] bytes = new byte[matrix.values.length];
        for (int column = 0; column < columns; column++) {
            scales[column] = Math.max(scales[column] / MOST_STEPS, 1e-9f);
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(matrix.values[i] / scales[i % columns]);
        }
        tensor(name, DataType.INT8, ByteString.copyFrom(bytes), rows, columns);
        return List.of(name, floats(name + ".scale", scales, columns));
    }

    /** Adds a table as bytes, each row with a scale of its own; returns the names of bytes and scales. */
    List<String> rows(String name, Weights.Tensor table) {
        int rows = Math.toIntExact(table.shape[0]);
        int columns = Math.toIntExact(table.shape[1]);
        float[] scales = new float[rows];
        byte[] bytes = new byte[table.values.length];
        for (int row = 0; row < rows; row++) {
            float most = 1e-9f;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                most = Math.max(most, Math.abs(table.values[i]));
            }
            scales[row] = most / Byte.MAX_VALUE;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                bytes[i] = (byte) Math.round(table.values[i] / scales[row]);
            }
        }
        tensor(name, DataType.INT8, ByteString.copyFrom(bytes), rows, columns);
        return List.of(name, floats(name + ".scale", scales, rows, 1));
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    void write(Path file) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("communique")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(RUNTIME).setVersion(1))
                .setGraph(graph)
                .build();
        try (OutputStream out = Files.newOutputStream(file)) {
            model.writeTo(out);
        }
    }
}
