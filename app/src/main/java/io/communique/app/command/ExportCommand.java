package io.communique.app.command;

import io.communique.sink.export.CsvWriter;
import io.communique.sink.export.JsonLinesWriter;
import io.communique.sink.export.ParquetWriter;
import io.communique.sink.export.ReleaseWriter;
import io.communique.sink.export.Table;
import io.communique.sink.store.NumberedRelease;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.Stores;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code communique export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes stored releases as JSON lines, CSV or Parquet, or what was fetched as a WARC archive.",
            "",
            "With --format the releases of --database, in the order in which they were first stored, however many there are. With --warc all"
                    + " that press.pages has now; bodies are as they came, after content decoding, files attached to releases included."
        },
        footer = {
            "",
            "Example:  communique export --format csv --rows figures --since 2026-03-01 --output figures.csv",
            "          communique export --format parquet --output releases.parquet",
            "          communique export --warc pages.warc.gz"
        })
public final class ExportCommand implements Callable<Integer> {
    private static final int RELEASES_AT_ONCE = 200;

    /** Formats of releases. */
    enum Format {
        JSONL,
        CSV,
        PARQUET
    }

    /** What a row is in CSV and Parquet. */
    enum Rows {
        RELEASES,
        FIGURES,
        ENTITIES;

        Table table() {
            return switch (this) {
                case RELEASES -> Table.RELEASES;
                case FIGURES -> Table.FIGURES;
                case ENTITIES -> Table.ENTITIES;
            };
        }
    }

    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec
    private CommandSpec command;

    @Mixin
    private StageOptions stage = new StageOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Nullable
    @Option(names = "--format", paramLabel = "NAME", description = "jsonl, csv or parquet.")
    private Format format;

    @Option(
            names = "--rows",
            paramLabel = "WHAT",
            description = "In CSV and Parquet a row for each of the releases, figures or entities. Default: releases.")
    private Rows rows = Rows.RELEASES;

    @Option(
            names = "--fields",
            paramLabel = "NAME,…",
            split = ",",
            description = "Only these columns, in this order; in JSON lines only these members of the record.")
    private List<String> fields = List.of();

    @Nullable
    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Only releases published on that day or later; undated ones are left out.")
    private LocalDate since;

    @Nullable
    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "Only releases published on that day or before; undated ones are left out.")
    private LocalDate until;

    @Nullable
    @Option(names = "--text", paramLabel = "WORDS", description = "Only releases with these words.")
    private String text;

    @Option(
            names = "--spreadsheet",
            description = "In CSV put an apostrophe before texts that a spreadsheet would take for a formula.")
    private boolean spreadsheet;

    @Nullable
    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "File to write; it must not be there yet. Default: standard output, which Parquet cannot have.")
    private Path output;

    @Nullable
    @Option(
            names = "--warc",
            paramLabel = "FILE",
            description = "Archive to write; it must not be there yet. Compressed if the name ends in .gz.")
    private Path archive;

    @Nullable
    @Option(names = "--source", paramLabel = "ID", description = "Only this source's releases or pages.")
    private String source;

    @Override
    public Integer call() {
        if ((format == null) == (archive == null)) {
            throw new ParameterException(command.commandLine(), "say what to write: either --format or --warc");
        }
        if (archive != null) {
            requireNew(archive);
            long written = new WarcFileExport(stage.brokers(), source).write(archive);
            System.err.println("communique export: " + written + " pages written to " + archive);
            return 0;
        }
        if (output != null) {
            requireNew(output);
        }
        long written = releases();
        System.err.println(
                "communique export: " + written + " releases written" + (output == null ? "" : " to " + output));
        return 0;
    }

    private long releases() {
        ReleaseQuery query = query();
        try (ReleaseStore open = Stores.open(store.address());
                ReleaseWriter out = writer()) {
            long written = 0;
            List<NumberedRelease> some = open.releasesAfter(query, 0, RELEASES_AT_ONCE);
            while (!some.isEmpty()) {
                for (NumberedRelease next : some) {
                    out.write(next.release());
                    written++;
                }
                some = open.releasesAfter(query, some.get(some.size() - 1).number(), RELEASES_AT_ONCE);
            }
            return written;
        } catch (StoreUnavailableException e) {
            throw new CommandFailedException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandFailedException((output == null ? "the output" : output) + " cannot be written: " + e, e);
        }
    }

    private ReleaseQuery query() {
        ReleaseQuery query = ReleaseQuery.all().between(Optional.ofNullable(since), Optional.ofNullable(until));
        if (source != null) {
            query = query.ofSource(source);
        }
        return text == null ? query : query.withText(text);
    }

    private ReleaseWriter writer() throws IOException {
        if (format == Format.JSONL) {
            return new JsonLinesWriter(stream(), fields);
        }
        // Before the file is made: a column that does not exist is wrong use.
        Table table = Settings.of(
                command, () -> fields.isEmpty() ? rows.table() : rows.table().choose(fields));
        if (format == Format.CSV) {
            return new CsvWriter(stream(), table, spreadsheet);
        }
        if (output == null) {
            throw new ParameterException(command.commandLine(), "Parquet needs a file: name it by --output");
        }
        return new ParquetWriter(output, table);
    }

    private OutputStream stream() throws IOException {
        return new BufferedOutputStream(
                output == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(output));
    }

    private static void requireNew(Path file) {
        if (Files.exists(file)) {
            throw new CommandFailedException(file + " is there already");
        }
    }
}
