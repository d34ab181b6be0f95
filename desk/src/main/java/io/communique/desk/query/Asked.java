package io.communique.desk.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.json.Json;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.sink.store.ReleaseQuery;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A search as an address has it: the same names on pages, in the API, in feeds and live streams. What is empty does not restrict, what has
 * another name is passed over.
 *
 * @param values by name, in the order of {@link #NAMES}; none is blank
 */
public record Asked(Map<String, List<String>> values) {
    private static final int VALUES_MAX = 20;
    private static final int LENGTH_MAX = 500;

    /** Types of entities that may be asked for by name; each is a parameter. */
    public static final List<String> NAMED = List.of("person", "organization", "place", "event");

    /** Every parameter of a search. */
    public static final List<String> NAMES = List.of(
            "q",
            "source",
            "country",
            "from",
            "to",
            "person",
            "organization",
            "place",
            "event",
            "kind",
            "unit",
            "about",
            "atLeast");

    public Asked {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : NAMES) {
            List<String> given = values.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (given.size() > VALUES_MAX) {
                throw new BadQueryException("there may be at most " + VALUES_MAX + " of " + name);
            }
            if (given.stream().anyMatch(value -> value.length() > LENGTH_MAX)) {
                throw new BadQueryException(name + " is longer than " + LENGTH_MAX + " characters");
            }
            if (!given.isEmpty()) {
                kept.put(name, given);
            }
        }
        values = Collections.unmodifiableMap(kept);
    }

    /**
     * Returns what is asked of the store.
     *
     * @throws BadQueryException if a value cannot be one
     */
    public ReleaseQuery query() {
        ReleaseQuery query = new ReleaseQuery(
                first("q"),
                Set.copyOf(all("source")),
                first("country").map(code -> code.toUpperCase(Locale.ROOT)),
                first("from").map(day -> day("from", day)),
                first("to").map(day -> day("to", day)),
                Set.of(),
                Optional.empty());
        for (String type : NAMED) {
            for (String name : all(type)) {
                query = query.naming(new ReleaseQuery.Named(constant(type, type, Entity.Type.class), name));
            }
        }
        return asksForFigures() ? query.measuring(measured()) : query;
    }

    private boolean asksForFigures() {
        return values.containsKey("kind")
                || values.containsKey("unit")
                || values.containsKey("about")
                || values.containsKey("atLeast");
    }

    private ReleaseQuery.Measured measured() {
        return new ReleaseQuery.Measured(
                first("kind").map(kind -> constant("kind", kind, Figure.Kind.class)),
                first("unit"),
                first("about"),
                first("atLeast").map(Asked::number));
    }

    /** Returns the first value of a parameter; empty if it is not given. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Returns all values of a parameter. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Returns whether nothing restricts. */
    public boolean isAll() {
        return values.isEmpty();
    }

    /** Returns this with one more value, or another one where there may be one only. */
    public Asked with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        boolean several = name.equals("source") || NAMED.contains(name);
        List<String> kept = new ArrayList<>(several ? all(name) : List.of());
        kept.add(value);
        changed.put(name, kept);
        return new Asked(changed);
    }

    /** Returns this without a value. */
    public Asked without(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(
                name, all(name).stream().filter(other -> !other.equals(value)).toList());
        return new Asked(changed);
    }

    /** Returns the part of an address behind the question mark; the same search gives the same one. */
    public String address() {
        return values.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().sorted().map(value -> entry.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    /**
     * Reads what {@link #address} wrote.
     *
     * @throws BadQueryException if it cannot be one
     */
    public static Asked parse(String address) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : address.isEmpty() ? new String[0] : address.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            try {
                String value = parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "";
                values.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(value);
            } catch (IllegalArgumentException e) {
                throw new BadQueryException("this is no search: " + address);
            }
        }
        return new Asked(values);
    }

    /** Returns a value as it stands in an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadQueryException(name + " must be a day such as 2026-03-02: " + text);
        }
    }

    private static BigDecimal number(String text) {
        Function<String, BigDecimal> plain = BigDecimal::new;
        try {
            BigDecimal number = plain.apply(text.replace(",", ""));
            if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
                throw new NumberFormatException();
            }
            return number;
        } catch (NumberFormatException e) {
            throw new BadQueryException("atLeast must be a number such as 1000000: " + text);
        }
    }

    private static <E extends Enum<E>> E constant(String name, String word, Class<E> type) {
        try {
            return Json.mapper().convertValue(word, type);
        } catch (IllegalArgumentException | tools.jackson.core.JacksonException e) {
            throw new BadQueryException(name + " cannot be " + word);
        }
    }
}
