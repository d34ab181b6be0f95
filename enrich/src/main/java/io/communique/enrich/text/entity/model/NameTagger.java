package io.communique.enrich.text.entity.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Labels the words of sentences with a fine-tuned encoder (its card is docs/name-model.md). Every sentence goes through the lower half; only
 * those that are not clear by then go through the upper one. Sentences run together in batches of like length. The same sentences in the same
 * order give the same names. Safe to share between threads; each call runs in the caller's thread alone.
 */
public final class NameTagger implements AutoCloseable {
    /** The pieces that words are cut into, one a line. */
    public static final String VOCABULARY = "vocabulary.txt";

    /** The encoder as far as half-way up. */
    public static final String LOWER = "names-lower.onnx";

    /** The encoder from there on. */
    public static final String UPPER = "names-upper.onnx";

    /** All of the model's files. */
    public static final List<String> FILES = List.of(VOCABULARY, LOWER, UPPER);

    /** SHA-256 of each of them, as sha256sum writes it. */
    public static final String SUMS = "names.sha256";

    /** The least probability of a word's best label that lets a sentence stop half-way. */
    private static final double CLEAR = 0.7;

    /** Pieces of a batch, padding among them: more do not run faster and need more memory. */
    private static final int BATCH_PIECES = 512;

    private final WordPieces cutter;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession lower;
    private final OrtSession upper;

    private NameTagger(WordPieces cutter, byte[] lower, byte[] upper) throws OrtException {
        this.cutter = cutter;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(true);
            this.lower = environment.createSession(lower, options);
            this.upper = environment.createSession(upper, options);
        }
    }

    /** Returns the one tagger that the whole process shares; loaded when it is first asked for. */
    public static NameTagger shared() {
        return Shared.TAGGER;
    }

    /**
     * Loads the model beside this class.
     *
     * @throws IllegalStateException if the machine cannot run it; the message says why
     */
    public static NameTagger load() {
        Map<String, String> sums = sums();
        try {
            return new NameTagger(
                    new WordPieces(new ByteArrayInputStream(bytes(VOCABULARY, sums))),
                    bytes(LOWER, sums),
                    bytes(UPPER, sums));
        } catch (OrtException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            throw new IllegalStateException("the name model does not run on this machine: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> sums() {
        return new String(bytes(SUMS), StandardCharsets.US_ASCII)
                .lines()
                .map(line -> line.split(" +", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }

    private static byte[] bytes(String name, Map<String, String> sums) {
        byte[] bytes = bytes(name);
        if (!sha256(bytes).equals(sums.get(name))) {
            throw new IllegalStateException(
                    "the name model is damaged, " + name + " is not what was built: build again");
        }
        return bytes;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = NameTagger.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the name model is incomplete, there is no " + name + ": build again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the SHA-256 of a file of the model, in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the names of each sentence, a sentence being its words. */
    public List<List<LabelledName>> names(List<List<String>> sentences) {
        List<Pieces> parts = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Pieces.cut(i, sentences.get(i), cutter, parts);
        }
        parts.sort(Comparator.comparingInt(Pieces::length));
        List<List<LabelledName>> names = IntStream.range(0, sentences.size())
                .<List<LabelledName>>mapToObj(i -> new ArrayList<>())
                .toList();
        for (int from = 0; from < parts.size(); ) {
            int to = batchEnd(parts, from);
            label(parts.subList(from, to), names);
            from = to;
        }
        names.forEach(of -> of.sort(Comparator.comparingInt(LabelledName::from)));
        return names;
    }

    private static int batchEnd(List<Pieces> parts, int from) {
        int to = from + 1;
        while (to < parts.size() && (to + 1 - from) * parts.get(to).length() <= BATCH_PIECES) {
            to++;
        }
        return to;
    }

    private void label(List<Pieces> batch, List<List<LabelledName>> names) {
        int width = batch.get(batch.size() - 1).length();
        try (OnnxTensor pieces = longs(batch, width, true);
                OnnxTensor shapes = longs(batch, width, false);
                OnnxTensor positions = positions(width);
                OnnxTensor lengths = lengths(batch);
                OrtSession.Result result = lower.run(
                        Map.of("pieces", pieces, "shapes", shapes, "positions", positions, "lengths", lengths))) {
            float[] scores = floats(result, "scores");
            List<Pieces> unclear = new ArrayList<>();
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                int base = i * width * NameLabel.COUNT;
                if (Viterbi.clarity(scores, base, batch.get(i).firsts()) >= CLEAR) {
                    batch.get(i).read(scores, base, names);
                } else {
                    unclear.add(batch.get(i));
                    rows.add(i);
                }
            }
            if (!unclear.isEmpty()) {
                labelClosely(
                        unclear, rows, width, (OnnxTensor) result.get("hidden").orElseThrow(), names);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the name model failed: " + e.getMessage(), e);
        }
    }

    private void labelClosely(
            List<Pieces> batch, List<Integer> rows, int width, OnnxTensor hidden, List<List<LabelledName>> names)
            throws OrtException {
        FloatBuffer all = hidden.getFloatBuffer();
        int depth = all.remaining() / (int) (hidden.getInfo().getShape()[0] * width);
        FloatBuffer some = FloatBuffer.allocate(batch.size() * width * depth);
        for (int row : rows) {
            some.put(all.slice(row * width * depth, width * depth));
        }
        some.flip();
        try (OnnxTensor from = OnnxTensor.createTensor(environment, some, new long[] {batch.size(), width, depth});
                OnnxTensor lengths = lengths(batch);
                OrtSession.Result result = upper.run(Map.of("hidden", from, "lengths", lengths))) {
            float[] scores = floats(result, "scores");
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).read(scores, i * width * NameLabel.COUNT, names);
            }
        }
    }

    private OnnxTensor longs(List<Pieces> batch, int width, boolean pieces) throws OrtException {
        LongBuffer all = LongBuffer.allocate(batch.size() * width);
        for (int i = 0; i < batch.size(); i++) {
            for (int at = 0; at < batch.get(i).length(); at++) {
                all.put(
                        i * width + at,
                        pieces ? batch.get(i).piece(at) : batch.get(i).shape(at));
            }
        }
        return OnnxTensor.createTensor(environment, all, new long[] {batch.size(), width});
    }

    private OnnxTensor positions(int width) throws OrtException {
        LongBuffer all = LongBuffer.allocate(width);
        for (int i = 0; i < width; i++) {
            all.put(i, i);
        }
        return OnnxTensor.createTensor(environment, all, new long[] {width});
    }

    private OnnxTensor lengths(List<Pieces> batch) throws OrtException {
        IntBuffer all = IntBuffer.allocate(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            all.put(i, batch.get(i).length());
        }
        return OnnxTensor.createTensor(environment, all, new long[] {batch.size()});
    }

    private static float[] floats(OrtSession.Result result, String name) {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] floats = new float[buffer.remaining()];
        buffer.get(floats);
        return floats;
    }

    @Override
    public void close() {
        try {
            lower.close();
            upper.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the name model did not close: " + e.getMessage(), e);
        }
    }

    private static final class Shared {
        /** ONNX Runtime reads a model on the caller's stack, for which a pool's thread can be too small. */
        private static final long STACK_BYTES = 64L << 20;

        static final NameTagger TAGGER = loadOnDeepStack();

        private static NameTagger loadOnDeepStack() {
            FutureTask<NameTagger> load = new FutureTask<>(NameTagger::load);
            new Thread(null, load, "name-model-loader", STACK_BYTES).start();
            try {
                return load.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the name model was read", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
