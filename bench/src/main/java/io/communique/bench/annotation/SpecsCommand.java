package io.communique.bench.annotation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One table: our rules over the specifications of Recognizers-Text. */
@Command(
        name = "specs",
        mixinStandardHelpOptions = true,
        description = "Dates: cases of Recognizers-Text's specifications that are read right.")
public final class SpecsCommand implements Callable<Integer> {
    private static final Map<String, String> LANGUAGES = new TreeMap<>(Map.of("English", "en", "Korean", "ko"));

    @Option(names = "--dates", required = true, description = "Directory of LANGUAGE.DateTimeModel.json.")
    private Path dates = Path.of("");

    @Option(names = "--all", description = "Also the cases that the library's Java port does not support.")
    private boolean all;

    @Option(names = "--wrong", description = "Also prints what was read wrong.")
    private boolean wrong;

    @Override
    public Integer call() {
        LANGUAGES.forEach(this::run);
        return 0;
    }

    private void run(String name, String language) {
        Path file = dates.resolve(name + ".DateTimeModel.json");
        if (!Files.exists(file)) {
            return;
        }
        DateSpecs.Outcome outcome = new DateSpecs(language).run(file, all);
        if (wrong) {
            outcome.wrong().forEach(System.out::println);
        }
        System.out.printf("%-10s dates %4d of %4d right%n", name, outcome.right(), outcome.cases());
    }
}
