package io.communique.bench.names;

import ai.djl.ndarray.NDManager;
import io.communique.bench.names.LabelledSentence.Name;
import io.communique.enrich.text.entity.model.Viterbi;
import io.communique.enrich.text.entity.model.WordPieces;
import java.util.List;
import java.util.function.Consumer;

/** Measures what the heads of an encoder find in labelled sentences. */
final class Scorer {
    private static final int AT_ONCE = 32;
    private static final int MOST_PIECES = 256;

    private final Encoder encoder;
    private final WordPieces cutter;
    private final NDManager manager;
    private final Consumer<String> report;

    Scorer(Encoder encoder, WordPieces cutter, NDManager manager, Consumer<String> report) {
        this.encoder = encoder;
        this.cutter = cutter;
        this.manager = manager;
        this.report = report;
    }

    void score(String set, List<LabelledSentence> sentences) {
        NameScore last = new NameScore();
        NameScore early = new NameScore();
        for (int at = 0; at < sentences.size(); at += AT_ONCE) {
            List<LabelledSentence> some = sentences.subList(at, Math.min(sentences.size(), at + AT_ONCE));
            Batch batch = new Batch(some.stream()
                    .map(sentence -> Example.of(sentence, cutter, MOST_PIECES))
                    .toList());
            try (NDManager scope = manager.newSubManager()) {
                var scores = encoder.scores(scope, batch, false);
                scores.attach(scope);
                add(last, some, batch, scores.get(0).toFloatArray());
                add(early, some, batch, scores.get(1).toFloatArray());
            }
        }
        report.accept(set + " layer " + encoder.layers() + ": " + last);
        report.accept(set + " layer " + encoder.early() + ": " + early);
    }

    private static void add(NameScore score, List<LabelledSentence> sentences, Batch batch, float[] scores) {
        int row = scores.length / batch.size();
        for (int i = 0; i < sentences.size(); i++) {
            List<Name> found = Viterbi.names(scores, i * row, batch.examples.get(i).firsts).stream()
                    .map(name -> new Name(name.from(), name.to(), name.kind()))
                    .toList();
            score.add(sentences.get(i).names(), found);
        }
    }
}
