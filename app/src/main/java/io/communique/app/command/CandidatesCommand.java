package io.communique.app.command;

import io.communique.contract.json.Json;
import io.communique.contract.page.Bytes;
import io.communique.enrich.field.WrittenDate;
import io.communique.enrich.field.WrittenDates;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Candidates;
import io.communique.ingest.source.SourceList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code communique candidates}. */
@Command(
        name = "candidates",
        mixinStandardHelpOptions = true,
        description = {
            "Reads saved list pages or feeds and prints what each points to. No broker, no network.",
            "",
            "One JSON line for each item: {\"input\",\"url\",\"title\",\"date\"}, addresses absolute, dates ISO 8601 or null. A file that"
                    + " cannot be read is named on stderr, and exit code 1 follows in the end."
        })
public final class CandidatesCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "List pages or feeds.")
    private List<Path> files = List.of();

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "Address that the files came from; relative links are resolved against it.")
    private URI url = URI.create("https://unknown.invalid/");

    @Override
    public Integer call() {
        int unreadable = 0;
        try (JsonLines out = new JsonLines()) {
            for (Path file : files) {
                try {
                    candidates(file).forEach(candidate -> out.line(line(file, candidate)));
                } catch (IOException e) {
                    System.err.println("communique candidates: " + file + " cannot be read: " + e);
                    unreadable++;
                }
            }
        }
        return unreadable == 0 ? 0 : 1;
    }

    private List<Candidate> candidates(Path file) throws IOException {
        Bytes body = Bytes.copyOf(Files.readAllBytes(file));
        return Candidates.read(body, Optional.empty(), url, new SourceList(url, Optional.empty()))
                .items();
    }

    private static ObjectNode line(Path file, Candidate candidate) {
        return Json.mapper()
                .createObjectNode()
                .put("input", file.toString())
                .put("url", candidate.url().toString())
                .put("title", candidate.title().orElse(null))
                .put(
                        "date",
                        candidate
                                .date()
                                .flatMap(date -> WrittenDates.first(date, false))
                                .map(WrittenDate::at)
                                .orElse(null));
    }
}
