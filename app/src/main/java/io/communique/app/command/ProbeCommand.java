package io.communique.app.command;

import io.communique.ingest.probe.LiveAnswers;
import io.communique.ingest.probe.SiteProbe;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code communique probe}. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at a press page, feed or API and proposes a source file.",
            "",
            "What was found stands in the file as comments: robots.txt, character set, feeds, items with and without date, rows that link by"
                    + " script. Asks as politely as the watcher does. Exit code 1 if nothing there names releases.",
            "",
            "Example:  communique probe https://www.example.gov/press > sources/example.yaml"
        })
public final class ProbeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL", description = "Where the ministry lists its releases.")
    private URI url = URI.create("https://unknown.invalid/");

    @Mixin
    private LookOptions look = new LookOptions();

    @Override
    public Integer call() {
        try (LiveAnswers answers = look.live()) {
            SiteProbe.Findings findings = new SiteProbe(answers).look(url);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.print(findings.sourceFile());
            if (findings.best().isEmpty()) {
                System.err.println(
                        "communique probe: nothing at " + url + " names releases; the comments say what was seen");
                return 1;
            }
            return 0;
        }
    }
}
