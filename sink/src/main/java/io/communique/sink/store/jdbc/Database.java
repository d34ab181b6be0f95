package io.communique.sink.store.jdbc;

import io.communique.sink.store.text.SearchWords;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where one database differs from another. */
public interface Database extends AutoCloseable {
    /** What a person calls it. */
    String name();

    /** Returns the version that the tables had when this was opened. */
    Schema schema();

    /** Returns a connection that commits each statement by itself; closing it gives it back. */
    Connection connection() throws SQLException;

    /** Returns a connection to write with, as {@link #connection} does: however many read, who writes does not wait for them. */
    Connection writingConnection() throws SQLException;

    /**
     * Begins a transaction that alone may write: others wait for its end. So numbers that are given out in it are visible in their order.
     *
     * @param connection of this database
     */
    void beginWriting(Connection connection) throws SQLException;

    /** Returns whether the database would refuse the same values again, rather than being busy, full or gone. */
    boolean refuses(SQLException error);

    /** Returns an instant as its column takes it. */
    Object instant(Instant instant);

    /** Returns a day as its column takes it. */
    Object day(LocalDate day);

    /** Returns a number as its column takes it, every digit kept. */
    Object number(BigDecimal number);

    /** Returns a truth value as its column takes it. */
    Object flag(boolean flag);

    /** Returns the SQL that puts a release's words into the index; its parameters are {@link #indexed}. */
    String indexSql();

    /**
     * Returns the parameters of {@link #indexSql}.
     *
     * @param title words of the title, as {@link SearchWords#of} parts them
     * @param text words of the rest
     */
    Object[] indexed(long number, String title, String text);

    /** Returns the SQL that takes a release's words out of the index; the parameter is its number. */
    String unindexSql();

    /** Returns the SQL name of the number by which {@code release_text t} is joined. */
    String textNumber();

    /** Returns the condition on {@code release_text t} that all of the terms are there; at least one. */
    Condition textCondition(List<SearchWords.Term> terms);

    /** Returns the SQL condition, with one parameter, that a column of any length is equal to it, as its index knows it. */
    String equal(String column);

    /** Returns the SQL of a figure's value as a number that can be compared. */
    String comparable(String column);

    @Override
    void close();
}
