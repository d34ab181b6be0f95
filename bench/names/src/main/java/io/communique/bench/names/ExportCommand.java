package io.communique.bench.names;

import io.communique.contract.page.Bytes;
import io.communique.enrich.text.entity.model.NameTagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes an encoder as enrich reads it. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes weights as the model that enrich reads.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final StagesOption stages = new StagesOption();

    @Option(names = "--from", required = true, description = "Weights.")
    private Path from = Path.of("names.weights");

    @Option(
            names = "--out",
            defaultValue = "enrich/src/main/resources/io/communique/enrich/text/entity/model",
            description = "Directory that has the vocabulary (default: ${DEFAULT-VALUE}, where enrich has it).")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        OnnxEncoder file = new OnnxEncoder(Weights.read(from));
        file.writeLower(out.resolve(NameTagger.LOWER), stages.lower());
        file.writeUpper(out.resolve(NameTagger.UPPER), stages.lower(), stages.upper());
        StringBuilder sums = new StringBuilder();
        for (String name : NameTagger.FILES) {
            sums.append(Bytes.copyOf(Files.readAllBytes(out.resolve(name))).sha256())
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(out.resolve(NameTagger.SUMS), sums);
        return 0;
    }
}
