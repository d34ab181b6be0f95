package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.Range;
import io.communique.enrich.text.date.Term.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads years, spans of years, decades: "2018", "2016-17", "AD 842", "the 1990s". A bare number is a year only where the words around it let it be one. */
final class Years {
    private static final Set<String> STREETS =
            Set.of("street", "avenue", "road", "boulevard", "lane", "drive", "ave", "blvd", "rd", "st");
    /** Earlier numbers are years only where a word says so. */
    private static final Set<String> YEARLY_NOUNS =
            Set.of("levels", "prices", "figures", "results", "elections", "rates", "terms", "estimates", "budgets");

    private static final Set<String> GROWN = Set.of(
            "increase",
            "rise",
            "growth",
            "gain",
            "jump",
            "improvement",
            "decrease",
            "decline",
            "drop",
            "fall",
            "percent");

    private static final int PLAIN_YEAR_MIN = 1900;

    /** "Established by decree of the council in 1949" is about as long as asides are. */
    private static final int ASIDE_TOKENS = 9;

    private final Tokens text;

    Years(Tokens text) {
        this.text = text;
    }

    /** "In nineteen ninety-one", "the year two thousand". */
    @Nullable
    Written spelled(int i) {
        boolean named = text.isUnit(i - 1, Unit.YEAR);
        SpelledYear year =
                named || text.at(i - 1).isAny(Kind.PREPOSITION, Kind.FROM, Kind.TO) ? SpelledYear.at(text, i) : null;
        if (year == null || text.isDash(year.next())) {
            return null;
        }
        Token after = text.at(year.next());
        // "In two thousand cases".
        boolean counts = year.year() >= 2000
                && !named
                && after.isWord()
                && !after.capital()
                && (after.term() == null || after.isAny(Kind.COUNTED, Kind.UNIT));
        return counts ? null : new Written(absolute(Unit.YEAR, year.year(), "year", isAboutYear(i)), i, year.next());
    }

    /** "1990s", "1930's", "the '60s", "1990er Jahre". */
    @Nullable
    Written decade(int i) {
        boolean apostrophe =
                Tokens.isApostrophe(text.at(i + 1)) && text.at(i + 1).glued();
        int s = apostrophe ? i + 2 : i + 1;
        Token ending = text.at(s);
        boolean german = ending.isAny("er", "ern");
        int year = text.at(i).number();
        boolean plural = (ending.is("s") || (german && !apostrophe))
                && (ending.glued() || text.at(i).digits() == 4);
        if (!plural || year % 10 != 0) {
            return null;
        }
        int next = german && text.isUnit(s + 1, Unit.YEAR) ? s + 2 : s + 1;
        if (text.at(i).digits() == 4 && Tokens.isYear(year)) {
            // "The 1800s" are a century; the 2000s, so far, a decade.
            Unit unit = year % 100 == 0 && year < 2000 ? Unit.CENTURY : Unit.DECADE;
            return new Written(absolute(unit, year, "decade", false), i, next);
        }
        boolean shortForm = text.at(i).digits() == 2
                && year >= 20
                && (Tokens.isApostrophe(text.at(i - 1)) || text.at(i - 1).is(Kind.ARTICLE));
        return shortForm ? new Written(absolute(Unit.DECADE, 1900 + year, "decade", false), i, next) : null;
    }

    @Nullable
    Written year(int i) {
        int year = text.at(i).number();
        if (text.at(i).digits() <= 4
                && year > 0
                && text.at(i + 1).is(Kind.ERA)
                && text.at(i + 1).capital()) {
            return new Written(absolute(Unit.YEAR, year, "year", false), i, i + 2);
        }
        if (text.at(i).digits() != 4 || !Tokens.isYear(year) || !isYearWritten(i) || isBeforeChrist(i + 1)) {
            return null;
        }
        Written left = new Written(absolute(Unit.YEAR, year, "year", isAboutYear(i)), i, i + 1);
        Written range = shortRange(i, year, left);
        return range != null ? range : left;
    }

    /** "2016-17", "1892 – 94". */
    private @Nullable Written shortRange(int i, int year, Written left) {
        Token last = text.at(i + 2);
        boolean dash =
                text.isDash(i + 1) || (text.at(i + 1).is("/") && text.at(i + 1).glued());
        if (!dash
                || last.digits() != 2
                || !text.isFreeAfter(i + 2)
                || last.glued() != text.at(i + 1).glued()) {
            return null;
        }
        int to = year / 100 * 100 + last.number();
        to = to <= year && last.number() == 0 ? to + 100 : to;
        if (to <= year || (to <= year / 100 * 100 + 12 && last.number() <= 12 && to - year > 1)) {
            return null;
        }
        Written right = new Written(absolute(Unit.YEAR, to, "year", false), i + 2, i + 3);
        return new Written(new Range(left.expression(), right.expression()), i, i + 3, List.of(left, right));
    }

    private boolean isYearWritten(int i) {
        Token before = text.at(i - 1);
        Token after = text.at(i + 1);
        boolean range = text.isDash(i + 1)
                && text.at(i + 2).isNumber()
                && (text.at(i + 2).digits() == 4 || text.at(i + 2).digits() == 2);
        boolean slash = text.at(i + 1).is("/")
                && text.at(i + 1).glued()
                && text.at(i + 2).digits() == 2
                && text.isFreeAfter(i + 2);
        if (!(text.isFreeAfter(i) || range || slash)
                || before.is(Kind.NAMING)
                || after.is(Kind.COUNTED)
                || isAddress(i)) {
            return false;
        }
        boolean grouped = (before.isNumber()
                        && !before.is(Kind.CARDINAL)
                        && !text.at(i).glued()
                        && before.sentence() == text.at(i).sentence())
                || (after.isNumber()
                        && !after.glued()
                        && (after.digits() > 2 || text.at(i + 2).isNumber()));
        boolean asked = isAsked(i);
        if (grouped) {
            return false;
        }
        if (text.at(i).number() < PLAIN_YEAR_MIN && !asked && !range) {
            return false;
        }
        if (before.is("than") && text.at(i - 2).isAny("later", "earlier")) {
            return true;
        }
        if ((before.is(Kind.COUNTING) && !range && !isGrowthOver(i))
                || (before.is(".") && text.at(i - 2).is(Kind.COUNTING))
                || isCurrencyCode(i - 1)) {
            return false;
        }
        boolean name = before.isWord()
                && before.capital()
                && before.term() == null
                && after.isWord()
                && after.capital()
                && after.term() == null
                && !text.isSentenceStart(i - 1);
        return !name && (asked || !isCount(i));
    }

    /** "An increase over 2022", "up 5 % over 2022"; elsewhere "over" counts. */
    private boolean isGrowthOver(int i) {
        Token grown = text.at(i - 2);
        return text.at(i - 1).is("over") && (GROWN.contains(grown.lower()) || grown.is("%")) && !isCount(i);
    }

    /** A preposition or bracket before a number lets it be a year of any age. */
    private boolean isAsked(int i) {
        Token before = text.at(i - 1);
        if (before.is(Kind.ARTICLE)) {
            return text.at(i).number() >= PLAIN_YEAR_MIN;
        }
        boolean year = before.is(Kind.UNIT) && text.unitOf(i - 1) == Unit.YEAR;
        boolean bracketed = before.is("(")
                && (text.at(i + 1).isAny(")", ",")
                        || text.isDash(i + 1)
                        || text.at(i + 1).is(":"));
        boolean connected = (text.isDash(i - 1) || before.isAny(Kind.TO, Kind.AND))
                && text.at(i - 2).digits() == 4;
        boolean preposition = (before.isAny(Kind.PREPOSITION, Kind.FROM, Kind.BETWEEN, Kind.EARLIER, Kind.IN_FUTURE)
                        || before.isAny("of", "until", "till")
                        || before.isAny(Kind.EARLY, Kind.MID, Kind.LATE))
                && !before.is("for")
                && !before.is("par");
        boolean circa =
                before.is(".") && !text.at(i - 2).glued() && text.at(i - 2).isAny("c", "ca");
        boolean middle = text.isDash(i - 1) && text.at(i - 2).is(Kind.MID);
        boolean line = text.at(i - 1).paragraph() != text.at(i).paragraph()
                || text.at(i - 1).sentence() != text.at(i).sentence();
        return year
                || bracketed
                || connected
                || preposition
                || circa
                || middle
                || before.isAny("ca", "c")
                || (line
                        && (text.at(i + 1).sentence() != text.at(i).sentence()
                                || text.at(i + 1).isAny(",", ":")));
    }

    /** "2000 firms" and "with 1950 delegates": a plural behind the number, and nothing before it that asks for a year. */
    private boolean isCount(int i) {
        Token after = text.at(i + 1);
        return text.isEnglish()
                && after.isWord()
                && !after.capital()
                && after.lower().endsWith("s")
                && after.lower().length() > 3
                && !text.at(i - 1).is(Kind.ARTICLE)
                && !YEARLY_NOUNS.contains(after.lower())
                && !after.is("was")
                && !after.is("as");
    }

    private boolean isAddress(int i) {
        for (int j = i + 1; j <= i + 3; j++) {
            if (!text.at(j).isWord() || !text.at(j).capital()) {
                return false;
            }
            if (j > i + 1 && STREETS.contains(text.at(j).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean isCurrencyCode(int i) {
        Token token = text.at(i);
        return token.isWord()
                && token.end() - token.start() == 3
                && text.at(i).capital()
                && isIsoCurrency(token.lower());
    }

    private static boolean isIsoCurrency(String lower) {
        return switch (lower) {
            case "usd", "eur", "gbp", "jpy", "krw", "cny", "inr", "chf", "aud", "cad", "nzd", "sgd", "hkd", "rub" ->
                true;
            default -> false;
        };
    }

    boolean isBeforeChrist(int i) {
        return text.at(i).isAny("bc", "bce") && text.at(i).capital();
    }

    /** Whether the text goes on about this year: "in 2017", "2017 saw", not "(2017)" nor "since 2017". */
    private boolean isAboutYear(int i) {
        Token before = text.at(i - 1);
        if (text.isOpen(i) || isAside(i)) {
            return false;
        }
        return before.isAny(Kind.PREPOSITION, Kind.IN_FUTURE)
                || text.isSentenceStart(i)
                || before.is("(")
                || (before.is(Kind.UNIT) && text.unitOf(i - 1) == Unit.YEAR);
    }

    /** "Founded in 1949, the fund …", "the fund, which was founded in 1949, …": of what is told beside the sentence, not in it. */
    private boolean isAside(int i) {
        if (!text.isEnglish() || !text.at(i - 1).is("in") || !text.at(i + 1).isAny(",", ")")) {
            return false;
        }
        for (int verb = i - 2; verb > i - ASIDE_TOKENS; verb--) {
            if (text.at(verb).isAny(",", "(")) {
                return false;
            }
            if (isParticiple(verb)) {
                boolean which = text.at(verb - 1).isAny("was", "were")
                        && text.at(verb - 2).isAny("which", "who", "that");
                return which || text.isSentenceStart(verb) || text.at(verb - 1).isAny(",", "(");
            }
            if (text.isSentenceStart(verb)) {
                return false;
            }
        }
        return false;
    }

    private boolean isParticiple(int i) {
        String word = text.at(i).lower();
        return (word.length() > 4 && word.endsWith("ed")) || text.at(i).isAny("born", "built", "begun", "made", "set");
    }

    @Nullable
    Written eraFirst(int i) {
        boolean era = text.at(i).capital()
                && text.at(i + 1).isNumber()
                && text.at(i + 1).digits() <= 4
                && text.at(i + 1).number() > 0;
        return era && text.isFreeAfter(i + 1)
                ? new Written(absolute(Unit.YEAR, text.at(i + 1).number(), "year", false), i, i + 2)
                : null;
    }

    static Expression absolute(Unit unit, int year, String rule, boolean named) {
        return new Absolute(unit.around(LocalDate.of(year, 1, 1), rule), named);
    }
}
