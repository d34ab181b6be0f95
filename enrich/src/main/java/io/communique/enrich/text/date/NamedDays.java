package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.MonthDay;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads days and months that are named: "3 May 2018", "May 3-5", "in July", "on the 18th". */
final class NamedDays {
    private static final Set<String> ORDINAL_ENDINGS =
            Set.of("st", "nd", "rd", "th", "er", "e", "è", "ème", "º", "ª", "°");
    /** Months that are words or names as well. */
    private static final Set<String> AMBIGUOUS_MONTHS =
            Set.of("may", "march", "mar", "august", "april", "june", "jan", "dec", "nov");

    /** Words that no noun begins with, so that "on the 5th they left" speaks of a day. */
    private static final Set<String> BEHIND_DAY =
            Set.of("he", "she", "it", "they", "we", "i", "the", "a", "an", "his", "her", "their", "and", "but", "when");

    /** What is held or told of in a May; a cabinet or a premiership may be of a Mrs May. */
    private static final Set<String> OF_MONTH = Set.of(
            "meeting",
            "election",
            "elections",
            "summit",
            "report",
            "session",
            "deadline",
            "vote",
            "figures",
            "data",
            "issue",
            "edition",
            "talks",
            "forecast",
            "forecasts",
            "survey",
            "reading");

    private static final Set<String> EVENTS = Set.of("massacre", "movement", "revolution", "uprising");

    private final WesternGrammar grammar;
    private final Tokens text;

    NamedDays(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    /** "3 May", "3rd of May 2018", "3. Mai", "3 to 5 May", "del 3 al 5 de mayo de 2018". */
    @Nullable
    Written dayFirst(int i) {
        int day = text.at(i).digits() <= 2 ? text.at(i).number() : 0;
        return day < 1 || day > 31 ? null : dayFirst(i, day, afterDay(i + 1));
    }

    @Nullable
    Written dayFirst(int i, int day, int next) {
        int month = monthBehind(next);
        if (month >= 0) {
            return withYear(i, new Days(text.value(month), day, day), afterMonth(month));
        }
        int j = text.at(next).is(Kind.TO) || text.isDash(next) || (text.at(next).is(Kind.AND) && text.isBetween(i))
                ? text.skip(next + 1, Kind.ARTICLE, Kind.ON, Kind.TO)
                : -1;
        int last = j >= 0 && text.at(j).isNumber() && text.at(j).digits() <= 2
                ? text.at(j).number()
                : 0;
        if (last <= day || last > 31) {
            return listed(i, day, next);
        }
        int behind = monthBehind(afterDay(j + 1));
        return behind < 0
                ? listed(i, day, next)
                : withYear(i, new Days(text.value(behind), day, last), afterMonth(behind));
    }

    /** The "3" of "3, 4 and 5 June 2018": a day of the month that stands behind the last. */
    private @Nullable Written listed(int i, int day, int next) {
        int j = text.at(next).is(",") ? next + 1 : next;
        j = text.at(j).is(Kind.AND) ? j + 1 : j;
        boolean later = j > next && text.at(j).digits() <= 2 && text.at(j).number() > day;
        Written behind = later ? dayFirst(j) : null;
        if (behind == null) {
            return null;
        }
        if (behind.expression() instanceof Yearly yearly && yearly.unit() == Unit.DAY) {
            return new Written(Yearly.day(yearly.fromMonth(), day, yearly.rule()), i, next);
        }
        return behind.expression() instanceof Absolute absolute
                        && absolute.span().unit() == Unit.DAY
                        && day <= absolute.span().from().lengthOfMonth()
                ? new Written(
                        new Absolute(
                                Unit.DAY.around(
                                        absolute.span().from().withDayOfMonth(day),
                                        absolute.span().rule()),
                                absolute.named()),
                        i,
                        next)
                : null;
    }

    /** Returns the month token from {@code j} on, behind "of", "de", a dash; -1 if there is none. */
    int monthBehind(int j) {
        int at = text.skip(j, Kind.OF, Kind.ARTICLE);
        if (at == j && (text.isDash(j) || text.at(j).is("/")) && text.at(j).glued()) {
            at++;
        }
        Token month = text.at(at);
        boolean lowerCase = text.isEnglish() && !month.capital() && month.isAny("may", "march");
        return month.is(Kind.MONTH) && !lowerCase ? at : -1;
    }

    int afterDay(int j) {
        int at = j;
        if (text.at(at).glued() && ORDINAL_ENDINGS.contains(text.at(at).lower())) {
            at++;
        } else if (text.at(at).is(".")
                && text.at(at).glued()
                && !text.at(at + 1).glued()
                && !text.isEnglish()) {
            at++;
        }
        return text.at(at).is(Kind.UNIT)
                        && text.unitOf(at) == Unit.DAY
                        && text.at(at + 1).is(Kind.OF)
                ? at + 1
                : at;
    }

    int afterMonth(int month) {
        boolean dot = text.at(month + 1).is(".")
                && text.at(month + 1).glued()
                && text.at(month).lower().length() <= 5;
        boolean goesOn = text.at(month + 2).isNumber()
                || text.at(month + 2).isAny(",", "(")
                || text.at(month + 2).is(Kind.OF);
        return dot && goesOn && !text.at(month).is("may") ? month + 2 : month + 1;
    }

    @Nullable
    Written month(int i) {
        Token month = text.at(i);
        if (text.isEnglish() && !month.capital() && month.isAny("may", "march", "mar", "dec") && !isOnDay(i)) {
            return null;
        }
        int next = afterMonth(i);
        int j = (text.isDash(next) || text.at(next).is("/"))
                        && text.at(next).glued()
                        && text.at(next + 1).glued()
                ? next + 1
                : next;
        j = text.at(j).is(Kind.ARTICLE) ? j + 1 : j;
        int day = dayAt(j);
        if (day > 0) {
            return monthDay(i, text.value(i), day, j);
        }
        Written whole = withYear(i, new Days(text.value(i), 0, 0), next);
        return whole.next() > next || whole.expression() instanceof Absolute || isBareMonth(i) ? whole : null;
    }

    /** "On march 3" is a month even in lower case. */
    private boolean isOnDay(int month) {
        return text.at(month - 1).is(Kind.ON) && dayAt(month + 1) > 0;
    }

    /** Returns the day that the token is: a number or a word ("eighteenth"); 0 if it is none. */
    int dayAt(int j) {
        Token token = text.at(j);
        if (token.is(Kind.ORDINAL)) {
            return text.value(j) <= 20 || text.value(j) == 30 ? text.value(j) : 0;
        }
        if (token.is(Kind.CARDINAL)
                && text.value(j) >= 20
                && text.at(ordinalWord(j)).is(Kind.ORDINAL)) {
            return text.value(j) + text.value(ordinalWord(j));
        }
        boolean day = token.isNumber() && token.digits() <= 2 && token.number() >= 1 && token.number() <= 31;
        boolean time = text.at(j + 1).isAny(":", ".")
                && text.at(j + 1).glued()
                && text.at(j + 2).isNumber()
                && text.at(j + 2).glued();
        boolean counted = text.at(j + 1).is(Kind.COUNTED) || text.at(j + 1).is("%");
        return day && !time && !counted ? token.number() : 0;
    }

    int ordinalWord(int j) {
        return text.isDash(j + 1) ? j + 2 : j + 1;
    }

    private Written monthDay(int i, int month, int day, int j) {
        int next =
                text.at(j).is(Kind.CARDINAL) ? ordinalWord(j) + 1 : text.at(j).isNumber() ? afterDay(j + 1) : j + 1;
        next = afterBracketedDay(next);
        int last = lastDay(next, day);
        if (last > 0) {
            int end = afterDay(text.skip(next + 1, Kind.ARTICLE) + 1);
            return withYear(i, new Days(month, day, last), end);
        }
        Written written = withYear(i, new Days(month, day, day), next);
        return written.expression() instanceof Yearly && isNameOfEvent(i, next) ? YearBehind.nothing(i, next) : written;
    }

    /** "The March 1 Movement", "the May 18 Democratic Uprising" are names: they do not say of which year. */
    private boolean isNameOfEvent(int month, int next) {
        return text.at(month - 1).is(Kind.ARTICLE)
                && (EVENTS.contains(text.at(next).lower())
                        || (text.at(next).capital()
                                && EVENTS.contains(text.at(next + 1).lower())));
    }

    /** "May 17 (Thu)". */
    private int afterBracketedDay(int next) {
        return text.at(next).is("(")
                        && text.at(next + 1).is(Kind.WEEKDAY)
                        && text.at(next + 2).is(")")
                ? next + 3
                : next;
    }

    /** The "5" of "May 3-5"; 0 if there is none. */
    private int lastDay(int next, int first) {
        if (!text.isDash(next)
                && !text.at(next).is(Kind.TO)
                && !(text.at(next).is(Kind.AND) && text.at(next + 1).digits() <= 2)) {
            return 0;
        }
        if (text.at(next).is(Kind.AND)) {
            // "May 3 and 4": two days side by side are the span of both.
            return text.at(next + 1).number() == first + 1
                            && monthBehind(afterDay(next + 2)) < 0
                            && text.isFreeAfter(next + 1)
                            && !text.at(next + 2).isWord()
                    ? first + 1
                    : 0;
        }
        int j = text.skip(next + 1, Kind.ARTICLE);
        int last = dayAt(j);
        boolean own = monthBehind(afterDay(j + 1)) >= 0 || !text.at(j).isNumber();
        return last > first && !own && isFreeAfterDay(j) ? last : 0;
    }

    private boolean isFreeAfterDay(int j) {
        return text.isFreeAfter(j) || ORDINAL_ENDINGS.contains(text.at(j + 1).lower());
    }

    /** Without day and year a month needs a word that asks for a time; "May" and "March", which are names and verbs, more than others. */
    private boolean isBareMonth(int i) {
        Token month = text.at(i);
        boolean full = month.lower().length() > 3 && !month.isAny("march", "sept");
        if (text.isEnglish() && !month.capital() && !full) {
            return false;
        }
        Token before = text.at(i - 1);
        int joint = i + 1;
        boolean opens = (text.isDash(joint) || text.at(joint).is(Kind.TO))
                && text.at(joint + 1).is(Kind.MONTH)
                && text.at(joint + 1).capital();
        boolean asked =
                before.isAny(Kind.PREPOSITION, Kind.FROM, Kind.TO, Kind.EARLIER, Kind.BETWEEN, Kind.IN_FUTURE, Kind.AGO)
                        || before.is("of")
                        || (!text.isEnglish() && before.isAny(Kind.OF, Kind.ON))
                        || before.isAny(Kind.EARLY, Kind.MID, Kind.LATE)
                        || (text.isDash(i - 1)
                                && (text.at(i - 2).isAny(Kind.EARLY, Kind.MID, Kind.LATE)
                                        || text.at(i - 2).is("end")))
                        || (text.isEnglish() && month.capital() && before.is("end"));
        boolean series = (before.isAny(Kind.AND, Kind.TO) || text.isDash(i - 1) || before.is(","))
                && text.at(i - 2).is(Kind.MONTH);
        boolean closes = series && month.capital() && text.at(i - 3).isAny(Kind.BETWEEN, Kind.FROM);
        boolean among = series
                && month.capital()
                && (text.at(i + 1).is(Kind.AND) || text.at(i + 1).is(","))
                && text.at(i + 2).is(Kind.MONTH);
        boolean verb = text.isEnglish()
                && AMBIGUOUS_MONTHS.contains(month.lower())
                && before.isAny("for", "before", "after", "to", "about", "by")
                && text.at(i + 1).isWord()
                && text.at(i + 1).term() == null;
        boolean name = text.at(i + 1).isWord()
                && text.at(i + 1).capital()
                && text.at(i + 1).term() == null
                && text.at(i + 1).sentence() == month.sentence();
        return (asked
                        || (series && full)
                        || opens
                        || closes
                        || among
                        || (before.is(Kind.ARTICLE) && text.at(i - 2).is("in"))
                        || isOfNoun(i))
                && !verb
                && !name;
    }

    /** "The March meeting", "under a June agreement". "The May cabinet" and "the March on Rome" are not of a month. */
    private boolean isOfNoun(int i) {
        Token noun = text.at(i + 1);
        boolean named = text.isEnglish()
                && text.at(i).capital()
                && (text.at(i - 1).is(Kind.ARTICLE) || text.at(i - 1).isAny("a", "an", "its", "their"))
                && noun.isWord()
                && !noun.capital()
                && noun.term() == null;
        return named && (!text.at(i).is("may") || OF_MONTH.contains(noun.lower()));
    }

    /** "On the 18th", with nothing behind it that it could be the 18th of. */
    @Nullable
    Written ordinalDay(int i) {
        int next = text.at(i + 1).isNumber() ? afterDay(i + 2) : i;
        boolean ordinal = text.isEnglish()
                && next > i + 2
                && text.at(i - 1).is(Kind.ON)
                && text.at(i + 1).digits() <= 2;
        Token after = text.at(next);
        boolean closed = !after.isWord()
                || after.sentence() != text.at(i).sentence()
                || after.is(Kind.PREPOSITION)
                || BEHIND_DAY.contains(after.lower());
        int day = text.at(i + 1).number();
        return ordinal && closed && day >= 1 && day <= 31 ? new Written(new MonthDay(day, "day"), i, next) : null;
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
        return grammar.yearBehind.withYear(
                first, days.yearly(), next, days.first() == 0 ? "month-year" : "day-month-year");
    }
}
