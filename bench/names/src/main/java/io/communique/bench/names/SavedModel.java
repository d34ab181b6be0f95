package io.communique.bench.names;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads the weights of a BERT encoder as TensorFlow saves them: a zip archive with {@code variables.index}, a table of LevelDB's format whose
 * values say where each tensor lies, and {@code variables.data-00000-of-00001} with their numbers.
 */
final class SavedModel {
    private static final int FOOTER = 48;
    private static final int FLOAT = 1;
    private static final String PREFIX = "module/";
    private static final String ENCODER = "bert/";

    private SavedModel() {}

    static Weights read(InputStream archive) throws IOException {
        byte[] index = new byte[0];
        byte[] data = new byte[0];
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("variables.index")) {
                    index = zip.readAllBytes();
                } else if (entry.getName().contains("variables.data")) {
                    data = zip.readAllBytes();
                }
            }
        }
        Weights weights = new Weights();
        for (Map.Entry<String, byte[]> entry : table(index).entrySet()) {
            if (entry.getKey().startsWith(PREFIX)) {
                add(weights, name(entry.getKey()), entry.getValue(), data);
            }
        }
        return weights;
    }

    /** Returns what PyTorch's port of the same encoder calls a variable; what is outside it, as the head of masked words, keeps its path. */
    private static String name(String variable) {
        String inModule = variable.substring(PREFIX.length());
        return (inModule.startsWith(ENCODER) ? inModule.substring(ENCODER.length()) : inModule)
                .replace("layer_", "layer.")
                .replace('/', '.')
                .replaceFirst("(_embeddings)$", "$1.weight")
                .replaceFirst("\\.(kernel|gamma)$", ".weight")
                .replaceFirst("\\.beta$", ".bias");
    }

    private static void add(Weights weights, String name, byte[] entry, byte[] data) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(entry);
        int type = 0;
        List<Long> shape = new ArrayList<>();
        long offset = 0;
        long size = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> type = in.readInt32();
                case 2 -> shape = shape(in.readByteArray());
                case 4 -> offset = in.readInt64();
                case 5 -> size = in.readInt64();
                default -> in.skipField(tag);
            }
        }
        if (type == FLOAT) {
            float[] values = new float[Math.toIntExact(size / Float.BYTES)];
            ByteBuffer.wrap(data, Math.toIntExact(offset), Math.toIntExact(size))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            weights.put(name, values, shape.stream().mapToLong(Long::longValue).toArray());
        }
    }

    private static List<Long> shape(byte[] message) throws IOException {
        List<Long> sides = new ArrayList<>();
        CodedInputStream in = CodedInputStream.newInstance(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 2) {
                CodedInputStream side = CodedInputStream.newInstance(in.readByteArray());
                for (int inner = side.readTag(); inner != 0; inner = side.readTag()) {
                    if (WireFormat.getTagFieldNumber(inner) == 1) {
                        sides.add(side.readInt64());
                    } else {
                        side.skipField(inner);
                    }
                }
            } else {
                in.skipField(tag);
            }
        }
        return sides;
    }

    /** Returns the rows of a table: the footer points to the index, each row of which points to a block of rows. */
    private static Map<String, byte[]> table(byte[] file) throws IOException {
        CodedInputStream footer = CodedInputStream.newInstance(file, file.length - FOOTER, FOOTER);
        footer.readInt64();
        footer.readInt64();
        Map<String, byte[]> rows = new TreeMap<>();
        for (byte[] handle : block(file, footer.readInt64(), footer.readInt64()).values()) {
            CodedInputStream at = CodedInputStream.newInstance(handle);
            rows.putAll(block(file, at.readInt64(), at.readInt64()));
        }
        return rows;
    }

    /** Returns the rows of a block: each key says how much it shares with the one before; the places to start from stand last. */
    private static Map<String, byte[]> block(byte[] file, long from, long length) throws IOException {
        int start = Math.toIntExact(from);
        int end = start + Math.toIntExact(length);
        if (file[end] != 0) {
            throw new IOException("the table of variables is compressed, which is not read here");
        }
        int restarts = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(end - Integer.BYTES);
        InputStream rowsOnly = new ByteArrayInputStream(file, start, end - start - (restarts + 1) * Integer.BYTES);
        CodedInputStream in = CodedInputStream.newInstance(rowsOnly);
        Map<String, byte[]> rows = new TreeMap<>();
        byte[] key = new byte[0];
        while (!in.isAtEnd()) {
            int shared = in.readInt32();
            int more = in.readInt32();
            int value = in.readInt32();
            byte[] next = Arrays.copyOf(key, shared + more);
            System.arraycopy(in.readRawBytes(more), 0, next, shared, more);
            key = next;
            rows.put(new String(key, StandardCharsets.UTF_8), in.readRawBytes(value));
        }
        return rows;
    }
}
