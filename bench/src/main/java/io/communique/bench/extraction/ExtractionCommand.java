package io.communique.bench.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.json.Json;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One table: every extractor over every set. */
@Command(
        name = "extraction",
        mixinStandardHelpOptions = true,
        description =
                "Main text: ours, readability4j, boilerpipe and jsoup's body text over labelled sets, in one table.")
public final class ExtractionCommand implements Callable<Integer> {
    private static final String ROW = "%-20s %-16s %6s %9s %11s %9s %9s %11s %7s %7s%n";

    @Option(names = "--corpora", required = true, description = "Directory of the sets: folders, or .tar.xz of them.")
    private Path corpora = Path.of("");

    @Option(
            names = "--sets",
            split = ",",
            description = "Sets to run over (default: ${DEFAULT-VALUE}).",
            defaultValue = "wcxb-dev-articles,fundus-pub-dev,trafilatura-A,cleanportaleval")
    private List<String> sets = List.of();

    @Option(
            names = "--unpack-to",
            description = "Where archives are unpacked to (default: ${DEFAULT-VALUE}).",
            defaultValue = "bench/target/corpora")
    private Path unpacked = Path.of("");

    @Option(names = "--jsonl", description = "Also writes each output to SET.EXTRACTOR.jsonl here, for another scorer.")
    private Optional<Path> jsonl = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Corpora directory = new Corpora(corpora, unpacked);
        List<Peer> peers = Peers.all();
        System.out.printf(
                ROW,
                "set",
                "extractor",
                "pages",
                "word F1",
                "shingle F1",
                "shingle P",
                "shingle R",
                "snippet F1",
                "failed",
                "ms");
        for (String set : sets) {
            List<GoldPage> pages = directory.read(set);
            for (Peer peer : peers) {
                report(set, peer, pages);
            }
        }
        return 0;
    }

    private void report(String set, Peer peer, List<GoldPage> pages) throws IOException {
        List<String> texts = new ArrayList<>();
        int failed = 0;
        long start = System.nanoTime();
        for (GoldPage page : pages) {
            Optional<String> text = extract(peer, page);
            failed += text.isPresent() ? 0 : 1;
            texts.add(text.orElse(""));
        }
        double millis = (System.nanoTime() - start) / 1e6 / pages.size();
        if (jsonl.isPresent()) {
            write(jsonl.get().resolve(set + "." + peer.name().replace(' ', '-') + ".jsonl"), pages, texts);
        }
        List<PageScore> scores = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            scores.add(PageScore.of(pages.get(i), texts.get(i)));
        }
        boolean hasTexts = pages.stream().anyMatch(GoldPage::hasText);
        boolean hasSnippets = pages.stream().anyMatch(GoldPage::hasSnippets);
        ExtractionScore score = ExtractionScore.of(scores);
        System.out.printf(
                ROW,
                set,
                peer.name(),
                score.pages(),
                figure(hasTexts, score.wordF1()),
                figure(hasTexts, score.shingleF1()),
                figure(hasTexts, score.shinglePrecision()),
                figure(hasTexts, score.shingleRecall()),
                figure(hasSnippets, score.snippets().f1()),
                failed,
                String.format(Locale.ROOT, "%.1f", millis));
    }

    /** A page that an extractor throws on is a page that it finds nothing on; the table counts them. */
    private static Optional<String> extract(Peer peer, GoldPage page) {
        try {
            return Optional.of(peer.extract(page));
        } catch (RuntimeException e) {
            System.err.println(peer.name() + " failed on " + page.id() + ": " + e);
            return Optional.empty();
        }
    }

    private static String figure(boolean measured, double value) {
        return measured ? String.format(Locale.ROOT, "%.4f", value) : "-";
    }

    private static void write(Path file, List<GoldPage> pages, List<String> texts) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
            for (int i = 0; i < texts.size(); i++) {
                out.write(Json.mapper()
                        .createObjectNode()
                        .put("input", pages.get(i).id() + ".html")
                        .put("body", texts.get(i))
                        .toString());
                out.write('\n');
            }
        }
    }
}
