package io.communique.enrich.text.figure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which currency a symbol, code or word means. "$" alone is the US dollar; "dollars" of other countries say so. */
final class Currencies {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("us$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("us dollars", "USD"),
            Map.entry("u.s. dollars", "USD"),
            Map.entry("달러", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("유로", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("₩", "KRW"),
            Map.entry("krw", "KRW"),
            Map.entry("won", "KRW"),
            Map.entry("원", "KRW"),
            Map.entry("¥", "JPY"),
            Map.entry("jpy", "JPY"),
            Map.entry("yen", "JPY"),
            Map.entry("엔", "JPY"),
            Map.entry("yuan", "CNY"),
            Map.entry("cny", "CNY"),
            Map.entry("rmb", "CNY"),
            Map.entry("₹", "INR"),
            Map.entry("inr", "INR"),
            Map.entry("rs", "INR"),
            Map.entry("rs.", "INR"),
            Map.entry("rupees", "INR"),
            Map.entry("roubles", "RUB"),
            Map.entry("rubles", "RUB"),
            Map.entry("rub", "RUB"),
            Map.entry("a$", "AUD"),
            Map.entry("c$", "CAD"),
            Map.entry("chf", "CHF"));

    private Currencies() {}

    static Optional<String> code(String written) {
        return Optional.ofNullable(CODES.get(written.strip().toLowerCase(Locale.ROOT)));
    }
}
