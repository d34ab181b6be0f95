package io.communique.bench.names;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.WordPieces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/** Labels sentences that no set has labelled, for a smaller encoder to learn from. */
final class Teacher {
    private static final int BATCH = 32;

    private final Encoder encoder;
    private final WordPieces cutter;

    Teacher(Encoder encoder, WordPieces cutter) {
        this.encoder = encoder;
        this.cutter = cutter;
    }

    /** Returns each sentence with what the teacher gives to each label of each word, the shortest first. */
    List<Example> examples(NDManager manager, List<List<String>> sentences, IntConsumer progress) {
        List<Example> all = new ArrayList<>();
        for (List<String> words : sentences) {
            all.add(Example.of(
                    new LabelledSentence(words, Collections.nCopies(words.size(), 0)), cutter, Example.MOST_PIECES));
        }
        all.sort(Comparator.comparingInt(Example::length));
        List<Example> taught = new ArrayList<>();
        for (int at = 0; at < all.size(); at += BATCH) {
            Batch batch = new Batch(all.subList(at, Math.min(all.size(), at + BATCH)));
            try (NDManager scope = manager.newSubManager()) {
                var scores = encoder.scores(scope, batch, false);
                scores.attach(scope);
                NDArray shares = scores.get(0).softmax(-1);
                shares.attach(scope);
                taught.addAll(taught(batch, shares.toFloatArray()));
            }
            progress.accept(taught.size());
        }
        return taught;
    }

    private static List<Example> taught(Batch batch, float[] shares) {
        List<Example> taught = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Example example = batch.examples.get(i);
            float[] given = new float[example.firsts.length * NameLabel.COUNT];
            for (int word = 0; word < example.firsts.length; word++) {
                int at = (i * batch.width + example.firsts[word]) * NameLabel.COUNT;
                System.arraycopy(shares, at, given, word * NameLabel.COUNT, NameLabel.COUNT);
            }
            taught.add(example.taught(given));
        }
        return taught;
    }
}
