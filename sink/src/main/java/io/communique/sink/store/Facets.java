package io.communique.sink.store;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import java.util.List;
import java.util.Map;

/**
 * What the newest releases that match a query have in common; counts are of releases, the most frequent first.
 *
 * @param among how many releases were counted
 * @param complete whether those are all that match, rather than the newest of them
 * @param sources by id
 * @param countries of publishers, ISO 3166
 * @param names who and what is named, by type
 * @param kinds of figures
 * @param currencies of amounts of money, ISO 4217
 */
public record Facets(
        int among,
        boolean complete,
        List<Count<String>> sources,
        List<Count<String>> countries,
        Map<Entity.Type, List<Count<String>>> names,
        List<Count<Figure.Kind>> kinds,
        List<Count<String>> currencies) {
    public Facets {
        sources = List.copyOf(sources);
        countries = List.copyOf(countries);
        names = Map.copyOf(names);
        kinds = List.copyOf(kinds);
        currencies = List.copyOf(currencies);
    }

    /**
     * How many releases have one value.
     *
     * @param releases at least 1
     */
    public record Count<T>(T value, int releases) {}
}
