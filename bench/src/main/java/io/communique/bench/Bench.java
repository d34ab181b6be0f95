package io.communique.bench;

import io.communique.bench.annotation.SpecsCommand;
import io.communique.bench.extraction.ExtractionCommand;
import io.communique.bench.line.DeskCommand;
import io.communique.bench.line.LineCommand;
import io.communique.bench.speed.AnnotateCommand;
import io.communique.bench.speed.GrowthCommand;
import io.communique.bench.speed.SpeedCommand;
import io.communique.bench.store.SinkCommand;
import io.communique.bench.train.TrainCommand;
import io.communique.bench.watch.IngestCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line of what measures. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures Communiqué beside its peers, and trains its models.",
        subcommands = {
            ExtractionCommand.class,
            SpeedCommand.class,
            AnnotateCommand.class,
            GrowthCommand.class,
            SpecsCommand.class,
            TrainCommand.class,
            IngestCommand.class,
            SinkCommand.class,
            LineCommand.class,
            DeskCommand.class,
            HelpCommand.class
        })
public final class Bench {
    private Bench() {}

    /** Runs the command that {@code args} name, and exits with its code: 0 done, 1 failed, 2 wrong use. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
