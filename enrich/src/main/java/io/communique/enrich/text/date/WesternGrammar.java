package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.MonthDay;
import io.communique.enrich.text.date.Expression.PartOf;
import io.communique.enrich.text.date.Expression.PeriodBefore;
import io.communique.enrich.text.date.Expression.PeriodTold;
import io.communique.enrich.text.date.Expression.Range;
import io.communique.enrich.text.date.Expression.SameIn;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Stretch;
import io.communique.enrich.text.date.Expression.Weekday;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in languages that part words by spaces: English, German, French, Spanish. The order of day, month and year, of a unit and its
 * "last" or "next" is left open, so that one grammar serves all four; what the words mean is the {@link Lexicon}'s.
 *
 * <p>Each kind of date has its class; one may stand in the other ("the first Monday of next month"), so they know each other through this
 * one, which joins ranges and asks the class that fits the first word.
 *
 * <p>Each rule looks at a bounded number of tokens from where it begins, so reading takes time linear in the text.
 */
final class WesternGrammar {
    private final Tokens text;
    final NumericDates numericDates;
    final NamedDays namedDays;
    final YearBehind yearBehind;
    final Ordinals ordinals;
    final YearParts yearParts;
    final Years years;
    final Weekdays weekdays;
    final Pointers pointers;
    final CountedUnits countedUnits;
    final DayWords dayWords;

    WesternGrammar(Tokens text) {
        this.text = text;
        this.numericDates = new NumericDates(this, text);
        this.namedDays = new NamedDays(this, text);
        this.yearBehind = new YearBehind(this, text);
        this.ordinals = new Ordinals(this, text);
        this.yearParts = new YearParts(this, text);
        this.years = new Years(text);
        this.weekdays = new Weekdays(this, text);
        this.pointers = new Pointers(this, text);
        this.countedUnits = new CountedUnits(this, text);
        this.dayWords = new DayWords(this, text);
    }

    /** Returns what is written, in the order of the text, apart from each other. */
    List<Written> read() {
        List<Written> found = new ArrayList<>();
        int at = 0;
        while (at < text.size()) {
            Written written = canBegin(text.at(at)) ? dated(at) : null;
            if (written == null) {
                at++;
            } else {
                found.add(written);
                at = Math.max(written.next(), at + 1);
            }
        }
        return found;
    }

    /** Whether a date may begin with a token: most words of a text are passed over by this one question. */
    private static boolean canBegin(Token token) {
        return token.isNumber() || token.term() != null || token.is("now");
    }

    /** Returns the date or range at {@code i}. */
    private @Nullable Written dated(int i) {
        // "Between now and 15 November": alone, "now" is no date.
        boolean now = text.at(i).is("now")
                && (text.at(i - 1).is(Kind.BETWEEN) || text.at(i - 1).is(Kind.FROM));
        Written left = now ? new Written(new Shift(Unit.DAY, 0, From.PUBLICATION, "day-word"), i, i + 1) : part(i);
        if (now && left != null && connected(left) < 0) {
            return null;
        }
        if (left == null) {
            return null;
        }
        int next = connected(left);
        if (next < 0) {
            return left;
        }
        Written right = Written.first(part(text.skip(next, Kind.ARTICLE, Kind.OF)), gluedDay(left, next));
        if (right == null || !canEnd(left.expression(), right.expression())) {
            return now ? null : left;
        }
        return new Written(
                new Range(left.expression(), right.expression()), left.first(), right.next(), List.of(left, right));
    }

    /** "10-1-2018-10-7-2018": the dash of the range looks like those of its dates. */
    private @Nullable Written gluedDay(Written left, int next) {
        boolean day = left.expression() instanceof Absolute absolute
                && absolute.span().unit() == Unit.DAY;
        return day && text.at(next).isNumber() && text.at(next).glued() ? numericDates.numericDate(next) : null;
    }

    private static boolean canEnd(Expression left, Expression right) {
        // "Revised on Friday to December's figures".
        boolean unlike = left instanceof Weekday && right instanceof Yearly yearly && yearly.unit() != Unit.DAY;
        return !(unlike
                || left instanceof Stretch
                || right instanceof Stretch
                || left instanceof Range
                || right instanceof Range);
    }

    /** Returns the token behind "to", a dash, or the "and" of "between"; -1 if there is none. */
    private int connected(Written left) {
        Token token = text.at(left.next());
        boolean between = text.isBetween(left.first());
        if (text.isDash(left.next()) || (token.is(Kind.AND) && between)) {
            return left.next() + 1;
        }
        return token.is(Kind.TO) ? text.skip(left.next() + 1, Kind.TO, Kind.ON) : -1;
    }

    /** Returns the date at {@code i} with its "early", "mid" or "late". */
    @Nullable
    Written part(int i) {
        Token token = text.at(i);
        Third third = token.is(Kind.EARLY)
                ? Third.EARLY
                : token.is(Kind.MID) ? Third.MID : token.is(Kind.LATE) ? Third.LATE : null;
        if (third == null) {
            return single(i);
        }
        int j = i + 1;
        while (text.isDash(j)
                || text.at(j).isAny(Kind.OF, Kind.ARTICLE)
                || text.at(j).is("in")) {
            j++;
        }
        Written whole = j - i > 4 ? null : single(j);
        return whole == null ? null : new Written(narrowed(third, whole.expression()), i, whole.next());
    }

    private static Expression narrowed(Third third, Expression whole) {
        boolean days = (whole instanceof Yearly yearly && yearly.unit() == Unit.DAY)
                || (whole instanceof Absolute absolute && absolute.span().unit() == Unit.DAY)
                || (whole instanceof Shift shift && shift.unit().size() <= Unit.WEEK.size())
                || whole instanceof Weekday
                || whole instanceof MonthDay
                || whole instanceof Stretch;
        return days ? whole : new PartOf(third, whole);
    }

    /** Returns the date, no range, at {@code i}: the first word tells which class reads it. */
    @Nullable
    Written single(int i) {
        Token token = text.at(i);
        if (token.isNumber()) {
            return number(i);
        }
        if (token.term() == null) {
            return null;
        }
        if (token.glued() && (text.at(i - 1).isNumber() || text.at(i - 1).isWord())) {
            return null;
        }
        return switch (token.term().kind()) {
            case MONTH -> namedDays.month(i);
            case WEEKDAY -> weekdays.weekday(i);
            case ORDINAL -> ordinals.ordinal(i);
            case CARDINAL -> Written.first(ordinals.compoundOrdinal(i), years.spelled(i), countedUnits.counted(i));
            case ARTICLE -> Written.first(pointers.article(i), countedUnits.weekend(i));
            case THIS, LAST, NEXT, PAST, COMING -> pointers.pointed(i, i);
            case SAME, THAT -> pointers.same(i, i);
            case UNIT -> countedUnits.unit(i);
            case UNIT_BEFORE -> new Written(before(Unit.ofSize(token.term().value())), i, i + 1);
            case SAME_YEAR_BEFORE ->
                new Written(
                        new SameIn(new PeriodTold(0, Optional.empty(), "same-period"), before(Unit.YEAR)), i, i + 1);
            case SEASON -> yearParts.season(i);
            case DAY_WORD -> dayWords.dayWord(i);
            case QUARTER_SIGN, HALF_SIGN -> yearParts.sign(i);
            case FISCAL -> yearParts.fiscal(i);
            case FEAST -> dayWords.feast(i);
            case DECADE ->
                new Written(Years.absolute(Unit.DECADE, 1900 + token.term().value(), "decade", false), i, i + 1);
            case ERA -> years.eraFirst(i);
            case AGO -> countedUnits.agoFirst(i);
            case LATER -> countedUnits.laterThis(i);
            case EARLIER -> countedUnits.earlierThis(i);
            case REST -> countedUnits.restOf(i);
            case PREPOSITION, IN_FUTURE -> Written.first(countedUnits.inUnits(i), countedUnits.inTheUnit(i));
            case WEEK_SIGN -> weekdays.weekSign(i);
            default -> null;
        };
    }

    /** "Vorjahr", "Vormonat". */
    private static Expression before(Unit unit) {
        return unit == Unit.YEAR
                ? new Shift(unit, -1, From.NARRATIVE, "year-before")
                : new PeriodBefore(Optional.of(unit), "period-before");
    }

    private @Nullable Written number(int i) {
        if (!text.isFreeBefore(i) || text.at(i - 1).is(Kind.NAMING)) {
            return null;
        }
        return Written.first(
                numericDates.numericDate(i),
                numericDates.spaced(i),
                numericDates.dotted(i),
                namedDays.dayFirst(i),
                yearParts.yearWithPart(i),
                yearParts.fiscalBehind(i),
                weekdays.numberedWeek(i),
                ordinals.ordinal(i),
                years.decade(i),
                countedUnits.counted(i),
                years.year(i));
    }
}
