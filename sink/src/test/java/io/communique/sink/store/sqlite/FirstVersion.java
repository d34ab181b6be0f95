package io.communique.sink.store.sqlite;

import io.communique.contract.json.Json;
import io.communique.contract.release.Release;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Files as the sinks of earlier versions left them. */
public final class FirstVersion {
    private FirstVersion() {}

    /**
     * Writes a file as the first version did.
     *
     * @param next the offset that it would go on from
     */
    public static void write(Path file, List<Release> releases, String topic, int partition, long next)
            throws SQLException {
        writeAs("1", file, releases, topic, partition, next);
    }

    /** As the sink of that version wrote its rows, in the columns that it had. */
    static void writeAs(String version, Path file, List<Release> releases, String topic, int partition, long next)
            throws SQLException {
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
            update(
                    connection,
                    "INSERT INTO consumed (topic, partition, next_offset) VALUES (?, ?, ?)",
                    topic,
                    partition,
                    next);
        }
    }

    private static void current(Connection connection, Release release, String version) throws SQLException {
        update(connection, "DELETE FROM attachment WHERE release_id = ?", release.id());
        update(
                connection,
                """
                INSERT INTO release (id, edition, state, source, publisher, publisher_country, url, title, published_at,
                    published_from, first_seen_at, fetched_at, body)
                VALUES (?, ?, 'published', ?, 'Ministry of Ports', 'NO', ?, ?, '2026-03-02', 'page', ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET edition = excluded.edition, body = excluded.body
                """,
                release.id(),
                release.edition(),
                release.source(),
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
