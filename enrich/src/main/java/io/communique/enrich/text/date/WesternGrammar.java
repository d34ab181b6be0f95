package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.Around;
import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.MonthDay;
import io.communique.enrich.text.date.Expression.Nearest;
import io.communique.enrich.text.date.Expression.PartOf;
import io.communique.enrich.text.date.Expression.Range;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Stretch;
import io.communique.enrich.text.date.Expression.ToDate;
import io.communique.enrich.text.date.Expression.WeekOf;
import io.communique.enrich.text.date.Expression.Weekday;
import io.communique.enrich.text.date.Expression.WeekdayOf;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Expression.YearlyIn;
import io.communique.enrich.text.date.Term.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in languages that part words by spaces: English, German, French, Spanish. The order of day, month and year, of a unit and its
 * "last" or "next" is left open, so that one grammar serves all four; what the words mean is the {@link Lexicon}'s.
 *
 * <p>Each rule looks at a bounded number of tokens from where it begins, so reading takes time linear in the text.
 */
final class WesternGrammar {
    private static final Token END = new Token(-1, -1, " ", null, -1, false, false, -1, -1);
    private static final Set<String> ORDINAL_ENDINGS =
            Set.of("st", "nd", "rd", "th", "er", "e", "è", "ème", "º", "ª", "°");
    private static final Set<String> DASHES = Set.of("-", "–", "—", "~", "‑");
    private static final Set<String> CURRENCY_SIGNS =
            Set.of("$", "€", "£", "¥", "₩", "#", "№", "+", "=", "&", "@", "%");
    /** Months that are words or names as well. */
    private static final Set<String> AMBIGUOUS_MONTHS =
            Set.of("may", "march", "mar", "august", "april", "june", "jan", "dec", "nov");

    private static final Set<String> FEAST_WEEKDAYS =
            Set.of("good", "black", "easter", "cyber", "ash", "palm", "holy", "super", "bloody", "pentecost");
    private static final Set<String> STREETS =
            Set.of("street", "avenue", "road", "boulevard", "lane", "drive", "ave", "blvd", "rd", "st");
    private static final Set<String> OPEN_PREPOSITIONS = Set.of(
            "since", "until", "till", "by", "before", "after", "seit", "bis", "depuis", "avant", "desde", "hasta");
    private static final int YEAR_MAX = 2100;
    /** Earlier numbers are years only where a word says so. */
    private static final int PLAIN_YEAR_MIN = 1900;

    private static final int YEAR_MIN = 1000;

    private final List<Token> tokens;
    private final boolean monthFirst;
    private final Optional<String> country;
    private final String language;
    private final boolean english;

    WesternGrammar(List<Token> tokens, String language, boolean monthFirst, Optional<String> country) {
        this.tokens = tokens;
        this.monthFirst = monthFirst;
        this.country = country;
        this.language = language;
        this.english = language.equals("en");
    }

    /** Returns what is written, in the order of the text, apart from each other. */
    List<Written> read() {
        List<Written> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Written written = dated(at);
            if (written == null) {
                at++;
            } else {
                found.add(written);
                at = Math.max(written.next(), at + 1);
            }
        }
        return found;
    }

    // ---- ranges

    private @Nullable Written dated(int i) {
        // "Between now and 15 November": alone, "now" is no date.
        boolean now =
                at(i).is("now") && (at(i - 1).is(Kind.BETWEEN) || at(i - 1).is(Kind.FROM));
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
        Written right = part(skip(next, Kind.ARTICLE, Kind.OF));
        if (right == null || !canEnd(left.expression(), right.expression())) {
            return now ? null : left;
        }
        return new Written(
                new Range(left.expression(), right.expression()), left.first(), right.next(), List.of(left, right));
    }

    private static boolean canEnd(Expression left, Expression right) {
        return !(left instanceof Stretch
                || right instanceof Stretch
                || left instanceof Range
                || right instanceof Range);
    }

    /** Returns the token behind "to", a dash, or the "and" of "between"; -1 if there is none. */
    private int connected(Written left) {
        Token token = at(left.next());
        boolean between = isBetween(left.first());
        if (isDash(left.next()) || (token.is(Kind.AND) && between)) {
            return left.next() + 1;
        }
        return token.is(Kind.TO) ? skip(left.next() + 1, Kind.TO, Kind.ON) : -1;
    }

    private boolean isBetween(int i) {
        int before = i - 1;
        while (at(before).isAny(Kind.ARTICLE, Kind.ON)) {
            before--;
        }
        return at(before).is(Kind.BETWEEN);
    }

    // ---- early, mid, late

    private @Nullable Written part(int i) {
        Token token = at(i);
        Third third = token.is(Kind.EARLY)
                ? Third.EARLY
                : token.is(Kind.MID) ? Third.MID : token.is(Kind.LATE) ? Third.LATE : null;
        if (third == null) {
            return single(i);
        }
        int j = i + 1;
        while (isDash(j) || at(j).isAny(Kind.OF, Kind.ARTICLE) || at(j).is("in")) {
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

    // ---- one date

    private @Nullable Written single(int i) {
        Token token = at(i);
        if (token.isNumber()) {
            return number(i);
        }
        if (token.term() == null) {
            return null;
        }
        if (token.glued() && (at(i - 1).isNumber() || at(i - 1).isWord())) {
            return null;
        }
        return switch (token.term().kind()) {
            case MONTH -> month(i);
            case WEEKDAY -> weekday(i);
            case ORDINAL -> ordinal(i);
            case CARDINAL -> first(compoundOrdinal(i), counted(i));
            case ARTICLE -> article(i);
            case THIS, LAST, NEXT, PAST, COMING -> pointed(i, i);
            case SAME, THAT -> same(i, i);
            case UNIT -> unit(i);
            case UNIT_BEFORE ->
                new Written(new Shift(Unit.ofSize(token.term().value()), -1, From.NARRATIVE, "year-before"), i, i + 1);
            case SEASON -> season(i);
            case DAY_WORD -> dayWord(i);
            case QUARTER_SIGN, HALF_SIGN -> sign(i);
            case FISCAL -> fiscal(i);
            case FEAST -> feast(i);
            case DECADE -> new Written(absolute(Unit.DECADE, 1900 + token.term().value(), "decade", false), i, i + 1);
            case ERA -> eraFirst(i);
            case AGO -> agoFirst(i);
            case LATER -> laterThis(i);
            case PREPOSITION, IN_FUTURE -> inUnits(i);
            default -> null;
        };
    }

    private static @Nullable Written first(@Nullable Written... options) {
        for (Written option : options) {
            if (option != null) {
                return option;
            }
        }
        return null;
    }

    // ---- beginning with a number

    private @Nullable Written number(int i) {
        if (!isFreeBefore(i) || at(i - 1).is(Kind.NAMING)) {
            return null;
        }
        return first(numericDate(i), dayFirst(i), yearWithPart(i), ordinal(i), decade(i), counted(i), year(i));
    }

    /** "2018-05-17", "17/05/2018", "17.5.2018"; "22/04" behind a word that asks for a date. */
    private @Nullable Written numericDate(int i) {
        String separator = at(i + 1).lower();
        if (!at(i + 1).glued() || !"-/.".contains(separator) || !at(i + 2).glued()) {
            return null;
        }
        boolean second =
                at(i + 3).is(separator) && at(i + 3).glued() && at(i + 4).glued();
        if (second && at(i + 2).is(Kind.MONTH)) {
            return monthInside(i);
        }
        if (second
                && at(i + 4).is(Kind.MONTH)
                && at(i).digits() == 4
                && at(i + 2).isNumber()) {
            return written(full(at(i).number(), at(i + 4).term(), at(i + 2).number(), i), i, i + 5);
        }
        if (!second || !at(i + 4).isNumber() || !at(i + 2).isNumber()) {
            return separator.equals("/") || separator.equals(".") ? dayAndMonth(i) : null;
        }
        boolean range = isDash(i + 5) && at(i + 6).isNumber();
        if (!isFreeAfter(i + 4) && !(range && at(i + 4).digits() == 4)) {
            return null;
        }
        int a = at(i).number();
        int b = at(i + 2).number();
        int c = at(i + 4).number();
        if (at(i).digits() == 4 && at(i + 2).digits() <= 2 && at(i + 4).digits() <= 2) {
            return written(date(a, b, c, "numbers", i), i, i + 5);
        }
        boolean yearLast = at(i + 4).digits() == 4 || (at(i + 4).digits() == 2 && separator.equals("/"));
        if (!yearLast || at(i).digits() > 2 || at(i + 2).digits() > 2) {
            return null;
        }
        int year = at(i + 4).digits() == 4 ? c : shortYear(c);
        boolean month = (monthFirst && !separator.equals(".") && a <= 12) || b > 12;
        return written(month ? date(year, a, b, "numbers", i) : date(year, b, a, "numbers", i), i, i + 5);
    }

    /** "23/Sep/2020", "2019-Aug-1". */
    private @Nullable Written monthInside(int i) {
        Term month = at(i + 2).term();
        if (!at(i + 4).isNumber() || !isFreeAfter(i + 4)) {
            return null;
        }
        if (at(i).digits() == 4 && at(i + 4).digits() <= 2) {
            return written(full(at(i).number(), month, at(i + 4).number(), i), i, i + 5);
        }
        return at(i + 4).digits() == 4 && at(i).digits() <= 2
                ? written(full(at(i + 4).number(), month, at(i).number(), i), i, i + 5)
                : null;
    }

    private @Nullable Expression full(int year, @Nullable Term month, int day, int at) {
        return month == null ? null : date(year, month.value(), day, "day-month-year", at);
    }

    private @Nullable Written dayAndMonth(int i) {
        Token before = at(i - 1).isAny("(", ",") ? at(i - 2) : at(i - 1);
        boolean asked = before.isAny(Kind.ON, Kind.FROM, Kind.TO, Kind.WEEKDAY)
                || before.isAny("by", "since", "before", "after");
        if (!asked || !at(i + 2).isNumber() || at(i + 2).digits() > 2 || at(i).digits() > 2 || !isFreeAfter(i + 2)) {
            return null;
        }
        if (at(i + 1).is(".") && !before.is(Kind.WEEKDAY)) {
            return null;
        }
        int a = at(i).number();
        int b = at(i + 2).number();
        boolean month = (monthFirst && a <= 12) || b > 12;
        int number = month ? a : b;
        int day = month ? b : a;
        return number < 1 || number > 12 || day < 1 || day > 31
                ? null
                : new Written(Yearly.day(number, day, "day-and-month"), i, i + 3);
    }

    /** "3 May", "3rd of May 2018", "3. Mai", "3 to 5 May", "del 3 al 5 de mayo de 2018". */
    private @Nullable Written dayFirst(int i) {
        int day = at(i).digits() <= 2 ? at(i).number() : 0;
        return day < 1 || day > 31 ? null : dayFirst(i, day, afterDay(i + 1));
    }

    private @Nullable Written dayFirst(int i, int day, int next) {
        int month = monthBehind(next);
        if (month >= 0) {
            return withYear(i, new Days(monthValue(month), day, day), afterMonth(month));
        }
        int j = at(next).is(Kind.TO) || isDash(next) || (at(next).is(Kind.AND) && isBetween(i))
                ? skip(next + 1, Kind.ARTICLE, Kind.ON, Kind.TO)
                : -1;
        int last = j >= 0 && at(j).isNumber() && at(j).digits() <= 2 ? at(j).number() : 0;
        if (last <= day || last > 31) {
            return null;
        }
        int behind = monthBehind(afterDay(j + 1));
        return behind < 0 ? null : withYear(i, new Days(monthValue(behind), day, last), afterMonth(behind));
    }

    /** Returns the month token from {@code j} on, behind "of", "de", a dash; -1 if there is none. */
    private int monthBehind(int j) {
        int at = skip(j, Kind.OF, Kind.ARTICLE);
        if (at == j && (isDash(j) || at(j).is("/")) && at(j).glued()) {
            at++;
        }
        Token month = at(at);
        boolean lowerCase = english && !month.capital() && month.isAny("may", "march");
        return month.is(Kind.MONTH) && !lowerCase ? at : -1;
    }

    private int afterDay(int j) {
        int at = j;
        if (at(at).glued() && ORDINAL_ENDINGS.contains(at(at).lower())) {
            at++;
        } else if (at(at).is(".") && at(at).glued() && !at(at + 1).glued() && !english) {
            at++;
        }
        return at(at).is(Kind.UNIT) && unitOf(at) == Unit.DAY && at(at + 1).is(Kind.OF) ? at + 1 : at;
    }

    private int afterMonth(int month) {
        boolean dot = at(month + 1).is(".")
                && at(month + 1).glued()
                && at(month).lower().length() <= 5;
        boolean goesOn = at(month + 2).isNumber()
                || at(month + 2).isAny(",", "(")
                || at(month + 2).is(Kind.OF);
        return dot && goesOn && !at(month).is("may") ? month + 2 : month + 1;
    }

    private record Days(int month, int first, int last) {
        Yearly yearly() {
            return first == 0
                    ? Yearly.month(month, "month")
                    : new Yearly(month, first, month, last, first == last ? Unit.DAY : Unit.SPAN, "month-day");
        }
    }

    /** Adds the year that follows, if one does. */
    private Written withYear(int first, Days days, int next) {
        return withYear(first, days.yearly(), next, days.first == 0 ? "month-year" : "day-month-year");
    }

    private Written withYear(int first, Yearly part, int next, String rule) {
        int j = at(next).isAny(",", "(") ? next + 1 : next;
        if ((isDash(j) || at(j).is("/")) && at(j).glued() && at(j + 1).glued()) {
            j++;
        }
        j = skip(j, Kind.OF);
        j = at(j).isAny("in", "year") ? j + 1 : j;
        int year = yearAt(j);
        if (year < 0
                && j > next
                && at(j).digits() == 2
                && isFreeAfter(j)
                && (at(j - 1).is(Kind.OF) || at(j - 1).is("'"))) {
            year = shortYear(at(j).number());
        }
        if (year < 0
                && at(j).digits() == 3
                && isFreeAfter(j)
                && part.unit() != Unit.SPAN
                && !at(j + 1).is(Kind.COUNTED)) {
            year = at(j).number();
        }
        if (year >= 0) {
            int end = at(j + 1).is(Kind.ERA) ? j + 2 : j + 1;
            if (isBeforeChrist(j + 1)) {
                return new Written(part, first, next);
            }
            Written written = written(inYear(part, year, rule, first), first, end);
            return written == null ? new Written(new Absolute(NOTHING, false), first, end) : written;
        }
        Written shift = relativeYear(next);
        if (shift != null) {
            return new Written(new YearlyIn(part, shift.expression()), first, shift.next());
        }
        return listed(first, part, next, rule);
    }

    private boolean isPlural(Token unit) {
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

    /** Marks words that look like a date and are none, such as "31 June 2018". */
    private static final Span NOTHING = new Span(LocalDate.MIN, LocalDate.MIN, Unit.SPAN, "none");

    static boolean isNothing(Span span) {
        return span.from().equals(LocalDate.MIN);
    }

    /** "In May, June and July 2018": the year stands once, behind the last. */
    private Written listed(int first, Yearly part, int next, String rule) {
        int j = next;
        int month = part.fromMonth();
        for (int items = 0; items < 12 && (at(j).is(",") || at(j).is(Kind.AND) || at(j).is("&")); items++) {
            j = at(j).is(",") && at(j + 1).is(Kind.AND) ? j + 2 : j + 1;
            int day = at(j).digits() <= 2 && at(j).number() > 0 ? afterDay(j + 1) : j;
            int named = monthBehind(day);
            if (named < 0 || monthValue(named) < month) {
                break;
            }
            month = monthValue(named);
            j = afterMonth(named);
            if (day == j && at(j).digits() <= 2 && at(j).isNumber()) {
                j = afterDay(j + 1);
            }
            int year = yearAt(at(j).is(",") ? j + 1 : j);
            if (year >= 0) {
                Written written = written(inYear(part, year, rule, first), first, next);
                return written == null ? new Written(part, first, next) : written;
            }
        }
        return new Written(part, first, next);
    }

    /** "This year", "the same year", "of last year", "2017's". */
    private @Nullable Written relativeYear(int next) {
        int j = at(next).is(",") ? next + 1 : next;
        j = skip(j, Kind.OF);
        j = at(j).is("in") ? j + 1 : j;
        Written shift = at(j).is(Kind.ARTICLE) ? article(j) : isPointer(at(j)) ? pointed(j, j) : same(j, j);
        return shift != null && shift.expression() instanceof Shift found && found.unit() == Unit.YEAR ? shift : null;
    }

    /** "2017 Q1", "2019-H2", "2018 third quarter". */
    private @Nullable Written yearWithPart(int i) {
        if (at(i).digits() != 4) {
            return null;
        }
        int year = at(i).number();
        int j = isDash(i + 1) || at(i + 1).is("/") ? i + 2 : i + 1;
        Token sign = at(j);
        if (sign.isAny(Kind.QUARTER_SIGN, Kind.HALF_SIGN)
                && at(j + 1).isNumber()
                && at(j + 1).glued()) {
            int of = sign.is(Kind.QUARTER_SIGN) ? 4 : 2;
            int number = at(j + 1).number();
            return number < 1 || number > of || !isYear(year)
                    ? null
                    : written(inYear(Yearly.part(number, of, "quarter"), year, "quarter-year", i), i, j + 2);
        }
        return null;
    }

    /** "1Q 2018", "third quarter of 2018", "first half", "20th century", "15th to the 19th century". */
    private @Nullable Written ordinal(int i) {
        int value = at(i).isNumber() ? at(i).number() : value(i);
        int next = at(i).isNumber() ? afterDay(i + 1) : i + 1;
        if (at(i).isNumber()
                && at(i).digits() == 1
                && at(i + 1).glued()
                && at(i + 1).isAny(Kind.QUARTER_SIGN, Kind.HALF_SIGN)) {
            int of = at(i + 1).is(Kind.QUARTER_SIGN) ? 4 : 2;
            return value < 1 || value > of ? null : yearOrNothing(i, Yearly.part(value, of, "quarter"), i + 2);
        }
        if (at(i).isNumber() && next == i + 1) {
            return null;
        }
        return ordinal(i, value, next);
    }

    private @Nullable Written ordinal(int i, int value, int next) {
        if (value < 1) {
            return null;
        }
        int j = isDash(next) ? next + 1 : next;
        Token named = at(j);
        if (named.is(Kind.UNIT) && unitOf(j) == Unit.CENTURY && value <= 21) {
            return new Written(absolute(Unit.CENTURY, (value - 1) * 100, "century", false), i, j + 1);
        }
        if (named.is(Kind.UNIT) && unitOf(j) == Unit.QUARTER && value <= 4) {
            return part(i, Yearly.part(value, 4, "quarter"), j + 1);
        }
        boolean half = named.is(Kind.HALF) || (named.is(Kind.UNIT) && unitOf(j) == Unit.HALF_YEAR);
        if (half && value <= 2) {
            return half(i, Yearly.part(value, 2, "half"), j + 1);
        }
        Written ofMonth = named.is(Kind.WEEKDAY)
                ? weekdayOf(i, value, j)
                : named.is(Kind.UNIT) && unitOf(j) == Unit.WEEK ? weekOf(i, value, j) : null;
        if (ofMonth != null) {
            return ofMonth;
        }
        Written range = centuries(i, value, next);
        if (range != null) {
            return range;
        }
        return at(i).isNumber() || value > 31 ? null : dayFirst(i, value, next);
    }

    private @Nullable Written centuries(int i, int value, int next) {
        if (!at(next).is(Kind.TO) && !isDash(next) && !at(next).is(Kind.AND)) {
            return null;
        }
        int j = skip(next + 1, Kind.ARTICLE);
        Written right = at(j).isNumber() || at(j).is(Kind.ORDINAL) ? ordinal(j) : null;
        if (right == null
                || !(right.expression() instanceof Absolute last)
                || last.span().unit() != Unit.CENTURY) {
            return null;
        }
        Written left = new Written(absolute(Unit.CENTURY, (value - 1) * 100, "century", false), i, next);
        return at(next).is(Kind.AND)
                ? left
                : new Written(new Range(left.expression(), last), i, right.next(), List.of(left, right));
    }

    /** "The last week of July", "first week of 2019". */
    private @Nullable Written weekOf(int first, int number, int i) {
        Written whole = at(i + 1).is(Kind.OF) && number <= 5 ? whole(i + 2) : null;
        return whole == null ? null : new Written(new WeekOf(number, whole.expression()), first, whole.next());
    }

    /** "The first Monday of May". */
    private @Nullable Written weekdayOf(int first, int number, int i) {
        Written whole = at(i + 1).is(Kind.OF) && number != 0 && number <= 5 ? whole(i + 2) : null;
        return whole == null
                ? null
                : new Written(new WeekdayOf(number, DayOfWeek.of(value(i)), whole.expression()), first, whole.next());
    }

    /** Returns the month or year that begins at {@code i}. */
    private @Nullable Written whole(int i) {
        Written whole = single(skip(i, Kind.ARTICLE));
        if (whole == null) {
            return null;
        }
        Expression said = whole.expression();
        boolean fits = (said instanceof Yearly yearly && yearly.unit() == Unit.MONTH)
                || (said instanceof YearlyIn part && part.part().unit() == Unit.MONTH)
                || (said instanceof Absolute absolute
                        && (absolute.span().unit() == Unit.MONTH
                                || absolute.span().unit() == Unit.YEAR))
                || (said instanceof Shift shift && (shift.unit() == Unit.MONTH || shift.unit() == Unit.YEAR));
        return fits ? whole : null;
    }

    private @Nullable Written compoundOrdinal(int i) {
        int tens = value(i);
        int j = isDash(i + 1) ? i + 2 : i + 1;
        boolean compound = (tens == 20 || tens == 30) && at(j).is(Kind.ORDINAL) && value(j) < 10;
        return compound ? ordinal(i, tens + value(j), j + 1) : null;
    }

    private Written part(int i, Yearly part, int next) {
        Written written = fiscalPart(i, part, next);
        return written != null ? written : withYear(i, part, yearOf(next), "quarter-year");
    }

    /** "Of the year" adds nothing to "the third quarter". */
    private int yearOf(int next) {
        boolean ofTheYear = at(next).is(Kind.OF)
                && at(next + 1).is(Kind.ARTICLE)
                && isUnit(next + 2, Unit.YEAR)
                && !at(next + 3).isNumber();
        return ofTheYear ? next + 3 : next;
    }

    /** A half of a match is none of a year: unless it says of what, only "in the first half" is read. */
    private @Nullable Written half(int i, Yearly part, int next) {
        Written written = part(i, part, next);
        boolean said = written.next() > next || isUnit(next - 1, Unit.HALF_YEAR);
        boolean alone =
                !at(next).is(Kind.OF) && at(i - 1).is(Kind.ARTICLE) && at(i - 2).isAny("in", "during");
        return said || alone ? written : null;
    }

    private @Nullable Written yearOrNothing(int i, Yearly part, int next) {
        Written written = withYear(i, part, next, "quarter-year");
        return written.next() > next ? written : null;
    }

    /** "The second quarter of fiscal 2018": counted from where the fiscal year begins. */
    private @Nullable Written fiscalPart(int i, Yearly part, int next) {
        int j = skip(next, Kind.OF, Kind.ARTICLE);
        Written year = at(j).is(Kind.FISCAL) ? fiscal(j) : null;
        if (year == null || !(year.expression() instanceof Absolute whole)) {
            return null;
        }
        LocalDate from = whole.span().from().plusMonths(part.fromMonth() - 1L);
        LocalDate to = whole.span().from().plusMonths(part.toMonth()).minusDays(1);
        return new Written(new Absolute(new Span(from, to, part.unit(), "fiscal-quarter"), false), i, year.next());
    }

    /** "1990s", "1930's", "the '60s", "1990er Jahre". */
    private @Nullable Written decade(int i) {
        boolean apostrophe = isApostrophe(at(i + 1)) && at(i + 1).glued();
        int s = apostrophe ? i + 2 : i + 1;
        Token ending = at(s);
        boolean german = ending.isAny("er", "ern");
        int year = at(i).number();
        boolean plural = (ending.is("s") || (german && !apostrophe)) && (ending.glued() || at(i).digits() == 4);
        if (!plural || year % 10 != 0) {
            return null;
        }
        int next = german && isUnit(s + 1, Unit.YEAR) ? s + 2 : s + 1;
        if (at(i).digits() == 4 && isYear(year)) {
            // "The 1800s" are a century; the 2000s, so far, a decade.
            Unit unit = year % 100 == 0 && year < 2000 ? Unit.CENTURY : Unit.DECADE;
            return new Written(absolute(unit, year, "decade", false), i, next);
        }
        boolean shortForm = at(i).digits() == 2
                && year >= 20
                && (isApostrophe(at(i - 1)) || at(i - 1).is(Kind.ARTICLE));
        return shortForm ? new Written(absolute(Unit.DECADE, 1900 + year, "decade", false), i, next) : null;
    }

    // ---- years

    private @Nullable Written year(int i) {
        int year = at(i).number();
        if (at(i).digits() <= 4 && year > 0 && at(i + 1).is(Kind.ERA) && isUpper(i + 1)) {
            return new Written(absolute(Unit.YEAR, year, "year", false), i, i + 2);
        }
        if (at(i).digits() != 4 || !isYear(year) || !isYearWritten(i) || isBeforeChrist(i + 1)) {
            return null;
        }
        Written left = new Written(absolute(Unit.YEAR, year, "year", isAboutYear(i)), i, i + 1);
        Written range = shortRange(i, year, left);
        return range != null ? range : left;
    }

    /** "2016-17", "1892 – 94". */
    private @Nullable Written shortRange(int i, int year, Written left) {
        Token last = at(i + 2);
        boolean dash = isDash(i + 1) || (at(i + 1).is("/") && at(i + 1).glued());
        if (!dash
                || last.digits() != 2
                || !isFreeAfter(i + 2)
                || last.glued() != at(i + 1).glued()) {
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
        Token before = at(i - 1);
        Token after = at(i + 1);
        boolean range = isDash(i + 1)
                && at(i + 2).isNumber()
                && (at(i + 2).digits() == 4 || at(i + 2).digits() == 2);
        boolean slash = at(i + 1).is("/") && at(i + 1).glued() && at(i + 2).digits() == 2 && isFreeAfter(i + 2);
        if (!(isFreeAfter(i) || range || slash) || before.is(Kind.NAMING) || after.is(Kind.COUNTED) || isAddress(i)) {
            return false;
        }
        boolean grouped = (before.isNumber()
                        && !before.is(Kind.CARDINAL)
                        && !at(i).glued()
                        && before.sentence() == at(i).sentence())
                || (after.isNumber() && !after.glued() && after.digits() > 2);
        boolean asked = isAsked(i);
        if (grouped) {
            return false;
        }
        if (at(i).number() < PLAIN_YEAR_MIN && !asked && !range) {
            return false;
        }
        if (before.is("than") && at(i - 2).isAny("later", "earlier")) {
            return true;
        }
        if ((before.is(Kind.COUNTING) && !range)
                || (before.is(".") && at(i - 2).is(Kind.COUNTING))
                || isCurrencyCode(i - 1)) {
            return false;
        }
        boolean name = before.isWord()
                && before.capital()
                && before.term() == null
                && after.isWord()
                && after.capital()
                && after.term() == null
                && !isSentenceStart(i - 1);
        return !name && (asked || !isCount(i));
    }

    /** A preposition or bracket before a number lets it be a year of any age. */
    private boolean isAsked(int i) {
        Token before = at(i - 1);
        if (before.is(Kind.ARTICLE)) {
            return at(i).number() >= PLAIN_YEAR_MIN;
        }
        boolean year = before.is(Kind.UNIT) && unitOf(i - 1) == Unit.YEAR;
        boolean bracketed = before.is("(")
                && (at(i + 1).isAny(")", ",") || isDash(i + 1) || at(i + 1).is(":"));
        boolean connected =
                (isDash(i - 1) || before.isAny(Kind.TO, Kind.AND)) && at(i - 2).digits() == 4;
        boolean preposition = (before.isAny(Kind.PREPOSITION, Kind.FROM, Kind.BETWEEN, Kind.EARLIER, Kind.IN_FUTURE)
                        || before.isAny("of", "until", "till")
                        || before.isAny(Kind.EARLY, Kind.MID, Kind.LATE))
                && !before.is("for")
                && !before.is("par");
        boolean circa = before.is(".") && !at(i - 2).glued() && at(i - 2).isAny("c", "ca");
        boolean middle = isDash(i - 1) && at(i - 2).is(Kind.MID);
        boolean line = at(i - 1).paragraph() != at(i).paragraph() || at(i - 1).sentence() != at(i).sentence();
        return year
                || bracketed
                || connected
                || preposition
                || circa
                || middle
                || before.isAny("ca", "c")
                || (line
                        && (at(i + 1).sentence() != at(i).sentence()
                                || at(i + 1).isAny(",", ":")));
    }

    /** "2000 firms" and "with 1950 delegates": a plural behind the number, and nothing before it that asks for a year. */
    private boolean isCount(int i) {
        Token after = at(i + 1);
        return english
                && after.isWord()
                && !after.capital()
                && after.lower().endsWith("s")
                && after.lower().length() > 3
                && !at(i - 1).is(Kind.ARTICLE)
                && !after.is("was")
                && !after.is("as");
    }

    private boolean isAddress(int i) {
        for (int j = i + 1; j <= i + 3; j++) {
            if (!at(j).isWord() || !at(j).capital()) {
                return false;
            }
            if (j > i + 1 && STREETS.contains(at(j).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean isCurrencyCode(int i) {
        Token token = at(i);
        return token.isWord() && token.end() - token.start() == 3 && isUpper(i) && isIsoCurrency(token.lower());
    }

    private static boolean isIsoCurrency(String lower) {
        return switch (lower) {
            case "usd", "eur", "gbp", "jpy", "krw", "cny", "inr", "chf", "aud", "cad", "nzd", "sgd", "hkd", "rub" ->
                true;
            default -> false;
        };
    }

    private boolean isUpper(int i) {
        return at(i).capital();
    }

    private boolean isSentenceStart(int i) {
        return at(i - 1).sentence() != at(i).sentence();
    }

    private boolean isBeforeChrist(int i) {
        return at(i).isAny("bc", "bce") && at(i).capital();
    }

    /** Whether the text goes on about this year: "in 2017", "2017 saw", not "(2017)" nor "since 2017". */
    private boolean isAboutYear(int i) {
        Token before = at(i - 1);
        if (OPEN_PREPOSITIONS.contains(before.lower())) {
            return false;
        }
        return before.isAny(Kind.PREPOSITION, Kind.IN_FUTURE)
                || isSentenceStart(i)
                || before.is("(")
                || (before.is(Kind.UNIT) && unitOf(i - 1) == Unit.YEAR);
    }

    private @Nullable Written eraFirst(int i) {
        boolean era = at(i).capital()
                && at(i + 1).isNumber()
                && at(i + 1).digits() <= 4
                && at(i + 1).number() > 0;
        return era && isFreeAfter(i + 1)
                ? new Written(absolute(Unit.YEAR, at(i + 1).number(), "year", false), i, i + 2)
                : null;
    }

    // ---- beginning with a word

    private @Nullable Written month(int i) {
        Token month = at(i);
        if (english && !month.capital() && month.isAny("may", "march", "mar", "dec")) {
            return null;
        }
        int next = afterMonth(i);
        int j = (isDash(next) || at(next).is("/"))
                        && at(next).glued()
                        && at(next + 1).glued()
                ? next + 1
                : next;
        j = at(j).is(Kind.ARTICLE) ? j + 1 : j;
        int day = dayAt(j);
        if (day > 0) {
            return monthDay(i, monthValue(i), day, j);
        }
        Written whole = withYear(i, new Days(monthValue(i), 0, 0), next);
        return whole.next() > next || whole.expression() instanceof Absolute || isBareMonth(i) ? whole : null;
    }

    /** Returns the day that the token is: a number or a word ("eighteenth"); 0 if it is none. */
    private int dayAt(int j) {
        Token token = at(j);
        if (token.is(Kind.ORDINAL)) {
            return value(j) <= 20 || value(j) == 30 ? value(j) : 0;
        }
        if (token.is(Kind.CARDINAL) && value(j) >= 20 && at(ordinalWord(j)).is(Kind.ORDINAL)) {
            return value(j) + value(ordinalWord(j));
        }
        boolean day = token.isNumber() && token.digits() <= 2 && token.number() >= 1 && token.number() <= 31;
        boolean time = at(j + 1).isAny(":", ".")
                && at(j + 1).glued()
                && at(j + 2).isNumber()
                && at(j + 2).glued();
        boolean counted = at(j + 1).is(Kind.COUNTED) || at(j + 1).is("%");
        return day && !time && !counted ? token.number() : 0;
    }

    private int ordinalWord(int j) {
        return isDash(j + 1) ? j + 2 : j + 1;
    }

    private Written monthDay(int i, int month, int day, int j) {
        int next = at(j).is(Kind.CARDINAL) ? ordinalWord(j) + 1 : at(j).isNumber() ? afterDay(j + 1) : j + 1;
        next = afterBracketedDay(next);
        int last = lastDay(next, day);
        if (last > 0) {
            int end = afterDay(skip(next + 1, Kind.ARTICLE) + 1);
            return withYear(i, new Days(month, day, last), end);
        }
        return withYear(i, new Days(month, day, day), next);
    }

    /** "May 17 (Thu)". */
    private int afterBracketedDay(int next) {
        return at(next).is("(") && at(next + 1).is(Kind.WEEKDAY) && at(next + 2).is(")") ? next + 3 : next;
    }

    /** The "5" of "May 3-5"; 0 if there is none. */
    private int lastDay(int next, int first) {
        if (!isDash(next)
                && !at(next).is(Kind.TO)
                && !(at(next).is(Kind.AND) && at(next + 1).digits() <= 2)) {
            return 0;
        }
        if (at(next).is(Kind.AND)) {
            // "May 3 and 4": two days side by side are the span of both.
            return at(next + 1).number() == first + 1
                            && monthBehind(afterDay(next + 2)) < 0
                            && isFreeAfter(next + 1)
                            && !at(next + 2).isWord()
                    ? first + 1
                    : 0;
        }
        int j = skip(next + 1, Kind.ARTICLE);
        int last = dayAt(j);
        boolean own = monthBehind(afterDay(j + 1)) >= 0 || !at(j).isNumber();
        return last > first && !own && isFreeAfterDay(j) ? last : 0;
    }

    private boolean isFreeAfterDay(int j) {
        return isFreeAfter(j) || ORDINAL_ENDINGS.contains(at(j + 1).lower());
    }

    /** Without day and year a month needs a word that asks for a time; "May" and "March", which are names and verbs, more than others. */
    private boolean isBareMonth(int i) {
        Token month = at(i);
        boolean full = month.lower().length() > 3 && !month.isAny("march", "sept");
        if (english && !month.capital() && !full) {
            return false;
        }
        Token before = at(i - 1);
        int joint = i + 1;
        boolean opens = (isDash(joint) || at(joint).is(Kind.TO))
                && at(joint + 1).is(Kind.MONTH)
                && at(joint + 1).capital();
        boolean asked =
                before.isAny(Kind.PREPOSITION, Kind.FROM, Kind.TO, Kind.EARLIER, Kind.BETWEEN, Kind.IN_FUTURE, Kind.AGO)
                        || before.is("of")
                        || (!english && before.isAny(Kind.OF, Kind.ON))
                        || before.isAny(Kind.EARLY, Kind.MID, Kind.LATE)
                        || (isDash(i - 1) && at(i - 2).is(Kind.MID));
        boolean series = (before.isAny(Kind.AND, Kind.TO) || isDash(i - 1) || before.is(","))
                && at(i - 2).is(Kind.MONTH);
        boolean verb = english
                && AMBIGUOUS_MONTHS.contains(month.lower())
                && before.isAny("for", "before", "after", "to", "about", "by")
                && at(i + 1).isWord()
                && at(i + 1).term() == null;
        boolean name = at(i + 1).isWord()
                && at(i + 1).capital()
                && at(i + 1).term() == null
                && at(i + 1).sentence() == month.sentence();
        return (asked
                        || (series && full)
                        || opens
                        || (before.is(Kind.ARTICLE) && at(i - 2).is("in")))
                && !verb
                && !name;
    }

    private @Nullable Written weekday(int i) {
        Token day = at(i);
        boolean brief = english && day.end() - day.start() <= 5;
        if ((brief && !day.capital())
                || at(i + 1).isAny("mornings", "afternoons", "evenings", "nights")
                || at(i - 1).is(Kind.EVERY)
                || (at(i - 1).is("other") && at(i - 2).is(Kind.EVERY))
                || FEAST_WEEKDAYS.contains(at(i - 1).lower())) {
            return null;
        }
        int j = i + 1;
        while (j < i + 4 && (at(j).isAny(",", ".", "(") || at(j).isAny(Kind.ARTICLE, Kind.ON))) {
            j++;
        }
        Written date = at(j).isNumber() ? first(numericDate(j), dayFirst(j)) : at(j).is(Kind.MONTH) ? month(j) : null;
        if (date != null) {
            return date.from(i);
        }
        Optional<Integer> week = weekBehind(i + 1);
        DayOfWeek value = DayOfWeek.of(value(i));
        if (week.isPresent()) {
            return new Written(new Weekday(value, week, "weekday-of-week"), i, weekEnd(i + 1));
        }
        if (at(i + 1).is(Kind.LAST) || (at(i + 1).is(Kind.NEXT) && !english)) {
            return new Written(pointedWeekday(value, at(i + 1)), i, i + 2);
        }
        if (at(i + 1).is(Kind.ARTICLE) && dayAt(i + 2) > 0 && monthBehind(afterDay(i + 3)) < 0) {
            int next = at(i + 2).is(Kind.CARDINAL)
                    ? ordinalWord(i + 2) + 1
                    : at(i + 2).isNumber() ? afterDay(i + 3) : i + 3;
            return new Written(new MonthDay(dayAt(i + 2), "day"), i, next);
        }
        // "The Sunday Herald" is a newspaper.
        boolean name = english
                && at(i + 1).capital()
                && at(i + 1).term() == null
                && at(i + 1).sentence() == day.sentence()
                && at(i - 1).is(Kind.ARTICLE);
        return brief || name ? null : new Written(new Weekday(value, Optional.empty(), "weekday"), i, i + 1);
    }

    private Optional<Integer> weekBehind(int j) {
        int at = weekStart(j);
        Written shift = isPointer(at(at)) ? pointed(at, at) : null;
        return shift != null && shift.expression() instanceof Shift week && week.unit() == Unit.WEEK
                ? Optional.of(week.count())
                : Optional.empty();
    }

    private int weekStart(int j) {
        int at = at(j).is(Kind.DAY_PART) ? j + 1 : j;
        return skip(at(at).is(",") ? at + 1 : at, Kind.OF, Kind.ARTICLE);
    }

    private int weekEnd(int j) {
        return weekStart(j) + 2;
    }

    private static boolean isPointer(Token token) {
        return token.isAny(Kind.THIS, Kind.LAST, Kind.NEXT, Kind.PAST, Kind.COMING);
    }

    private static int direction(Token pointer) {
        return pointer.isAny(Kind.LAST, Kind.PAST) ? -1 : pointer.is(Kind.THIS) ? 0 : 1;
    }

    private static Weekday pointedWeekday(DayOfWeek day, Token pointer) {
        int direction = direction(pointer);
        return new Weekday(
                day,
                direction < 0 ? Optional.empty() : Optional.of(direction),
                direction < 0 ? "last-weekday" : "weekday-of-week");
    }

    /** "The" belongs to some dates: "the year before", "the same year", "the following month". */
    private @Nullable Written article(int i) {
        Token next = at(i + 1);
        if (next.is(Kind.SAME)) {
            return same(i, i + 1);
        }
        if (isPointer(next)) {
            return pointed(i, i + 1);
        }
        if (next.is(Kind.UNIT)) {
            return first(dayBesideDayWord(i), overNext(i), weekOfDay(i, i + 1), counted(i, 1, i + 1));
        }
        if (at(i + 1).isNumber() || next.is(Kind.CARDINAL)) {
            // "The 5 upcoming years", "the two past weeks".
            boolean pointed = isPointer(at(i + 2)) && at(i + 3).is(Kind.UNIT);
            return pointed ? stretch(i, count(i + 1), at(i + 2), i + 3) : ordinalDay(i);
        }
        return null;
    }

    /** "On the 18th", with nothing behind it that it could be the 18th of. */
    private @Nullable Written ordinalDay(int i) {
        int next = at(i + 1).isNumber() ? afterDay(i + 2) : i;
        boolean ordinal =
                english && next > i + 2 && at(i - 1).is(Kind.ON) && at(i + 1).digits() <= 2;
        Token after = at(next);
        boolean closed = !after.isWord() || after.sentence() != at(i).sentence() || after.is(Kind.PREPOSITION);
        int day = at(i + 1).number();
        return ordinal && closed && day >= 1 && day <= 31 ? new Written(new MonthDay(day, "day"), i, next) : null;
    }

    /** "The day after tomorrow", "the day before yesterday". */
    private @Nullable Written dayBesideDayWord(int i) {
        boolean day = isUnit(i + 1, Unit.DAY) && at(i + 3).is(Kind.DAY_WORD);
        if (!day || !at(i + 2).isAny("after", "before")) {
            return null;
        }
        int step = at(i + 2).is("after") ? 1 : -1;
        return new Written(new Shift(Unit.DAY, value(i + 3) + step, From.PUBLICATION, "day-word"), i, i + 4);
    }

    /** "The week after next", "the year before last". */
    private @Nullable Written overNext(int i) {
        boolean after = at(i + 2).is("after") && at(i + 3).is("next");
        boolean before = at(i + 2).is("before") && at(i + 3).is("last");
        return after || before
                ? new Written(new Shift(unitOf(i + 1), after ? 2 : -2, From.PUBLICATION, "over-next"), i, i + 4)
                : null;
    }

    /** "The week of May 14", "the week beginning on 3 May". */
    private @Nullable Written weekOfDay(int first, int i) {
        boolean week =
                isUnit(i, Unit.WEEK) && at(i + 1).isAny("of", "from", "starting", "beginning", "commencing", "ending");
        Written day = week ? single(skip(i + 2, Kind.ON, Kind.ARTICLE)) : null;
        boolean exact = day != null
                && ((day.expression() instanceof Yearly yearly && yearly.unit() == Unit.DAY)
                        || (day.expression() instanceof Absolute absolute
                                && absolute.span().unit() == Unit.DAY));
        return day != null && exact ? new Written(new Around(Unit.WEEK, day.expression()), first, day.next()) : null;
    }

    private @Nullable Written pointed(int first, int i) {
        Token pointer = at(i);
        Token next = at(i + 1);
        int at = i + 1;
        if (pointer.is(Kind.THIS) && next.isAny(Kind.PAST, Kind.COMING)) {
            return pointed(first, i + 1);
        }
        if (next.is("calendar") && isUnit(i + 2, Unit.YEAR)) {
            return pointedUnit(first, pointer, i + 2);
        }
        if (next.is(Kind.CARDINAL) || next.isNumber()) {
            return at(i + 2).is(Kind.UNIT) && !pointer.is(Kind.THIS)
                    ? stretch(first, count(i + 1), pointer, i + 2)
                    : null;
        }
        if (next.is(Kind.UNIT)) {
            return pointedUnit(first, pointer, at);
        }
        boolean told = pointer.isAny("following", "previous", "preceding");
        if (next.is(Kind.MONTH) && (!english || next.capital()) && !told) {
            return nearest(first, Yearly.month(value(at), "nearest-month"), pointer, at + 1);
        }
        if (next.is(Kind.SEASON) && !told) {
            return nearest(first, season(next), pointer, at + 1);
        }
        if (next.is(Kind.WEEKDAY)) {
            Written ofMonth = weekdayOf(first, pointer.is(Kind.LAST) ? -1 : 0, at);
            if (ofMonth != null) {
                return ofMonth;
            }
            Written dated = weekday(at);
            return dated != null && dated.next() > at + 1
                    ? dated.from(first)
                    : new Written(pointedWeekday(DayOfWeek.of(value(at)), pointer), first, at + 1);
        }
        if (next.is(Kind.DAY_PART) && (pointer.is(Kind.THIS) || (pointer.is(Kind.LAST) && next.is("night")))) {
            return new Written(new Shift(Unit.DAY, direction(pointer), From.PUBLICATION, "day-word"), first, at + 1);
        }
        return null;
    }

    private Written nearest(int first, Yearly part, Token pointer, int next) {
        Written written = withYear(first, part, next, "month-year");
        return written.next() > next ? written : new Written(new Nearest(part, direction(pointer)), first, next);
    }

    private @Nullable Written pointedUnit(int first, Token pointer, int i) {
        Unit unit = unitOf(i);
        int direction = direction(pointer);
        boolean article = first < i - 1;
        Written week = unit == Unit.WEEK && pointer.is(Kind.LAST) ? weekOf(first, -1, i) : null;
        if (week != null) {
            return week;
        }
        boolean plural = isPlural(at(i));
        if (plural
                || (unit == Unit.DECADE && direction < 0)
                || (pointer.is("past") && unit.size() >= Unit.MONTH.size())) {
            return plural ? null : stretch(first, 1, pointer, i);
        }
        boolean told = pointer.isAny("following", "preceding", "previous")
                || (pointer.is("next") && article && unit == Unit.DAY);
        if (told && (article || pointer.is("following"))) {
            return shift(first, unit, direction, direction > 0 ? From.STORY : From.NARRATIVE, i + 1);
        }
        Written written =
                new Written(new Shift(unit, direction, From.PUBLICATION, pointedRule(unit, direction)), first, i + 1);
        return unit == Unit.WEEK
                ? weekdayBehind(first, direction, i + 1, written)
                : unit == Unit.YEAR ? partBehind(first, written) : written;
    }

    private static String pointedRule(Unit unit, int direction) {
        return (direction < 0 ? "last-" : direction > 0 ? "next-" : "this-") + name(unit);
    }

    static String name(Unit unit) {
        return switch (unit) {
            case DAY -> "day";
            case WEEKEND -> "weekend";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case HALF_YEAR -> "half";
            case YEAR -> "year";
            case DECADE -> "decade";
            case CENTURY -> "century";
            case SPAN -> "span";
        };
    }

    /** "Next week on Tuesday". */
    private Written weekdayBehind(int first, int week, int next, Written whole) {
        int j = skip(at(next).is(",") ? next + 1 : next, Kind.ON);
        return at(j).is(Kind.WEEKDAY)
                ? new Written(new Weekday(DayOfWeek.of(value(j)), Optional.of(week), "weekday-of-week"), first, j + 1)
                : whole;
    }

    /** "Next year's first quarter". */
    private Written partBehind(int first, Written year) {
        int j = year.next();
        if (!isApostrophe(at(j)) || !at(j + 1).is("s")) {
            return year;
        }
        Written part = at(j + 2).is(Kind.ORDINAL) ? ordinal(j + 2) : at(j + 2).is(Kind.MONTH) ? month(j + 2) : null;
        return part != null && part.expression() instanceof Yearly yearly
                ? new Written(new YearlyIn(yearly, year.expression()), first, part.next())
                : year;
    }

    private @Nullable Written stretch(int first, int count, Token pointer, int unit) {
        int signed = direction(pointer) < 0 ? -count : count;
        return count < 1 || pointer.is(Kind.THIS) || isUnit(unit, Unit.CENTURY)
                ? null
                : new Written(new Stretch(unitOf(unit), signed, "stretch"), first, unit + 1);
    }

    private @Nullable Written same(int first, int i) {
        int j = at(i).isAny(Kind.SAME, Kind.THAT) ? i + 1 : i;
        j = at(j).is(Kind.SAME) ? j + 1 : j;
        boolean unit = j > i && at(j).is(Kind.UNIT) && !at(j).lower().endsWith("days");
        return unit && unitOf(j) != Unit.WEEKEND
                ? new Written(new Shift(unitOf(j), 0, From.SAME, "same-" + name(unitOf(j))), first, j + 1)
                : null;
    }

    // ---- counted units

    private @Nullable Written counted(int i) {
        int count = count(i);
        // "5 upcoming years", "cinq dernières années".
        if (count > 1 && isPointer(at(i + 1)) && at(i + 2).is(Kind.UNIT)) {
            return stretch(i, count, at(i + 1), i + 2);
        }
        int unit = at(i + 1).is(Kind.COUNTED) ? -1 : i + 1;
        return count < 1 || unit < 0 || !at(unit).is(Kind.UNIT) ? null : counted(i, count, unit);
    }

    /** "Two years ago", "a year later", "the year before". */
    private @Nullable Written counted(int first, int count, int i) {
        Token after = at(i + 1);
        Unit unit = unitOf(i);
        if (unit == Unit.DECADE && after.isAny(Kind.AGO, Kind.LATER)) {
            // Counted from a year, not from a decade.
            Shift years = after.is(Kind.AGO)
                    ? new Shift(Unit.YEAR, -10 * count, From.PUBLICATION, "ago")
                    : new Shift(Unit.YEAR, 10 * count, From.STORY, "later");
            return new Written(years, first, i + 2);
        }
        if (after.is(Kind.AGO) && english) {
            return new Written(new Shift(unit, -count, From.PUBLICATION, "ago"), first, i + 2);
        }
        if (after.is("plus") && at(i + 2).is("tard")) {
            return new Written(new Shift(unit, count, From.STORY, "later"), first, i + 3);
        }
        if (after.is(Kind.LATER)) {
            return new Written(new Shift(unit, count, From.STORY, "later"), first, i + 2);
        }
        if (after.is(Kind.EARLIER) && (!after.is("before") || isClosed(i + 2))) {
            return shift(first, unit, -count, From.NARRATIVE, i + 2);
        }
        if (after.isAny("before", "after", "from") && at(i + 2).is(Kind.DAY_WORD) && unit.size() <= Unit.WEEK.size()) {
            int days = (unit == Unit.WEEK ? 7 : 1) * (after.is("before") ? -count : count) + value(i + 2);
            return new Written(new Shift(Unit.DAY, days, From.PUBLICATION, "beside-day-word"), first, i + 3);
        }
        boolean fromNow = after.is("from") && at(i + 2).isAny("now", "today", "tomorrow");
        if (fromNow) {
            int extra = at(i + 2).is("tomorrow") ? 1 : 0;
            Shift shift = unit == Unit.WEEK
                    ? new Shift(Unit.DAY, 7 * count + extra, From.PUBLICATION, "from-now")
                    : new Shift(unit, count + (unit == Unit.DAY ? extra : 0), From.PUBLICATION, "from-now");
            return new Written(shift, first, i + 3);
        }
        return postponed(first, count, i);
    }

    /** "Le mois dernier", "el año pasado": what points stands behind the unit. */
    private @Nullable Written postponed(int first, int count, int i) {
        Token pointer = at(i + 1);
        if (english || count != 1 || !pointer.isAny(Kind.LAST, Kind.NEXT)) {
            return null;
        }
        boolean told = pointer.lower().startsWith("précédent")
                || pointer.is("anterior")
                || pointer.lower().startsWith("suivant")
                || pointer.lower().startsWith("siguiente");
        int direction = direction(pointer);
        return told
                ? shift(first, unitOf(i), direction, direction > 0 ? From.STORY : From.NARRATIVE, i + 2)
                : new Written(
                        new Shift(unitOf(i), direction, From.PUBLICATION, pointedRule(unitOf(i), direction)),
                        first,
                        i + 2);
    }

    private static Written shift(int first, Unit unit, int count, From from, int next) {
        String rule = name(unit) + (count < 0 ? "-before" : "-after");
        return new Written(new Shift(unit, count, from, rule), first, next);
    }

    /** "The year before" ends there; "the year before the war" does not. */
    private boolean isClosed(int i) {
        Token next = at(i);
        return !next.isWord()
                || next.sentence() != at(i - 1).sentence()
                || next.isAny(Kind.AND, Kind.PREPOSITION, Kind.TO, Kind.OF);
    }

    private @Nullable Written unit(int i) {
        if (isUnit(i, Unit.DECADE) || isUnit(i, Unit.YEAR)) {
            int j = skip(i + 1, Kind.OF, Kind.ARTICLE);
            boolean plural = isUnit(i, Unit.DECADE) || at(i).isAny("années", "años");
            if (plural
                    && at(j).digits() == 4
                    && at(j).number() % 10 == 0
                    && isYear(at(j).number())
                    && at(j + 1).term() == null) {
                return new Written(absolute(Unit.DECADE, at(j).number(), "decade", false), i, j + 1);
            }
        }
        if (at(i + 1).is("to") && at(i + 2).is("date")) {
            return new Written(new ToDate(unitOf(i)), i, i + 3);
        }
        Written week = weekOfDay(i, i);
        return week != null || english ? week : counted(i, 1, i);
    }

    /** "Vor zwei Jahren", "hace dos años". */
    private @Nullable Written agoFirst(int i) {
        // "Il y a deux ans."
        int j = at(i).is("il") ? (at(i + 1).is("y") && at(i + 2).is("a") ? i + 3 : -1) : i + 1;
        int count = english || j < 0 ? 0 : count(j);
        return count >= 1 && at(j + 1).is(Kind.UNIT)
                ? new Written(new Shift(unitOf(j + 1), -count, From.PUBLICATION, "ago"), i, j + 2)
                : null;
    }

    /** "Later this year": what is left of it. */
    private @Nullable Written laterThis(int i) {
        boolean rest = at(i + 1).is(Kind.THIS)
                && at(i + 2).is(Kind.UNIT)
                && unitOf(i + 2).size() > Unit.DAY.size();
        return rest ? new Written(new Shift(unitOf(i + 2), 0, From.PUBLICATION, "later-this"), i, i + 3) : null;
    }

    /** "In two weeks", which is a date where the sentence is about the future only. */
    private @Nullable Written inUnits(int i) {
        boolean in = at(i).isAny("in", "dans", "en");
        int count = in ? count(i + 1) : 0;
        boolean closed = at(i + 3).sentence() != at(i).sentence()
                || !at(i + 3).isWord()
                || at(i + 3).is("time")
                || at(i + 3).term() != null;
        return count >= 1
                        && at(i + 2).is(Kind.UNIT)
                        && closed
                        && !at(i + 3).is(Kind.EARLIER)
                        && !at(i + 3).is(Kind.LATER)
                ? new Written(new Shift(unitOf(i + 2), count, From.PUBLICATION, "in-units"), i, i + 3)
                : null;
    }

    // ---- seasons, words for days, signs, fiscal years

    private static Yearly season(Token token) {
        int season = token.term() == null ? 1 : token.term().value();
        int from = season * 3;
        return new Yearly(from, 0, season == 4 ? 2 : from + 2, 0, Unit.SPAN, "season");
    }

    private @Nullable Written season(int i) {
        Yearly part = season(at(i));
        Written written = withYear(i, part, i + 1, "season-year");
        if (written.next() == i + 1) {
            return null;
        }
        // "The winter of 1776-77".
        boolean dash = isDash(written.next()) || at(written.next()).is("/");
        return dash && at(written.next() + 1).digits() == 2
                ? new Written(written.expression(), i, written.next() + 2)
                : written;
    }

    /** "Christmas", "Christmas Day 2018"; not "Christmas Island". */
    private @Nullable Written feast(int i) {
        boolean eve = at(i + 1).is("eve");
        int next = eve || at(i + 1).is("day") ? i + 2 : i + 1;
        boolean name = at(next).capital() && at(next).sentence() == at(i).sentence();
        return name ? null : withYear(i, Yearly.day(12, value(i) - (eve ? 1 : 0), "feast"), next, "feast");
    }

    private @Nullable Written dayWord(int i) {
        Token word = at(i);
        boolean name = english && word.capital() && at(i - 1).capital() && !isSentenceStart(i);
        boolean morning = word.is("mañana") && at(i - 1).is(Kind.ARTICLE);
        if (name || morning || (word.is("morgen") && word.capital())) {
            return null;
        }
        int next = word.is("aujourd") && isApostrophe(at(i + 1)) ? i + 3 : i + 1;
        return new Written(new Shift(Unit.DAY, value(i), From.PUBLICATION, "day-word"), i, next);
    }

    /** "Q3 2017", "Q3", "H1 2018". A half without its year may be anything. */
    private @Nullable Written sign(int i) {
        boolean quarter = at(i).is(Kind.QUARTER_SIGN);
        int number = at(i + 1).digits() == 1 && at(i + 1).glued() ? at(i + 1).number() : 0;
        int of = quarter ? 4 : 2;
        if (number < 1 || number > of || (at(i + 2).glued() && at(i + 2).isWord()) || (!at(i).capital() && !quarter)) {
            return null;
        }
        Written written = part(i, Yearly.part(number, of, "quarter"), i + 2);
        return written.next() > i + 2 || quarter ? written : null;
    }

    /** "FY2018", "fiscal year 2018", "FY 2018-19", "financial year 2018/19". */
    private @Nullable Written fiscal(int i) {
        int j = isUnit(i + 1, Unit.YEAR) ? i + 2 : i + 1;
        Token year = at(j);
        if (!year.isNumber() || (year.digits() != 4 && year.digits() != 2) || (at(i).is("financial") && j == i + 1)) {
            return null;
        }
        int name = year.digits() == 4 ? year.number() : shortYear(year.number());
        Token second = at(j + 2);
        boolean two = (isDash(j + 1) || at(j + 1).is("/"))
                && second.isNumber()
                && second.number() % 100 == (name + 1) % 100
                && second.glued();
        boolean ending = two && FiscalYears.isNamedByItsEnd(country);
        boolean calendar = at(i).is("cy");
        Span span = calendar
                ? Unit.YEAR.around(LocalDate.of(name, 1, 1), "year")
                : two && !FiscalYears.isKnown(country)
                        ? twoYears(name)
                        : FiscalYears.of(ending ? name + 1 : name, country, "fiscal-year");
        return isYear(name) ? new Written(new Absolute(span, false), i, two ? j + 3 : j + 1) : null;
    }

    private static Span twoYears(int first) {
        return new Span(LocalDate.of(first, 1, 1), LocalDate.of(first + 1, 12, 31), Unit.SPAN, "fiscal-year");
    }

    // ---- making

    private @Nullable Expression inYear(Yearly part, int year, String rule, int first) {
        Yearly named = new Yearly(part.fromMonth(), part.fromDay(), part.toMonth(), part.toDay(), part.unit(), rule);
        return named.in(year)
                .map(span -> (Expression) new Absolute(span, !isOpen(first)))
                .orElse(null);
    }

    private @Nullable Expression date(int year, int month, int day, String rule, int first) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return new Absolute(new Span(date, date, Unit.DAY, rule), !isOpen(first));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private boolean isOpen(int first) {
        return OPEN_PREPOSITIONS.contains(at(first - 1).lower());
    }

    private static Expression absolute(Unit unit, int year, String rule, boolean named) {
        return new Absolute(unit.around(LocalDate.of(year, 1, 1), rule), named);
    }

    private static @Nullable Written written(@Nullable Expression expression, int first, int next) {
        return expression == null ? null : new Written(expression, first, next);
    }

    // ---- looking at tokens

    private Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : END;
    }

    private int value(int i) {
        Term term = at(i).term();
        return term == null ? 0 : term.value();
    }

    private int monthValue(int i) {
        return value(i);
    }

    private Unit unitOf(int i) {
        return Unit.ofSize(value(i));
    }

    private boolean isUnit(int i, Unit unit) {
        return at(i).is(Kind.UNIT) && unitOf(i) == unit;
    }

    private int count(int i) {
        return at(i).isNumber() && at(i).digits() <= 3 ? at(i).number() : at(i).is(Kind.CARDINAL) ? value(i) : 0;
    }

    private int skip(int i, Kind... kinds) {
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

    private boolean isDash(int i) {
        return DASHES.contains(at(i).lower());
    }

    private static boolean isApostrophe(Token token) {
        return token.isAny("'", "’", "‘");
    }

    private static boolean isYear(int year) {
        return year >= YEAR_MIN && year <= YEAR_MAX;
    }

    /** Returns the year of four digits that stands at {@code i}; -1 if none does. */
    private int yearAt(int i) {
        Token token = at(i);
        boolean range = isDash(i + 1) && (at(i + 2).isNumber() || at(i + 2).is(Kind.MONTH));
        return token.digits() == 4 && isYear(token.number()) && (isFreeAfter(i) || range) ? token.number() : -1;
    }

    private static int shortYear(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    /** Whether the number begins where it seems to: not inside a price, a version, a name with a hyphen or a longer number. */
    private boolean isFreeBefore(int i) {
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

    private boolean isFreeAfter(int i) {
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
