package io.communique.sink.store.jdbc;

import io.communique.contract.release.Figure;
import io.communique.sink.store.ReleaseQuery;
import java.util.ArrayList;
import java.util.List;

/** What is asked of one figure, as SQL over {@code figure f}. */
final class FigureSql {
    private FigureSql() {}

    static Condition of(ReleaseQuery.Measured measured, Database database) {
        List<Condition> conditions = new ArrayList<>();
        measured.kind()
                .map((Figure.Kind kind) -> BatchWriter.label(kind))
                .ifPresent(kind -> conditions.add(Condition.of("f.kind = ?", kind)));
        measured.unit().ifPresent(unit -> conditions.add(Condition.of(database.equal("f.unit"), unit)));
        measured.about().ifPresent(about -> conditions.add(Condition.of(database.equal("f.about"), about)));
        measured.atLeast()
                .ifPresent(least -> conditions.add(Condition.of(database.comparable("f.value") + " >= ?", least)));
        return Condition.all(conditions);
    }

    /** Returns whether an index has such figures in the order of their releases. */
    static boolean isIndexed(ReleaseQuery.Measured measured) {
        return measured.about().isPresent()
                || (measured.kind().isPresent() && measured.unit().isPresent());
    }
}
