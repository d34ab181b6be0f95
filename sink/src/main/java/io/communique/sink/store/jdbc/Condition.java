package io.communique.sink.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition of a query.
 *
 * @param sql with a question mark for each parameter
 * @param parameters in the order of their marks
 */
public record Condition(String sql, List<Object> parameters) {
    public Condition {
        parameters = List.copyOf(parameters);
    }

    /** Returns the condition with these parameters. */
    public static Condition of(String sql, Object... parameters) {
        return new Condition(sql, List.of(parameters));
    }

    /** Returns the condition that the query, whose last word is one of its own conditions, has a row for which this one holds too. */
    Condition within(String query) {
        return new Condition("EXISTS (" + query + " AND " + sql + ")", parameters);
    }

    /** Returns the condition that all hold; true if there are none. */
    static Condition all(List<Condition> conditions) {
        List<Object> parameters = new ArrayList<>();
        conditions.forEach(condition -> parameters.addAll(condition.parameters));
        return new Condition(
                conditions.isEmpty()
                        ? "1 = 1"
                        : conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ")),
                parameters);
    }
}
