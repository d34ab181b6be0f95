package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.FeastDay;
import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads days by their own names: "yesterday", "the day after tomorrow", "Christmas". */
final class DayWords {
    /** "Today's world" is of no day. */
    private static final Set<String> ANY_TIME = Set.of(
            "world",
            "society",
            "societies",
            "youth",
            "generation",
            "generations",
            "standards",
            "challenges",
            "age",
            "children",
            "students",
            "workforce",
            "digital",
            "global",
            "modern",
            "interconnected",
            "terms");

    private final WesternGrammar grammar;
    private final Tokens text;

    DayWords(WesternGrammar grammar, Tokens text) {
        this.grammar = grammar;
        this.text = text;
    }

    /** "The day after tomorrow", "the day before yesterday". */
    @Nullable
    Written dayBesideDayWord(int i) {
        boolean day = text.isUnit(i + 1, Unit.DAY) && text.at(i + 3).is(Kind.DAY_WORD);
        if (!day || !text.at(i + 2).isAny("after", "before")) {
            return null;
        }
        int step = text.at(i + 2).is("after") ? 1 : -1;
        return new Written(new Shift(Unit.DAY, text.value(i + 3) + step, From.PUBLICATION, "day-word"), i, i + 4);
    }

    /** "Christmas", "Good Friday 2018"; not "Christmas Island". */
    @Nullable
    Written feast(int i) {
        for (Feast feast : Feast.values()) {
            int next = next(feast, i);
            if (next > i) {
                return feast(feast, i, next);
            }
        }
        return null;
    }

    private @Nullable Written feast(Feast feast, int i, int next) {
        boolean name = text.at(next).capital()
                && text.at(next).sentence() == text.at(i).sentence();
        if (name) {
            return null;
        }
        if (feast.isChristmas()) {
            LocalDate day = feast.in(1);
            return grammar.yearBehind.withYear(
                    i, Yearly.day(day.getMonthValue(), day.getDayOfMonth(), "feast"), next, "feast");
        }
        int j = text.skip(text.at(next).is(",") ? next + 1 : next, Kind.OF);
        int year = text.yearAt(text.at(j).is("in") ? j + 1 : j);
        if (year >= 0) {
            int end = text.at(j).is("in") ? j + 2 : j + 1;
            return new Written(new Absolute(Unit.DAY.around(feast.in(year), "feast"), !text.isOpen(i)), i, end);
        }
        // "Good Friday is a holiday" names no day.
        boolean asked = text.at(i - 1).is(Kind.ON) || text.isOpen(i);
        return asked && text.at(i).capital() ? new Written(new FeastDay(feast), i, next) : null;
    }

    /** Returns the token behind the name of the feast; {@code i} if it does not stand there. */
    private int next(Feast feast, int i) {
        int j = i;
        for (String word : feast.words()) {
            if (!text.at(j).is(word)) {
                return i;
            }
            j++;
        }
        return j;
    }

    /** "The leaders of tomorrow", "in today's world". */
    private boolean isOfAnyTime(int i) {
        if (!text.isEnglish() || !text.at(i).isAny("today", "tomorrow")) {
            return false;
        }
        boolean genitive = Tokens.isApostrophe(text.at(i + 1)) && text.at(i + 2).is("s");
        boolean of = text.at(i - 1).is(Kind.OF)
                && !text.at(i - 2).is("as")
                && !genitive
                && !text.at(i + 1).is(Kind.DAY_PART);
        return of || (genitive && ANY_TIME.contains(text.at(i + 3).lower()));
    }

    @Nullable
    Written dayWord(int i) {
        Token word = text.at(i);
        boolean name = text.isEnglish() && word.capital() && text.at(i - 1).capital() && !text.isSentenceStart(i);
        boolean morning = word.is("mañana") && text.at(i - 1).is(Kind.ARTICLE);
        if (name || morning || isOfAnyTime(i) || (word.is("morgen") && word.capital())) {
            return null;
        }
        int next = word.is("aujourd") && Tokens.isApostrophe(text.at(i + 1)) ? i + 3 : i + 1;
        return new Written(new Shift(Unit.DAY, text.value(i), From.PUBLICATION, "day-word"), i, next);
    }
}
