package io.communique.bench.train;

import io.communique.bench.extraction.Corpora;
import io.communique.bench.extraction.CrossValidation;
import io.communique.bench.extraction.CrossValidation.Fold;
import io.communique.bench.extraction.ExtractionScore;
import io.communique.bench.extraction.GoldPage;
import io.communique.bench.extraction.Ours;
import io.communique.bench.extraction.PageScore;
import io.communique.bench.extraction.Peer;
import io.communique.enrich.page.PageReader;
import io.communique.enrich.strip.BlockModel;
import io.communique.enrich.strip.RegionFinder;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Learns the block classifier from labelled sets and writes it down; the same sets give the same file.",
            "",
            "With --cross-validate nothing is written: the pages are cut into five parts, each is read with a model learnt from the others,"
                    + " and every set's scores are printed."
        })
public final class TrainCommand implements Callable<Integer> {
    private static final int PARTS = 5;
    private static final long SEED = 1;

    @Option(names = "--corpora", required = true, description = "Directory of the sets: folders, or .tar.xz of them.")
    private Path corpora = Path.of("corpora");

    @Option(
            names = "--unpack-to",
            defaultValue = "bench/target/corpora",
            description = "Where archives are unpacked to (default: ${DEFAULT-VALUE}).")
    private Path unpacked = Path.of("bench/target/corpora");

    @Option(
            names = "--sets",
            split = ",",
            defaultValue = "wcxb-dev-articles,fundus-pub-dev,trafilatura-A",
            description = "Sets to learn from (default: ${DEFAULT-VALUE}).")
    private List<String> sets = List.of();

    @Option(names = "--cross-validate", description = "Measure instead of writing.")
    private boolean crossValidate;

    @Option(
            names = "--out",
            defaultValue = "enrich/src/main/resources/io/communique/enrich/strip/block-model.bin",
            description = "The model's file (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("block-model.bin");

    @Override
    public Integer call() throws IOException {
        Map<String, List<GoldPage>> gold = new LinkedHashMap<>();
        for (String set : sets) {
            gold.put(set, new Corpora(corpora, unpacked).read(set));
        }
        List<GoldPage> all = gold.values().stream().flatMap(List::stream).toList();
        IdentityHashMap<GoldPage, LearningPage> pages = new IdentityHashMap<>();
        List<LearningPage> read = all.parallelStream().map(LearningPage::new).toList();
        read.forEach(page -> pages.put(page.gold(), page));
        if (crossValidate) {
            crossValidate(gold, all, pages);
        } else {
            write(learn(all, pages));
        }
        return 0;
    }

    private static BlockModel learn(List<GoldPage> gold, IdentityHashMap<GoldPage, LearningPage> pages) {
        List<List<LearningPage>> parts = new ArrayList<>();
        for (Fold fold : CrossValidation.folds(gold, PARTS, SEED)) {
            List<LearningPage> part = new ArrayList<>();
            fold.test().forEach(page -> part.add(pages.get(page)));
            parts.add(part);
        }
        return Learner.learn(parts).model();
    }

    private void write(BlockModel model) throws IOException {
        Files.createDirectories(out.toAbsolutePath().getParent());
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
            model.write(data);
        }
        System.out.println(out + ": " + Files.size(out) + " bytes");
    }

    private static void crossValidate(
            Map<String, List<GoldPage>> gold, List<GoldPage> all, IdentityHashMap<GoldPage, LearningPage> pages) {
        IdentityHashMap<GoldPage, PageScore> scores = new IdentityHashMap<>();
        for (Fold fold : CrossValidation.folds(all, PARTS, SEED)) {
            Peer ours = new Ours("ours", new PageReader(new RegionFinder(learn(fold.train(), pages))));
            fold.test().forEach(page -> scores.put(page, PageScore.of(page, ours.extract(page))));
            System.out.println("measured " + scores.size() + " of " + all.size() + " pages");
        }
        gold.forEach((set, of) -> {
            ExtractionScore score =
                    ExtractionScore.of(of.stream().map(scores::get).toList());
            System.out.printf(
                    Locale.ROOT,
                    "%-20s pages %4d  word F1 %.4f  shingle F1 %.4f (P %.4f, R %.4f)  snippet F1 %.4f%n",
                    set,
                    score.pages(),
                    score.wordF1(),
                    score.shingleF1(),
                    score.shinglePrecision(),
                    score.shingleRecall(),
                    score.snippets().f1());
        });
    }
}
