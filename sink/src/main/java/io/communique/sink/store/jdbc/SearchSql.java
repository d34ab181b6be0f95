package io.communique.sink.store.jdbc;

import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.text.SearchWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A query as SQL over {@code release r} and, before it, the table whose index has the fewest hits in the order of releases' numbers: words,
 * else names, else figures of one kind and unit. So the newest are found without looking at all.
 */
final class SearchSql {
    private final Database database;
    private final boolean oneByOne;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private String from = "release r";
    private String number = "r.number";

    private SearchSql(Database database, boolean oneByOne) {
        this.database = database;
        this.oneByOne = oneByOne;
    }

    /** Finds releases by the best index. */
    static SearchSql of(ReleaseQuery query, Database database) {
        return new SearchSql(database, false).asking(query);
    }

    /** Holds the few releases of the newest editions against the query, one by one: an index would give all that ever matched. */
    static SearchSql ofNewest(ReleaseQuery query, Database database) {
        return new SearchSql(database, true).asking(query);
    }

    private SearchSql asking(ReleaseQuery query) {
        query.text().ifPresent(this::text);
        query.named().forEach(this::naming);
        query.figure().ifPresent(this::measuring);
        if (!query.sources().isEmpty()) {
            conditions.add("r.source IN (" + Sql.places(query.sources().size()) + ")");
            parameters.addAll(query.sources());
        }
        query.country().ifPresent(country -> condition("r.publisher_country = ?", country));
        query.from().ifPresent(day -> condition("r.published_at >= ?", day.toString()));
        query.to().map(SearchSql::behind).ifPresent(day -> condition("r.published_at < ?", day));
        return this;
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
        Condition matching = database.textCondition(terms);
        if (oneByOne) {
            add(matching.within("SELECT 1 FROM release_text t WHERE " + database.textNumber() + " = r.number"));
        } else {
            goBy("release_text t", database.textNumber());
            add(matching);
        }
    }

    private void naming(ReleaseQuery.Named named) {
        String isNamed = "e.type = ? AND " + database.equal("e.name");
        if (oneByOne) {
            condition(
                    "EXISTS (SELECT 1 FROM entity e WHERE e.release_id = r.id AND " + isNamed + ")",
                    BatchWriter.label(named.type()),
                    named.name());
        } else if (goesByRelease()) {
            goBy("entity e", "e.release_number");
            condition(isNamed, BatchWriter.label(named.type()), named.name());
        } else {
            condition(
                    number + " IN (SELECT e.release_number FROM entity e WHERE " + isNamed + ")",
                    BatchWriter.label(named.type()),
                    named.name());
        }
    }

    private void measuring(ReleaseQuery.Measured measured) {
        Condition figure = FigureSql.of(measured, database);
        if (FigureSql.isIndexed(measured) && !oneByOne && goesByRelease()) {
            goBy("figure f", "f.release_number");
            add(figure);
        } else {
            add(figure.within("SELECT 1 FROM figure f WHERE f.release_id = r.id"));
        }
    }

    private boolean goesByRelease() {
        return number.equals("r.number");
    }

    private void goBy(String table, String itsNumber) {
        from = table + " JOIN release r ON r.number = " + itsNumber;
        number = itsNumber;
    }

    private void condition(String sql, Object... values) {
        add(Condition.of(sql, values));
    }

    private void add(Condition condition) {
        conditions.add(condition.sql());
        parameters.addAll(condition.parameters());
    }

    /** Returns SQL for numbers of releases that match, the newest first; parameters are {@link #parameters}, a number, and how many. */
    String newestBefore() {
        return "SELECT DISTINCT " + number + " FROM " + from + where(number + " < ?") + " ORDER BY " + number
                + " DESC LIMIT ?";
    }

    /** Returns SQL for numbers of releases that match, the oldest first; parameters are {@link #parameters}, a number, and how many. */
    String oldestAfter() {
        return "SELECT DISTINCT " + number + " FROM " + from + where(number + " > ?") + " ORDER BY " + number
                + " LIMIT ?";
    }

    /** Returns SQL for sequence numbers and records of current editions that match; parameters are {@link #parameters}, a number, and how many. */
    String changedAfter() {
        // In SQLite CROSS JOIN fixes the order: the newest editions first, however the rest is to be had.
        return "SELECT c.sequence, c.record FROM edition c CROSS JOIN release r" + where("c.sequence > ?")
                + " AND r.id = c.release_id AND r.edition = c.edition ORDER BY c.sequence LIMIT ?";
    }

    private String where(String last) {
        return " WHERE " + String.join(" AND ", conditions) + (conditions.isEmpty() ? "" : " AND ") + last;
    }

    /** Returns the values of the conditions' parameters, in their order, and those that follow. */
    Object[] parameters(Object... further) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(further));
        return all.toArray();
    }
}
