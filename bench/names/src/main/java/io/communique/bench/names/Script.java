package io.communique.bench.names;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A function in TorchScript, for what libtorch can do and its Java binding has no name for. Gradients flow through it. */
final class Script implements AutoCloseable {
    /** A module without attributes, in Python's pickle format. */
    private static final String MODULE = "\u0080\u0002c__torch__\nScript\n)\u0081}b.";

    /** An empty tuple, likewise. */
    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private final Model model;
    private final ParameterStore none;

    /**
     * Makes a function of tensors that returns a tensor.
     *
     * @param arguments their names
     * @param lines the body, in the small part of TorchScript that it is stored in: {@code torch.} before each operator
     */
    Script(NDManager manager, List<String> arguments, List<String> lines) {
        this.model = Model.newInstance("script", manager.getDevice(), "PyTorch");
        this.none = new ParameterStore(manager, false);
        try {
            model.load(new ByteArrayInputStream(archive(source(arguments, lines))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedModelException e) {
            throw new IllegalArgumentException(e);
        }
    }

    NDArray of(NDArray... arguments) {
        return model.getBlock().forward(none, new NDList(arguments), true).singletonOrThrow();
    }

    private static String source(List<String> arguments, List<String> lines) {
        return "class Script(Module):\n  __parameters__ = []\n  __buffers__ = []\n  def forward(self: __torch__.Script,\n"
                + arguments.stream().map(name -> "    " + name + ": Tensor").collect(Collectors.joining(",\n"))
                + ") -> Tensor:\n"
                + lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    private static byte[] archive(String source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "data.pkl", MODULE.getBytes(StandardCharsets.ISO_8859_1));
            add(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            add(zip, "constants.pkl", NO_CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
            add(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Adds a file as it is: libtorch reads no others. */
    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("script/" + name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Override
    public void close() {
        model.close();
    }
}
