package io.communique.bench.names;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.WordPieces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Encoders that label sentences which no set has labelled, for another to learn from: the mean of what they say. */
final class Teacher {
    private static final int BATCH = 32;
    private static final int REPORT_EVERY = 100;

    private final List<Path> encoders;
    private final Random random;
    private final Consumer<String> progress;

    /** A teacher out of the weights of each encoder. */
    Teacher(List<Path> encoders, Random random, Consumer<String> progress) {
        this.encoders = encoders;
        this.random = random;
        this.progress = progress;
    }

    /** Returns each sentence, cut by {@code cutter}, with what the encoders give to each label of each word. */
    List<Example> examples(NDManager manager, List<List<String>> sentences, WordPieces cutter) throws IOException {
        List<float[]> sums = new ArrayList<>(Collections.nCopies(sentences.size(), new float[0]));
        for (Path file : encoders) {
            Weights weights = Weights.read(file);
            WordPieces own = Base.of(weights).cutter();
            try (Encoder encoder = new Encoder(manager.newSubManager(), weights, random)) {
                label(manager, encoder, own, sentences, sums);
            }
        }
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> example(sentences.get(i), cutter).taught(mean(sums.get(i))))
                .toList();
    }

    private void label(
            NDManager manager, Encoder encoder, WordPieces cutter, List<List<String>> sentences, List<float[]> sums) {
        List<Example> examples =
                sentences.stream().map(words -> example(words, cutter)).toList();
        List<Integer> shortestFirst = IntStream.range(0, examples.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> examples.get(i).length()))
                .toList();
        for (int at = 0; at < examples.size(); at += BATCH) {
            List<Integer> some = shortestFirst.subList(at, Math.min(examples.size(), at + BATCH));
            Batch batch = new Batch(some.stream().map(examples::get).toList());
            float[] shares = shares(manager, encoder, batch);
            for (int i = 0; i < some.size(); i++) {
                float[] words = words(batch, i, shares);
                sums.set(some.get(i), sum(sums.get(some.get(i)), words));
            }
            if (at / BATCH % REPORT_EVERY == 0) {
                progress.accept("labelled " + at + " of " + examples.size() + " sentences");
            }
        }
    }

    private static Example example(List<String> words, WordPieces cutter) {
        return Example.of(
                new LabelledSentence(words, Collections.nCopies(words.size(), 0)), cutter, Example.MOST_PIECES);
    }

    private static float[] shares(NDManager manager, Encoder encoder, Batch batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDList scores = encoder.scores(scope, batch, false);
            scores.attach(scope);
            NDArray shares = scores.get(0).softmax(-1);
            shares.attach(scope);
            return shares.toFloatArray();
        }
    }

    /** Returns what the words of a batch's sentence get, one word after the other. */
    private static float[] words(Batch batch, int sentence, float[] shares) {
        int[] firsts = batch.examples.get(sentence).firsts;
        float[] words = new float[firsts.length * NameLabel.COUNT];
        for (int word = 0; word < firsts.length; word++) {
            int at = (sentence * batch.width + firsts[word]) * NameLabel.COUNT;
            System.arraycopy(shares, at, words, word * NameLabel.COUNT, NameLabel.COUNT);
        }
        return words;
    }

    /** Adds up the words that both have; encoders with other pieces may have cut a long sentence elsewhere. */
    private static float[] sum(float[] before, float[] words) {
        if (before.length == 0) {
            return words;
        }
        float[] sum = new float[Math.min(before.length, words.length)];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = before[i] + words[i];
        }
        return sum;
    }

    private float[] mean(float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= encoders.size();
        }
        return sum;
    }
}
