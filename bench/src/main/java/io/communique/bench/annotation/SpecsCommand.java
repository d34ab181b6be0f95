package io.communique.bench.annotation;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One table: our rules over the specifications of Recognizers-Text. */
@Command(
        name = "specs",
        mixinStandardHelpOptions = true,
        description = "Dates and numbers: cases of Recognizers-Text's specifications that are read right.")
public final class SpecsCommand implements Callable<Integer> {
    private static final Map<String, String> LANGUAGES = new TreeMap<>(Map.of("English", "en", "Korean", "ko"));

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--dates", description = "Directory of LANGUAGE.DateTimeModel.json.")
    private Optional<Path> dates = Optional.empty();

    @Option(
            names = "--numbers",
            description = "Directory of LANGUAGE.NumberModel.json, and the same for Percent, Currency and Dimension.")
    private Optional<Path> numbers = Optional.empty();

    @Option(names = "--all", description = "Also the cases that the library's Java port does not support.")
    private boolean all;

    @Option(names = "--wrong", description = "Also prints what was read wrong.")
    private boolean wrong;

    @Override
    public Integer call() {
        if (dates.isEmpty() && numbers.isEmpty()) {
            throw new ParameterException(requireNonNull(spec).commandLine(), "--dates or --numbers is needed");
        }
        LANGUAGES.forEach((name, language) -> {
            dates.ifPresent(directory -> runDates(directory, name, language));
            numbers.ifPresent(directory -> runNumbers(directory, name, language));
        });
        return 0;
    }

    private void runDates(Path directory, String name, String language) {
        Path file = directory.resolve(name + ".DateTimeModel.json");
        if (!Files.exists(file)) {
            return;
        }
        DateSpecs.Outcome outcome = new DateSpecs(language).run(file, all);
        print(outcome.wrong());
        System.out.printf("%-10s dates %4d of %4d right%n", name, outcome.right(), outcome.cases());
    }

    private void runNumbers(Path directory, String name, String language) {
        NumberSpecs specs = new NumberSpecs(language);
        for (NumberSpecs.Model model : NumberSpecs.Model.values()) {
            Path file = directory.resolve(model.file(name));
            if (Files.exists(file) && specs.reads(model)) {
                print(name, model, specs.run(model, file, all));
            }
        }
    }

    private void print(String name, NumberSpecs.Model model, NumberSpecs.Outcome outcome) {
        print(outcome.wrong());
        if (outcome.cases() > 0) {
            System.out.printf(
                    "%-10s %-9s %4d of %4d right, at even places %4d of %4d; left out: %d units without number%n",
                    name,
                    model.name().toLowerCase(Locale.ROOT),
                    outcome.right(),
                    outcome.cases(),
                    outcome.evenRight(),
                    outcome.evenCases(),
                    outcome.leftOut());
        }
    }

    private void print(List<String> cases) {
        if (wrong) {
            cases.forEach(System.out::println);
        }
    }
}
