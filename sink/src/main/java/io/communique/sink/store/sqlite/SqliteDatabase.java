package io.communique.sink.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.jdbc.Condition;
import io.communique.sink.store.jdbc.Database;
import io.communique.sink.store.jdbc.Schema;
import io.communique.sink.store.text.SearchWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * One SQLite file, for one machine.
 *
 * <p>Write-ahead log with {@code synchronous=FULL}: what was committed survives a power cut. Several processes of one
 * machine may share the file; they wait for each other's transactions. Readers never wait for a writer.
 */
public final class SqliteDatabase implements Database {
    private static final Logger log = LoggerFactory.getLogger(SqliteDatabase.class);

    /** File locks are a process's; threads wait for this. */
    private static final Object MIGRATING = new Object();

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);
    private static final int READING = 8;
    /**
     * What readers see of the file through the machine's page cache, bytes. A connection's own cache is small, and thrown away whenever
     * another one has written: scattered releases took twice as long to read through it.
     */
    private static final String MAPPED_MAX = String.valueOf(Integer.MAX_VALUE);

    private static final int WRITING = 2;
    /** An extended code of SQLite holds the primary one in its lowest byte. */
    private static final int PRIMARY = 0xff;

    private static final Set<Integer> REFUSALS = Set.of(
            SQLiteErrorCode.SQLITE_TOOBIG.code,
            SQLiteErrorCode.SQLITE_CONSTRAINT.code,
            SQLiteErrorCode.SQLITE_MISMATCH.code,
            SQLiteErrorCode.SQLITE_RANGE.code);

    private final Schema schema;
    private final HikariDataSource readers;
    private final HikariDataSource writers;

    private SqliteDatabase(Schema schema, HikariDataSource readers, HikariDataSource writers) {
        this.schema = schema;
        this.readers = readers;
        this.writers = writers;
    }

    /**
     * Opens the file, makes it if it is not there, and brings its tables up to date.
     *
     * @throws StoreUnavailableException if the file cannot be opened or written
     */
    public static SqliteDatabase open(Path file) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            SQLiteDataSource writing = source(file);
            Schema schema = migrateAlone(writing, file);
            SQLiteDataSource reading = source(file);
            reading.getConfig().setPragma(SQLiteConfig.Pragma.MMAP_SIZE, MAPPED_MAX);
            return new SqliteDatabase(
                    schema, pool("sqlite-readers", READING, reading), pool("sqlite-writers", WRITING, writing));
        } catch (IOException | FlywayException | HikariPool.PoolInitializationException e) {
            throw new StoreUnavailableException("the SQLite file " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static HikariDataSource pool(String name, int connections, SQLiteDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName(name);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public String name() {
        return "the SQLite store";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Connection connection() throws SQLException {
        return readers.getConnection();
    }

    @Override
    public Connection writingConnection() throws SQLException {
        return writers.getConnection();
    }

    /** The mode of transactions is IMMEDIATE (see {@link #source}), so the first statement takes the lock. */
    @Override
    public void beginWriting(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public boolean refuses(SQLException error) {
        return REFUSALS.contains(error.getErrorCode() & PRIMARY);
    }

    @Override
    public Object instant(Instant instant) {
        return instant.toString();
    }

    @Override
    public Object day(LocalDate day) {
        return day.toString();
    }

    /** As text: a REAL would be rounded. */
    @Override
    public Object number(BigDecimal number) {
        return number.toPlainString();
    }

    @Override
    public Object flag(boolean flag) {
        return flag ? 1 : 0;
    }

    @Override
    public String indexSql() {
        return "INSERT INTO release_text (rowid, title, body) VALUES (?, ?, ?)";
    }

    @Override
    public Object[] indexed(long number, String title, String text) {
        return new Object[] {number, title, text};
    }

    @Override
    public String unindexSql() {
        return "DELETE FROM release_text WHERE rowid = ?";
    }

    @Override
    public String textNumber() {
        return "t.rowid";
    }

    /** FTS5's strings are phrases, between them stands an implied AND, and a star behind one makes its last word a prefix. */
    @Override
    public Condition textCondition(List<SearchWords.Term> terms) {
        return Condition.of(
                "t.release_text MATCH ?",
                terms.stream()
                        .map(term -> '"' + String.join(" ", term.words()) + '"' + (term.prefix() ? "*" : ""))
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public String equal(String column) {
        return column + " = ?";
    }

    @Override
    public String comparable(String column) {
        return "CAST(" + column + " AS REAL)";
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /** Two that migrate one new file at once disturb each other, and SQLite does not let them wait: a lock beside the file does. */
    private static Schema migrateAlone(SQLiteDataSource source, Path file) throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (MIGRATING) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                log.atDebug().addKeyValue("lock", held).log("migrating");
                return Schema.bringUpToDate(
                        source, "classpath:io/communique/sink/store/sqlite/migration", new V5__release_text());
            }
        }
    }
}
