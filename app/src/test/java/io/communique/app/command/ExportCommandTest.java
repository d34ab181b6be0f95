package io.communique.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.Releases;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ExportCommandTest {
    private static final int RELEASES = 450;

    @TempDir
    Path directory;

    @BeforeEach
    void fill() {
        try (ReleaseStore store = Stores.open(StoreAddress.file(directory.resolve("releases.db")))) {
            store.store(
                    IntStream.range(0, RELEASES)
                            .mapToObj(number -> Releases.release(
                                    Integer.toString(number), 1, number % 3 == 0 ? " A pier for the island." : ""))
                            .toList(),
                    List.of());
        }
    }

    @Test
    void everyReleaseIsWrittenOnceInTheOrderOfStoring() throws IOException {
        Path file = directory.resolve("all.jsonl");

        assertThat(run("--format", "jsonl", "--fields", "id", "--output", file.toString()))
                .isZero();

        assertThat(Files.readAllLines(file))
                .containsExactlyElementsOf(IntStream.range(0, RELEASES)
                        .mapToObj(number -> "{\"id\":\"ports:" + number + "\"}")
                        .toList());
    }

    @Test
    void whatIsChosenIsWritten() throws IOException {
        Path figures = directory.resolve("figures.csv");
        assertThat(run(
                        "--format",
                        "csv",
                        "--rows",
                        "figures",
                        "--fields",
                        "release,value,unit",
                        "--text",
                        "pier",
                        "--output",
                        figures.toString()))
                .isZero();
        assertThat(Files.readAllLines(figures)).hasSize(1 + RELEASES / 3).contains("ports:3,3000000,EUR");

        Path none = directory.resolve("none.csv");
        assertThat(run("--format", "csv", "--since", "2030-01-01", "--output", none.toString()))
                .isZero();
        assertThat(Files.readAllLines(none)).hasSize(1);
    }

    @Test
    void wrongUseIsSaidBeforeAnythingIsWritten() {
        Path file = directory.resolve("x.parquet");

        assertThat(run("--format", "parquet")).as("Parquet on standard output").isEqualTo(2);
        assertThat(run("--format", "xml", "--output", file.toString())).isEqualTo(2);
        assertThat(run("--format", "csv", "--fields", "age", "--output", file.toString()))
                .isEqualTo(2);
        assertThat(run("--output", file.toString())).as("no format").isEqualTo(2);
        assertThat(run(
                        "--format",
                        "parquet",
                        "--output",
                        directory.resolve("releases.db").toString()))
                .as("a file that is there")
                .isEqualTo(1);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--database");
        all.add(directory.resolve("releases.db").toString());
        return new CommandLine(new ExportCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    System.err.println(error.getMessage());
                    return 1;
                })
                .execute(all.toArray(String[]::new));
    }
}
