package io.communique.sink.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.jdbc.Condition;
import io.communique.sink.store.jdbc.Database;
import io.communique.sink.store.jdbc.Schema;
import io.communique.sink.store.text.SearchWords;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;

/**
 * PostgreSQL 13 or later, for any number of sinks and readers.
 *
 * <p>Sinks take turns with their transactions: an advisory lock holds from the first statement to the commit.
 */
public final class PostgresDatabase implements Database {
    /** Of our advisory lock: the letters "communiq", read as a number. */
    private static final long WRITERS = 0x636f_6d6d_756e_6971L;

    private static final int READING = 8;
    private static final int WRITING = 2;
    private static final int MIGRATING = 2;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** A server that was cut off without a word is noticed after this; no statement takes as long, but for those that make an index anew. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(2);

    private final Schema schema;
    private final HikariDataSource readers;
    private final HikariDataSource writers;

    private PostgresDatabase(Schema schema, HikariDataSource readers, HikariDataSource writers) {
        this.schema = schema;
        this.readers = readers;
        this.writers = writers;
    }

    /**
     * Connects, makes the tables if they are not there, and brings them up to date.
     *
     * @throws StoreUnavailableException if the server does not answer, does not let us in, or its tables cannot be made
     */
    public static PostgresDatabase open(StoreAddress address) {
        try (HikariDataSource migrating =
                new HikariDataSource(config("postgres-migration", MIGRATING, address, Duration.ZERO))) {
            Schema schema = Schema.bringUpToDate(
                    migrating, "classpath:io/communique/sink/store/postgres/migration", new V4__pairs_of_words());
            return new PostgresDatabase(
                    schema,
                    pool(config("postgres-readers", READING, address, SILENCE_MAX)),
                    pool(config("postgres-writers", WRITING, address, SILENCE_MAX)));
        } catch (FlywayException | HikariPool.PoolInitializationException e) {
            throw new StoreUnavailableException("PostgreSQL at " + address + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Returns a pool that connects when it is asked: the server has just answered, and if it is gone by then, a statement says so. */
    private static HikariDataSource pool(HikariConfig config) {
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /**
     * Returns what a pool of connections needs.
     *
     * @param silence how long a statement may take; zero is without end
     */
    private static HikariConfig config(String name, int connections, StoreAddress address, Duration silence) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.location());
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.addDataSourceProperty("ApplicationName", "communique");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("socketTimeout", Long.toString(silence.toSeconds()));
        config.addDataSourceProperty("loginTimeout", Long.toString(CONNECT_TIMEOUT.toSeconds()));
        return config;
    }

    @Override
    public String name() {
        return "PostgreSQL";
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

    /**
     * Where a server is told to answer a commit before it is written, ours are written all the same: the sink goes on behind what was
     * answered, so what a crash took back would be missing for ever.
     */
    @Override
    public void beginWriting(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('synchronous_commit', 'on', true)"
                    + " WHERE current_setting('synchronous_commit') = 'off'");
            statement.execute("SELECT pg_advisory_xact_lock(" + WRITERS + ")");
        }
    }

    /** Classes of SQLSTATE: data that no column takes, a constraint, a limit of the program (PostgreSQL manual, appendix A). */
    @Override
    public boolean refuses(SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    @Override
    public Object instant(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Object day(LocalDate day) {
        return day;
    }

    @Override
    public Object number(BigDecimal number) {
        return number;
    }

    @Override
    public Object flag(boolean flag) {
        return flag;
    }

    @Override
    public String indexSql() {
        return "INSERT INTO release_text (number, words, pairs) VALUES"
                + " (?, setweight(to_tsvector('simple', ?), 'A') || to_tsvector('simple', ?), CAST(? AS integer[]))";
    }

    @Override
    public Object[] indexed(long number, String title, String text) {
        return new Object[] {number, title, text, WordPairs.of(title, text).sql()};
    }

    @Override
    public String unindexSql() {
        return "DELETE FROM release_text WHERE number = ?";
    }

    @Override
    public String textNumber() {
        return "t.number";
    }

    /**
     * The index knows which words a text has and not where they stand, so a phrase of frequent words would have very many texts read. Which
     * pairs of neighbours a text has it knows too, all but a few by accident.
     */
    @Override
    public Condition textCondition(List<SearchWords.Term> terms) {
        String words = terms.stream()
                .map(term -> '(' + String.join(" <-> ", term.words()) + (term.prefix() ? ":*" : "") + ')')
                .collect(Collectors.joining(" & "));
        WordPairs pairs = WordPairs.of(terms);
        String matches = "t.words @@ to_tsquery('simple', ?)";
        return pairs.isEmpty()
                ? Condition.of(matches, words)
                : Condition.of(matches + " AND t.pairs @> CAST(? AS integer[])", words, pairs.sql());
    }

    /** By hash, for an entry of an index has a limit; who finds two texts of one MD5 finds one too many. */
    @Override
    public String equal(String column) {
        return "md5(" + column + ") = md5(?)";
    }

    @Override
    public String comparable(String column) {
        return column;
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
