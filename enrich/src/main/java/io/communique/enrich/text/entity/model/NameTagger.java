package io.communique.enrich.text.entity.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.communique.contract.page.Bytes;
import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Labels the words of sentences with a fine-tuned encoder (its card is docs/name-model.md). Every sentence goes through the lower half; only
 * those that are not clear by then go through the upper one. Sentences run one by one, which on a processor is as fast as batches and makes
 * the names of a sentence the same whatever stands around it. Safe to share between threads; each call runs in the caller's thread alone.
 */
public final class NameTagger {
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

    /** The least probability of each word's best label that lets a sentence end with the lower stage. */
    private static final double CLEAR = 0.8;

    /** ONNX Runtime reads a model on the caller's stack, for which a pool's thread can be too small. */
    private static final long STACK_BYTES = 64L << 20;

    private static @Nullable NameTagger shared;

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

    /**
     * Returns the one tagger that the whole process shares; loaded when it is first asked for.
     *
     * @throws IllegalStateException if the machine cannot run it, or its files are damaged; the message says why
     */
    public static synchronized NameTagger shared() {
        NameTagger tagger = shared;
        if (tagger == null) {
            tagger = loadOnDeepStack();
            shared = tagger;
        }
        return tagger;
    }

    private static NameTagger loadOnDeepStack() {
        FutureTask<NameTagger> load = new FutureTask<>(NameTagger::load);
        new Thread(null, load, "name-model-loader", STACK_BYTES).start();
        try {
            return load.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the name model was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IllegalStateException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private static NameTagger load() {
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
        if (!Bytes.copyOf(bytes).sha256().equals(sums.get(name))) {
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

    /** Returns the names of each sentence, a sentence being its words. */
    public List<List<LabelledName>> names(List<List<String>> sentences) {
        List<List<LabelledName>> names = new ArrayList<>();
        for (List<String> sentence : sentences) {
            List<LabelledName> found = new ArrayList<>();
            Pieces.cut(sentence, cutter).forEach(part -> label(part, found));
            names.add(found);
        }
        return names;
    }

    private void label(Pieces part, List<LabelledName> names) {
        try (OnnxTensor pieces = longs(part.length(), part::piece, 1, part.length());
                OnnxTensor shapes = longs(part.length(), part::shape, 1, part.length());
                OnnxTensor positions = longs(part.length(), at -> at, part.length());
                OnnxTensor lengths = length(part.length());
                OrtSession.Result result = lower.run(
                        Map.of("pieces", pieces, "shapes", shapes, "positions", positions, "lengths", lengths))) {
            float[] scores = scores(result);
            if (Viterbi.clarity(scores, part.firsts()) < CLEAR) {
                readAgain(part, (OnnxTensor) result.get("hidden").orElseThrow(), scores);
            }
            part.read(scores, names);
        } catch (OrtException e) {
            throw new IllegalStateException("the name model failed: " + e.getMessage(), e);
        }
    }

    private void readAgain(Pieces part, OnnxTensor all, float[] scores) throws OrtException {
        SecondReading reading = SecondReading.of(part, scores);
        long width = all.getInfo().getShape()[2];
        FloatBuffer some = reading.hidden(all.getFloatBuffer(), Math.toIntExact(width));
        try (OnnxTensor hidden = OnnxTensor.createTensor(environment, some, new long[] {1, reading.length(), width});
                OnnxTensor lengths = length(reading.length());
                OrtSession.Result result = upper.run(Map.of("hidden", hidden, "lengths", lengths))) {
            reading.correct(scores, scores(result));
        }
    }

    private OnnxTensor longs(int count, IntUnaryOperator values, long... shape) throws OrtException {
        LongBuffer all = LongBuffer.allocate(count);
        for (int at = 0; at < count; at++) {
            all.put(at, values.applyAsInt(at));
        }
        return OnnxTensor.createTensor(environment, all, shape);
    }

    private OnnxTensor length(int pieces) throws OrtException {
        return OnnxTensor.createTensor(environment, IntBuffer.allocate(1).put(0, pieces), new long[] {1});
    }

    private static float[] scores(OrtSession.Result result) {
        FloatBuffer buffer = ((OnnxTensor) result.get("scores").orElseThrow()).getFloatBuffer();
        float[] floats = new float[buffer.remaining()];
        buffer.get(floats);
        return floats;
    }
}
