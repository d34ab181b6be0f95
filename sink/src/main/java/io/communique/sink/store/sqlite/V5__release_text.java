package io.communique.sink.store.sqlite;

import io.communique.sink.store.text.SearchWords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Indexes the texts of releases that were stored before there was an index. The words are made in Java, so SQL cannot do it. */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and description off the name.
final class V5__release_text extends BaseJavaMigration {
    private static final String TEXTS = """
            SELECT number, coalesce(title, ''), body || coalesce((SELECT group_concat(char(10) || name || char(10) || coalesce(text, ''), '')
                FROM attachment WHERE release_id = release.id), '')
            FROM release
            """;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement all = connection.createStatement();
                ResultSet release = all.executeQuery(TEXTS);
                PreparedStatement index =
                        connection.prepareStatement("INSERT INTO release_text (rowid, title, body) VALUES (?, ?, ?)")) {
            while (release.next()) {
                index.setLong(1, release.getLong(1));
                index.setString(2, SearchWords.of(release.getString(2)));
                index.setString(3, SearchWords.of(release.getString(3)));
                index.executeUpdate();
            }
        }
    }
}
