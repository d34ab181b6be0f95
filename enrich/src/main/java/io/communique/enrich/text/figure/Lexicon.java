package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Direction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The words of one language that the rules go by, from {@code LANGUAGE.tsv}; units and signs of currencies from {@code units.tsv} and
 * {@code currencies.tsv}; names of currencies also from the JDK's CLDR data. Immutable once made; safe to share between threads.
 */
final class Lexicon {
    private static final List<String> BEGINNING_GROUPS = List.of(
            "number",
            "denominator",
            "many",
            "tens",
            "a",
            "minus",
            "multiple",
            "twice",
            "divisor",
            "scale",
            "hundred",
            "dozen",
            "every",
            "single",
            "half-of",
            "multiplied",
            "divided");

    /** Codes that headings and names of things have as well: "ALL 27 members", "TOP 10", "COP 29", "CVE-2024". */
    private static final Set<String> DOUBTFUL_CODES = Set.of(
            "ALL", "AMD", "ANG", "BAM", "BOB", "COP", "CUP", "CVE", "DOP", "GEL", "LAK", "MAD", "MOP", "MUR", "PEN",
            "RON", "SOS", "TOP", "TRY");

    /** Before the country that alone uses a sign. */
    private static final String LOCAL = "@";

    private final String language;
    private final NumberFormat format;
    /** The groups that a word belongs to, by the word: most words belong to none, and are asked for many groups. */
    private final Map<String, Set<String>> groupsOf = new HashMap<>();

    private final Set<String> groups = new HashSet<>();
    private final Map<String, Map<String, BigDecimal>> numbers = new HashMap<>();
    private final Map<String, Phrases<String>> phrases = new HashMap<>();
    private final Map<String, Unit> unitsByName = Resources.units();
    private final Map<String, Unit> unitsBySymbol = Resources.unitSymbols();
    private final Phrases<Unit> unitPhrases = new Phrases<>();
    private final Phrases<String> currencySigns = new Phrases<>();
    private final Phrases<String> currencyWords = new Phrases<>();
    private final Map<String, String> currencyDefaults = new HashMap<>();
    private final Set<String> currencyCodes = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Phrases<Hedge> before = new Phrases<>();
    private final Phrases<Hedge> after = new Phrases<>();

    private Lexicon(String language, NumberFormat format) {
        this.language = language;
        this.format = format;
    }

    /** Reads what is known of a language. */
    static Lexicon of(String language, NumberFormat format) {
        Lexicon lexicon = new Lexicon(language, format);
        Resources.rows("currencies.tsv", 2)
                .forEach(row -> Resources.forms(row[1]).forEach(sign -> lexicon.addSign(lexicon.phrase(sign), row[0])));
        Resources.rows(language + ".tsv", 3).forEach(lexicon::addWords);
        lexicon.addCurrencies();
        lexicon.groupsOf.forEach((word, groups) -> {
            if (!Collections.disjoint(groups, BEGINNING_GROUPS)) {
                lexicon.beginnings.add(word);
            }
        });
        return lexicon;
    }

    String language() {
        return language;
    }

    NumberFormat format() {
        return format;
    }

    /** Whether a quantity may begin with a word: most words of a text are passed over by this one question. */
    boolean mayBegin(String word) {
        return beginnings.contains(word);
    }

    /** Whether a word belongs to a group of words. */
    boolean has(String group, String word) {
        Set<String> of = groupsOf.get(word);
        return of != null && of.contains(group);
    }

    /** Whether the language has such a group of words. */
    boolean knows(String group) {
        return groups.contains(group);
    }

    /** What a word of a group stands for. */
    Optional<BigDecimal> number(String group, String word) {
        Map<String, BigDecimal> members = numbers.get(group);
        return members == null ? Optional.empty() : Optional.ofNullable(members.get(word));
    }

    /** The longest phrase of a group that begins at a token. */
    Optional<Phrases.Match<String>> phrase(String group, Tokens tokens, int from) {
        Phrases<String> members = phrases.get(group);
        return members == null ? Optional.empty() : members.at(tokens, from);
    }

    /** The longest phrase of a group that ends just before a token. */
    Optional<Phrases.Match<String>> phraseBefore(String group, Tokens tokens, int to) {
        Phrases<String> members = phrases.get(group);
        return members == null ? Optional.empty() : members.endingAt(tokens, to);
    }

    /** Whether a verb of change stands before a token in its sentence, at most so many tokens away. */
    boolean isChangeBefore(Tokens tokens, int at, int reach) {
        return isBefore("rise-verb", tokens, at, reach) || isBefore("fall-verb", tokens, at, reach);
    }

    /** Whether a word of a group stands at most so many tokens before one, in its sentence. */
    boolean isBefore(String group, Tokens tokens, int at, int reach) {
        return IntStream.range(Math.max(0, at - reach), at)
                .filter(before -> tokens.sentence(before) == tokens.sentence(at))
                .anyMatch(before -> has(group, tokens.lower(before)));
    }

    Optional<Phrases.Match<Unit>> unitWord(Tokens tokens, int from) {
        return unitPhrases.at(tokens, from);
    }

    Optional<Unit> unitSymbol(String symbol) {
        return Optional.ofNullable(unitsBySymbol.get(symbol));
    }

    Unit unit(String name) {
        Unit unit = unitsByName.get(name);
        if (unit == null) {
            throw new IllegalArgumentException("no such unit: " + name);
        }
        return unit;
    }

    /**
     * The currency sign that begins at a token.
     *
     * @param country of the publisher: "R" is the rand to South Africa's ministries alone
     */
    Optional<Phrases.Match<String>> currencySign(Tokens tokens, int from, Optional<String> country) {
        return currencySigns.at(tokens, from).flatMap(sign -> {
            String[] code = sign.meaning().split(LOCAL, 2);
            boolean known = code.length == 1 || country.equals(Optional.of(code[1]));
            return known ? Optional.of(new Phrases.Match<>(code[0], sign.from(), sign.to())) : Optional.empty();
        });
    }

    Optional<Phrases.Match<String>> currencyWord(Tokens tokens, int from) {
        return currencyWords.at(tokens, from);
    }

    boolean isCurrencyCode(String written) {
        return currencyCodes.contains(written);
    }

    /** Whether a currency's code is a word or a usual acronym too, so that it says little by itself. */
    static boolean isDoubtful(String code) {
        return DOUBTFUL_CODES.contains(code);
    }

    Optional<Phrases.Match<Hedge>> hedgeBefore(Tokens tokens, int to) {
        return before.endingAt(tokens, to);
    }

    Optional<Phrases.Match<Hedge>> hedgeAfter(Tokens tokens, int from) {
        return after.at(tokens, from);
    }

    /** Which way a word says that something went: {@code verb}, {@code noun}, or {@code change-noun} for nouns that are nothing else. */
    Optional<Direction> direction(String kind, String word) {
        if (has("rise-" + kind, word)) {
            return Optional.of(Direction.INCREASE);
        }
        return has("fall-" + kind, word) ? Optional.of(Direction.DECREASE) : Optional.empty();
    }

    /** Whether a verb says that something goes up, down, or otherwise to another level: "revise". */
    boolean changes(String verb) {
        return direction("verb", verb).isPresent() || has("changing", verb);
    }

    /**
     * The currency of a code or of a word that several countries use.
     *
     * @param named ISO 4217, or "~" and the word
     * @param country ISO 3166-1 alpha-2 of the publisher: "dollars" of Australia's ministry are Australian
     */
    Optional<String> currency(String named, Optional<String> country) {
        if (!named.startsWith("~")) {
            return Optional.of(named);
        }
        String word = named.substring(1);
        return country.flatMap(Lexicon::currencyOf)
                .filter(own -> own.getDisplayName(Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT)
                        .endsWith(word))
                .map(Currency::getCurrencyCode)
                .or(() -> Optional.ofNullable(currencyDefaults.get(named)));
    }

    private static Optional<Currency> currencyOf(String country) {
        try {
            return Optional.ofNullable(
                    Currency.getInstance(new Locale.Builder().setRegion(country).build()));
        } catch (IllegalArgumentException e) {
            // A code that ISO 3166 does not have, or does no longer.
            return Optional.empty();
        }
    }

    private void addSign(String phrase, String currency) {
        currencySigns.add(phrase, currency);
        beginnings.add(phrase.split(" ", 2)[0]);
    }

    private void addWords(String[] row) {
        for (String form : Resources.forms(row[2])) {
            String phrase = phrase(form);
            switch (row[0]) {
                case "unit" -> unitPhrases.add(phrase, unit(row[1]));
                case "currency" -> currencyWords.add(phrase, row[1]);
                case "default" -> currencyDefaults.put(form, row[1]);
                case "before" -> before.add(phrase, Hedge.named(row[1]));
                case "after" -> after.add(phrase, Hedge.named(row[1]));
                case "number",
                        "hundred",
                        "scale",
                        "glued-scale",
                        "money-scale",
                        "dozen",
                        "many",
                        "tens",
                        "denominator",
                        "ordinal-unit",
                        "letter-scale",
                        "letter-apart",
                        "multiple",
                        "twice",
                        "nth",
                        "divisor" -> {
                    numbers.computeIfAbsent(row[0], group -> new HashMap<>()).put(form, new BigDecimal(row[1]));
                    addWord(row[0], form);
                }
                default -> {
                    String group = row[0].equals("word") ? row[1] : row[0];
                    addWord(group, form);
                    phrases.computeIfAbsent(group, key -> new Phrases<>()).add(phrase, row[1]);
                }
            }
        }
    }

    private void addWord(String group, String word) {
        groupsOf.computeIfAbsent(word, any -> new HashSet<>()).add(group);
        groups.add(group);
    }

    private void addCurrencies() {
        Locale locale = Locale.forLanguageTag(language);
        for (Currency currency : Currency.getAvailableCurrencies()) {
            currencyCodes.add(currency.getCurrencyCode());
            beginnings.add(currency.getCurrencyCode().toLowerCase(Locale.ROOT));
            String name = currency.getDisplayName(locale).toLowerCase(Locale.ROOT);
            // Currencies that are gone have their years in brackets.
            if (name.length() > 3 && name.codePoints().noneMatch(c -> Character.isDigit(c) || c == '(')) {
                for (String form : List.of(name, name + "s")) {
                    String phrase = phrase(form);
                    if (phrase.indexOf(' ') > 0 && phrase.split(" ", -1).length <= 4) {
                        currencyWords.add(phrase, currency.getCurrencyCode());
                    }
                }
            }
        }
    }

    private String phrase(String form) {
        Tokens tokens = Tokens.of(form, format);
        StringBuilder phrase = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.joins(i)) {
                phrase.append(phrase.length() == 0 ? "" : " ").append(tokens.lower(i));
            }
        }
        return phrase.toString();
    }
}
