package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Kind;
import io.communique.enrich.text.FactFile;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tables of words and units beside this class: UTF-8, fields parted by tabs, lines that begin with "#" are notes. */
final class Resources {
    private static final Pattern SEPARATOR = Pattern.compile("\\|");
    private static final Pattern TAB = Pattern.compile("\t");
    private static final int UNIT_FIELDS = 6;

    private Resources() {}

    /** The rows of a table; a row with another number of fields is an error of the build. */
    static List<String[]> rows(String resource, int columns) {
        return FactFile.lines(Resources.class, resource).stream()
                .map(line -> row(resource, line, columns))
                .toList();
    }

    /** The forms of one field. */
    static List<String> forms(String field) {
        return List.of(SEPARATOR.split(field));
    }

    /** All units by name. */
    static Map<String, Unit> units() {
        return Units.BY_NAME;
    }

    /** All units by each of their symbols. */
    static Map<String, Unit> unitSymbols() {
        return Units.BY_SYMBOL;
    }

    /** Read once, for the lexicons of all languages. */
    private static final class Units {
        static final Map<String, Unit> BY_NAME;
        static final Map<String, Unit> BY_SYMBOL;

        static {
            Map<String, Unit> byName = new HashMap<>();
            Map<String, Unit> bySymbol = new HashMap<>();
            for (String[] row : rows("units.tsv", UNIT_FIELDS)) {
                Unit unit = unit(row);
                byName.put(row[0], unit);
                for (String symbol : row[5].split(";", -1)) {
                    if (!symbol.isEmpty()) {
                        bySymbol.put(symbol, unit);
                    }
                }
            }
            BY_NAME = Map.copyOf(byName);
            BY_SYMBOL = Map.copyOf(bySymbol);
        }

        private Units() {}
    }

    private static Unit unit(String[] row) {
        return new Unit(
                row[0],
                Kind.valueOf(row[1].replace('-', '_').toUpperCase(Locale.ROOT)),
                filled(row[2]),
                filled(row[3]).map(BigDecimal::new),
                filled(row[4]));
    }

    private static Optional<String> filled(String field) {
        return field.isBlank() ? Optional.empty() : Optional.of(field);
    }

    private static String[] row(String resource, String line, int columns) {
        String[] fields = TAB.split(line, -1);
        if (fields.length != columns) {
            throw new IllegalStateException(resource + ": " + columns + " fields expected: " + line);
        }
        return fields;
    }
}
