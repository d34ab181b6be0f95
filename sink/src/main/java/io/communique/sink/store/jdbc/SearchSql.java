package io.communique.sink.store.jdbc;

import io.communique.contract.release.Figure;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.text.SearchWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A query as SQL over {@code release r}, and {@code release_text t} if words are asked for. */
final class SearchSql {
    private final Database database;
    private String from = "release r";
    private String number = "r.number";
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private SearchSql(Database database) {
        this.database = database;
    }

    static SearchSql of(ReleaseQuery query, Database database) {
        SearchSql sql = new SearchSql(database);
        query.text().ifPresent(sql::text);
        if (!query.sources().isEmpty()) {
            sql.conditions.add("r.source IN (" + Sql.places(query.sources().size()) + ")");
            sql.parameters.addAll(query.sources());
        }
        query.country().ifPresent(country -> sql.condition("r.publisher_country = ?", country));
        query.from().ifPresent(day -> sql.condition("r.published_at >= ?", day.toString()));
        query.to().map(SearchSql::behind).ifPresent(day -> sql.condition("r.published_at < ?", day));
        query.entity().ifPresent(sql::naming);
        query.figure().ifPresent(sql::measuring);
        return sql;
    }

    /** Publications are days, or longer with a time: the next day is behind them all. */
    private static String behind(LocalDate day) {
        return day.plusDays(1).toString();
    }

    /** A query without any word asks for nothing, so it finds nothing. */
    private void text(String text) {
        List<SearchWords.Term> terms = SearchWords.terms(text);
        if (terms.isEmpty()) {
            conditions.add("1 = 0");
            return;
        }
        number = database.textNumber();
        from = "release_text t JOIN release r ON r.number = " + number;
        condition(database.textCondition(), database.textQuery(terms));
    }

    private void naming(ReleaseQuery.Named named) {
        condition(
                "EXISTS (SELECT 1 FROM entity e WHERE e.release_id = r.id AND e.type = ? AND e.name = ?)",
                BatchWriter.label(named.type()),
                named.name());
    }

    private void measuring(ReleaseQuery.Measured measured) {
        StringBuilder figure = new StringBuilder("EXISTS (SELECT 1 FROM figure f WHERE f.release_id = r.id");
        List<Object> values = new ArrayList<>();
        measured.kind().map((Figure.Kind kind) -> BatchWriter.label(kind)).ifPresent(kind -> {
            figure.append(" AND f.kind = ?");
            values.add(kind);
        });
        measured.unit().ifPresent(unit -> {
            figure.append(" AND f.unit = ?");
            values.add(unit);
        });
        measured.atLeast().ifPresent(least -> {
            figure.append(" AND ").append(database.comparable("f.value")).append(" >= ?");
            values.add(least);
        });
        condition(figure.append(')').toString(), values.toArray());
    }

    private void condition(String sql, Object... values) {
        conditions.add(sql);
        parameters.addAll(List.of(values));
    }

    /** Returns what to select from. */
    String from() {
        return from;
    }

    /** Returns a release's number, of the table whose order is cheapest: the index of words has it, and need not be sorted by another's. */
    String number() {
        return number;
    }

    /** Returns the conditions, joined; never empty. */
    String where() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
    }

    /** Returns the values of the conditions' parameters, in their order. */
    List<Object> parameters() {
        return parameters;
    }
}
