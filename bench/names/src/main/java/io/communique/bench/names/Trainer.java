package io.communique.bench.names;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.WordPieces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Fine-tunes an encoder. The loss of a word is the logarithm of what the encoder gives to the labels that are open to it, so that a set that
 * does not mark events does not teach that there are none.
 */
final class Trainer {
    private static final int BATCH = 16;
    private static final int SORTED_BATCHES = 50;
    private static final int WARM_UP = 100;
    private static final float EARLY_SHARE = 0.4f;
    private static final int REPORT_EVERY = 50;

    private final Encoder encoder;
    private final WordPieces cutter;
    private final NDManager manager;
    private final Random random;
    private final Consumer<String> progress;

    Trainer(Encoder encoder, WordPieces cutter, NDManager manager, Random random, Consumer<String> progress) {
        this.encoder = encoder;
        this.cutter = cutter;
        this.manager = manager;
        this.random = random;
        this.progress = progress;
    }

    /** Reads the sentences {@code epochs} times; the rate rises over the first steps and then falls to nothing. */
    void train(List<LabelledSentence> sentences, int epochs, double rate) {
        try (Adam adam = new Adam(manager)) {
            train(adam, sentences, epochs, rate);
        }
    }

    private void train(Adam adam, List<LabelledSentence> sentences, int epochs, double rate) {
        Variations variations = new Variations(sentences, random);
        int steps = epochs * ((sentences.size() + BATCH - 1) / BATCH);
        int step = 0;
        int skipped = 0;
        double loss = 0;
        long start = System.nanoTime();
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (Batch batch : batches(sentences, variations)) {
                step++;
                double now = rate * Math.min(1, step / (double) WARM_UP) * Math.max(0, 1 - step / (double) steps);
                double of = step(adam, batch, now);
                if (Double.isNaN(of)) {
                    skipped++;
                } else {
                    loss += of;
                }
                if (step % REPORT_EVERY == 0) {
                    progress.accept(String.format(
                            Locale.ROOT,
                            "step %d of %d, loss %.4f, %d batches skipped, %.0f s",
                            step,
                            steps,
                            loss / REPORT_EVERY,
                            skipped,
                            (System.nanoTime() - start) / 1e9));
                    loss = 0;
                }
            }
        }
    }

    private List<Batch> batches(List<LabelledSentence> sentences, Variations variations) {
        List<Example> examples = new ArrayList<>();
        for (LabelledSentence sentence : sentences) {
            examples.add(Example.of(variations.of(sentence), cutter, Example.MOST_PIECES));
        }
        Collections.shuffle(examples, random);
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < examples.size(); from += BATCH * SORTED_BATCHES) {
            List<Example> chunk =
                    new ArrayList<>(examples.subList(from, Math.min(examples.size(), from + BATCH * SORTED_BATCHES)));
            chunk.sort(Comparator.comparingInt(Example::length));
            for (int at = 0; at < chunk.size(); at += BATCH) {
                batches.add(new Batch(chunk.subList(at, Math.min(chunk.size(), at + BATCH))));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    /** Learns from a batch; not a number if its gradients were none, and nothing was learnt. */
    private double step(Adam adam, Batch batch, double rate) {
        Map<String, NDArray> weights = encoder.weights();
        try (NDManager scope = NDManager.newBaseManager(manager.getDevice())) {
            weights.forEach((name, weight) -> {
                weight.setRequiresGradient(Encoder.isLearnt(name));
                weight.tempAttach(scope);
            });
            double value;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.zeroGradients();
                NDList scores = encoder.scores(scope, batch, true);
                NDArray loss = loss(scope, batch, scores.get(0))
                        .add(loss(scope, batch, scores.get(1)).mul(EARLY_SHARE));
                collector.backward(loss);
                value = loss.getFloat();
            }
            Map<String, NDArray> gradients = new HashMap<>();
            weights.forEach((name, weight) -> {
                if (Encoder.isLearnt(name)) {
                    NDArray gradient = weight.getGradient();
                    gradient.attach(scope);
                    gradients.put(name, gradient);
                    weight.setRequiresGradient(false);
                }
            });
            boolean moved = Double.isFinite(value) && adam.step(scope, weights, gradients, rate);
            weights.values().forEach(weight -> weight.attach(manager));
            if (!moved) {
                List.copyOf(weights.keySet()).stream().filter(Encoder::isLearnt).forEach(encoder::renew);
            }
            return moved ? value : Double.NaN;
        }
    }

    private static NDArray loss(NDManager scope, Batch batch, NDArray scores) {
        Shape each = new Shape(batch.size(), batch.width, NameLabel.COUNT);
        NDArray begins = scope.create(batch.begins(), new Shape(batch.size(), batch.width));
        NDArray right = scores.softmax(-1).mul(scope.create(batch.open(), each)).sum(new int[] {-1});
        return right.add(1e-7f).log().mul(begins).sum().mul(-1f / Math.max(1, batch.words()));
    }
}
