package io.communique.bench.names;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.communique.enrich.text.entity.model.WordPieces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fine-tunes an encoder. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Fine-tunes an encoder from Maven Central on labelled sentences and writes its weights to a file.",
            "",
            "OMP_NUM_THREADS says how many threads it uses."
        })
final class TrainNames implements Callable<Integer> {
    @Option(names = "--ner", required = true, description = "Directory of the sets: NAME.tsv, gum-conllu.")
    private Path directory = Path.of("ner");

    @Option(names = "--sets", split = ",", required = true, description = "Sets to learn from; gum for GUM.")
    private List<String> sets = List.of();

    @Option(
            names = "--newswire",
            defaultValue = "1500",
            description = "Made-up lines of newswire to learn from as well (default: ${DEFAULT-VALUE}).")
    private int newswire;

    @Option(names = "--score", split = ",", description = "Sets to be measured afterwards.")
    private List<String> scored = List.of();

    @Option(
            names = "--epochs",
            defaultValue = "3",
            description = "How often each sentence is read (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--rate",
            defaultValue = "1.5e-4",
            description = "Highest learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seed", defaultValue = "7", description = "Of all chance (default: ${DEFAULT-VALUE}).")
    private int seed;

    @Option(
            names = "--base",
            defaultValue = "BGE_SMALL",
            description = "Encoder to start from: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Base base = Base.BGE_SMALL;

    @Option(names = "--out", required = true, description = "File for the weights.")
    private Path out = Path.of("names.weights");

    @Override
    public Integer call() throws IOException {
        List<LabelledSentence> sentences = new ArrayList<>();
        for (String set : sets) {
            List<LabelledSentence> read = NameSet.sentences(directory, set);
            Names.say(set + ": " + read.size() + " sentences, "
                    + read.stream().mapToInt(s -> s.names().size()).sum() + " names");
            sentences.addAll(read);
        }
        sentences.removeIf(Predicate.not(sentence -> sentence.words().size() > 1));
        Random random = new Random(seed);
        sentences.addAll(new Newswire(sentences, random).sentences(newswire));
        // Functions of a line or two gain nothing from it.
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        Weights start = base.weights();
        WordPieces cutter = base.cutter();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
                Encoder encoder =
                        new Encoder(manager.newSubManager(), start, start.layers() / 2, start.layers(), random)) {
            Engine.getInstance().setRandomSeed(seed);
            new Trainer(encoder, cutter, manager, random, Names::say).train(sentences, epochs, rate);
            encoder.toWeights().write(out);
            Scorer scorer = new Scorer(encoder, cutter, manager, Names::say);
            for (String set : scored) {
                scorer.score(set, NameSet.sentences(directory, set));
            }
        }
        return 0;
    }
}
