package io.communique.sink.store.jdbc;

import io.communique.contract.release.Figure;
import io.communique.contract.release.Period;
import io.communique.sink.store.StoredFigure;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads a figure beside its release. */
final class FigureRow {
    private FigureRow() {}

    static StoredFigure read(ResultSet row) throws SQLException {
        Optional<LocalDate> from = text(row, 14).map(LocalDate::parse);
        Optional<LocalDate> to = text(row, 15).map(LocalDate::parse);
        return new StoredFigure(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                text(row, 4),
                text(row, 5),
                row.getString(6),
                BatchWriter.constant(row.getString(7), Figure.Kind.class),
                number(row, 8),
                number(row, 9),
                number(row, 10),
                text(row, 11),
                text(row, 12),
                text(row, 13).map(label -> BatchWriter.constant(label, Figure.Direction.class)),
                from.flatMap(first -> to.map(last -> new Period(first, last))));
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** As text in both databases: every digit. */
    private static Optional<BigDecimal> number(ResultSet row, int column) throws SQLException {
        return text(row, column).map(BigDecimal::new);
    }
}
