package io.communique.enrich.text.figure;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What written numbers and scale words are worth. */
final class Numerals {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50));
    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("thousand", 3),
            Map.entry("million", 6),
            Map.entry("mln", 6),
            Map.entry("mn", 6),
            Map.entry("billion", 9),
            Map.entry("bln", 9),
            Map.entry("bn", 9),
            Map.entry("trillion", 12),
            Map.entry("trn", 12),
            Map.entry("lakh", 5),
            Map.entry("crore", 7),
            Map.entry("천", 3),
            Map.entry("만", 4),
            Map.entry("억", 8),
            Map.entry("조", 12));

    private Numerals() {}

    static Optional<BigDecimal> word(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT))).map(BigDecimal::valueOf);
    }

    /** Digits with commas for thousands, and a scale word or none. */
    static BigDecimal value(String digits, String scale) {
        int exponent = SCALES.getOrDefault(scale.toLowerCase(Locale.ROOT), 0);
        return plain(new BigDecimal(digits.replace(",", "")).scaleByPowerOfTen(exponent));
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
