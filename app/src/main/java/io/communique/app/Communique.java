package io.communique.app;

import io.communique.app.command.AnnotateCommand;
import io.communique.app.command.CandidatesCommand;
import io.communique.app.command.DemoCommand;
import io.communique.app.command.EnrichCommand;
import io.communique.app.command.ExtractCommand;
import io.communique.app.command.IngestCommand;
import io.communique.app.command.RunCommand;
import io.communique.app.command.SinkCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
@Command(
        name = "communique",
        mixinStandardHelpOptions = true,
        version = "communique 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Watches government ministries' press pages and turns each release into a record that a program can use:",
            "clean text, who and what is in it, and every figure with what it measures."
        },
        footer = {
            "",
            "Begin with:   communique demo",
            "One page:     communique extract page.html --url https://www.example.gov/news/1",
            "A ministry:   communique run --sources sources/",
            "",
            "Exit codes:   0 done, 1 the work failed (reason on stderr), 2 wrong use."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            IngestCommand.class,
            EnrichCommand.class,
            SinkCommand.class,
            ExtractCommand.class,
            AnnotateCommand.class,
            CandidatesCommand.class,
            HelpCommand.class
        })
public final class Communique {
    private Communique() {}

    /** Runs the command that {@code args} name, and exits with its code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command and returns its exit code. */
    static int run(String... args) {
        return new CommandLine(new Communique())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .execute(args);
    }
}
