package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import org.jspecify.annotations.Nullable;

/** Reads days by their own names: "yesterday", "the day after tomorrow", "Christmas". */
final class DayWords {
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

    /** "Christmas", "Christmas Day 2018"; not "Christmas Island". */
    @Nullable
    Written feast(int i) {
        boolean eve = text.at(i + 1).is("eve");
        int next = eve || text.at(i + 1).is("day") ? i + 2 : i + 1;
        boolean name = text.at(next).capital()
                && text.at(next).sentence() == text.at(i).sentence();
        return name
                ? null
                : grammar.yearBehind.withYear(i, Yearly.day(12, text.value(i) - (eve ? 1 : 0), "feast"), next, "feast");
    }

    @Nullable
    Written dayWord(int i) {
        Token word = text.at(i);
        boolean name = text.isEnglish() && word.capital() && text.at(i - 1).capital() && !text.isSentenceStart(i);
        boolean morning = word.is("mañana") && text.at(i - 1).is(Kind.ARTICLE);
        if (name || morning || (word.is("morgen") && word.capital())) {
            return null;
        }
        int next = word.is("aujourd") && Tokens.isApostrophe(text.at(i + 1)) ? i + 3 : i + 1;
        return new Written(new Shift(Unit.DAY, text.value(i), From.PUBLICATION, "day-word"), i, next);
    }
}
