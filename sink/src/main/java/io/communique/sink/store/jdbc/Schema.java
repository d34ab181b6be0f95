package io.communique.sink.store.jdbc;

import io.communique.sink.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The tables' version: brought up to date at the start, and looked at before each batch, because a newer sink may bring them further while an
 * older one runs. Rows of an older one would lack what the newer one's tables have.
 */
public final class Schema {
    private static final String STEPS = "SELECT count(*) FROM flyway_schema_history";

    private final int steps;

    private Schema(int steps) {
        this.steps = steps;
    }

    /**
     * Brings the tables up to date.
     *
     * @param location of the migrations in SQL
     * @param further migrations in Java
     * @throws StoreUnavailableException if they are further already than this version knows
     * @throws org.flywaydb.core.api.FlywayException if that fails
     */
    public static Schema bringUpToDate(DataSource source, String location, JavaMigration... further) {
        Flyway flyway = Flyway.configure()
                .loggers("slf4j")
                .dataSource(source)
                .locations(location)
                .javaMigrations(further)
                .failOnMissingLocations(true)
                .load();
        flyway.migrate();
        boolean isNewer =
                Arrays.stream(flyway.info().all()).anyMatch(step -> step.getState() == MigrationState.FUTURE_SUCCESS);
        if (isNewer) {
            throw newer();
        }
        try (Connection connection = source.getConnection()) {
            return new Schema(steps(connection));
        } catch (SQLException e) {
            throw new StoreUnavailableException("the tables' version could not be read: " + e.getMessage(), e);
        }
    }

    /** Refuses to write to tables that somebody brought further since the start. */
    void requireUnchanged(Connection connection) throws SQLException {
        if (steps(connection) != steps) {
            throw newer();
        }
    }

    private static int steps(Connection connection) throws SQLException {
        return Sql.query(connection, STEPS, row -> row.getInt(1)).get(0);
    }

    private static StoreUnavailableException newer() {
        return new StoreUnavailableException(
                "a newer version has brought the tables up to date; start that one, or put the backup from before in their place");
    }
}
