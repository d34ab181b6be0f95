package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.Nearest;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads quarters, halves, seasons and fiscal years: "Q3 2017", "the first half of 2018", "winter of 1776-77", "FY2018". */
final class YearParts {
    private final WesternGrammar grammar;
    private final Tokens text;

    YearParts(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    /** "2017 Q1", "2019-H2", "2018 third quarter". */
    @Nullable
    Written yearWithPart(int i) {
        if (text.at(i).digits() != 4) {
            return null;
        }
        int year = text.at(i).number();
        int j = text.isDash(i + 1) || text.at(i + 1).is("/") ? i + 2 : i + 1;
        Token sign = text.at(j);
        Yearly named = j == i + 1 && sign.is(Kind.ORDINAL) ? part(j) : null;
        if (named != null && Tokens.isYear(year)) {
            return Written.of(grammar.yearBehind.inYear(named, year, "quarter-year", i), i, j + 2);
        }
        if (sign.isAny(Kind.QUARTER_SIGN, Kind.HALF_SIGN)
                && text.at(j + 1).isNumber()
                && text.at(j + 1).glued()) {
            int of = sign.is(Kind.QUARTER_SIGN) ? 4 : 2;
            int number = text.at(j + 1).number();
            return number < 1 || number > of || !Tokens.isYear(year)
                    ? null
                    : Written.of(
                            grammar.yearBehind.inYear(Yearly.part(number, of, "quarter"), year, "quarter-year", i),
                            i,
                            j + 2);
        }
        return null;
    }

    /** Returns the quarter or half that an ordinal and its unit at {@code i} name: "third quarter", "first half". */
    @Nullable
    Yearly part(int i) {
        int number = text.at(i).is(Kind.ORDINAL) ? text.value(i) : 0;
        if (number >= 1 && number <= 4 && text.isUnit(i + 1, Unit.QUARTER)) {
            return Yearly.part(number, 4, "quarter");
        }
        boolean half = text.at(i + 1).is(Kind.HALF) || text.isUnit(i + 1, Unit.HALF_YEAR);
        return half && (number == 1 || number == 2) ? Yearly.part(number, 2, "half") : null;
    }

    /** "Of the year" adds nothing to "the third quarter". */
    private int yearOf(int next) {
        boolean ofTheYear = text.at(next).is(Kind.OF)
                && text.at(next + 1).is(Kind.ARTICLE)
                && text.isUnit(next + 2, Unit.YEAR)
                && !text.at(next + 3).isNumber();
        // "Des Jahres", "del año", "de l'année".
        int year = text.at(next + 1).is("l") ? next + 3 : next + 1;
        boolean genitive = (text.at(next).is("des") || text.at(next).is(Kind.OF))
                && text.isUnit(year, Unit.YEAR)
                && !text.at(year + 1).isNumber();
        return ofTheYear ? next + 3 : genitive ? year + 1 : next;
    }

    /** A half of a match is none of a year: unless it says of what, only "in the first half" is read. */
    @Nullable
    Written half(int i, Yearly part, int next) {
        Written written = quarterOrHalf(i, part, next);
        boolean said = written.next() > next || text.isUnit(next - 1, Unit.HALF_YEAR);
        boolean alone = !text.at(next).is(Kind.OF)
                && text.at(i - 1).is(Kind.ARTICLE)
                && text.at(i - 2).isAny("in", "during");
        return said || alone ? written : null;
    }

    /** "1Q24", "Q3'24": two digits that hang on the sign, as analysts write. */
    private @Nullable Written shortYear(int i, Yearly part, int next) {
        int j = text.at(next).glued() && text.at(next).isAny("'", "’") ? next + 1 : next;
        Token year = text.at(j);
        return year.digits() == 2 && year.glued() && text.isFreeAfter(j)
                ? Written.of(
                        grammar.yearBehind.inYear(part, Tokens.shortYear(year.number()), "quarter-year", i), i, j + 1)
                : null;
    }

    @Nullable
    Written signedPart(int i, Yearly part, int next) {
        Written written =
                Written.first(shortYear(i, part, next), grammar.yearBehind.withYear(i, part, next, "quarter-year"));
        return written != null && written.next() > next ? written : null;
    }

    /** "The second quarter of fiscal 2018": counted from where the fiscal year begins. */
    private @Nullable Written fiscalPart(int i, Yearly part, int next) {
        int j = text.skip(next, Kind.OF, Kind.ARTICLE);
        Written year = text.at(j).is(Kind.FISCAL) ? fiscal(j) : null;
        if (year == null || !(year.expression() instanceof Absolute whole)) {
            return null;
        }
        LocalDate from = whole.span().from().plusMonths(part.fromMonth() - 1L);
        LocalDate to = whole.span().from().plusMonths(part.toMonth()).minusDays(1);
        return new Written(new Absolute(new Span(from, to, part.unit(), "fiscal-quarter"), false), i, year.next());
    }

    static Yearly season(Token token) {
        int season = token.term() == null ? 1 : token.term().value();
        int from = season * 3;
        return new Yearly(from, 0, season == 4 ? 2 : from + 2, 0, Unit.SPAN, "season");
    }

    @Nullable
    Written season(int i) {
        Yearly part = season(text.at(i));
        Written written = grammar.yearBehind.withYear(i, part, i + 1, "season-year");
        if (written.next() == i + 1) {
            return null;
        }
        // "The winter of 1776-77".
        boolean dash = text.isDash(written.next()) || text.at(written.next()).is("/");
        return dash && text.at(written.next() + 1).digits() == 2
                ? new Written(written.expression(), i, written.next() + 2)
                : written;
    }

    /** "Q3 2017", "Q3", "H1 2018". A half without its year may be anything. */
    @Nullable
    Written sign(int i) {
        boolean quarter = text.at(i).is(Kind.QUARTER_SIGN);
        int number = text.at(i + 1).digits() == 1 && text.at(i + 1).glued()
                ? text.at(i + 1).number()
                : 0;
        int of = quarter ? 4 : 2;
        if (number < 1
                || number > of
                || (text.at(i + 2).glued() && text.at(i + 2).isWord())
                || (!text.at(i).capital() && !quarter)) {
            return null;
        }
        Yearly part = Yearly.part(number, of, "quarter");
        Written written = Written.first(shortYear(i, part, i + 2), quarterOrHalf(i, part, i + 2));
        return written != null && (written.next() > i + 2 || quarter) ? written : null;
    }

    /**
     * "The first five months of 2018", "the last quarter of last year", "the first ten months of the year".
     *
     * @param unit token of the unit
     */
    @Nullable
    Written countedPart(int first, int count, boolean last, int unit) {
        Unit of = text.unitOf(unit);
        int months = count * (of == Unit.MONTH ? 1 : of == Unit.QUARTER ? 3 : of == Unit.HALF_YEAR ? 6 : 0);
        if (months < 1 || months > 12) {
            return null;
        }
        Unit exact = count == 1 ? of : Unit.SPAN;
        Yearly part = last
                ? new Yearly(13 - months, 0, 12, 0, exact, "months-of-year")
                : new Yearly(1, 0, months, 0, exact, "months-of-year");
        int next = yearOf(unit + 1);
        if (next > unit + 1 && !text.isEnglish()) {
            return new Written(new Nearest(part, -1), first, next);
        }
        Written written = grammar.yearBehind.withYear(first, part, next, "months-of-year");
        if (written.next() == unit + 1) {
            return count > 1 && of == Unit.MONTH && !last && isAllSaid(first, next)
                    ? new Written(new Nearest(part, -1), first, next)
                    : null;
        }
        // What the text is about is less the year than these months of it.
        return written.expression() instanceof Absolute absolute
                ? new Written(new Absolute(absolute.span(), false), first, written.next())
                : written;
    }

    /** "In the first nine months, sales rose"; but "in the first nine months of the war", "after the reform". */
    private boolean isAllSaid(int first, int next) {
        int before = text.at(first - 1).is(Kind.ARTICLE) ? first - 2 : first - 1;
        Token behind = text.at(next);
        // A word in -er or -es leads to a genitive: "seiner Amtszeit".
        boolean verb = text.isGerman()
                && behind.isWord()
                && !behind.capital()
                && !behind.is(Kind.ARTICLE)
                && !behind.lower().endsWith("er")
                && !behind.lower().endsWith("es");
        boolean alone = !behind.isWord() && !behind.isNumber();
        boolean inCourseOf =
                text.at(first - 1).is(Kind.OF) && text.at(first - 2).is("cours");
        return (inCourseOf || text.at(before).isAny(Kind.PREPOSITION, Kind.ON, Kind.IN_FUTURE))
                && (alone || verb)
                && !behind.isAny(Kind.OF, Kind.PREPOSITION, Kind.IN_FUTURE, Kind.AND, Kind.TO);
    }

    /** "FY2018", "fiscal year 2018", "FY 2018-19", "financial year 2018/19". */
    @Nullable
    Written fiscal(int i) {
        int j = text.isUnit(i + 1, Unit.YEAR) ? i + 2 : i + 1;
        Token year = text.at(j);
        if (!year.isNumber()
                || (year.digits() != 4 && year.digits() != 2)
                || (text.at(i).is("financial") && j == i + 1)) {
            return null;
        }
        int name = year.digits() == 4 ? year.number() : Tokens.shortYear(year.number());
        boolean two = isTwoYears(j, name);
        Span span = text.at(i).is("cy") ? Unit.YEAR.around(LocalDate.of(name, 1, 1), "year") : fiscalYear(name, two);
        return Tokens.isYear(name) ? new Written(new Absolute(span, false), i, two ? j + 3 : j + 1) : null;
    }

    /** "The 2018 fiscal year", "the 2018-19 financial year". */
    @Nullable
    Written fiscalBehind(int i) {
        if (text.at(i).digits() != 4 || !Tokens.isYear(text.at(i).number())) {
            return null;
        }
        int name = text.at(i).number();
        boolean two = isTwoYears(i, name);
        int j = two ? i + 3 : i + 1;
        boolean said = text.at(j).isAny("fiscal", "financial") && text.isUnit(j + 1, Unit.YEAR);
        return said ? new Written(new Absolute(fiscalYear(name, two), false), i, j + 2) : null;
    }

    /** Whether "2018" at {@code i} goes on as "2018-19" or "2018/2019". */
    private boolean isTwoYears(int i, int name) {
        Token second = text.at(i + 2);
        return (text.isDash(i + 1) || text.at(i + 1).is("/"))
                && second.isNumber()
                && second.number() % 100 == (name + 1) % 100
                && second.glued();
    }

    private Span fiscalYear(int name, boolean two) {
        boolean ending = two && FiscalYears.isNamedByItsEnd(text.country());
        return two && !FiscalYears.isKnown(text.country())
                ? twoYears(name)
                : FiscalYears.of(ending ? name + 1 : name, text.country());
    }

    private static Span twoYears(int first) {
        return new Span(LocalDate.of(first, 1, 1), LocalDate.of(first + 1, 12, 31), Unit.SPAN, FiscalYears.RULE);
    }

    Written quarterOrHalf(int i, Yearly part, int next) {
        Written written = fiscalPart(i, part, next);
        return written != null ? written : grammar.yearBehind.withYear(i, part, yearOf(next), "quarter-year");
    }
}
