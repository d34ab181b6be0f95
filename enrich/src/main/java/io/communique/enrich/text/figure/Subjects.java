package io.communique.enrich.text.figure;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What verbs of change and of level are said of: their subjects, whatever auxiliaries, adverbs and periods stand between. */
final class Subjects {
    private static final int VERB_DISTANCE_MAX = 16;
    private static final int INSERTION_MAX = 20;
    private static final int TIME_MAX = 4;
    private static final int FORESEEN_MAX = 8;
    private static final int AUXILIARIES_MAX = 5;
    private static final int AGES_MAX = 8;
    private static final int PAIR_WORDS_MAX = 5;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final DatePlaces dates;
    private final NounPhrases phrases;
    private final SplitVerbs split;

    Subjects(Tokens tokens, Lexicon lexicon, DatePlaces dates, NounPhrases phrases) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.dates = dates;
        this.phrases = phrases;
        split = new SplitVerbs(tokens, lexicon);
    }

    /** Returns the subject of the last such verb that stands before a token in its sentence; empty if none does or it is not plain. */
    Optional<String> before(int from) {
        int limit = from - VERB_DISTANCE_MAX;
        for (int at = from - 1; at > limit && tokens.sentence(at) == tokens.sentence(from) && at >= 0; at--) {
            String word = tokens.lower(at);
            // "Sales are up 5 %", but in "they set up a shop every 5 km" nothing rose.
            boolean adverb = lexicon.has("particle-verb", word)
                    && at < from - 1
                    && !lexicon.has("by", tokens.lower(at + 1))
                    && !lexicon.has("moved", tokens.lower(at - 1));
            // "Added $5 million", though an index that added 5 points is what rose.
            boolean gave = lexicon.has("giving", word) && at == from - 1 && tokens.isSymbol(from, "$€£¥₩");
            if (phrases.isDoing(at) && (isVerb(at) || lexicon.changes(word))) {
                // "The economy grew by 2 %, extending the 1 % growth of spring": the subject is that of the verb
                // before.
                continue;
            }
            boolean verb = !adverb && !gave && isVerb(at);
            if (verb && isForeseen(at)) {
                return phrases.ending(beforePeriod(at - 1));
            }
            if (verb && !isNoun(at) && !isOfVerbBefore(at)) {
                if (!isCoordinated(at)) {
                    return of(at);
                }
                limit = at - VERB_DISTANCE_MAX;
            }
            // Who gives a sum is not what it measures.
            if (tokens.isSymbol(at, ":;")
                    || isOfVerbBefore(at)
                    || (lexicon.has("trading", word) && lexicon.has("infinitive", tokens.lower(at - 1)))
                    || lexicon.has("only-verb", word)
                    || lexicon.has("giving", word)
                    || phrases.isDoing(at)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Die Miete darf höchstens 8 Euro betragen": the verb of level stands last, the subject before its auxiliary. */
    Optional<String> ofModal(int from) {
        boolean last = IntStream.range(from, from + VERB_DISTANCE_MAX)
                .takeWhile(at -> tokens.sentence(at) == tokens.sentence(from))
                .anyMatch(at -> lexicon.has("level-infinitive", tokens.lower(at))
                        || lexicon.direction("last", tokens.lower(at)).isPresent());
        for (int at = from - 1;
                last && at > from - VERB_DISTANCE_MAX && tokens.sentence(at) == tokens.sentence(from);
                at--) {
            if (lexicon.has("modal", tokens.lower(at))) {
                return of(at);
            }
        }
        return Optional.empty();
    }

    /** "Der Ausbau der Windkraft auf 20 GW", "die Temperatur auf 14 Grad halten": the noun right before the word that leads to a level. */
    Optional<String> leveled(int from) {
        boolean led = lexicon.has("level-by-noun", tokens.lower(from - 1));
        return led
                ? phrases.ending(beforePeriod(from - 1)).filter(phrase -> Character.isUpperCase(phrase.charAt(0)))
                : Optional.empty();
    }

    /** "Mit 43 Prozent lag der Anteil der Frauen höher": the subject behind the verb that follows the number. */
    Optional<String> inverted(int verb) {
        boolean german = lexicon.language().equals("de");
        return german && isVerb(verb) && lexicon.has("determiner", tokens.lower(verb + 1))
                ? phrases.from(verb + 1)
                : Optional.empty();
    }

    Optional<String> of(int verb) {
        return behindFirstPlace(verb).or(() -> beforeVerbOf(verb));
    }

    /** "In Berlin stieg der Umsatz um 3 %": German's verb is the second part of its sentence, whatever the first is. */
    private Optional<String> behindFirstPlace(int verb) {
        boolean german = lexicon.language().equals("de") && lexicon.has("subject-determiner", tokens.lower(verb + 1));
        return german
                ? phrases.from(verb + 1).filter(phrase -> {
                    int end = endOf(phrase, verb + 1);
                    return !lexicon.has("according-behind", tokens.lower(end))
                            && !lexicon.has("time-noun", tokens.lower(end - 1));
                })
                : Optional.empty();
    }

    /** One past the last token of a phrase that begins at a token or behind its article. */
    private int endOf(String phrase, int from) {
        int start = tokens.text().indexOf(phrase, tokens.start(from));
        return tokens.indexAt(start + phrase.length() - 1) + 1;
    }

    private Optional<String> beforeVerbOf(int verb) {
        int to = beforeAges(beforeShortName(beforeInsertion(beforePeriod(beforeVerb(verb)), verb)));
        // "Net rose 5 %": what is left of the income.
        return lexicon.has("bare-noun", tokens.lower(to - 1)) && !phrases.isPart(to - 2)
                ? Optional.of(tokens.written(to - 1))
                : phrases.ending(to)
                        .filter(phrase -> !isNoSubject(phrase))
                        .filter(phrase -> !isOfThose(startOf(phrase, to)))
                        .map(phrase -> paired(phrase, to));
    }

    private int startOf(String phrase, int to) {
        return tokens.indexAt(tokens.end(to - 1) - phrase.length());
    }

    /** "While those to India climbed": what they are was said before. */
    private boolean isOfThose(int from) {
        boolean preposition = lexicon.has("connector", tokens.lower(from - 1));
        return preposition && lexicon.has("those", tokens.lower(from - 2)) && !tokens.startsSentence(from - 1);
    }

    /** "Prices for fuel and energy fell", "imports and exports rose": both, where the sentence or the clause begins with them. */
    private String paired(String phrase, int to) {
        int and = startOf(phrase, to) - 1;
        while (lexicon.has("determiner", tokens.lower(and)) || lexicon.has("connector", tokens.lower(and))) {
            and--;
        }
        if (!lexicon.has("and", tokens.lower(and))) {
            return phrase;
        }
        return pairedAt(and, to).orElse(phrase);
    }

    private Optional<String> pairedAt(int and, int to) {
        Optional<String> first = phrases.ending(and);
        int from = first.map(words -> startOf(words, and)).orElse(and);
        int begin = lexicon.has("determiner", tokens.lower(from - 1)) ? from - 1 : from;
        boolean opens = tokens.startsSentence(begin) || lexicon.has("while", tokens.lower(begin - 1));
        boolean noClause = and - from <= PAIR_WORDS_MAX
                && IntStream.range(from, and)
                        .noneMatch(i ->
                                tokens.lower(i).endsWith("ed") || isVerb(i) || lexicon.has("verb", tokens.lower(i)));
        // In "salue l'accord et les prix" the first is no subject.
        boolean romance = lexicon.language().equals("fr") || lexicon.language().equals("es");
        boolean narrowed =
                !romance || IntStream.range(from, and).anyMatch(i -> lexicon.has("connector", tokens.lower(i)));
        return first.isPresent() && opens && noClause && narrowed
                ? Optional.of(phrases.text(from, to))
                : Optional.empty();
    }

    /** "Unemployment among people aged 15 to 24 stood", "the wage for those aged 21 and over will rise". */
    private int beforeAges(int at) {
        for (int i = at - 1; i > at - AGES_MAX && tokens.sentence(i) == tokens.sentence(at); i--) {
            if (lexicon.has("aged", tokens.lower(i))) {
                boolean those = lexicon.has("those", tokens.lower(i - 1));
                return those && !tokens.startsSentence(i - 1) ? i - 2 : i;
            }
            boolean age = tokens.isNumber(i) || lexicon.has("of-ages", tokens.lower(i)) || phrases.isNumeral(i);
            if (!age && !tokens.isSymbol(i, "-–")) {
                break;
            }
        }
        return at;
    }

    /** "The Harbour Price Index (HPI) rose": what it is called in short. */
    private int beforeShortName(int at) {
        boolean brackets = tokens.isSymbol(at - 1, ")") && tokens.isWord(at - 2) && tokens.isSymbol(at - 3, "(");
        return brackets ? at - 3 : at;
    }

    /** "Wrote off $5 million": nothing was off by so much. */
    private boolean isOfVerbBefore(int at) {
        return lexicon.has("particle-verb", tokens.lower(at))
                && lexicon.has("no-change-before-particle", tokens.lower(at - 1));
    }

    /** "Expects exports to rise by 5 %": what is to rise stands behind another's verb. */
    private boolean isForeseen(int verb) {
        return lexicon.has("infinitive", tokens.lower(verb - 1))
                && phrases.isPart(beforePeriod(verb - 1) - 1)
                && !lexicon.has("expected", tokens.lower(verb - 2))
                && lexicon.isBefore("foreseeing", tokens, verb - 2, FORESEEN_MAX);
    }

    /** "The bridge is 2 km long and cost $9 million", "rose 3 % to reach $9 million": the verb before has the subject of both. */
    private boolean isCoordinated(int verb) {
        int before = beforeAuxiliaries(verb) - 1;
        return lexicon.has("and", tokens.lower(before))
                || (lexicon.has("infinitive", tokens.lower(before))
                        && !lexicon.has("expected", tokens.lower(before - 1)));
    }

    /**
     * "Exports to Peru, a fifth of all, fell", "exports, which account for 5 %", "the loan, worth $5 million": the subject stands before the
     * comma that opens what is inserted.
     */
    private int beforeInsertion(int at, int verb) {
        int comma = at - 1;
        if (!tokens.isSymbol(comma, ",")) {
            return at;
        }
        if (!lexicon.language().equals("en")) {
            return beforeRelative(at);
        }
        if (IntStream.rangeClosed(at, verb).anyMatch(i -> lexicon.has("inserted", tokens.lower(i)))) {
            return comma;
        }
        for (int i = comma - 1; i > comma - INSERTION_MAX && tokens.sentence(i) == tokens.sentence(verb); i--) {
            if (tokens.isSymbol(i, ",")) {
                return i;
            }
        }
        return at;
    }

    /** "Les pensions, qui sont versées chaque mois, augmenteront": before the comma that opens the clause. */
    private int beforeRelative(int at) {
        for (int i = at - 2; i > at - INSERTION_MAX && tokens.sentence(i) == tokens.sentence(at); i--) {
            if (tokens.isSymbol(i, ",")) {
                // "In die USA, dem wichtigsten Partner, sanken".
                boolean apposition = lexicon.language().equals("de") && lexicon.has("determiner", tokens.lower(i + 1));
                return apposition || lexicon.has("relative", tokens.lower(i + 1)) ? i : at;
            }
        }
        return at;
    }

    /** Whether the word can be a verb of level or change. */
    boolean isVerb(int at) {
        String word = tokens.lower(at);
        boolean changes = lexicon.direction("verb", word).isPresent();
        // "Lower than a year before".
        boolean compares = changes && lexicon.has("than", tokens.lower(at + 1));
        boolean goesFrom = lexicon.has("changing", word) && lexicon.has("from", tokens.lower(at + 1));
        return lexicon.has("level-verb", word)
                || goesFrom
                || (changes && !compares)
                || split.direction(at).isPresent();
    }

    /** "Reduced" or "lower" before "cost", which can be a verb too. */
    private boolean isNoSubject(String phrase) {
        String word = phrase.toLowerCase(Locale.ROOT);
        return lexicon.has("particle", word)
                || (word.endsWith("ed") && lexicon.direction("verb", word).isPresent());
    }

    /** "An increase", "the rise": a noun that looks like a verb. */
    boolean isNoun(int at) {
        return lexicon.has("determiner", tokens.lower(at - 1))
                || lexicon.has("a", tokens.lower(at - 1))
                || lexicon.has("linked", tokens.lower(at - 1))
                || tokens.isSymbol(at - 1, "%％")
                || isChangeNoun(at)
                || isInNoun(at)
                || tokens.joins(at - 1)
                || tokens.joins(at + 1);
    }

    /** "Est en hausse de 2 %". */
    private boolean isInNoun(int at) {
        return lexicon.has("in", tokens.lower(at - 1))
                && lexicon.direction("change-noun", tokens.lower(at)).isPresent();
    }

    /** "The price rise"; in "the rate fell" it is the verb. */
    private boolean isChangeNoun(int at) {
        return lexicon.has("change-adjective", tokens.lower(at - 1))
                && lexicon.direction("noun", tokens.lower(at)).isPresent();
    }

    private int beforeVerb(int verb) {
        // "Prices edged up 3 %".
        boolean moved =
                lexicon.has("particle-verb", tokens.lower(verb)) && lexicon.has("moved", tokens.lower(verb - 1));
        int at = beforeAuxiliaries(moved ? verb - 1 : verb);
        int before = beforeExpected(at);
        while (before < at && at > verb - 2 * AUXILIARIES_MAX) {
            at = beforeAuxiliaries(before);
            before = beforeExpected(at);
        }
        return at;
    }

    /** "Is expected to reach", "are estimated to have fallen", "more than doubled": the verb's own words. */
    private int beforeExpected(int at) {
        if (lexicon.has("to", tokens.lower(at - 1)) && lexicon.has("expected", tokens.lower(at - 2))) {
            return at - 2;
        }
        return lexicon.hedgeBefore(tokens, at).map(Phrases.Match::from).orElse(at);
    }

    private int beforeAuxiliaries(int verb) {
        int at = verb;
        while (at > verb - AUXILIARIES_MAX
                && !dates.has(at - 1)
                && (lexicon.has("auxiliary", tokens.lower(at - 1))
                        || isManner(at - 1, verb)
                        || (lexicon.has("adverb", tokens.lower(at - 1))
                                && !tokens.capital(at - 1)
                                && !lexicon.has("determiner", tokens.lower(at - 1))))) {
            at--;
        }
        return at;
    }

    /** "Will gradually rise". */
    private boolean isManner(int at, int verb) {
        String word = tokens.lower(at);
        return lexicon.direction("verb", tokens.lower(verb)).isPresent()
                && lexicon.language().equals("en")
                && word.length() > 5
                && word.endsWith("ly")
                && !tokens.capital(at);
    }

    /** "Exports in March rose", "imports for the month totalled": what rose stands before the period. */
    private int beforePeriod(int verb) {
        boolean inserted = tokens.isSymbol(verb - 1, ",");
        int to = inserted ? verb - 1 : verb;
        int from = firstOfPeriodBefore(to);
        int before = from < to ? beforePreposition(from) : from;
        boolean isPeriod = before < from || (from < to && lexicon.has("period-alone", tokens.lower(from)));
        if (!isPeriod || (inserted && !tokens.isSymbol(before - 1, ","))) {
            return verb;
        }
        return inserted ? before - 1 : before;
    }

    /** Returns the first token of the date or span of time that ends before a token, without its articles; the token itself if none does. */
    private int firstOfPeriodBefore(int to) {
        int from = dates.firstOfDateBefore(to);
        if (from == to && lexicon.has("time-noun", tokens.lower(to - 1))) {
            from = to - 1;
            while (from > to - TIME_MAX && isOfTime(from - 1)) {
                from--;
            }
        }
        return from;
    }

    /** "In March", "as of March", "at the end of March", "at end-2024"; the token itself if no such word stands before it. */
    private int beforePreposition(int period) {
        int at = beforeArticle(period);
        if (lexicon.has("of", tokens.lower(at - 1)) && lexicon.has("period-as", tokens.lower(at - 2))) {
            return at - 2;
        }
        boolean linked = tokens.joins(at - 1) || lexicon.has("of", tokens.lower(at - 1));
        if (linked && lexicon.has("period-part", tokens.lower(at - 2))) {
            at = beforeArticle(at - 2);
        }
        return lexicon.has("period-in", tokens.lower(at - 1)) ? at - 1 : period;
    }

    private int beforeArticle(int token) {
        int at = token;
        while (lexicon.has("determiner", tokens.lower(at - 1)) || lexicon.has("a", tokens.lower(at - 1))) {
            at--;
        }
        return at;
    }

    /** "The same period", "the first five months". */
    private boolean isOfTime(int at) {
        return lexicon.has("time-noun", tokens.lower(at)) || phrases.isNumeral(at);
    }
}
