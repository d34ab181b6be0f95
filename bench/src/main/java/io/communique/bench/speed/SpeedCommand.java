package io.communique.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Time a page: ours and the peers', as multiples of the parse. */
@Command(
        name = "speed",
        mixinStandardHelpOptions = true,
        description = {
            "Time a page takes, one thread, warm (JMH): jsoup's parse, our whole reading, readability4j and boilerpipe, in one run.",
            "The goal: reading takes at most twice the parse."
        })
public final class SpeedCommand implements Callable<Integer> {
    private static final List<String> EXTRACTORS = List.of("parse", "communique", "readability4j", "boilerpipe");

    @Option(
            names = "--pages",
            description = "Directory of pages, .html or .htm (default: ${DEFAULT-VALUE}).",
            defaultValue = "enrich/src/test/resources/io/communique/enrich/pages")
    private Path pages = Path.of("");

    @Option(
            names = "--only",
            split = ",",
            description = "Which to measure: parse, communique, readability4j, boilerpipe (default: all).")
    private List<String> only = EXTRACTORS;

    @Override
    public Integer call() throws IOException, RunnerException {
        int count = PageFiles.of(pages).size();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ReadingBenchmark.class.getName() + "\\.(?:" + String.join("|", only) + ")$")
                        .param("directory", pages.toAbsolutePath().toString())
                        .build())
                .run();
        Map<String, RunResult> byName = new TreeMap<>();
        results.forEach(result -> byName.put(result.getPrimaryResult().getLabel(), result));
        double parse = byName.containsKey("parse")
                ? byName.get("parse").getPrimaryResult().getScore()
                : Double.NaN;
        System.out.printf("%n%-16s %6s %9s %9s %13s%n", "extractor", "pages", "ms", "±", "times parse");
        for (String name : EXTRACTORS) {
            if (byName.containsKey(name)) {
                double score = byName.get(name).getPrimaryResult().getScore();
                double error = byName.get(name).getPrimaryResult().getScoreError();
                System.out.printf(
                        "%-16s %6d %9.3f %9.3f %13.2f%n", name, count, score / count, error / count, score / parse);
            }
        }
        return 0;
    }
}
