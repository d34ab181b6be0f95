package io.communique.app.command;

import io.communique.contract.json.Json;
import io.communique.contract.page.RawPage;
import io.communique.enrich.Enricher;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.probe.Answers;
import io.communique.ingest.probe.ListCheck;
import io.communique.ingest.probe.SavedAnswers;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceList;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code communique check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "A dry run of a source: what would be published, and what is odd about it. No broker; nothing is stored.",
            "",
            "One JSON line for each list: {\"list\",\"robots\",\"form\",\"charset\",\"pages\",\"items\",\"dated\",\"selectors\",\"warnings\"},"
                    + " then one for each page: {\"page\",\"key\",\"siteId\",\"robots\",\"charset\",\"selectors\",\"hint\",\"release\" or"
                    + " \"rejected\" or \"trouble\"}. Exit code 1 if a list names no items or no page gives a release."
        })
public final class CheckCommand implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "SOURCE",
            description = "Id of a source in the directory of source files, or a source file.")
    private String name = "";

    @Nullable
    @Option(
            names = "--saved",
            paramLabel = "DIR",
            description =
                    "Take all answers from this directory, whose urls.tsv names a file and, behind a tab, its address in each line.")
    private Path saved;

    @Option(
            names = "--pages",
            paramLabel = "N",
            defaultValue = "5",
            description = "Pages to read, the first that the lists name. Default: ${DEFAULT-VALUE}.")
    private int pages;

    @Mixin
    private LookOptions look = new LookOptions();

    @Override
    public Integer call() {
        Source source = source();
        Optional<Path> directory = Optional.ofNullable(saved);
        try (Answers answers = Settings.of(
                        command, () -> directory.<Answers>map(SavedAnswers::in).orElseGet(look::live));
                JsonLines out = new JsonLines()) {
            ListCheck check = new ListCheck(source, answers);
            List<Candidate> items = new ArrayList<>();
            boolean good = true;
            for (SourceList list : source.lists()) {
                ListCheck.ListReport report = check.list(list);
                out.line(line(report));
                items.addAll(report.items());
                good &= !report.items().isEmpty();
            }
            boolean any = pages == 0;
            for (Candidate item : first(items, source)) {
                ObjectNode line = line(check.page(item));
                out.line(line);
                any |= line.has("release");
            }
            return good && any ? 0 : 1;
        }
    }

    private Source source() {
        Path file = Path.of(name);
        return Settings.of(
                command,
                () -> Files.isRegularFile(file)
                        ? SourceCatalogue.read(file)
                        : look.crawl()
                                .catalogue()
                                .find(name)
                                .orElseThrow(() -> new ParameterException(
                                        command.commandLine(), name + " is neither a source nor a source file")));
    }

    private List<Candidate> first(List<Candidate> items, Source source) {
        Set<URI> seen = new HashSet<>();
        return items.stream()
                .filter(item -> source.covers(item.url()) && seen.add(item.url()))
                .limit(pages)
                .toList();
    }

    private static ObjectNode line(ListCheck.ListReport report) {
        ObjectNode line = Json.mapper()
                .createObjectNode()
                .put("list", report.url().toString())
                .put("robots", report.robots())
                .put(
                        "form",
                        report.form()
                                .map(form -> form.name().toLowerCase(Locale.ROOT))
                                .orElse(null))
                .put("charset", report.charset().orElse(null))
                .put("pages", report.pages())
                .put("items", report.items().size())
                .put(
                        "dated",
                        report.items().stream()
                                .filter(item -> item.date().isPresent())
                                .count());
        counts(line, report.selectorHits());
        report.warnings().forEach(line.putArray("warnings")::add);
        return line;
    }

    private static ObjectNode line(ListCheck.PageReport report) {
        ObjectNode line = Json.mapper()
                .createObjectNode()
                .put("page", report.url().toString())
                .put("key", report.identity().key().toString())
                .put("siteId", report.identity().siteId().orElse(null))
                .put("robots", report.robots())
                .put("charset", report.charset().orElse(null));
        counts(line, report.selectorHits());
        report.page().ifPresent(page -> enriched(line, page));
        report.trouble().ifPresent(trouble -> line.put("trouble", trouble));
        return line;
    }

    private static void enriched(ObjectNode line, RawPage page) {
        line.set("hint", Json.mapper().valueToTree(page.facts().hint()));
        new Enricher()
                .enrich(page)
                .fold(
                        enriched -> line.set("release", Json.mapper().valueToTree(enriched.release())),
                        rejected -> line.putObject("rejected")
                                .put("reason", rejected.reason())
                                .put("detail", rejected.detail()));
    }

    private static void counts(ObjectNode line, Map<String, Integer> hits) {
        ObjectNode counts = line.putObject("selectors");
        hits.forEach(counts::put);
    }
}
