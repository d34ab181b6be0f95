package io.communique.sink.store.sqlite;

import io.communique.contract.json.Json;
import io.communique.contract.release.Release;
import io.communique.contract.release.Standing;
import io.communique.sink.store.Position;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The store in one SQLite file, for one machine.
 *
 * <p>Write-ahead log with {@code synchronous=FULL}: what {@link #store} returned from survives a power cut. Several processes of one
 * machine may share the file; they wait for each other's transactions.
 */
public final class SqliteReleaseStore implements ReleaseStore {
    private static final Logger log = LoggerFactory.getLogger(SqliteReleaseStore.class);

    /** File locks are a process's; threads wait for this. */
    private static final Object MIGRATING = new Object();

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);

    private final Connection connection;

    private SqliteReleaseStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens the store, makes it if it is not there, and brings its schema up to date.
     *
     * @throws StoreUnavailableException if the file cannot be opened or written
     */
    public static SqliteReleaseStore open(Path file) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            SQLiteDataSource source = source(file);
            migrateAlone(source, file);
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            return new SqliteReleaseStore(connection);
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for " + file, e);
        } catch (SQLException e) {
            throw unavailable("open " + file, e);
        }
    }

    @Override
    public synchronized int store(List<Release> releases, List<Position> positions) {
        try {
            int fresh = 0;
            for (Release release : releases) {
                fresh += storeEdition(release) ? 1 : 0;
            }
            for (Position position : positions) {
                advance(position);
            }
            connection.commit();
            return fresh;
        } catch (SQLException e) {
            rollBack(e);
            throw unavailable("store a batch", e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private boolean storeEdition(Release release) throws SQLException {
        int changed = Sql.update(
                connection,
                """
                INSERT INTO edition (release_id, edition, fetched_at, page_sha256, enricher, record, files_read, standing_since)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (release_id, edition) DO UPDATE SET record = excluded.record, files_read = excluded.files_read,
                    standing_since = excluded.standing_since
                WHERE (excluded.standing_since, excluded.files_read) > (edition.standing_since, edition.files_read)
                """,
                release.id(),
                release.edition(),
                release.fetchedAt().toString(),
                release.provenance().pageSha256(),
                release.provenance().enricher(),
                Json.mapper().writeValueAsString(release),
                filesRead(release),
                release.standing()
                        .map(Standing::since)
                        .map(Instant::toEpochMilli)
                        .orElse(0L));
        if (changed == 1 && isCurrent(release)) {
            new CurrentEdition(connection).replace(release);
        }
        return changed == 1;
    }

    /** How much of the files is read: a sum that each reading adds to, so that records of one edition have an order whenever they come. */
    private static int filesRead(Release release) {
        return release.attachments().stream()
                .mapToInt(file -> switch (file.extraction()) {
                    case NOT_FETCHED -> 0;
                    case FAILED, UNSUPPORTED -> 1;
                    case PARTIAL -> 2;
                    case OK -> 3;
                })
                .sum();
    }

    /** Whether no later edition is stored: an older one that comes late must not hide it. */
    private boolean isCurrent(Release release) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM edition WHERE release_id = ? AND edition > ?")) {
            Sql.bind(statement, release.id(), release.edition());
            try (ResultSet later = statement.executeQuery()) {
                return !later.next();
            }
        }
    }

    private void advance(Position position) throws SQLException {
        Sql.update(connection, """
                INSERT INTO consumed (topic, partition, next_offset) VALUES (?, ?, ?)
                ON CONFLICT (topic, partition) DO UPDATE SET next_offset = max(next_offset, excluded.next_offset)
                """, position.topic(), position.partition(), position.next());
    }

    @Override
    public synchronized OptionalLong next(String topic, int partition) {
        return query(
                        "SELECT next_offset FROM consumed WHERE topic = ? AND partition = ?",
                        row -> row.getLong(1),
                        topic,
                        partition)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public synchronized List<StoredEdition> editionsAfter(long after, int limit) {
        return query(
                "SELECT sequence, record FROM edition WHERE sequence > ? ORDER BY sequence LIMIT ?",
                row -> new StoredEdition(row.getLong(1), Json.mapper().readValue(row.getString(2), Release.class)),
                after,
                limit);
    }

    @Override
    public synchronized List<StoredRelease> releases() {
        return query(
                """
                SELECT r.id, r.edition, (SELECT count(*) FROM edition e WHERE e.release_id = r.id), r.source, r.title, r.published_at,
                    r.state = 'withdrawn', r.url, (SELECT count(*) FROM entity e WHERE e.release_id = r.id AND e.type = 'person'),
                    (SELECT count(*) FROM figure f WHERE f.release_id = r.id)
                FROM release r ORDER BY r.published_at IS NULL, r.published_at DESC, r.id
                """,
                row -> new StoredRelease(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)),
                        Optional.ofNullable(row.getString(6)),
                        row.getBoolean(7),
                        URI.create(row.getString(8)),
                        row.getInt(9),
                        row.getInt(10)));
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Sql.bind(statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            // Ends the read transaction: the next query then sees what other processes have written since.
            connection.commit();
            return rows;
        } catch (SQLException e) {
            rollBack(e);
            throw unavailable("read", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unavailable("close", e);
        }
    }

    private void rollBack(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /** Two that migrate one new file at once disturb each other, and SQLite does not let them wait: a lock beside the file does. */
    private static void migrateAlone(SQLiteDataSource source, Path file) throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (MIGRATING) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                log.atDebug().addKeyValue("lock", held).log("migrating");
                migrate(source);
            }
        }
    }

    private static void migrate(SQLiteDataSource source) {
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(source)
                .locations("classpath:io/communique/sink/store/sqlite/migration")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    private static StoreUnavailableException unavailable(String what, SQLException cause) {
        return new StoreUnavailableException("the SQLite store could not " + what + ": " + cause.getMessage(), cause);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
