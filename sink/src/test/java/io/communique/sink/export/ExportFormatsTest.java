package io.communique.sink.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.communique.contract.json.Json;
import io.communique.contract.release.Release;
import io.communique.sink.store.Releases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read by DuckDB, and says what the releases say. */
final class ExportFormatsTest {
    private static final List<Release> ALL =
            List.of(Releases.release("1", 1), Releases.release("2", 3, " A \"quoted\", line;\n예산안 =1+1"));

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "csv"})
    void duckDbReadsEveryValue(String format) throws Exception {
        Path file = directory.resolve("releases." + format);
        try (ReleaseWriter out = format.equals("parquet")
                ? new ParquetWriter(file, Table.RELEASES)
                : new CsvWriter(Files.newOutputStream(file), Table.RELEASES, false)) {
            for (Release release : ALL) {
                out.write(release);
            }
        }

        assertThat(ask("SELECT id, edition, title, body, subtitle, figures FROM '" + file + "' ORDER BY id"))
                .containsExactly(
                        "ports:1|1|Title 1|" + ALL.get(0).body() + "|null|1",
                        "ports:2|3|Title 2|" + ALL.get(1).body() + "|null|1");
    }

    @Test
    void figuresAreARowEachWithNumbersThatAdd() throws Exception {
        Path file = directory.resolve("figures.parquet");
        try (ReleaseWriter out =
                new ParquetWriter(file, Table.FIGURES.choose(List.of("unit", "value", "approximate", "low")))) {
            for (Release release : ALL) {
                out.write(release);
            }
        }

        assertThat(ask("SELECT unit, sum(value), bool_or(approximate), count(low) FROM '" + file + "' GROUP BY unit"))
                .containsExactly("EUR|6000000.0|false|0");
    }

    @Test
    void entitiesAreARowEach() throws IOException {
        assertThat(csv(Table.ENTITIES.choose(List.of("release", "type", "name", "role", "mentions")), false)
                        .lines())
                .containsExactly(
                        "release,type,name,role,mentions",
                        "ports:1,person,Ada Holm,Minister,1",
                        "ports:2,person,Ada Holm,Minister,1");
    }

    @Test
    void aTextCannotBecomeAFormulaWhereSpreadsheetsAreMeant() throws IOException {
        Release hostile = Releases.release("1", 1);
        Table titles = Table.RELEASES.choose(List.of("id", "title"));
        Release formula = new Release(
                hostile.schema(),
                hostile.id(),
                hostile.edition(),
                hostile.state(),
                hostile.source(),
                hostile.publisher(),
                hostile.url(),
                hostile.language(),
                Optional.of("=HYPERLINK(\"x\")"),
                hostile.subtitle(),
                hostile.published(),
                hostile.fetchedAt(),
                hostile.firstSeenAt(),
                hostile.body(),
                hostile.blocks(),
                hostile.entities(),
                hostile.dates(),
                hostile.figures(),
                hostile.attachments(),
                hostile.links(),
                hostile.department(),
                hostile.contact(),
                hostile.licence(),
                hostile.images(),
                hostile.standing(),
                hostile.provenance());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReleaseWriter csv = new CsvWriter(out, titles, true)) {
            csv.write(formula);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Test
    void jsonLinesAreTheRecordsOrTheMembersAskedFor() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        try (ReleaseWriter all = new JsonLinesWriter(whole, List.of());
                ReleaseWriter few = new JsonLinesWriter(some, List.of("id", "title"))) {
            all.write(ALL.get(0));
            few.write(ALL.get(0));
        }

        assertThat(Json.mapper().readValue(whole.toByteArray(), Release.class)).isEqualTo(ALL.get(0));
        assertThat(some.toString(StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"ports:1\",\"title\":\"Title 1\"}\n");
    }

    @Test
    void aColumnThatDoesNotExistIsNamedWithThoseThatDo() {
        assertThatThrownBy(() -> Table.ENTITIES.choose(List.of("name", "age")))
                .hasMessageContaining("no such column: age")
                .hasMessageContaining("role");
    }

    private String csv(Table table, boolean forSpreadsheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReleaseWriter csv = new CsvWriter(out, table, forSpreadsheets)) {
            for (Release release : ALL) {
                csv.write(release);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> ask(String sql) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(rows.getObject(i)));
                }
                lines.add(String.join("|", values));
            }
            return lines;
        }
    }
}
