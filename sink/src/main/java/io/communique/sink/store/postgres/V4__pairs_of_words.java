package io.communique.sink.store.postgres;

import io.communique.sink.store.text.SearchWords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the index of words know which of them stand beside each other. Words are cut in Java, so SQL cannot do it. */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and description off the name.
final class V4__pairs_of_words extends BaseJavaMigration {
    private static final Logger log = LoggerFactory.getLogger(V4__pairs_of_words.class);

    private static final int AT_ONCE = 500;
    private static final int REPORT_EVERY = 50_000;

    /** For this transaction: the index of a million texts takes a quarter less time than with the default. */
    private static final String MORE_MEMORY = "SELECT set_config('maintenance_work_mem', '256MB', true)"
            + " WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB')";

    private static final String TEXTS = """
            SELECT number, coalesce(title, ''), left(body || coalesce((
                SELECT string_agg(E'\\n' || a.name || coalesce(E'\\n' || a.text, ''), '' ORDER BY a.number)
                FROM attachment a WHERE a.release_id = release.id), ''), %d)
            FROM release
            """.formatted(SearchWords.INDEXED_CHARS_MAX);

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX release_text_by_word");
            statement.execute("ALTER TABLE release_text ADD COLUMN pairs integer[] NOT NULL DEFAULT '{}'");
            fill(connection);
            statement.execute("ALTER TABLE release_text ALTER COLUMN pairs DROP DEFAULT");
            statement.execute(MORE_MEMORY);
            statement.execute("CREATE INDEX release_text_by_word ON release_text USING gin (words, pairs)");
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement all = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE release_text SET pairs = CAST(? AS integer[]) WHERE number = ?")) {
            all.setFetchSize(AT_ONCE);
            int waiting = 0;
            long done = 0;
            try (ResultSet release = all.executeQuery(TEXTS)) {
                while (release.next()) {
                    update.setString(1, pairs(release.getString(2), release.getString(3)));
                    update.setLong(2, release.getLong(1));
                    update.addBatch();
                    if (++waiting == AT_ONCE) {
                        update.executeBatch();
                        waiting = 0;
                    }
                    if (++done % REPORT_EVERY == 0) {
                        log.info("indexed the words of {} releases anew", done);
                    }
                }
            }
            update.executeBatch();
        }
    }

    private static String pairs(String title, String text) {
        return WordPairs.of(SearchWords.of(title), SearchWords.of(text)).sql();
    }
}
