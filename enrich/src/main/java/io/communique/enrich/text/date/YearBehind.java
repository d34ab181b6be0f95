package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Expression.YearlyIn;
import io.communique.enrich.text.date.Term.Kind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the year that stands behind a day, month or quarter: "May 3, 2018", "March of the same year", "in May, June and July 2018". */
final class YearBehind {
    /** Marks words that look like a date and are none, such as "31 June 2018". */
    private static final Span NOTHING = new Span(LocalDate.MIN, LocalDate.MIN, Unit.SPAN, "none");

    private final WesternGrammar grammar;
    private final Tokens text;

    YearBehind(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    Written withYear(int first, Yearly part, int next, String rule) {
        int j = text.at(next).isAny(",", "(") ? next + 1 : next;
        if ((text.isDash(j) || text.at(j).is("/"))
                && text.at(j).glued()
                && text.at(j + 1).glued()) {
            j++;
        }
        j = text.skip(j, Kind.OF);
        j = text.at(j).isAny("in", "year") ? j + 1 : j;
        int year = text.yearAt(j);
        if (year < 0
                && j > next
                && text.at(j).digits() == 2
                && text.isFreeAfter(j)
                && (text.at(j - 1).is(Kind.OF) || text.at(j - 1).is("'"))) {
            year = Tokens.shortYear(text.at(j).number());
        }
        if (year < 0 && text.at(j).digits() == 3 && text.isFreeAfter(j) && part.unit() != Unit.SPAN && !isCounting(j)) {
            year = text.at(j).number();
        }
        if (year >= 0) {
            int end = text.at(j + 1).is(Kind.ERA) ? j + 2 : j + 1;
            if (grammar.years.isBeforeChrist(j + 1)) {
                return new Written(part, first, next);
            }
            Written written = Written.of(inYear(part, year, rule, first), first, end);
            return written == null ? nothing(first, end) : written;
        }
        Written enacted = ofAct(first, part, next, rule);
        if (enacted != null) {
            return enacted;
        }
        SpelledYear spelled = SpelledYear.at(text, text.skip(text.at(next).is(",") ? next + 1 : next, Kind.OF));
        Written inSpelled =
                spelled == null ? null : Written.of(inYear(part, spelled.year(), rule, first), first, spelled.next());
        if (inSpelled != null) {
            return inSpelled;
        }
        Written shift = relativeYear(next);
        if (shift != null) {
            return new Written(new YearlyIn(part, shift.expression()), first, shift.next());
        }
        return listed(first, part, next, rule);
    }

    /** "On May 3, 212 ships": a short number behind a comma and before a word counts what the word names. */
    private boolean isCounting(int i) {
        Token after = text.at(i + 1);
        boolean word = after.isWord()
                && after.sentence() == text.at(i).sentence()
                && !after.isAny(Kind.ERA, Kind.AND, Kind.PREPOSITION);
        return after.is(Kind.COUNTED) || (text.at(i - 1).is(",") && word);
    }

    /** "Ley 12/2025, de 14 de febrero": Spanish acts carry their year in their number. */
    private @Nullable Written ofAct(int first, Yearly part, int next, String rule) {
        boolean act = text.isSpanish()
                && part.unit() == Unit.DAY
                && text.at(first - 1).is("de")
                && text.at(first - 2).is(",")
                && text.at(first - 4).is("/");
        int year = act ? text.yearAt(first - 3) : -1;
        return year < 0 ? null : Written.of(inYear(part, year, rule, first), first, next);
    }

    /** Returns what looks like a date and is none. */
    static Written nothing(int first, int next) {
        return new Written(new Absolute(NOTHING, false), first, next);
    }

    static boolean isNothing(Span span) {
        return span.from().equals(LocalDate.MIN);
    }

    /** "In May, June and July 2018": the year stands once, behind the last. */
    private Written listed(int first, Yearly part, int next, String rule) {
        int j = next;
        int month = part.fromMonth();
        for (int items = 0;
                items < 12
                        && (text.at(j).is(",")
                                || text.at(j).is(Kind.AND)
                                || text.at(j).is("&"));
                items++) {
            j = text.at(j).is(",") && text.at(j + 1).is(Kind.AND) ? j + 2 : j + 1;
            int day = text.at(j).digits() <= 2 && text.at(j).number() > 0 ? grammar.namedDays.afterDay(j + 1) : j;
            int named = grammar.namedDays.monthBehind(day);
            if (named < 0 || text.value(named) < month) {
                break;
            }
            month = text.value(named);
            j = grammar.namedDays.afterMonth(named);
            if (day == j && text.at(j).digits() <= 2 && text.at(j).isNumber()) {
                j = grammar.namedDays.afterDay(j + 1);
            }
            int year = text.yearAt(text.at(j).is(",") ? j + 1 : j);
            if (year >= 0) {
                Written written = Written.of(inYear(part, year, rule, first), first, next);
                return written == null ? new Written(part, first, next) : written;
            }
        }
        return new Written(part, first, next);
    }

    /** "This year", "the same year", "of last year", "2017's". */
    private @Nullable Written relativeYear(int next) {
        int j = text.at(next).is(",") ? next + 1 : next;
        j = text.skip(j, Kind.OF);
        j = text.at(j).is("in") ? j + 1 : j;
        Written shift = text.at(j).is(Kind.ARTICLE)
                ? grammar.pointers.article(j)
                : Pointers.isPointer(text.at(j)) ? grammar.pointers.pointed(j, j) : grammar.pointers.same(j, j);
        return shift != null && shift.expression() instanceof Shift found && found.unit() == Unit.YEAR ? shift : null;
    }

    @Nullable
    Expression inYear(Yearly part, int year, String rule, int first) {
        Yearly named = new Yearly(part.fromMonth(), part.fromDay(), part.toMonth(), part.toDay(), part.unit(), rule);
        return named.in(year)
                .map(span -> (Expression) new Absolute(span, !text.isOpen(first)))
                .orElse(null);
    }
}
