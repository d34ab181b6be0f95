package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.Nearest;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/** Reads dates of digits: "2018-05-17", "17/05/2018", "23/Sep/2020". */
final class NumericDates {
    private final WesternGrammar grammar;
    private final Tokens text;

    NumericDates(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    /** "2018-05-17", "17/05/2018", "17.5.2018"; "22/04" behind a word that asks for a date. */
    @Nullable
    Written numericDate(int i) {
        String separator = text.at(i + 1).lower();
        if (!text.at(i + 1).glued()
                || !"-/.".contains(separator)
                || !text.at(i + 2).glued()) {
            return null;
        }
        boolean second = text.at(i + 3).is(separator)
                && text.at(i + 3).glued()
                && text.at(i + 4).glued();
        if (second && text.at(i + 2).is(Kind.MONTH)) {
            return monthInside(i);
        }
        if (second
                && text.at(i + 4).is(Kind.MONTH)
                && text.at(i).digits() == 4
                && text.at(i + 2).isNumber()) {
            return Written.of(
                    full(
                            text.at(i).number(),
                            text.at(i + 4).term(),
                            text.at(i + 2).number(),
                            i),
                    i,
                    i + 5);
        }
        if (!second || !text.at(i + 4).isNumber() || !text.at(i + 2).isNumber()) {
            return separator.equals("/") || separator.equals(".")
                    ? Written.first(daysAndMonths(i), dayAndMonth(i))
                    : null;
        }
        boolean range = text.isDash(i + 5) && text.at(i + 6).isNumber();
        if (!text.isFreeAfter(i + 4) && !(range && text.at(i + 4).digits() == 4)) {
            return null;
        }
        int a = text.at(i).number();
        int b = text.at(i + 2).number();
        int c = text.at(i + 4).number();
        if (text.at(i).digits() == 4
                && text.at(i + 2).digits() <= 2
                && text.at(i + 4).digits() <= 2) {
            return Written.of(date(a, b, c, "numbers", i), i, i + 5);
        }
        boolean yearLast = text.at(i + 4).digits() == 4 || (text.at(i + 4).digits() == 2 && separator.equals("/"));
        if (!yearLast || text.at(i).digits() > 2 || text.at(i + 2).digits() > 2) {
            return null;
        }
        int year = text.at(i + 4).digits() == 4 ? c : Tokens.shortYear(c);
        boolean month = (text.isMonthFirst() && !separator.equals(".") && a <= 12) || b > 12;
        return Written.of(month ? date(year, a, b, "numbers", i) : date(year, b, a, "numbers", i), i, i + 5);
    }

    /** "23/Sep/2020", "2019-Aug-1". */
    private @Nullable Written monthInside(int i) {
        Term month = text.at(i + 2).term();
        if (!text.at(i + 4).isNumber() || !text.isFreeAfter(i + 4)) {
            return null;
        }
        if (text.at(i).digits() == 4 && text.at(i + 4).digits() <= 2) {
            return Written.of(full(text.at(i).number(), month, text.at(i + 4).number(), i), i, i + 5);
        }
        return text.at(i + 4).digits() == 4 && text.at(i).digits() <= 2
                ? Written.of(full(text.at(i + 4).number(), month, text.at(i).number(), i), i, i + 5)
                : null;
    }

    private @Nullable Expression full(int year, @Nullable Term month, int day, int at) {
        return month == null ? null : date(year, month.value(), day, "day-month-year", at);
    }

    private @Nullable Written dayAndMonth(int i) {
        Token before = text.at(i - 1).isAny("(", ",") ? text.at(i - 2) : text.at(i - 1);
        boolean asked = before.isAny(Kind.ON, Kind.FROM, Kind.TO, Kind.WEEKDAY)
                || before.isAny("by", "since", "before", "after")
                || (before.is("for") && isNoShare(i + 3));
        if (!asked || !text.isFreeAfter(i + 2) || (text.at(i + 1).is(".") && !before.is(Kind.WEEKDAY))) {
            return null;
        }
        return Written.of(slashed(i), i, i + 3);
    }

    /** "This 5/12", "next 19/5": {@code pointer} stands before; "the last 3/4 of a mile" is a share. */
    @Nullable
    Written pointed(int first, Token pointer, int i) {
        boolean slash = text.at(i + 1).is("/")
                && text.at(i + 1).glued()
                && text.at(i + 2).glued();
        Yearly day = slash && text.isFreeAfter(i + 2) && isNoShare(i + 3) ? slashed(i) : null;
        return day == null ? null : new Written(new Nearest(day, Pointers.direction(pointer)), first, i + 3);
    }

    /** Not "1/2 of", "3/4 inches": what a share would be of does not follow. */
    private boolean isNoShare(int i) {
        Token next = text.at(i);
        return !next.isWord()
                || next.sentence() != text.at(i - 1).sentence()
                || next.isAny(Kind.PREPOSITION, Kind.BETWEEN, Kind.TO, Kind.FROM, Kind.AND, Kind.ON, Kind.DAY_PART);
    }

    /**
     * "From 5/1-5/7, 2020", "2/29 - 3/1" alone in its sentence or brackets: two shares of something would not be asked for as a time, nor have a
     * year.
     */
    private @Nullable Written daysAndMonths(int i) {
        boolean range = text.at(i + 1).is("/")
                && text.isDash(i + 3)
                && text.at(i + 5).is("/")
                && text.at(i + 5).glued()
                && text.at(i + 6).glued()
                && text.isFreeAfter(i + 6);
        Yearly from = range ? slashed(i) : null;
        Yearly to = range ? slashed(i + 4) : null;
        if (from == null || to == null) {
            return null;
        }
        Yearly days =
                new Yearly(from.fromMonth(), from.fromDay(), to.toMonth(), to.toDay(), Unit.SPAN, "days-and-months");
        Written written = grammar.yearBehind.withYear(i, days, i + 7, "days-and-months");
        Token before = text.at(i - 1);
        boolean alone =
                (before.is("(") && text.at(i + 7).is(")")) || (text.isSentenceStart(i) && text.isSentenceStart(i + 7));
        boolean asked = before.isAny(Kind.ON, Kind.FROM, Kind.WEEKDAY, Kind.PREPOSITION);
        return written.next() > i + 7 || alone || asked ? written : null;
    }

    /** Returns the day of "5/12" in the order of the country. */
    private @Nullable Yearly slashed(int i) {
        boolean numbers = text.at(i).isNumber()
                && text.at(i).digits() <= 2
                && text.at(i + 2).isNumber()
                && text.at(i + 2).digits() <= 2;
        int a = text.at(i).number();
        int b = text.at(i + 2).number();
        boolean monthFirst = (text.isMonthFirst() && a <= 12) || b > 12;
        int month = monthFirst ? a : b;
        int day = monthFirst ? b : a;
        boolean day31 = numbers
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).maxLength();
        return day31 ? Yearly.day(month, day, "day-and-month") : null;
    }

    /** The German "am 18. 7.", "18. 7. 2018": with spaces, as people write it. */
    @Nullable
    Written dotted(int i) {
        boolean dots = !text.isEnglish()
                && text.at(i + 1).is(".")
                && text.at(i + 1).glued()
                && text.at(i + 2).isNumber()
                && !text.at(i + 2).glued()
                && text.at(i + 3).is(".")
                && text.at(i + 3).glued();
        Yearly day = dots ? slashed(i) : null;
        if (day == null) {
            return null;
        }
        int year = text.yearAt(i + 4);
        if (year >= 0) {
            return Written.of(date(year, day.fromMonth(), day.fromDay(), "numbers", i), i, i + 5);
        }
        Token before = text.at(i - 1).is(",") ? text.at(i - 2) : text.at(i - 1);
        return before.isAny(Kind.WEEKDAY, Kind.ON, Kind.FROM, Kind.TO)
                        && !text.at(i + 4).isNumber()
                ? new Written(day, i, i + 4)
                : null;
    }

    /** "On 2018 05 17": three groups that are no telephone number. */
    @Nullable
    Written spaced(int i) {
        boolean groups = text.at(i).digits() == 4
                && Tokens.isYear(text.at(i).number())
                && text.at(i + 1).digits() == 2
                && text.at(i + 2).digits() == 2
                && text.at(i + 2).sentence() == text.at(i).sentence();
        boolean apart = groups && !text.at(i + 1).glued() && !text.at(i + 2).glued();
        boolean asked = text.at(i - 1).isAny(Kind.ON, Kind.FROM, Kind.TO) || text.isSentenceStart(i);
        boolean ends = text.isFreeAfter(i + 2)
                && !(text.at(i + 3).isNumber()
                        && text.at(i + 3).sentence() == text.at(i).sentence());
        return apart && asked && ends
                ? Written.of(
                        date(
                                text.at(i).number(),
                                text.at(i + 1).number(),
                                text.at(i + 2).number(),
                                "numbers",
                                i),
                        i,
                        i + 3)
                : null;
    }

    private @Nullable Expression date(int year, int month, int day, String rule, int first) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return new Absolute(new Span(date, date, Unit.DAY, rule), !text.isOpen(first));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
