package io.communique.sink.store.jdbc;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.sink.store.Facets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what releases have in common, over one connection. */
final class FacetCounter {
    private final Connection connection;
    private final List<Long> numbers;
    private final int each;

    /**
     * Counts among some releases.
     *
     * @param numbers theirs
     * @param each at most this many values of a facet
     */
    FacetCounter(Connection connection, List<Long> numbers, int each) {
        this.connection = connection;
        this.numbers = numbers;
        this.each = each;
    }

    Facets count(boolean complete) throws SQLException {
        if (numbers.isEmpty()) {
            return new Facets(0, complete, List.of(), List.of(), Map.of(), List.of(), List.of());
        }
        return new Facets(
                numbers.size(),
                complete,
                strings("r.source", ""),
                strings("r.publisher_country", "AND r.publisher_country IS NOT NULL"),
                names(),
                kinds(),
                strings("f.unit", "AND f.kind || '' = 'money' AND f.unit IS NOT NULL"));
    }

    /** Joined to nothing, so that SQLite groups what the numbers find, and does not go through all releases in the order of an index. */
    private List<Facets.Count<String>> strings(String column, String condition) throws SQLException {
        String figures = column.startsWith("f.") ? " CROSS JOIN figure f" : "";
        String joined = figures.isEmpty() ? "" : " AND f.release_id = r.id";
        return Sql.query(
                connection,
                "SELECT " + column + " || '', count(DISTINCT r.number) FROM release r" + figures
                        + " WHERE r.number IN ("
                        + Sql.places(numbers.size()) + ")" + joined + " " + condition
                        + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT "
                        + each,
                row -> new Facets.Count<>(row.getString(1), row.getInt(2)),
                numbers.toArray());
    }

    /** One of a name in two types counts in both; the most frequent of each type are taken here, for SQL would sort them four times. */
    private Map<Entity.Type, List<Facets.Count<String>>> names() throws SQLException {
        Map<Entity.Type, List<Facets.Count<String>>> names = new EnumMap<>(Entity.Type.class);
        Sql.query(
                connection,
                "SELECT e.type || '', e.name || '', count(DISTINCT r.number) FROM release r CROSS JOIN entity e WHERE r.number IN ("
                        + Sql.places(numbers.size()) + ") AND e.release_id = r.id GROUP BY 1, 2 ORDER BY 3 DESC, 2",
                row -> {
                    List<Facets.Count<String>> ofType = names.computeIfAbsent(
                            BatchWriter.constant(row.getString(1), Entity.Type.class), type -> new ArrayList<>());
                    return ofType.size() < each && ofType.add(new Facets.Count<>(row.getString(2), row.getInt(3)));
                },
                numbers.toArray());
        return names;
    }

    private List<Facets.Count<Figure.Kind>> kinds() throws SQLException {
        return strings("f.kind", "").stream()
                .map(count ->
                        new Facets.Count<>(BatchWriter.constant(count.value(), Figure.Kind.class), count.releases()))
                .toList();
    }
}
