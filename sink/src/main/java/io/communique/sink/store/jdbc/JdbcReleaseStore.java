package io.communique.sink.store.jdbc;

import io.communique.contract.json.Json;
import io.communique.contract.release.Release;
import io.communique.sink.store.Facets;
import io.communique.sink.store.NumberedRelease;
import io.communique.sink.store.Position;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreRefusedException;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredFigure;
import io.communique.sink.store.StoredRelease;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The store in a database. */
public final class JdbcReleaseStore implements ReleaseStore {
    /** The type is joined to nothing so that no index of it is taken: SQLite would count all persons for each release. */
    private static final String SHORT = """
            SELECT r.number, r.id, r.edition, (SELECT count(*) FROM edition e WHERE e.release_id = r.id), r.source, r.title,
                r.published_at, r.state, r.url, (SELECT count(*) FROM entity e WHERE e.release_id = r.id AND e.type || '' = 'person'),
                (SELECT count(*) FROM figure f WHERE f.release_id = r.id)
            FROM\s""";

    private static final String WHOLE = "SELECT r.number, e.record FROM release r CROSS JOIN edition e"
            + " WHERE e.release_id = r.id AND e.edition = r.edition AND r.number IN ";

    /** NULL, of an empty table, reads as 0. */
    private static final String LAST_SEQUENCE = "SELECT max(sequence) FROM edition";

    /** Ids in one question: a database has a limit of parameters. */
    private static final int IDS_MAX = 200;

    private final Database database;

    /** Stores in a database whose tables are up to date; it closes with the store. */
    public JdbcReleaseStore(Database database) {
        this.database = database;
    }

    @Override
    public int store(List<Release> releases, List<Position> positions) {
        try (Connection connection = database.writingConnection()) {
            try {
                database.beginWriting(connection);
                database.schema().requireUnchanged(connection);
                Batch batch = batch(connection, releases);
                new BatchWriter(database, connection).write(batch);
                advance(connection, positions);
                connection.commit();
                return batch.accepted();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            if (database.refuses(e)) {
                throw new StoreRefusedException(message("cannot take a batch", e), e);
            }
            throw new StoreUnavailableException(message("could not store a batch", e), e);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StoreRefusedException("a batch cannot be made into rows: " + e, e);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static Batch batch(Connection connection, List<Release> releases) throws SQLException {
        Batch batch = new Batch(
                known(connection, releases.stream().map(Release::id).distinct().toList()),
                last(connection, LAST_SEQUENCE),
                last(connection, "SELECT max(number) FROM release"));
        releases.forEach(batch::add);
        return batch;
    }

    private static Map<String, Batch.Known> known(Connection connection, List<String> ids) throws SQLException {
        Map<String, Batch.Known> known = new HashMap<>();
        for (int from = 0; from < ids.size(); from += IDS_MAX) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_MAX));
            Sql.query(
                    connection,
                    "SELECT r.id, r.number, e.edition, e.standing_since, e.readings, e.files_read, e.twins FROM release r JOIN edition e"
                            + " ON e.release_id = r.id WHERE r.id IN (" + Sql.places(some.size()) + ")",
                    row -> {
                        long number = row.getLong(2);
                        return known.computeIfAbsent(
                                        row.getString(1), id -> new Batch.Known(number, new TreeMap<>(), false))
                                .editions()
                                .put(
                                        row.getInt(3),
                                        new Rank(row.getLong(4), row.getInt(5), row.getInt(6), row.getInt(7)));
                    },
                    some.toArray());
        }
        return known;
    }

    /** NULL, of an empty table, reads as 0. */
    private static long last(Connection connection, String sql) throws SQLException {
        return Sql.query(connection, sql, row -> row.getLong(1)).get(0);
    }

    private static void advance(Connection connection, List<Position> positions) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Position position : positions) {
            rows.add(new Object[] {position.topic(), position.partition(), position.next()});
        }
        Sql.batch(connection, """
                INSERT INTO consumed (topic, partition, next_offset) VALUES (?, ?, ?)
                ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset
                WHERE excluded.next_offset > consumed.next_offset
                """, rows);
    }

    @Override
    public OptionalLong next(String topic, int partition) {
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
    public List<StoredEdition> editionsAfter(long after, int limit) {
        return query(
                "SELECT sequence, record FROM edition WHERE sequence > ? ORDER BY sequence LIMIT ?",
                JdbcReleaseStore::edition,
                after,
                limit);
    }

    @Override
    public List<StoredEdition> changedAfter(ReleaseQuery query, long after, int limit) {
        SearchSql sql = SearchSql.ofNewest(query, database);
        return query(sql.changedAfter(), JdbcReleaseStore::edition, sql.parameters(after, limit));
    }

    @Override
    public long lastSequence() {
        return query(LAST_SEQUENCE, row -> row.getLong(1)).get(0);
    }

    @Override
    public List<StoredRelease> releases() {
        return query(
                SHORT + "release r ORDER BY r.published_at IS NULL, r.published_at DESC, r.id",
                JdbcReleaseStore::inShort);
    }

    /** Which ones first: what is shown of a release is counted for those alone. */
    @Override
    public List<StoredRelease> search(ReleaseQuery query, long before, int limit) {
        SearchSql sql = SearchSql.of(query, database);
        return query(
                SHORT + "release r WHERE r.number IN (" + sql.newestBefore() + ") ORDER BY r.number DESC",
                JdbcReleaseStore::inShort,
                sql.parameters(before, limit));
    }

    @Override
    public List<NumberedRelease> newest(ReleaseQuery query, long before, int limit) {
        SearchSql sql = SearchSql.of(query, database);
        return query(
                WHOLE + "(" + sql.newestBefore() + ") ORDER BY r.number DESC",
                JdbcReleaseStore::whole,
                sql.parameters(before, limit));
    }

    @Override
    public Facets facets(ReleaseQuery query, int among, int each) {
        SearchSql sql = SearchSql.of(query, database);
        try (Connection connection = database.connection()) {
            List<Long> numbers = Sql.query(
                    connection, sql.newestBefore(), row -> row.getLong(1), sql.parameters(Long.MAX_VALUE, among + 1));
            boolean complete = numbers.size() <= among;
            return new FacetCounter(connection, complete ? numbers : numbers.subList(0, among), each).count(complete);
        } catch (SQLException e) {
            throw new StoreUnavailableException(message("could not be read", e), e);
        }
    }

    @Override
    public List<StoredFigure> figures(ReleaseQuery query, long before, int releases) {
        ReleaseQuery.Measured measured = query.figure().orElse(ReleaseQuery.Measured.any());
        SearchSql sql = SearchSql.of(query.measuring(measured), database);
        Condition figure = FigureSql.of(measured, database);
        List<Object> parameters = new ArrayList<>(List.of(sql.parameters(before, releases)));
        parameters.addAll(figure.parameters());
        return query(
                """
                SELECT r.number, r.id, r.source, r.title, r.published_at, f.text, f.kind, f.value, f.low, f.high, f.unit, f.about, f.change,
                    f.period_from, f.period_to
                FROM release r CROSS JOIN figure f WHERE f.release_id = r.id AND f.release_number = r.number AND r.number IN (""" + sql.newestBefore() + ") AND " + figure.sql() + " ORDER BY r.number DESC, f.number",
                FigureRow::read,
                parameters.toArray());
    }

    @Override
    public List<NumberedRelease> releasesAfter(ReleaseQuery query, long after, int limit) {
        SearchSql sql = SearchSql.of(query, database);
        return query(
                WHOLE + "(" + sql.oldestAfter() + ") ORDER BY r.number",
                JdbcReleaseStore::whole,
                sql.parameters(after, limit));
    }

    @Override
    public Optional<Release> current(String id) {
        return query(
                        "SELECT e.record FROM release r JOIN edition e ON e.release_id = r.id AND e.edition = r.edition"
                                + " WHERE r.id = ?",
                        row -> release(row.getString(1)),
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public List<Release> editions(String id) {
        return query(
                "SELECT record FROM edition WHERE release_id = ? ORDER BY edition",
                row -> release(row.getString(1)),
                id);
    }

    private static Release release(String record) {
        return Json.mapper().readValue(record, Release.class);
    }

    private static StoredEdition edition(ResultSet row) throws SQLException {
        return new StoredEdition(row.getLong(1), release(row.getString(2)));
    }

    private static NumberedRelease whole(ResultSet row) throws SQLException {
        return new NumberedRelease(row.getLong(1), release(row.getString(2)));
    }

    private static StoredRelease inShort(ResultSet row) throws SQLException {
        return new StoredRelease(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                row.getString(8).equals("withdrawn"),
                URI.create(row.getString(9)),
                row.getInt(10),
                row.getInt(11));
    }

    private <T> List<T> query(String sql, Sql.RowReader<T> reader, Object... parameters) {
        try (Connection connection = database.connection()) {
            return Sql.query(connection, sql, reader, parameters);
        } catch (SQLException e) {
            throw new StoreUnavailableException(message("could not be read", e), e);
        }
    }

    private String message(String what, SQLException cause) {
        return database.name() + " " + what + ": " + cause.getMessage();
    }

    @Override
    public void close() {
        database.close();
    }
}
