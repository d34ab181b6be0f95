package io.communique.desk.web;

import io.communique.contract.release.Figure;
import io.communique.desk.query.Asked;
import io.communique.desk.view.Chip;
import io.communique.desk.view.Group;
import io.communique.desk.view.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a search's form and its chips show. */
final class Filters {
    static final List<String> KINDS =
            Stream.of(Figure.Kind.values()).map(Labels::of).toList();

    private Filters() {}

    /** Every parameter's first value, for the form; empty text for what is not asked. */
    static Map<String, String> first(Asked asked) {
        Map<String, String> first = new LinkedHashMap<>();
        Asked.NAMES.forEach(name -> first.put(name, asked.first(name).orElse("")));
        return first;
    }

    /** What restricts, each with the address of the search without it. */
    static List<Chip> chips(Asked asked, String path) {
        List<Chip> chips = new ArrayList<>();
        asked.values()
                .forEach((name, values) -> values.forEach(value ->
                        chips.add(new Chip(name, value, 0, Requests.address(path, asked.without(name, value))))));
        return chips;
    }

    static <T> List<Group<T>> filled(List<Group<T>> groups) {
        return groups.stream().filter(group -> !group.items().isEmpty()).toList();
    }
}
