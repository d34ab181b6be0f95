package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Weekday;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/** Says whether a sentence tells or announces where a date stands in it: as its nearest verb before does, or else the first one behind. */
final class Tenses {
    private static final int TOKENS = 40;
    /** Between "until" and its day there may stand a time: "until 9 a.m. EST Tuesday". */
    private static final int TIME_TOKENS = 8;

    private static final Pattern SPANISH_PAST = Pattern.compile("(?:ó|aron|ieron|eron)$");
    private static final Pattern SPANISH_FUTURE = Pattern.compile("[abdeir]rán?$");
    /** The third person; no noun in common use ends in it, as "opéra" and "caméra" have their accent. */
    private static final Pattern FRENCH_FUTURE = Pattern.compile("[eidvur]r(?:a|ont)$");

    /** "Annoncée le 3 mai", "celebrado el 3 de mayo": the day is the participle's, whatever the sentence's verb says behind it. */
    private static final Pattern ROMANCE_PARTICIPLE = Pattern.compile("(?:ée?s?|[ai]d[oa]s?)$");

    /** What is done when it is told of, "signé le 3 mai": no one has signed on a day to come. */
    private static final Pattern ROMANCE_DONE = Pattern.compile(
            "(?:annonc|sign|adopt|publi|promulgu|vot|ratifi)ée?s?|(?:firm|aprob|anunci|public|adopt|promulg|ratific)ad[oa]s?");

    /** "Set to resume", "is to open", "were planning to travel". */
    private static final Set<String> BEFORE_INFINITIVE = Set.of(
            "set",
            "is",
            "are",
            "planning",
            "supposed",
            "intend",
            "intends",
            "intending",
            "hope",
            "hopes",
            "hoping",
            "aims",
            "poised",
            "ready",
            "wants",
            "likely",
            "scheduled");

    /** "Extended until Friday", "open until 3 May": what lasts until then lasts still, or is to. */
    private static final Set<String> LASTING = Set.of(
            "extended",
            "extend",
            "extends",
            "extending",
            "postponed",
            "postpone",
            "delayed",
            "delay",
            "deferred",
            "adjourned",
            "prolonged",
            "suspended",
            "suspend",
            "remain",
            "remains",
            "continue",
            "valid",
            "open",
            "given",
            "give",
            "gives",
            "gave",
            "stay",
            "stays",
            "lasts",
            "runs",
            "available",
            "banned",
            "barred",
            "apply",
            "applies");

    /** "Payable 2 January", "effective 1 February": the nearest such day, whatever the sentence tells. */
    private static final Set<String> DUE = Set.of("payable", "effective", "record");

    /** What is still to be said of a time that is over: "expects to report a loss for the third quarter". */
    private static final Set<String> REPORTING =
            Set.of("report", "post", "release", "publish", "announce", "record", "show");

    private static final Set<String> NO_VERB_BEFORE = Set.of("its", "their", "his", "her", "our", "your", "my");

    private final Tokens text;

    Tenses(Tokens text) {
        this.text = text;
    }

    /** Returns the tense at {@code date}; unknown where no verb says. */
    Tense of(Written date) {
        Tense asked = askedBy(date);
        if (asked != Tense.UNKNOWN) {
            return asked;
        }
        if (text.isEnglish() && DUE.contains(before(date.first()).lower())) {
            return date.expression() instanceof Weekday ? Tense.FUTURE : Tense.UNKNOWN;
        }
        boolean comma = false;
        for (int i = date.first() - 1; isInSentence(i, date.first()); i--) {
            Tense tense = comma && isAheadOf(i) ? Tense.UNKNOWN : tense(i);
            if (tense != Tense.UNKNOWN) {
                return tense == Tense.FUTURE && isReported(date, i) ? Tense.UNKNOWN : tense;
            }
            if (isPresent(i)) {
                return Tense.UNKNOWN;
            }
            // "Announced that, from 1 July, fees will rise": the clause has a verb of its own.
            Tense own = text.at(i).is("that") ? behind(date) : Tense.UNKNOWN;
            if (own != Tense.UNKNOWN) {
                return own;
            }
            comma |= text.at(i).is(",");
        }
        return behind(date);
    }

    /** As the first verb behind says, unless the day is a participle's before it. */
    private Tense behind(Written date) {
        if (text.isFrench() || text.isSpanish()) {
            String participle = before(date.first()).lower();
            if (ROMANCE_DONE.matcher(participle).matches()) {
                return Tense.PAST;
            }
            if (ROMANCE_PARTICIPLE.matcher(participle).find()) {
                return Tense.UNKNOWN;
            }
        }
        for (int i = date.next(); isInSentence(i, date.first()) && i < date.next() + TOKENS; i++) {
            Tense tense = isAheadOf(i) ? Tense.UNKNOWN : tense(i);
            if (tense != Tense.UNKNOWN) {
                return tense;
            }
        }
        return Tense.UNKNOWN;
    }

    private boolean isInSentence(int i, int of) {
        return i >= 0
                && i < text.size()
                && i > of - TOKENS
                && text.at(i).sentence() == text.at(of).sentence();
    }

    /** "As soon as Tuesday", "postponed until 9 a.m. Tuesday". */
    private Tense askedBy(Written date) {
        int first = date.first();
        if (text.at(first - 1).isAny("since", "seit", "depuis", "desde")) {
            return Tense.ELAPSED;
        }
        if (!text.isEnglish()) {
            return Tense.UNKNOWN;
        }
        if (text.at(first - 1).is("as")
                && text.at(first - 2).is("soon")
                && text.at(first - 3).is("as")) {
            return Tense.FUTURE;
        }
        int until = until(first);
        for (int i = until - 1; until >= 0 && isInSentence(i, first); i--) {
            if (LASTING.contains(text.at(i).lower())) {
                return Tense.FUTURE;
            }
            if (text.at(i).isAny(",", ";") && i < until - TIME_TOKENS) {
                break;
            }
        }
        return Tense.UNKNOWN;
    }

    /** Returns the "until" that a day or its time of day stands behind; -1 if there is none. */
    private int until(int first) {
        for (int i = first - 1; i >= first - TIME_TOKENS && isInSentence(i, first); i--) {
            Token token = text.at(i);
            if (token.isAny("until", "till", "through")) {
                return i;
            }
            boolean time = token.isNumber()
                    || !token.isWord()
                    || token.isAny(Kind.ON, Kind.ARTICLE)
                    || token.isAny(
                            "a", "p", "m", "am", "pm", "noon", "midnight", "at", "least", "local", "time", "end", "of")
                    || token.capital();
            if (!time) {
                return -1;
            }
        }
        return -1;
    }

    private Token before(int first) {
        int i = first - 1;
        while (text.at(i).isAny(Kind.ON, Kind.ARTICLE) || text.at(i).is("from")) {
            i--;
        }
        return text.at(i);
    }

    /** "Just ahead of the visit, …" says nothing of the rest. */
    private boolean isAheadOf(int i) {
        return text.at(i).is("ahead") && text.at(i + 1).is("of");
    }

    /** Quarters and months of which is said what will be reported are over; without a year the nearest is meant. */
    private boolean isReported(Written date, int verb) {
        // "Expects third-quarter growth".
        if (text.isEnglish()
                && date.expression() instanceof Yearly part
                && part.unit() == Unit.QUARTER
                && text.isDash(date.first() + 1)) {
            return true;
        }
        boolean longer = date.expression() instanceof Yearly yearly && yearly.unit() != Unit.DAY;
        for (int i = verb; longer && i < date.first() && i <= verb + 2; i++) {
            if (REPORTING.contains(text.at(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "To be held" lies ahead, though "held" alone does not. */
    private Tense tense(int i) {
        Token token = text.at(i);
        if (isFuture(i)) {
            return Tense.FUTURE;
        }
        boolean past = token.is(Kind.PERFECT)
                || isSpanishPast(token)
                || (token.term() == null
                        && !token.capital()
                        && token.lower().length() > 4
                        && token.lower().endsWith("ed"));
        boolean passive = past && (text.at(i - 1).is("will") || (text.at(i - 1).is("be") && !isFailure(i - 2)));
        return passive ? Tense.FUTURE : past ? Tense.PAST : Tense.UNKNOWN;
    }

    /** "Neither could be reached on Friday" tells. */
    private boolean isFailure(int could) {
        boolean denied = false;
        for (int i = could - 1; i >= could - TIME_TOKENS && isInSentence(i, could); i--) {
            denied |= text.at(i).isAny("neither", "nobody", "none", "no");
        }
        return text.at(could).is("could") && denied;
    }

    private boolean isFuture(int i) {
        Token token = text.at(i);
        boolean infinitive = text.at(i - 1).is("to") && (token.is("be") || isArranged(text.at(i - 2)));
        return token.is(Kind.FUTURE)
                || isInflectedFuture(token)
                || isReportedFuture(i)
                || infinitive
                || isArranged(i)
                || isPlanning(i);
    }

    /** "Said it is calling for the redemption on 7 December": what is so now says nothing of past or future. */
    private boolean isPresent(int i) {
        return text.isEnglish()
                && text.at(i).isAny("is", "are")
                && !text.at(i + 1).lower().endsWith("ed");
    }

    private boolean isArranged(Token before) {
        return text.isEnglish() && BEFORE_INFINITIVE.contains(before.lower());
    }

    /** "Plans to open", "plans a summit"; "a plan" and "holiday plans" are nouns. */
    private boolean isPlanning(int i) {
        if (!text.at(i).isAny("plan", "plans")) {
            return false;
        }
        Token next = text.at(i + 1);
        boolean noun = text.at(i - 1).is(Kind.ARTICLE)
                || text.at(i - 1).isAny("a", "an")
                || NO_VERB_BEFORE.contains(text.at(i - 1).lower());
        return next.is("to")
                || (next.is("on") && text.at(i + 2).lower().endsWith("ing"))
                || (!noun && next.isAny("a", "an"));
    }

    /** "Takes place on Thursday", "due on Friday", "set for Monday", "they meet on Monday", "tomorrow and on Thursday". */
    private boolean isArranged(int i) {
        Token token = text.at(i);
        Token next = text.at(i + 1);
        return token.is("tomorrow")
                || (token.isAny("takes", "take") && next.is("place"))
                || (token.is("set") && next.is("for"))
                || (token.is("due") && !next.is("to"))
                || (token.isAny("meet", "meets") && !text.at(i - 1).is("to") && !token.capital());
    }

    /** "Said on Friday that fees would rise". */
    private boolean isReportedFuture(int at) {
        boolean reported = text.at(at).is("would") && !text.at(at).capital();
        for (int i = at - 1; reported && isInSentence(i, at); i--) {
            if (text.at(i).is("that")) {
                return true;
            }
        }
        return false;
    }

    /** "Se rendra", "ouvriront"; "visitará", "asistirán". */
    private boolean isInflectedFuture(Token token) {
        boolean verb = !token.capital() && token.lower().length() > 4;
        return (verb && text.isFrench() && FRENCH_FUTURE.matcher(token.lower()).find())
                || (verb
                        && text.isSpanish()
                        && SPANISH_FUTURE.matcher(token.lower()).find());
    }

    /** "Subió", "crecieron". */
    private boolean isSpanishPast(Token token) {
        return text.isSpanish()
                && !token.capital()
                && token.lower().length() > 3
                && SPANISH_PAST.matcher(token.lower()).find();
    }
}
