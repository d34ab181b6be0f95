package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.HalfOf;
import io.communique.enrich.text.date.Expression.Range;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what begins with an ordinal: "third quarter", "20th century", "the first Monday of May", "twenty-first of June". */
final class Ordinals {
    private final WesternGrammar grammar;
    private final Tokens text;

    Ordinals(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    /** "1Q 2018", "third quarter of 2018", "first half", "20th century", "15th to the 19th century". */
    @Nullable
    Written ordinal(int i) {
        int value = text.at(i).isNumber() ? text.at(i).number() : text.value(i);
        int next = text.at(i).isNumber() ? grammar.namedDays.afterDay(i + 1) : i + 1;
        if (text.at(i).isNumber()
                && text.at(i).digits() == 1
                && text.at(i + 1).glued()
                && text.at(i + 1).isAny(Kind.QUARTER_SIGN, Kind.HALF_SIGN)) {
            int of = text.at(i + 1).is(Kind.QUARTER_SIGN) ? 4 : 2;
            return value < 1 || value > of
                    ? null
                    : grammar.yearParts.signedPart(i, Yearly.part(value, of, "quarter"), i + 2);
        }
        if (text.at(i).isNumber() && next == i + 1) {
            return null;
        }
        return ordinal(i, value, next);
    }

    @Nullable
    Written ordinal(int i, int value, int next) {
        if (value < 1) {
            return null;
        }
        int j = text.isDash(next) ? next + 1 : next;
        Token named = text.at(j);
        if (value == 1 && text.count(j) > 1 && text.at(j + 1).is(Kind.UNIT)) {
            return grammar.yearParts.countedPart(i, text.count(j), false, j + 1);
        }
        if (named.is(Kind.UNIT) && text.unitOf(j) == Unit.CENTURY && value <= 21) {
            return new Written(Years.absolute(Unit.CENTURY, (value - 1) * 100, "century", false), i, j + 1);
        }
        if (named.is(Kind.UNIT) && text.unitOf(j) == Unit.QUARTER && value <= 4) {
            // "The fourth quarter ended 30 September" is one of a fiscal year.
            Written ended = text.at(j + 1).isAny("ended", "ending") ? grammar.countedUnits.upTo(i, 1, j) : null;
            return ended != null ? ended : grammar.yearParts.quarterOrHalf(i, Yearly.part(value, 4, "quarter"), j + 1);
        }
        boolean half = named.is(Kind.HALF) || (named.is(Kind.UNIT) && text.unitOf(j) == Unit.HALF_YEAR);
        Written month =
                half && value <= 2 && text.at(j + 1).is(Kind.OF) ? grammar.weekdays.whole(j + 2, Unit.MONTH) : null;
        if (month != null) {
            return new Written(new HalfOf(value, month.expression()), i, month.next());
        }
        if (half && value <= 2) {
            return grammar.yearParts.half(i, Yearly.part(value, 2, "half"), j + 1);
        }
        Written ofMonth = named.is(Kind.WEEKDAY)
                ? grammar.weekdays.weekdayOf(i, value, j)
                : named.is(Kind.UNIT) && text.unitOf(j) == Unit.WEEK ? grammar.weekdays.weekOf(i, value, j) : null;
        if (ofMonth != null) {
            return ofMonth;
        }
        Written range = centuries(i, value, next);
        if (range != null) {
            return range;
        }
        return text.at(i).isNumber() || value > 31 ? null : grammar.namedDays.dayFirst(i, value, next);
    }

    private @Nullable Written centuries(int i, int value, int next) {
        if (!text.at(next).is(Kind.TO) && !text.isDash(next) && !text.at(next).is(Kind.AND)) {
            return null;
        }
        int j = text.skip(next + 1, Kind.ARTICLE);
        Written right = text.at(j).isNumber() || text.at(j).is(Kind.ORDINAL) ? ordinal(j) : null;
        if (right == null
                || !(right.expression() instanceof Absolute last)
                || last.span().unit() != Unit.CENTURY) {
            return null;
        }
        Written left = new Written(Years.absolute(Unit.CENTURY, (value - 1) * 100, "century", false), i, next);
        return text.at(next).is(Kind.AND)
                ? left
                : new Written(new Range(left.expression(), last), i, right.next(), List.of(left, right));
    }

    @Nullable
    Written compoundOrdinal(int i) {
        int tens = text.value(i);
        int j = text.isDash(i + 1) ? i + 2 : i + 1;
        boolean compound = (tens == 20 || tens == 30) && text.at(j).is(Kind.ORDINAL) && text.value(j) < 10;
        return compound ? ordinal(i, tens + text.value(j), j + 1) : null;
    }
}
