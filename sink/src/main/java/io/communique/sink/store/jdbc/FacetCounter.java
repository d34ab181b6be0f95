package io.communique.sink.store.jdbc;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.sink.store.Facets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what releases have in common, over one connection.
 *
 * <p>{@code CROSS JOIN} makes SQLite begin with the releases, and not go through all names and figures in the order of an index.
 */
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
        List<Origin> origins = query(
                "SELECT r.source, r.publisher_country FROM release r WHERE r.number IN (%s)",
                row -> new Origin(row.getString(1), Optional.ofNullable(row.getString(2))));
        List<Measured> measured = query(
                "SELECT DISTINCT r.number, f.kind, CASE WHEN f.kind = 'money' THEN f.unit END FROM release r CROSS JOIN figure f"
                        + " WHERE r.number IN (%s) AND f.release_id = r.id",
                row -> new Measured(row.getLong(1), row.getString(2), Optional.ofNullable(row.getString(3))));
        return new Facets(
                numbers.size(),
                complete,
                most(origins.stream().map(Origin::source)),
                most(origins.stream().flatMap(origin -> origin.country().stream())),
                names(),
                kinds(measured),
                most(measured.stream().flatMap(one -> one.currency().stream())));
    }

    /** SQL chooses the most frequent of each type: hundreds of names are met only once. */
    private Map<Entity.Type, List<Facets.Count<String>>> names() throws SQLException {
        List<Map.Entry<Entity.Type, Facets.Count<String>>> all = query(
                """
                SELECT type, name, releases FROM (
                    SELECT type, name, releases, row_number() OVER (PARTITION BY type ORDER BY releases DESC, name) AS place FROM (
                        SELECT e.type || '' AS type, e.name || '' AS name, count(DISTINCT r.number) AS releases
                        FROM release r CROSS JOIN entity e WHERE r.number IN (%s) AND e.release_id = r.id GROUP BY 1, 2) counted) placed
                WHERE place <=\s""" + each + " ORDER BY type, place",
                row -> Map.entry(
                        BatchWriter.constant(row.getString(1), Entity.Type.class),
                        new Facets.Count<>(row.getString(2), row.getInt(3))));
        return all.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        () -> new EnumMap<>(Entity.Type.class),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private List<Facets.Count<Figure.Kind>> kinds(List<Measured> measured) {
        Stream<String> ofReleases = measured.stream()
                .map(one -> new Measured(one.release(), one.kind(), Optional.empty()))
                .distinct()
                .map(Measured::kind);
        return most(ofReleases).stream()
                .map(count ->
                        new Facets.Count<>(BatchWriter.constant(count.value(), Figure.Kind.class), count.releases()))
                .toList();
    }

    /** Counts values that no release has twice: the most frequent first, then by name. */
    private List<Facets.Count<String>> most(Stream<String> values) {
        return values
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(value -> 1)))
                .entrySet()
                .stream()
                .map(entry -> new Facets.Count<>(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Facets.Count<String> count) -> -count.releases())
                        .thenComparing(Facets.Count::value))
                .limit(each)
                .toList();
    }

    private <T> List<T> query(String sql, Sql.RowReader<T> reader) throws SQLException {
        return Sql.query(connection, sql.formatted(Sql.places(numbers.size())), reader, numbers.toArray());
    }

    private record Origin(String source, Optional<String> country) {}

    /** That a release has figures of a kind, in a currency if they are money. */
    private record Measured(long release, String kind, Optional<String> currency) {}
}
