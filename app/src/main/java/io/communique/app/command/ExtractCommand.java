package io.communique.app.command;

import io.communique.app.extract.Extraction;
import io.communique.app.extract.InOrder;
import io.communique.app.extract.PageInput;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code communique extract}. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Reads saved pages and prints the release that each holds. No broker, no network.",
            "",
            "One file is printed for reading, several files or a directory as one JSON line each, in order, on all cores. A page that is"
                    + " no release gives {\"input\":…,\"rejected\":{\"reason\":…}}; a file that cannot be read gives an \"error\", and exit"
                    + " code 1 in the end.",
            "",
            "Reasons: error-status, not-html, empty, script-only, soft-404, wrong-page, listing, consent, challenge, waiting-room,"
                    + " placeholder."
        })
public final class ExtractCommand implements Callable<Integer> {
    /** Fewer files than this cannot teach each other anything. */
    private static final int TEACHERS_MIN = 4;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Page files, directories of them, or - for standard input.")
    private List<String> files = List.of();

    @Option(names = "--jsonl", description = "JSON lines even for a single file.")
    private boolean jsonLines;

    @Nullable
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address that the pages came from: resolves links and names the release.")
    private URI url;

    @Option(
            names = "--each-alone",
            description =
                    "Read each file as if there were no others of its host. Else text that stands on several of them is furniture.")
    private boolean eachAlone;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<PageInput> inputs = PageInput.of(files);
        Extraction extraction = new Extraction(Optional.ofNullable(url));
        if (!eachAlone && inputs.size() >= TEACHERS_MIN) {
            extraction.learn(inputs);
        }
        AtomicInteger errors = new AtomicInteger();
        boolean forReading = !jsonLines && inputs.size() == 1 && files.size() == 1;
        try (JsonLines out = new JsonLines()) {
            InOrder.map(inputs.iterator(), extraction::read, line -> {
                errors.addAndGet(line.has("error") ? 1 : 0);
                print(line, forReading, out);
            });
        }
        return errors.get() == 0 ? 0 : 1;
    }

    private static void print(JsonNode line, boolean forReading, JsonLines out) {
        if (forReading) {
            out.pretty(line);
        } else {
            out.line(line);
        }
    }
}
