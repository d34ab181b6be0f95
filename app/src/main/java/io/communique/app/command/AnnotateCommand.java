package io.communique.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.app.extract.Annotation;
import io.communique.app.extract.InOrder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code communique annotate}. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Finds entities, dates and figures in plain text. No HTML, no broker, no network.",
            "",
            "Reads JSON lines {\"id\",\"text\",\"date\",\"language\",\"country\"}; only \"text\" is needed. \"date\" is the day of"
                    + " publication, \"country\" the publisher's. Prints {\"id\",\"entities\",\"dates\",\"figures\",\"warnings\"} for"
                    + " each, in order; a line that cannot be read gives an \"error\", and exit code 1 in the end."
        })
public final class AnnotateCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "JSON lines, or - for standard input, which is the default.")
    private String file = "-";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Annotation annotation = new Annotation();
        AtomicInteger errors = new AtomicInteger();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(), UTF_8));
                JsonLines out = new JsonLines()) {
            InOrder.map(in.lines().filter(line -> !line.isBlank()).iterator(), annotation::read, line -> {
                errors.addAndGet(line.has("error") ? 1 : 0);
                out.line(line);
            });
        }
        return errors.get() == 0 ? 0 : 1;
    }

    private InputStream open() throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }
}
