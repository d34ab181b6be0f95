package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Term.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of a text with what all rules ask of them. Beyond either end lie tokens that are nothing. */
final class Tokens {
    private static final Set<String> DASHES = Set.of("-", "–", "—", "~", "‑");
    private static final Set<String> CURRENCY_SIGNS =
            Set.of("$", "€", "£", "¥", "₩", "#", "№", "+", "=", "&", "@", "%");
    private static final Set<String> OPEN_PREPOSITIONS = Set.of(
            "since", "until", "till", "by", "before", "after", "seit", "bis", "depuis", "avant", "desde", "hasta");
    private static final int YEAR_MAX = 2100;
    private static final int YEAR_MIN = 1000;
    private static final Token END = new Token(-1, -1, " ", null, -1, false, false, -1, -1);

    private final List<Token> tokens;
    private final String language;
    private final boolean english;
    private final boolean monthFirst;
    private final Optional<String> country;

    /**
     * @param monthFirst whether "4/5" is a day in April
     * @param country ISO 3166-1 alpha-2, of whom the text speaks as its own
     */
    Tokens(List<Token> tokens, String language, boolean monthFirst, Optional<String> country) {
        this.tokens = tokens;
        this.language = language;
        this.english = language.equals("en");
        this.monthFirst = monthFirst;
        this.country = country;
    }

    int size() {
        return tokens.size();
    }

    boolean isEnglish() {
        return english;
    }

    boolean isGerman() {
        return language.equals("de");
    }

    boolean isFrench() {
        return language.equals("fr");
    }

    boolean isSpanish() {
        return language.equals("es");
    }

    boolean isMonthFirst() {
        return monthFirst;
    }

    Optional<String> country() {
        return country;
    }

    /** Whether "between" stands before {@code i}. */
    boolean isBetween(int i) {
        int before = i - 1;
        while (at(before).isAny(Kind.ARTICLE, Kind.ON)) {
            before--;
        }
        return at(before).is(Kind.BETWEEN);
    }

    boolean isPlural(Token unit) {
        if (language.equals("de")) {
            return unit.isAny(
                    "tage",
                    "tagen",
                    "wochen",
                    "monate",
                    "monaten",
                    "quartale",
                    "jahre",
                    "jahren",
                    "jahrzehnte",
                    "jahrzehnten");
        }
        return unit.lower().endsWith("s") && !unit.isAny("mois", "mes");
    }

    boolean isSentenceStart(int i) {
        return at(i - 1).sentence() != at(i).sentence();
    }

    /** Whether what begins at {@code first} is the one end of a time that is else left open: "since 2014", "by 2030". */
    boolean isOpen(int first) {
        return OPEN_PREPOSITIONS.contains(at(first - 1).lower());
    }

    Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : END;
    }

    /** Returns the {@link Term#value()} at {@code i}; 0 if it has none. */
    int value(int i) {
        Term term = at(i).term();
        return term == null ? 0 : term.value();
    }

    Unit unitOf(int i) {
        return Unit.ofSize(value(i));
    }

    boolean isUnit(int i, Unit unit) {
        return at(i).is(Kind.UNIT) && unitOf(i) == unit;
    }

    /** Returns the number of up to three digits, or the cardinal, at {@code i}; 0 if there is none. */
    int count(int i) {
        return at(i).isNumber() && at(i).digits() <= 3 ? at(i).number() : at(i).is(Kind.CARDINAL) ? value(i) : 0;
    }

    /** Returns the first of the few tokens from {@code i} on that is of none of the {@code kinds}, nor an elision's apostrophe. */
    int skip(int i, Kind... kinds) {
        int at = i;
        for (int steps = 0; steps < 3; steps++) {
            Token token = at(at);
            boolean skipped = false;
            for (Kind kind : kinds) {
                skipped |= token.is(kind);
            }
            boolean elision = isApostrophe(token) && at > i;
            if (!skipped && !elision) {
                return at;
            }
            at++;
        }
        return at;
    }

    boolean isDash(int i) {
        return DASHES.contains(at(i).lower());
    }

    static boolean isApostrophe(Token token) {
        return token.isAny("'", "’", "‘");
    }

    static boolean isYear(int year) {
        return year >= YEAR_MIN && year <= YEAR_MAX;
    }

    /** Returns the year of four digits that stands at {@code i}; -1 if none does. */
    int yearAt(int i) {
        Token token = at(i);
        boolean range = isDash(i + 1) && (at(i + 2).isNumber() || at(i + 2).is(Kind.MONTH));
        return token.digits() == 4 && isYear(token.number()) && (isFreeAfter(i) || range) ? token.number() : -1;
    }

    /** Returns the year of two digits: 1970 to 2069. */
    static int shortYear(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    /** Whether the number begins where it seems to: not inside a price, a version, a name with a hyphen or a longer number. */
    boolean isFreeBefore(int i) {
        Token before = at(i - 1);
        if (CURRENCY_SIGNS.contains(before.lower())) {
            return false;
        }
        if (!at(i).glued()) {
            return true;
        }
        if (before.isWord() || before.isNumber()) {
            return before.isAny(Kind.FISCAL, Kind.MONTH);
        }
        boolean digits = at(i - 2).isNumber() && before.glued();
        if (isDash(i - 1) && digits) {
            // "2011-2017"; a phone number has more hyphens or shorter groups.
            return at(i - 2).digits() == 4 && !(at(i - 2).glued() && isDash(i - 3));
        }
        if (isDash(i - 1)) {
            boolean word = at(i - 2).isWord() && before.glued();
            return !word
                    || at(i - 2).isAny(Kind.MID, Kind.MONTH, Kind.WEEKDAY)
                    || at(i - 2).is("end");
        }
        if (before.is(":") && !digits) {
            return true;
        }
        if (before.isAny(".", "/", "_", ":", "*")) {
            return before.is(".") && !digits && at(i - 2).lower().length() <= 2;
        }
        return !(before.is(",") && digits);
    }

    /** Whether the number ends where it seems to. */
    boolean isFreeAfter(int i) {
        Token after = at(i + 1);
        if (!after.glued()) {
            return true;
        }
        if (after.isWord() || after.isAny("%", "$", "_")) {
            return false;
        }
        Token next = at(i + 2);
        if (!next.glued()) {
            return true;
        }
        if (isDash(i + 1)) {
            return !next.isNumber() && !next.capital();
        }
        return !(after.isAny(".", ",", "/", ":") && next.isNumber());
    }
}
