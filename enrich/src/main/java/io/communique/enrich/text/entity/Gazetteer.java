package io.communique.enrich.text.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names that are known beforehand: countries by CLDR's names and others, regions, cities, nationalities and bodies. */
final class Gazetteer {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private final Phrases<Place> places = new Phrases<>(false);
    private final Phrases<String> nationalities = new Phrases<>(false);
    private final Phrases<Body> bodies = new Phrases<>(false);

    Gazetteer() {
        Countries.named(Locale.ENGLISH)
                .forEach((name, code) -> places.put(name, new Place(Optional.of(code), Place.Kind.COUNTRY, false)));
        readPlaces();
        readNationalities();
        readBodies("bodies-en.txt", false);
        readBodies("companies-en.txt", true);
    }

    private void readPlaces() {
        Place.Kind kind = Place.Kind.COUNTRY;
        for (String line : Resource.lines("places-en.txt")) {
            if (line.startsWith("[")) {
                kind = Place.Kind.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
            } else {
                int colon = line.indexOf(':');
                Optional<String> code = Optional.of(line.substring(0, colon)).filter(written -> !written.isEmpty());
                for (String name : line.substring(colon + 1).split(";", -1)) {
                    boolean doubtful = name.endsWith("*");
                    places.put(name.replace("*", "").trim(), new Place(code, kind, doubtful));
                }
            }
        }
    }

    private void readNationalities() {
        for (String line : Resource.lines("nationalities-en.txt")) {
            int colon = line.indexOf(':');
            for (String word : line.substring(colon + 1).trim().split(" ", -1)) {
                nationalities.put(word.replace('_', ' '), line.substring(0, colon));
            }
        }
    }

    private void readBodies(String file, boolean company) {
        for (String line : Resource.lines(file)) {
            int equals = line.indexOf(" = ");
            Optional<String> country = equals < 0
                    ? Optional.empty()
                    : Optional.of(line.substring(equals + 3).trim());
            String[] names = (equals < 0 ? line : line.substring(0, equals)).split("; ", -1);
            for (String name : names) {
                bodies.put(name.trim(), new Body(names[0].trim(), country, company));
            }
        }
    }

    /** Returns the country of a code of two letters; the European institutions write UK and EL for two of them. */
    static Optional<String> codeOf(String written) {
        return switch (written) {
            case "UK" -> Optional.of("GB");
            case "EL" -> Optional.of("GR");
            default -> Optional.of(written).filter(CODES::contains);
        };
    }

    Phrases<Place> places() {
        return places;
    }

    /** Nationalities and languages, with the country's code. They are evidence of a country, no places. */
    Phrases<String> nationalities() {
        return nationalities;
    }

    Phrases<Body> bodies() {
        return bodies;
    }

    /**
     * A place.
     *
     * @param country ISO 3166-1 alpha-2; empty for what is of no single country
     * @param doubtful whether the name is also something else, so that the words around it must support it
     */
    record Place(Optional<String> country, Kind kind, boolean doubtful) {
        /** What a place is. */
        enum Kind {
            COUNTRY,
            REGION,
            CITY
        }
    }

    /**
     * A body with its own name.
     *
     * @param name the fullest one
     * @param country ISO 3166-1 alpha-2 of the country whose body it is; empty for international ones
     * @param company whether its name is a part of its products' too
     */
    record Body(String name, Optional<String> country, boolean company) {}
}
