package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads dates of digits: "2018-05-17", "17/05/2018", "23/Sep/2020". */
final class NumericDates {
    private final Tokens text;

    NumericDates(Tokens text) {
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
            return separator.equals("/") || separator.equals(".") ? dayAndMonth(i) : null;
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
                || before.isAny("by", "since", "before", "after");
        if (!asked
                || !text.at(i + 2).isNumber()
                || text.at(i + 2).digits() > 2
                || text.at(i).digits() > 2
                || !text.isFreeAfter(i + 2)) {
            return null;
        }
        if (text.at(i + 1).is(".") && !before.is(Kind.WEEKDAY)) {
            return null;
        }
        int a = text.at(i).number();
        int b = text.at(i + 2).number();
        boolean month = (text.isMonthFirst() && a <= 12) || b > 12;
        int number = month ? a : b;
        int day = month ? b : a;
        return number < 1 || number > 12 || day < 1 || day > 31
                ? null
                : new Written(Yearly.day(number, day, "day-and-month"), i, i + 3);
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
