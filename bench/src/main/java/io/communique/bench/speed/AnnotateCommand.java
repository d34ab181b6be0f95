package io.communique.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many releases a second are annotated, by rules alone and with the model. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Releases a second that get their names, dates and figures, two threads, warm (JMH), in releases of 5,000 characters.",
            "The goal: 100 with the model, 2,000 by rules alone."
        })
public final class AnnotateCommand implements Callable<Integer> {
    /** About what the seed release has. */
    private static final double RELEASE_CHARACTERS = 5_000;

    @Option(
            names = "--pages",
            description = "Directory of pages, .html or .htm; the English ones count (default: ${DEFAULT-VALUE}).",
            defaultValue = "enrich/src/test/resources/io/communique/enrich/pages")
    private Path pages = Path.of("");

    @Override
    public Integer call() throws IOException, RunnerException {
        double characters = AnnotationBenchmark.texts(pages).stream()
                .mapToInt(text -> text.text().length())
                .sum();
        System.out.printf("%n%-8s %12s %9s%n", "with", "releases/s", "±");
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(AnnotationBenchmark.class.getName() + "\\.")
                        .param("directory", pages.toAbsolutePath().toString())
                        .build())
                .run()) {
            double releases = characters / RELEASE_CHARACTERS;
            System.out.printf(
                    "%-8s %12.1f %9.1f%n",
                    result.getPrimaryResult().getLabel(),
                    releases * result.getPrimaryResult().getScore(),
                    releases * result.getPrimaryResult().getScoreError());
        }
        return 0;
    }
}
