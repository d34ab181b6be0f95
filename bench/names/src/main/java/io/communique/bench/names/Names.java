package io.communique.bench.names;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bench/run names}. */
@Command(
        name = "bench/run names",
        mixinStandardHelpOptions = true,
        description =
                "Makes the name model; bench/names/recipe says in which order, docs/name-model.md what comes out.",
        subcommands = {
            TrainNames.class,
            BaseCommand.class,
            SentencesCommand.class,
            ScoreCommand.class,
            ExportCommand.class
        })
public final class Names {
    /** Runs the command and exits with its code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Names()).execute(args));
    }

    static void say(String line) {
        System.err.println(line);
    }
}
