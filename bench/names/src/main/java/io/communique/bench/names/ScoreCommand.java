package io.communique.bench.names;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures an encoder alone, in floating point. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Strict F1 of both heads of an encoder, alone and in floating point.")
final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private final StagesOption stages = new StagesOption();

    @Option(names = "--ner", required = true, description = "Directory of the sets: NAME.tsv, gum-conllu.")
    private Path directory = Path.of("ner");

    @Option(names = "--from", required = true, description = "Weights.")
    private Path from = Path.of("names.weights");

    @Option(names = "--sets", split = ",", required = true, description = "Sets to measure on; gum for GUM.")
    private List<String> sets = List.of();

    @Override
    public Integer call() throws IOException {
        Weights weights = Weights.read(from);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
                Encoder encoder =
                        new Encoder(manager.newSubManager(), weights, stages.lower(), stages.upper(), new Random(1))) {
            Scorer scorer = new Scorer(encoder, Base.of(weights).cutter(), manager, Names::say);
            for (String set : sets) {
                scorer.score(set, NameSet.sentences(directory, set));
            }
        }
        return 0;
    }
}
