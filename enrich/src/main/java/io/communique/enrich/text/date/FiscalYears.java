package io.communique.enrich.text.date;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The fiscal years of central governments, as far as one rule names them: by the first month, and by whether the year that they begin or
 * the year that they end in is their name. A country that is not here gets the year of the name as it stands.
 */
final class FiscalYears {
    /** From the countries' own budget laws: the US Congressional Budget Act of 1974, Japan's Public Finance Act, article 11. */
    private static final Map<String, FiscalYear> COUNTRIES =
            Map.of("US", new FiscalYear(10, -1), "JP", new FiscalYear(4, 0), "AU", new FiscalYear(7, -1));

    /** The rule of a date that is a fiscal year. */
    static final String RULE = "fiscal-year";

    private FiscalYears() {}

    static boolean isKnown(Optional<String> country) {
        return country.filter(COUNTRIES::containsKey).isPresent();
    }

    /** Returns whether "2018-19" is the year that is called 2019 for short. */
    static boolean isNamedByItsEnd(Optional<String> country) {
        return country.map(COUNTRIES::get)
                .filter(known -> known.yearsBefore < 0)
                .isPresent();
    }

    /** Returns the fiscal year {@code name} of {@code country} (ISO 3166-1 alpha-2). */
    static Span of(int name, Optional<String> country) {
        FiscalYear known = country.map(COUNTRIES::get).orElse(new FiscalYear(1, 0));
        LocalDate from = LocalDate.of(name + known.yearsBefore, known.firstMonth, 1);
        return new Span(from, from.plusYears(1).minusDays(1), Unit.YEAR, RULE);
    }

    /** Returns the fiscal year of {@code country} that {@code day} lies in. */
    static Span around(LocalDate day, Optional<String> country) {
        Span same = of(day.getYear(), country);
        int years = day.isBefore(same.from()) ? -1 : day.isAfter(same.to()) ? 1 : 0;
        return of(day.getYear() + years, country);
    }

    private record FiscalYear(int firstMonth, int yearsBefore) {}
}
