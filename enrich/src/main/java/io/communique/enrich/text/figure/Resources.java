package io.communique.enrich.text.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.release.Figure.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
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
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = Resources.class.getResourceAsStream("/io/communique/enrich/text/figure/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(row(resource, line, columns));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The forms of one field. */
    static List<String> forms(String field) {
        return List.of(SEPARATOR.split(field));
    }

    /** All units by name. */
    static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        rows("units.tsv", UNIT_FIELDS).forEach(row -> units.put(row[0], unit(row)));
        return units;
    }

    /** All units by each of their symbols. */
    static Map<String, Unit> unitSymbols() {
        Map<String, Unit> units = new HashMap<>();
        for (String[] row : rows("units.tsv", UNIT_FIELDS)) {
            for (String symbol : row[5].split(";", -1)) {
                if (!symbol.isEmpty()) {
                    units.put(symbol, unit(row));
                }
            }
        }
        return units;
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
