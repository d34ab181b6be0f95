package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Countries and some places by the names that English texts have for them: CLDR's, and a list of our own for the usual others. */
final class Countries {
    private static final String OTHER_NAMES = "places-en.tsv";
    /** CLDR has names that are ordinary words in texts, or parts of other names. */
    private static final Set<String> AMBIGUOUS = Set.of("Georgia", "Jersey", "Guernsey", "Chad", "Jordan", "Turkey");

    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> cities = new HashSet<>();
    private final Pattern names;

    Countries() {
        for (String code : Locale.getISOCountries()) {
            String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
            if (!AMBIGUOUS.contains(name)) {
                codes.put(name, code);
            }
        }
        readOtherNames();
        Map<String, String> longestFirst =
                new TreeMap<>((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
        longestFirst.putAll(codes);
        String all = longestFirst.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        names = Pattern.compile("(?<![\\p{L}\\d])(?:" + all + ")(?![\\p{L}\\d])");
    }

    /** Returns the code of a country; empty if {@code name} is none, or a place of no single country. */
    Optional<String> code(String name) {
        return Optional.ofNullable(codes.get(name)).filter(code -> !code.isEmpty());
    }

    void collect(String text, Findings findings) {
        Matcher matcher = names.matcher(text);
        while (matcher.find()) {
            if (!findings.isTaken(matcher.start(), matcher.end())) {
                String name = matcher.group();
                Optional<String> code = code(name);
                Mention mention = new Mention(matcher.start(), matcher.end(), name, Optional.empty());
                findings.add(
                        Entity.Type.PLACE,
                        code.map(country -> country + ownPlace(name)).orElse(name),
                        name,
                        code,
                        mention);
            }
        }
    }

    /** Two names of one country are one entity; a capital is another place in it. */
    private String ownPlace(String name) {
        return cities.contains(name) ? " " + name : "";
    }

    private void readOtherNames() {
        try (InputStream in = Countries.class.getResourceAsStream("/io/communique/enrich/text/entity/" + OTHER_NAMES)) {
            if (in == null) {
                throw new IllegalStateException("no " + OTHER_NAMES);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(this::readLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readLine(String line) {
        if (!line.startsWith("#") && !line.isBlank()) {
            String[] columns = line.split("\t", -1);
            codes.put(columns[0], columns[1]);
            if (columns[2].equals("city")) {
                cities.add(columns[0]);
            }
        }
    }
}
