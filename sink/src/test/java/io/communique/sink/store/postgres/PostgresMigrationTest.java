package io.communique.sink.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.json.Json;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Release;
import io.communique.sink.store.Position;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.Releases;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredRelease;
import io.communique.sink.store.Stores;
import io.communique.sink.store.text.SearchWords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that an earlier version wrote are brought up to date, and every row of them is still there. */
final class PostgresMigrationTest {
    @TempDir
    static Path data;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(data.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void everyRowOfAnEarlierVersionIsThereAndGoesOn(String version) throws SQLException {
        StoreAddress address = server.database("version" + version);
        List<Release> written =
                List.of(Releases.release("2", 1, " A pier for the island."), Releases.release("1", 1, " 추가경정예산안"));
        write(version, address, written);

        try (ReleaseStore store = Stores.open(address)) {
            assertThat(store.editionsAfter(0, 10))
                    .extracting(StoredEdition::release)
                    .containsExactlyElementsOf(written);
            assertThat(store.next("press.releases", 0)).hasValue(3);
            assertThat(found(store, ReleaseQuery.all())).containsExactly("ports:1", "ports:2");
            assertThat(found(store, "\"pier for the island\"")).containsExactly("ports:2");
            assertThat(found(store, "\"island the for\"")).isEmpty();
            assertThat(found(store, "추가경정예산")).containsExactly("ports:1");
            assertThat(found(store, "\"the annex\"")).containsExactly("ports:1", "ports:2");
            assertThat(found(store, ReleaseQuery.all().naming(new ReleaseQuery.Named(Entity.Type.PERSON, "Ada Holm"))))
                    .containsExactly("ports:1", "ports:2");

            store.store(
                    List.of(Releases.release("1", 2, " A bridge."), Releases.release("3", 1)),
                    List.of(new Position("press.releases", 0, 5)));
            assertThat(found(store, "\"a bridge\"")).containsExactly("ports:1");
            assertThat(found(store, "추가경정예산")).isEmpty();
            assertThat(store.editionsAfter(0, 10)).hasSize(4);
        }
    }

    private static List<String> found(ReleaseStore store, String words) {
        return found(store, ReleaseQuery.all().withText(words));
    }

    private static List<String> found(ReleaseStore store, ReleaseQuery query) {
        return store.search(query, Long.MAX_VALUE, 10).stream()
                .map(StoredRelease::id)
                .toList();
    }

    /** Writes tables as the sink of that version did, in the columns that it had. */
    private static void write(String version, StoreAddress address, List<Release> releases) throws SQLException {
        String user = address.user().orElse(null);
        String password = address.password().orElse(null);
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(address.location(), user, password)
                .locations("classpath:io/communique/sink/store/postgres/migration")
                .target(version)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(address.location(), user, password)) {
            update(connection, "INSERT INTO source (id) VALUES ('ports')");
            for (int i = 0; i < releases.size(); i++) {
                write(connection, releases.get(i), i + 1, version.equals("3"));
            }
            update(connection, "INSERT INTO consumed (topic, partition, next_offset) VALUES ('press.releases', 0, 3)");
        }
    }

    private static void write(Connection connection, Release release, long number, boolean numbersNames)
            throws SQLException {
        update(
                connection,
                """
                INSERT INTO edition (release_id, edition, sequence, fetched_at, page_sha256, enricher, record, files_read,
                    standing_since, readings, twins)
                VALUES (?, ?, ?, ?, 'ab', '0.1.0', ?, 0, 0, 0, 0)
                """,
                release.id(),
                release.edition(),
                number,
                release.fetchedAt().atOffset(ZoneOffset.UTC),
                Json.mapper().writeValueAsString(release));
        update(
                connection,
                """
                INSERT INTO release (id, number, edition, state, source, url, title, published_from, first_seen_at, fetched_at, body)
                VALUES (?, ?, ?, 'published', 'ports', ?, ?, 'page', now(), now(), ?)
                """,
                release.id(),
                number,
                release.edition(),
                release.url().toString(),
                release.title().orElseThrow(),
                release.body());
        update(
                connection,
                "INSERT INTO attachment (release_id, number, name, extraction) VALUES (?, 0, 'The annex.pdf', 'not-fetched')",
                release.id());
        update(
                connection,
                numbersNames
                        ? "INSERT INTO entity (release_id, id, type, name, release_number) VALUES (?, 'p1', 'person', 'Ada Holm', ?)"
                        : "INSERT INTO entity (release_id, id, type, name) SELECT id, 'p1', 'person', 'Ada Holm' FROM release"
                                + " WHERE id = ? AND number = ?",
                release.id(),
                number);
        update(
                connection,
                "INSERT INTO release_text (number, words) VALUES"
                        + " (?, setweight(to_tsvector('simple', ?), 'A') || to_tsvector('simple', ?))",
                number,
                SearchWords.of(release.title().orElseThrow()),
                SearchWords.of(release.body() + "\nThe annex.pdf"));
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
