package io.communique.sink.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.json.Json;
import io.communique.contract.release.Release;
import io.communique.sink.store.Position;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.Releases;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredRelease;
import io.communique.sink.store.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that an earlier version wrote is brought up to date, and every row of it is still there. */
final class MigrationTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4"})
    void everyRowOfAnEarlierVersionIsThereAndGoesOn(String version) throws SQLException {
        Path file = directory.resolve("releases.db");
        List<Release> written = List.of(
                Releases.release("2", 1, " A pier for the island."),
                Releases.release("1", 1, " 추가경정예산"),
                Releases.release("1", 2, " 추가경정예산안"));
        writeAs(version, file, written);

        try (ReleaseStore store = Stores.open(StoreAddress.file(file))) {
            assertThat(store.editionsAfter(0, 10))
                    .extracting(StoredEdition::release)
                    .containsExactlyElementsOf(written);
            assertThat(store.next("press.releases", 0)).hasValue(3);
            assertThat(store.releases()).extracting(StoredRelease::id).containsExactlyInAnyOrder("ports:1", "ports:2");
            assertThat(store.search(ReleaseQuery.all(), Long.MAX_VALUE, 10))
                    .as("in the order of their first editions, the last first")
                    .extracting(StoredRelease::id)
                    .containsExactly("ports:1", "ports:2");
            assertThat(found(store, "pier")).containsExactly("ports:2");
            assertThat(found(store, "예산안")).containsExactly("ports:1");
            assertThat(found(store, "annex")).containsExactly("ports:1", "ports:2");

            store.store(
                    List.of(Releases.release("1", 3, " A bridge."), Releases.release("3", 1)),
                    List.of(new Position("press.releases", 0, 5)));
            assertThat(found(store, "bridge")).containsExactly("ports:1");
            assertThat(found(store, "예산안")).isEmpty();
            assertThat(store.editionsAfter(0, 10)).hasSize(5);
        }
    }

    private static List<String> found(ReleaseStore store, String words) {
        return store.search(ReleaseQuery.all().withText(words), Long.MAX_VALUE, 10).stream()
                .map(StoredRelease::id)
                .toList();
    }

    /** As the sink of that version wrote its rows, in the columns that it had. */
    private static void writeAs(String version, Path file, List<Release> releases) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(url, "", "")
                .locations("classpath:io/communique/sink/store/sqlite/migration")
                .target(version)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (Release release : releases) {
                update(
                        connection,
                        "INSERT INTO edition (release_id, edition, fetched_at, page_sha256, enricher, record) VALUES (?, ?, ?, ?, ?, ?)",
                        release.id(),
                        release.edition(),
                        release.fetchedAt().toString(),
                        "ab",
                        "0.1.0",
                        Json.mapper().writeValueAsString(release));
                current(connection, release, version);
            }
            update(connection, "INSERT INTO consumed (topic, partition, next_offset) VALUES ('press.releases', 0, 3)");
        }
    }

    private static void current(Connection connection, Release release, String version) throws SQLException {
        update(connection, "DELETE FROM attachment WHERE release_id = ?", release.id());
        update(
                connection,
                """
                INSERT INTO release (id, edition, state, source, publisher, publisher_country, url, title, published_at,
                    published_from, first_seen_at, fetched_at, body)
                VALUES (?, ?, 'published', 'ports', 'Ministry of Ports', 'NO', ?, ?, '2026-03-02', 'page', ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET edition = excluded.edition, body = excluded.body
                """,
                release.id(),
                release.edition(),
                release.url().toString(),
                release.title().orElseThrow(),
                "x",
                "x",
                release.body());
        update(
                connection,
                "INSERT INTO attachment (release_id, number, name, extraction) VALUES (?, 0, 'The annex.pdf', 'not-fetched')",
                release.id());
        if (version.equals("4")) {
            update(
                    connection,
                    "UPDATE release SET number = (SELECT min(sequence) FROM edition WHERE release_id = release.id) WHERE id = ?",
                    release.id());
            update(connection, "INSERT OR IGNORE INTO source (id) VALUES ('ports')");
        }
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
