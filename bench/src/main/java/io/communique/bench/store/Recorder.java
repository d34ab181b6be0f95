package io.communique.bench.store;

import io.communique.sink.store.jdbc.Condition;
import io.communique.sink.store.jdbc.Database;
import io.communique.sink.store.jdbc.Schema;
import io.communique.sink.store.text.SearchWords;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database that remembers every row sent to it in batches, so that plain JDBC can send the same rows to another one. */
final class Recorder implements Database {
    private final Database database;
    private final List<List<Rows>> transactions = new ArrayList<>();

    Recorder(Database database) {
        this.database = database;
    }

    /** Returns what was sent, by transaction and statement. */
    List<List<Rows>> transactions() {
        return transactions;
    }

    /** Rows of one statement. */
    record Rows(String sql, List<@Nullable Object[]> rows) {
        /** Sends the rows by plain JDBC. */
        void send(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (@Nullable Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        set(statement, i + 1, row[i]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }

        @SuppressWarnings("NullAway") // JDBC takes null for NULL.
        private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
            statement.setObject(place, value);
        }
    }

    @Override
    public Schema schema() {
        return database.schema();
    }

    @Override
    public Connection connection() throws SQLException {
        return database.connection();
    }

    @Override
    public Connection writingConnection() throws SQLException {
        Connection real = database.writingConnection();
        List<Rows> sent = new ArrayList<>();
        return proxy(Connection.class, real, (method, arguments, result) -> {
            if (method.getName().equals("prepareStatement")) {
                return recording((PreparedStatement) result, (String) arguments[0], sent);
            }
            if (method.getName().equals("commit") && !sent.isEmpty()) {
                transactions.add(List.copyOf(sent));
                sent.clear();
            }
            return result;
        });
    }

    private static PreparedStatement recording(PreparedStatement real, String sql, List<Rows> sent) {
        List<@Nullable Object> row = new ArrayList<>();
        Rows rows = new Rows(sql, new ArrayList<>());
        return proxy(PreparedStatement.class, real, (method, arguments, result) -> {
            switch (method.getName()) {
                case "setObject" -> row.add(arguments[1]);
                case "addBatch" -> {
                    if (rows.rows().isEmpty()) {
                        sent.add(rows);
                    }
                    rows.rows().add(row.toArray());
                    row.clear();
                }
                default -> {}
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> after.called(method, arguments, call(method, real, arguments))));
    }

    private static Object call(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private interface After {
        Object called(Method method, Object[] arguments, Object result);
    }

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public void beginWriting(Connection connection) throws SQLException {
        database.beginWriting(connection);
    }

    @Override
    public boolean refuses(SQLException error) {
        return database.refuses(error);
    }

    @Override
    public Object instant(Instant instant) {
        return database.instant(instant);
    }

    @Override
    public Object day(LocalDate day) {
        return database.day(day);
    }

    @Override
    public Object number(BigDecimal number) {
        return database.number(number);
    }

    @Override
    public Object flag(boolean flag) {
        return database.flag(flag);
    }

    @Override
    public String indexSql() {
        return database.indexSql();
    }

    @Override
    public String unindexSql() {
        return database.unindexSql();
    }

    @Override
    public Object[] indexed(long number, String title, String text) {
        return database.indexed(number, title, text);
    }

    @Override
    public Condition textCondition(List<SearchWords.Term> terms) {
        return database.textCondition(terms);
    }

    @Override
    public String textNumber() {
        return database.textNumber();
    }

    @Override
    public String equal(String column) {
        return database.equal(column);
    }

    @Override
    public String comparable(String column) {
        return database.comparable(column);
    }

    @Override
    public void close() {
        database.close();
    }
}
