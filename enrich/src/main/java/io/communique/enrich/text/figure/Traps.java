package io.communique.enrich.text.figure;

import io.communique.contract.file.FileType;
import io.communique.contract.release.Figure.Kind;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Numbers that measure nothing: ordinals, years, days, times of day, addresses, telephone numbers, numbers of pages, articles and
 * resolutions, list markers, scores, and parts of names ("G20", "COVID-19", "Boeing 737").
 */
final class Traps {
    private static final BigDecimal YEAR_MIN = new BigDecimal(1500);
    private static final BigDecimal YEAR_MAX = new BigDecimal(2100);
    private static final BigDecimal DAY_MAX = new BigDecimal(31);
    private static final int GLUED_MAX = 12;

    private static final int FILE_MAX = 8;
    /** Names of kinds of files that are no endings. */
    private static final Set<String> FILES = Set.of("spreadsheet", "document", "presentation", "html");

    private static final Set<String> SIZES = Set.of("b", "kb", "mb", "gb", "bytes");

    private final Tokens tokens;
    private final Lexicon lexicon;

    Traps(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** Whether the characters right before or behind make the number a part of something else, whatever unit seems to follow. */
    boolean isPartOfSomething(Quantity q) {
        return gluedBefore(q)
                || gluedBehind(q)
                || inAddress(q)
                || isTime(q)
                || isOrdinal(q)
                || startsWithZero(q)
                || isSizeOfFile(q);
    }

    /** Whether a label before the number says what it numbers: "Article 5", "No. 12", "page 3". */
    boolean isLabelled(Quantity q) {
        if (measures(q)) {
            return false;
        }
        int before = q.from() - 1;
        before = tokens.isSymbol(before, "(.") ? before - 1 : before;
        String word = tokens.lower(before);
        if (lexicon.has("label", word)) {
            return true;
        }
        return lexicon.has("weak-label", word)
                && (q.unit().isEmpty() || (tokens.hasCapital(before) && !tokens.startsSentence(before)));
    }

    /** Whether the number belongs to the calendar, to a list or to a name; asked when the text says no unit but perhaps a noun. */
    boolean isCalendarOrName(Quantity q) {
        if (measures(q)) {
            return false;
        }
        return isYear(q)
                || isDay(q)
                || isFirstSpan(q)
                || isListMarker(q)
                || isStreetNumber(q)
                || isName(q)
                || isPronoun(q);
    }

    /** Money, percentages and units of measure are what they say, wherever they stand. */
    private static boolean measures(Quantity q) {
        return q.unit().isPresent()
                && q.kind() != Kind.COUNT
                && q.kind() != Kind.DURATION
                && q.kind() != Kind.RATIO
                && q.kind() != Kind.RATE;
    }

    private boolean gluedBefore(Quantity q) {
        int from = q.from();
        if (!tokens.glued(from)) {
            return false;
        }
        int before = from - 1;
        if (tokens.isWord(before)) {
            return !tokens.lower(before).endsWith("’") && !tokens.lower(before).endsWith("'");
        }
        if (tokens.isNumber(before)) {
            return true;
        }
        if (tokens.isSymbol(before, "-‑–—−")) {
            boolean wordOrNumber = tokens.glued(before) && (tokens.isWord(before - 1) || tokens.isNumber(before - 1));
            return wordOrNumber && !tokens.isSymbol(before, "–—");
        }
        if (tokens.isSymbol(before, "+") && measures(q) && !isGluedToMore(before)) {
            return false;
        }
        boolean afterNumber = tokens.glued(before) && tokens.isNumber(before - 1);
        return tokens.isSymbol(before, "#№/=_@&\\+^'’") || (tokens.isSymbol(before, ".,:;×*") && afterNumber);
    }

    /** "(+7.4 %)" is a change, "A+7" and "1+1" are names and sums. */
    private boolean isGluedToMore(int sign) {
        return tokens.glued(sign) && !tokens.isSymbol(sign - 1, "([:;,");
    }

    private boolean gluedBehind(Quantity q) {
        int to = q.to();
        if (!tokens.glued(to)) {
            return false;
        }
        if (tokens.isWord(to) || tokens.isNumber(to)) {
            return true;
        }
        if (tokens.isSymbol(to, "-‑–—−") && tokens.glued(to + 1)) {
            boolean number = tokens.isNumber(to + 1);
            boolean boundNoun = tokens.isWord(to + 1) && q.unit().isEmpty();
            return (number && !measures(q)) || (boundNoun && !tokens.isSymbol(to, "–—"));
        }
        boolean numberBehind = tokens.glued(to + 1) && tokens.isNumber(to + 1);
        return tokens.isSymbol(to, "@_^=") || (tokens.isSymbol(to, "/:+×*.") && numberBehind && !measures(q));
    }

    /** Inside a web address, file path or mail address: a slash or the like stands in the same run of characters. */
    private boolean inAddress(Quantity q) {
        int i = q.from();
        for (int steps = 0; steps < GLUED_MAX && tokens.glued(i); steps++) {
            i--;
            if (tokens.isSymbol(i, "@_=&?#\\")
                    || (tokens.isSymbol(i, "/") && tokens.glued(i) && !tokens.isNumber(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** "PDF, 308KB, 25 pages": what a link to a file says of it is no part of what the release says. */
    private boolean isSizeOfFile(Quantity q) {
        boolean size = q.unit()
                .filter(unit -> unit.endsWith("byte") || unit.equals("page"))
                .isPresent();
        int at = q.from() - 1;
        boolean listed = size && tokens.isSymbol(at, ",(");
        while (listed && at > q.from() - FILE_MAX && !isFile(at)) {
            boolean part = tokens.isSymbol(at, ",(") || tokens.isNumber(at) || SIZES.contains(tokens.lower(at));
            if (!part) {
                return false;
            }
            at--;
        }
        return listed && isFile(at);
    }

    private boolean isFile(int at) {
        return FILES.contains(tokens.lower(at))
                || FileType.ofEnding(tokens.lower(at)).isPresent();
    }

    private boolean isTime(Quantity q) {
        return !measures(q)
                && lexicon.has("time", tokens.lower(q.to()))
                && q.unit().isEmpty();
    }

    private boolean isOrdinal(Quantity q) {
        int to = q.to();
        boolean ordinalWord =
                tokens.isWord(q.from()) && q.unit().isEmpty() && lexicon.has("denominator", tokens.lower(to));
        boolean ordinalSign =
                tokens.glued(to) && tokens.isSymbol(to, "°ºª") && q.unit().isEmpty();
        boolean german = lexicon.has("ordinal-dot", ".")
                && q.to() == q.from() + 1
                && tokens.isSymbol(to, ".")
                && tokens.glued(to)
                && tokens.isWord(to + 1)
                && tokens.sentence(to + 1) != tokens.sentence(q.from())
                && tokens.value(q.from()).filter(v -> v.compareTo(DAY_MAX) <= 0).isPresent();
        return ordinalWord || ordinalSign || german;
    }

    private boolean startsWithZero(Quantity q) {
        String first = tokens.lower(q.from());
        return first.length() > 1 && first.charAt(0) == '0' && Character.isDigit(first.charAt(1)) && !measures(q);
    }

    private boolean isYear(Quantity q) {
        int at = q.from();
        boolean fourDigits = tokens.isNumber(at)
                && tokens.end(at) - tokens.start(at) == 4
                && tokens.lower(at).chars().allMatch(Character::isDigit);
        if (!fourDigits || q.low().compareTo(YEAR_MIN) < 0 || q.low().compareTo(YEAR_MAX) > 0) {
            return false;
        }
        if (isCalled(at - 1)) {
            return false;
        }
        boolean calendarWord = lexicon.has("year-before", tokens.lower(at - 1)) || tokens.isSymbol(at - 1, "–-’'");
        return q.unit().isEmpty() || calendarWord || !lexicon.has("countable", tokens.lower(q.to() - 1));
    }

    /** "An average of 1500", "a total of 2000": a noun of number says what the number is. */
    boolean isCalled(int before) {
        return lexicon.has("linked", tokens.lower(before)) && lexicon.has("number-noun", tokens.lower(before - 1));
    }

    /** "In the first nine months": when, not how long. */
    private boolean isFirstSpan(Quantity q) {
        return q.kind() == Kind.DURATION
                && lexicon.has("first", tokens.lower(q.from() - 1))
                && lexicon.has("determiner", tokens.lower(q.from() - 2))
                && lexicon.has("period-in", tokens.lower(q.from() - 3));
    }

    private boolean isDay(Quantity q) {
        if (q.low().compareTo(DAY_MAX) > 0 || !tokens.isNumber(q.from())) {
            return false;
        }
        int before = tokens.isSymbol(q.from() - 1, ".") ? q.from() - 2 : q.from() - 1;
        int behind = lexicon.has("of", tokens.lower(q.to())) || tokens.isSymbol(q.to(), ".") ? q.to() + 1 : q.to();
        boolean month = lexicon.has("month", tokens.lower(before))
                && (tokens.capital(before) || (!tokens.is(before, "may") && !tokens.is(before, "march")));
        return month
                || (lexicon.has("month", tokens.lower(behind))
                        && (tokens.capital(behind) || !lexicon.language().equals("en")));
    }

    private boolean isListMarker(Quantity q) {
        int from = q.from();
        boolean alone = q.to() == from + 1;
        boolean startsLine = tokens.kind(from - 1) == Tokens.Kind.BREAK;
        boolean bracketed = tokens.isSymbol(from - 1, "([")
                && tokens.isSymbol(q.to(), ")]")
                && q.low().compareTo(DAY_MAX) <= 0;
        return alone && (bracketed || (startsLine && tokens.isSymbol(q.to(), ".)") && tokens.glued(q.to())));
    }

    private boolean isStreetNumber(Quantity q) {
        for (int i = q.from() + 1; i <= q.from() + 4 && tokens.isWord(i); i++) {
            if (lexicon.has("street", tokens.lower(i)) && (tokens.capital(i) || tokens.capital(i - 1))) {
                return true;
            }
            if (!tokens.capital(i)) {
                return false;
            }
        }
        return false;
    }

    /** A number behind a capitalised word and before no noun ("Euro 2020"), or itself capitalised ("Air Force One"). */
    private boolean isName(Quantity q) {
        int from = q.from();
        boolean written = tokens.capital(from) && !tokens.startsSentence(from);
        if (written && !tokens.isNumber(from)) {
            return q.unit().isEmpty() || tokens.capital(q.to() - 1);
        }
        boolean name = tokens.capital(from - 1)
                && !(tokens.startsSentence(from - 1) && lexicon.has("stop", tokens.lower(from - 1)))
                && !lexicon.has("before-number", tokens.lower(from - 1));
        return name && q.unit().isEmpty();
    }

    /** "So that one day he may return": once, some time. */
    private boolean isSomeDay(Quantity q) {
        return lexicon.has("before-some-day", tokens.lower(q.from() - 1)) && tokens.isWord(q.to());
    }

    /** "One of the", "no one", "one day": no count. */
    private boolean isPronoun(Quantity q) {
        boolean one = tokens.isWord(q.from()) && q.low().compareTo(BigDecimal.ONE) == 0 && q.kind() == Kind.COUNT;
        boolean day = q.kind() == Kind.DURATION
                && tokens.isWord(q.from())
                && lexicon.has("one-time", tokens.lower(q.to() - 1))
                && q.low().compareTo(BigDecimal.ONE) == 0
                && (tokens.startsSentence(q.from()) || !tokens.isWord(q.from() - 1) || isSomeDay(q));
        if (!one || !q.unit().isPresent()) {
            return one || day;
        }
        return lexicon.has("one-next", tokens.lower(q.from() + 1))
                || lexicon.has("one-before", tokens.lower(q.from() - 1));
    }
}
