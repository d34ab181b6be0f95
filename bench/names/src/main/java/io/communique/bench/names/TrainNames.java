package io.communique.bench.names;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.communique.bench.names.LabelledSentence.Name;
import io.communique.contract.page.Bytes;
import io.communique.enrich.text.entity.model.NameTagger;
import io.communique.enrich.text.entity.model.Viterbi;
import io.communique.enrich.text.entity.model.WordPieces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run train-names}. */
@Command(
        name = "bench/run train-names",
        mixinStandardHelpOptions = true,
        description = {
            "Learns the name model from labelled sentences: fine-tunes an encoder from Maven Central, writes its weights to a file, and"
                    + " with --export the model that enrich reads.",
            "",
            "OMP_NUM_THREADS says how many threads it uses. The model's card, docs/name-model.md, has the figures."
        })
public final class TrainNames implements Callable<Integer> {
    private static final int SCORED_AT_ONCE = 32;
    private static final int MOST_PIECES = 256;

    @Option(names = "--ner", required = true, description = "Directory of the sets: NAME.tsv, gum-conllu.")
    private Path directory = Path.of("ner");

    @Option(
            names = "--sets",
            split = ",",
            defaultValue =
                    "politics-train,xner-music-train,xner-music-dev,xner-music-test,xner-science-train,xner-science-dev,"
                            + "xner-science-test,xner-literature-train,xner-literature-dev,xner-literature-test,xner-ai-train,xner-ai-dev,"
                            + "xner-ai-test,sec-train,sec-test,btc-f,btc-e,btc-a,btc-b,gum,wikigold,politics-dev",
            description = "Sets to learn from; gum for GUM (default: those of the shipped model: ${DEFAULT-VALUE}).")
    private List<String> sets = List.of();

    @Option(names = "--without", split = ",", description = "Sets to leave out, to measure on them.")
    private List<String> without = List.of();

    @Option(
            names = "--newswire",
            defaultValue = "1500",
            description = "Made-up lines of newswire to learn from as well (default: ${DEFAULT-VALUE}).")
    private int newswire;

    @Option(names = "--score", split = ",", description = "Sets to be measured afterwards.")
    private List<String> scored = List.of();

    @Option(
            names = "--epochs",
            defaultValue = "4",
            description = "How often each sentence is read; 0 learns nothing (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--rate",
            defaultValue = "1.5e-4",
            description = "Highest learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seed", defaultValue = "7", description = "Of all chance (default: ${DEFAULT-VALUE}).")
    private int seed;

    @Option(
            names = "--teacher",
            split = ",",
            description = "Weights of encoders that label the sentences of --texts: the mean of what they say.")
    private List<Path> teachers = List.of();

    @Option(
            names = "--texts",
            split = ",",
            description = "Texts, a paragraph a line, whose sentences are learnt as the teacher labels them.")
    private List<Path> texts = List.of();

    @Option(
            names = "--taught",
            defaultValue = "16000",
            description = "At most so many sentences of the texts, drawn at random (default: ${DEFAULT-VALUE}).")
    private int taught;

    @Option(
            names = "--base",
            defaultValue = "BGE_SMALL",
            description = "Encoder to start from: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Base base = Base.BGE_SMALL;

    @Option(names = "--from", description = "Weights to go on from instead of the base.")
    private @Nullable Path from;

    @Option(names = "--lower-half", description = "Go on with the lower half of those weights alone.")
    private boolean lowerHalf;

    @Option(
            names = "--out",
            defaultValue = "bench/names/target/names.weights",
            description = "File for the weights (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("names.weights");

    @Option(
            names = "--export",
            arity = "0..1",
            fallbackValue = "enrich/src/main/resources/io/communique/enrich/text/entity/model",
            description = "Directory for the model as enrich reads it (default: where enrich has it).")
    private @Nullable Path export;

    /** Runs the command and exits with its code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new TrainNames()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        List<LabelledSentence> sentences = new ArrayList<>();
        for (String set : sets.stream().filter(Predicate.not(without::contains)).toList()) {
            List<LabelledSentence> read = read(set);
            say(set + ": " + read.size() + " sentences, "
                    + read.stream().mapToInt(s -> s.names().size()).sum() + " names");
            sentences.addAll(read);
        }
        sentences.removeIf(Predicate.not(sentence -> sentence.words().size() > 1));
        Random random = new Random(seed);
        sentences.addAll(new Newswire(sentences, random).sentences(newswire));
        // Functions of a line or two gain nothing from it.
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        Weights start = start();
        WordPieces cutter = Base.of(start).cutter();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
                Encoder encoder = new Encoder(manager.newSubManager(), start, random)) {
            Engine.getInstance().setRandomSeed(seed);
            if (epochs > 0) {
                List<Example> examples = taught(cutter, manager, random);
                new Trainer(encoder, cutter, manager, random, TrainNames::say).train(sentences, examples, epochs, rate);
                encoder.toWeights().write(out);
            }
            if (export != null) {
                export(encoder, export);
            }
            for (String set : scored) {
                score(encoder, cutter, manager, set);
            }
        }
        return 0;
    }

    private List<Example> taught(WordPieces cutter, NDManager manager, Random random) throws IOException {
        if (teachers.isEmpty()) {
            return List.of();
        }
        List<List<String>> all = new ArrayList<>(PlainTexts.sentences(texts));
        Collections.shuffle(all, random);
        List<List<String>> sentences = all.subList(0, Math.min(taught, all.size()));
        say("texts: " + all.size() + " sentences, " + sentences.size() + " to be taught");
        return new Teacher(teachers, random, TrainNames::say).examples(manager, sentences, cutter);
    }

    private List<LabelledSentence> read(String set) throws IOException {
        return set.equals("gum") ? GumSet.read(directory.resolve("gum-conllu")) : NameSet.read(directory, set);
    }

    private Weights start() throws IOException {
        if (from != null) {
            Weights weights = Weights.read(from);
            return lowerHalf ? weights.lowerHalf() : weights;
        }
        return base.weights();
    }

    private static void export(Encoder encoder, Path directory) throws IOException {
        OnnxEncoder file = new OnnxEncoder(encoder.toWeights());
        file.writeLower(directory.resolve(NameTagger.LOWER), encoder.early());
        file.writeUpper(directory.resolve(NameTagger.UPPER), encoder.early(), encoder.layers());
        StringBuilder sums = new StringBuilder();
        for (String name : NameTagger.FILES) {
            sums.append(Bytes.copyOf(Files.readAllBytes(directory.resolve(name)))
                            .sha256())
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(directory.resolve(NameTagger.SUMS), sums);
    }

    private void score(Encoder encoder, WordPieces cutter, NDManager manager, String set) throws IOException {
        NameScore last = new NameScore();
        NameScore early = new NameScore();
        List<LabelledSentence> sentences = read(set);
        for (int at = 0; at < sentences.size(); at += SCORED_AT_ONCE) {
            List<LabelledSentence> some = sentences.subList(at, Math.min(sentences.size(), at + SCORED_AT_ONCE));
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
        say(set + " last layer: " + last);
        say(set + " layer " + encoder.early() + ": " + early);
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

    private static void say(String line) {
        System.err.println(line);
    }
}
