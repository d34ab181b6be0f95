package io.communique.enrich.text.entity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** CLDR's names of countries, as the JDK has them. */
final class Countries {
    private Countries() {}

    /** Returns the ISO 3166-1 alpha-2 code of each country by its name in a language. */
    static Map<String, String> named(Locale language) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(new Locale.Builder().setRegion(code).build().getDisplayCountry(language), code);
        }
        return codes;
    }
}
