package io.communique.ingest.listing;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the addresses of a list's items have in common: host and path, numbers in it left open, and the parameter that tells one item from
 * another.
 *
 * @param place host and path, each run of digits as {@code #}
 * @param parameter that differs from item to item; empty if the path alone does
 */
record AddressShape(String place, Optional<String> parameter) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int ITEMS_MIN = 3;

    AddressShape {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(parameter, "parameter");
    }

    /** Returns the shape that all of {@code items} have; empty if they are too few, or of several shapes. */
    static Optional<AddressShape> of(List<URI> items) {
        Set<String> places = new HashSet<>();
        items.forEach(item -> places.add(place(item)));
        if (items.size() < ITEMS_MIN || places.size() != 1) {
            return Optional.empty();
        }
        String place = places.iterator().next();
        if (items.stream().map(URI::getRawPath).distinct().count() > 1) {
            return Optional.of(new AddressShape(place, Optional.empty()));
        }
        return distinguishing(items).map(parameter -> new AddressShape(place, Optional.of(parameter)));
    }

    boolean fits(URI url) {
        return place(url).equals(place)
                && parameter.map(name -> parameters(url).containsKey(name)).orElse(true);
    }

    private static Optional<String> distinguishing(List<URI> items) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (URI item : items) {
            parameters(item)
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, any -> new HashSet<>()).add(value));
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() == items.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, String> parameters(URI url) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (url.getRawQuery() != null) {
            for (String pair : url.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
            }
        }
        return parameters;
    }

    private static String place(URI url) {
        return url.getHost() + DIGITS.matcher(url.getRawPath()).replaceAll("#");
    }
}
