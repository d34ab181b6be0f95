package io.communique.app;

import io.communique.app.command.AnnotateCommand;
import io.communique.app.command.AsyncApiCommand;
import io.communique.app.command.BackfillCommand;
import io.communique.app.command.CandidatesCommand;
import io.communique.app.command.CheckCommand;
import io.communique.app.command.DeadLettersCommand;
import io.communique.app.command.DemoCommand;
import io.communique.app.command.DeskCommand;
import io.communique.app.command.EnrichCommand;
import io.communique.app.command.ExportCommand;
import io.communique.app.command.ExtractCommand;
import io.communique.app.command.IngestCommand;
import io.communique.app.command.ProbeCommand;
import io.communique.app.command.ReplayCommand;
import io.communique.app.command.RunCommand;
import io.communique.app.command.SinkCommand;
import io.communique.app.command.SourcesCommand;
import io.communique.app.command.StatusCommand;
import io.communique.contract.page.RawPage;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

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
            DeskCommand.class,
            ExtractCommand.class,
            AnnotateCommand.class,
            CandidatesCommand.class,
            ProbeCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            SourcesCommand.class,
            DeadLettersCommand.class,
            BackfillCommand.class,
            ReplayCommand.class,
            ExportCommand.class,
            AsyncApiCommand.class,
            HelpCommand.class
        })
public final class Communique {
    private Communique() {}

    /** Runs the command that {@code args} name, and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Returns all commands, ready to be executed. */
    public static CommandLine commandLine() {
        return new CommandLine(new Communique())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .registerConverter(URI.class, Communique::address)
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionExceptionHandler(new Failures());
    }

    /** The address of a page; a fragment never reaches a server, so it does not count. */
    private static URI address(String text) {
        try {
            return RawPage.requireCanonical(new URI(text.split("#", 2)[0]));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a whole address like https://www.example.gov/news/1");
        }
    }
}
