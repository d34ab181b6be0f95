package io.communique.sink.store.jdbc;

import io.communique.contract.release.Figure;
import io.communique.sink.store.ReleaseQuery;
import java.util.ArrayList;
import java.util.List;

/** What is asked of one figure, as SQL over {@code figure f}. */
final class FigureSql {
    private final ReleaseQuery.Measured measured;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private FigureSql(ReleaseQuery.Measured measured) {
        this.measured = measured;
    }

    static FigureSql of(ReleaseQuery.Measured measured, Database database) {
        FigureSql sql = new FigureSql(measured);
        measured.kind()
                .map((Figure.Kind kind) -> BatchWriter.label(kind))
                .ifPresent(kind -> sql.add("f.kind = ?", kind));
        measured.unit().ifPresent(unit -> sql.add(database.equal("f.unit"), unit));
        measured.about().ifPresent(about -> sql.add(database.equal("f.about"), about));
        measured.atLeast().ifPresent(least -> sql.add(database.comparable("f.value") + " >= ?", least));
        return sql;
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        parameters.add(value);
    }

    /** Returns whether an index has such figures in the order of their releases. */
    boolean isIndexed() {
        return measured.about().isPresent()
                || (measured.kind().isPresent() && measured.unit().isPresent());
    }

    /** Returns the conditions, joined; never empty. */
    String condition() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
    }

    Object[] parameters() {
        return parameters.toArray();
    }
}
