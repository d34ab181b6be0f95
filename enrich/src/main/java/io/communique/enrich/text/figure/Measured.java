package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Direction;
import io.communique.contract.release.Figure.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a quantity measures, in the text's own words: the noun phrase behind it ("growth in exports", "60 % of revenue"), the one before it
 * ("a fine of $10"), the subject of its verb ("exports rose by 5 %"), or the noun that it counts. Empty where none of these is plain.
 */
final class Measured {
    private static final int PHRASE_MAX = 9;
    private static final int OBJECT_MAX = 13;
    private static final int VERB_DISTANCE_MAX = 16;
    private static final int TIME_MAX = 4;
    private static final int AUXILIARIES_MAX = 5;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final DatePlaces dates;

    Measured(Tokens tokens, Lexicon lexicon, DatePlaces dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.dates = dates;
    }

    /**
     * The thing measured.
     *
     * @param from first token of the quantity with its hedges
     * @param previous what the size of a change just before in the sentence is about: "rose 5 % to $3 million" speaks of one thing
     */
    Optional<String> of(Quantity q, int from, Optional<Direction> change, Optional<String> previous) {
        if (q.kind() == Kind.DURATION) {
            return Optional.empty();
        }
        if (q.rule().equals("ratio")) {
            return q.unit();
        }
        if (q.kind() == Kind.COUNT && q.unit().isPresent()) {
            return doing(q).or(() -> counted(q));
        }
        if (lexicon.direction("verb", tokens.lower(q.from())).isPresent()) {
            return subjectOf(q.from());
        }
        Optional<String> bracketed = change.isEmpty() ? beforeBrackets(q, from) : Optional.empty();
        if (bracketed.isPresent()) {
            return bracketed;
        }
        boolean isSize = change.isPresent() && isSizeOfNoun(from) && lexicon.has("in", tokens.lower(q.to()));
        Optional<String> behind = isSize || isSpent(q, from) ? phraseFrom(q.to() + 1) : behind(q, change);
        if (behind.isPresent()) {
            return behind;
        }
        boolean level = lexicon.has("to", tokens.lower(from - 1)) || lexicon.has("level-to", tokens.lower(from - 1));
        if (level && previous.isPresent()) {
            return previous;
        }
        Optional<String> before = linkedBefore(from).or(() -> object(from)).or(() -> subject(from));
        return isShareOfWhole(q) ? spentOnBehind(q).or(() -> before).or(() -> phraseFrom(q.to() + 1)) : before;
    }

    /** "Spends 2 % of GDP on defence". */
    private Optional<String> spentOnBehind(Quantity q) {
        return lexicon.has("spent-on", tokens.lower(q.to() + 2)) ? phraseFrom(q.to() + 3) : Optional.empty();
    }

    /** "The number of ferries (27,478)": alone in brackets, it says how much what stands before them is. */
    private Optional<String> beforeBrackets(Quantity q, int from) {
        return tokens.isSymbol(from - 1, "(") && tokens.isSymbol(q.to(), ")")
                ? phraseEnding(from - 1)
                : Optional.empty();
    }

    /** "A decline of 9 % in catches": the noun before says which way, the one behind what. */
    private boolean isSizeOfNoun(int from) {
        return lexicon.has("linked", tokens.lower(from - 1))
                && lexicon.direction("change-noun", tokens.lower(from - 2)).isPresent();
    }

    /** "Will spend up to $5 million on the repair of roads": it is spent on what stands behind. */
    private boolean isSpent(Quantity q, int from) {
        return q.kind() == Kind.MONEY
                && lexicon.has("spend", tokens.lower(from - 1))
                && lexicon.has("spent-on", tokens.lower(q.to()));
    }

    // ---- behind

    /** "510,000 people engaging in exchanges". */
    private Optional<String> doing(Quantity q) {
        boolean participle = lexicon.has("participle", tokens.lower(q.to()));
        int at = q.to() + 1;
        while (participle && lexicon.has("participle-object", tokens.lower(at)) && at < q.to() + 3) {
            at++;
        }
        return participle && lexicon.has("in", tokens.lower(at)) ? phraseFrom(at + 1) : Optional.empty();
    }

    private Optional<String> counted(Quantity q) {
        int from = q.to();
        while (from - 1 > q.from()
                && ((tokens.isWord(from - 1) && !isNumeralWord(from - 1)) || tokens.joins(from - 1))) {
            from--;
        }
        while (from < q.to()
                && ((lexicon.has("stop", tokens.lower(from)) && !lexicon.has("noun-or-verb", tokens.lower(from)))
                        || tokens.isSymbol(from, "-‑"))) {
            from++;
        }
        return from < q.to() ? Optional.of(text(from, q.to())) : Optional.empty();
    }

    private boolean isNumeralWord(int at) {
        String word = tokens.lower(at);
        return lexicon.has("number", word)
                || lexicon.has("scale", word)
                || lexicon.has("hundred", word)
                || lexicon.has("dozen", word);
    }

    private Optional<String> behind(Quantity q, Optional<Direction> change) {
        int at = q.to();
        if (tokens.joins(at)) {
            return phraseFrom(at + 1);
        }
        while (change.isPresent() && at < q.to() + 3 && lexicon.has("change-adjective", tokens.lower(at))) {
            at++;
        }
        boolean changeNoun = change.isPresent()
                && lexicon.direction("noun", tokens.lower(at)).isPresent();
        if (changeNoun) {
            return lexicon.has("in-for", tokens.lower(at + 1)) ? phraseFrom(at + 2) : Optional.empty();
        }
        boolean part = q.kind() == Kind.PERCENT || q.kind() == Kind.RATIO || q.kind() == Kind.QUANTITY;
        if (lexicon.has("of", tokens.lower(at))) {
            return isShareOfWhole(q) ? Optional.empty() : phraseFrom(numberEnd(at + 1));
        }
        if (q.kind() == Kind.MONEY && change.isEmpty() && lexicon.has("in-for", tokens.lower(at))) {
            return phraseFrom(at + 1);
        }
        boolean direct = tokens.isWord(at) && !tokens.glued(at) && change.isEmpty() && (part || q.kind() == Kind.MONEY);
        boolean adjective = lexicon.has("share-adjective", tokens.lower(at)) && !isPhraseWord(at + 1);
        return direct && !adjective && !lexicon.has("article-less", lexicon.language())
                ? phraseFrom(at)
                : Optional.empty();
    }

    /** "4 % of GDP": the unit in which debts and budgets are measured. */
    private boolean isShareOfWhole(Quantity q) {
        return q.kind() == Kind.PERCENT
                && lexicon.has("of", tokens.lower(q.to()))
                && lexicon.has("whole", tokens.lower(q.to() + 1));
    }

    /** Returns one past the number in "two thirds of the 27 states"; the token itself if there is none. */
    private int numberEnd(int token) {
        int at = lexicon.has("determiner", tokens.lower(token)) ? token + 1 : token;
        int end = at + 1;
        while (lexicon.has("scale", tokens.lower(end))) {
            end++;
        }
        return tokens.isNumber(at) && tokens.isWord(end) ? end : token;
    }

    /** The noun phrase that begins at a token, without articles; "of" and what follows it included. */
    private Optional<String> phraseFrom(int start) {
        int from = start;
        while (lexicon.has("determiner", tokens.lower(from)) && from < start + 2) {
            from++;
        }
        int to = from;
        int at = from;
        boolean linked = false;
        while (at < from + PHRASE_MAX) {
            if (isPhraseWord(at) || isNumberOfCompound(at)) {
                at = compoundEnd(at);
                to = at;
                if (endsNoun(at)) {
                    break;
                }
            } else if (!linked && to > from && lexicon.has("linked", tokens.lower(at)) && tokens.isWord(at + 1)) {
                linked = true;
                at = lexicon.has("determiner", tokens.lower(at + 1)) ? at + 2 : at + 1;
            } else {
                break;
            }
        }
        return named(from, to);
    }

    /** "two-way trade": a number word is a part of the phrase if a hyphen binds it. */
    private boolean isNumberOfCompound(int at) {
        return tokens.isWord(at) && tokens.joins(at + 1) && tokens.isWord(at + 2);
    }

    private int compoundEnd(int at) {
        int end = at + 1;
        while (end < at + 8 && (tokens.joins(end) || (tokens.glued(end) && tokens.isNumber(end)))) {
            end += tokens.joins(end) ? 2 : 1;
        }
        return end;
    }

    /** Behind a noun in the plural, a word in -ed is the verb: "60 % of the workers voted". */
    private boolean endsNoun(int at) {
        return lexicon.language().equals("en")
                && tokens.lower(at - 1).endsWith("s")
                && tokens.lower(at).endsWith("ed");
    }

    private boolean isPhraseWord(int at) {
        String word = tokens.lower(at);
        return tokens.isWord(at)
                && !lexicon.has("stop", word)
                && !lexicon.has("verb", word)
                && !lexicon.has("only-verb", word);
    }

    // ---- before

    /** "A fine of $10", "sales of 5,835 units"; "an increase of 5 %" and "a total of 5" only say what kind of number it is. */
    private Optional<String> linkedBefore(int from) {
        int at = from - 1;
        if (lexicon.has("a", tokens.lower(at))) {
            at--;
        }
        if (!lexicon.has("linked", tokens.lower(at))) {
            return Optional.empty();
        }
        boolean kindOfNumber = lexicon.has("vague", tokens.lower(at - 1))
                || lexicon.direction("noun", tokens.lower(at - 1)).isPresent()
                || lexicon.direction("verb", tokens.lower(at - 1)).isPresent();
        return kindOfNumber ? Optional.empty() : phraseEnding(at);
    }

    /** "Cut the fee for visas by $5", "raised the duty to 5 %": what stands between the verb and "by" or "to". */
    private Optional<String> object(int from) {
        boolean size = lexicon.has("by", tokens.lower(from - 1));
        if (!size && !lexicon.has("level-of-object", tokens.lower(from - 1))) {
            return Optional.empty();
        }
        for (int at = from - 2; at > from - OBJECT_MAX && tokens.sentence(at) == tokens.sentence(from); at--) {
            if (lexicon.direction("verb", tokens.lower(at)).isPresent() && !isNoun(at)) {
                int behind = at + 1;
                boolean taken = size ? !lexicon.has("connector", tokens.lower(behind)) : takesObject(at);
                return taken && behind < from - 1
                        ? whole(behind, from - 1).or(() -> phraseFrom(behind))
                        : Optional.empty();
            }
        }
        return beforeLastVerb(from);
    }

    /** "Hat die Förderung um 5 Millionen Euro erhöht": German puts the verb last, and what it is done to behind its auxiliary. */
    private Optional<String> beforeLastVerb(int from) {
        boolean last = lexicon.language().equals("de")
                && IntStream.range(from, from + OBJECT_MAX)
                        .filter(at -> tokens.sentence(at) == tokens.sentence(from))
                        .anyMatch(at ->
                                lexicon.direction("verb", tokens.lower(at)).isPresent());
        for (int at = from - 2; last && at > from - OBJECT_MAX && tokens.sentence(at) == tokens.sentence(from); at--) {
            if (lexicon.has("auxiliary", tokens.lower(at))) {
                return at + 1 < from - 1 ? phraseFrom(at + 1) : phraseEnding(at);
            }
        }
        return Optional.empty();
    }

    /** "Raised duties", "increased the duty"; not "rose in May". */
    private boolean takesObject(int verb) {
        return lexicon.has("determiner", tokens.lower(verb + 1))
                || lexicon.has("a", tokens.lower(verb + 1))
                || (lexicon.has("transitive", tokens.lower(verb)) && isPhraseWord(verb + 1));
    }

    /** All between two tokens, if it is words alone. */
    private Optional<String> whole(int start, int to) {
        int from = lexicon.has("determiner", tokens.lower(start)) || lexicon.has("a", tokens.lower(start))
                ? start + 1
                : start;
        for (int at = from; at < to; at++) {
            boolean word = isPhraseWord(at)
                    || lexicon.has("connector", tokens.lower(at))
                    || (at > from && lexicon.has("from", tokens.lower(at)))
                    || lexicon.has("determiner", tokens.lower(at));
            if (!word && !tokens.joins(at) && !isBracket(at)) {
                return Optional.empty();
            }
        }
        return named(from, to);
    }

    /** "Greenhouse gas (GHG) emissions": one word in brackets says the same in short. */
    private boolean isBracket(int at) {
        return (tokens.isSymbol(at, "(") && tokens.isWord(at + 1) && tokens.isSymbol(at + 2, ")"))
                || (tokens.isSymbol(at, ")") && tokens.isWord(at - 1) && tokens.isSymbol(at - 2, "("));
    }

    private Optional<String> subject(int from) {
        for (int at = from - 1;
                at > from - VERB_DISTANCE_MAX && tokens.sentence(at) == tokens.sentence(from) && at >= 0;
                at--) {
            String word = tokens.lower(at);
            // "Sales are up 5 %", but in "they set up a shop every 5 km" nothing rose.
            boolean adverb =
                    lexicon.has("particle-verb", word) && at < from - 1 && !lexicon.has("by", tokens.lower(at + 1));
            boolean verb = !adverb
                    && (lexicon.has("level-verb", word)
                            || lexicon.direction("verb", word).isPresent());
            if (verb && !isNoun(at)) {
                return subjectOf(at);
            }
            // Who gives a sum is not what it measures.
            if (tokens.isSymbol(at, ":;") || lexicon.has("only-verb", word) || lexicon.has("giving", word)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<String> subjectOf(int verb) {
        return phraseEnding(beforePeriod(beforeVerb(verb))).filter(phrase -> !isVerb(phrase));
    }

    /** "Reduced" before "cost", which can be a verb too. */
    private boolean isVerb(String phrase) {
        String word = phrase.toLowerCase(Locale.ROOT);
        return word.endsWith("ed") && lexicon.direction("verb", word).isPresent();
    }

    /** "An increase", "the rise": a noun that looks like a verb. */
    private boolean isNoun(int at) {
        return lexicon.has("determiner", tokens.lower(at - 1))
                || lexicon.has("a", tokens.lower(at - 1))
                || lexicon.has("linked", tokens.lower(at - 1))
                || tokens.isSymbol(at - 1, "%％")
                || isChangeNoun(at)
                || tokens.joins(at - 1)
                || tokens.joins(at + 1);
    }

    /** "The price rise"; in "the rate fell" it is the verb. */
    private boolean isChangeNoun(int at) {
        return lexicon.has("change-adjective", tokens.lower(at - 1))
                && lexicon.direction("noun", tokens.lower(at)).isPresent();
    }

    private int beforeVerb(int verb) {
        int at = beforeAuxiliaries(verb);
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
                        || (lexicon.has("adverb", tokens.lower(at - 1))
                                && !tokens.capital(at - 1)
                                && !lexicon.has("determiner", tokens.lower(at - 1))))) {
            at--;
        }
        return at;
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
        return lexicon.has("time-noun", tokens.lower(at)) || isNumeralWord(at);
    }

    /** The noun phrase that ends before a token, back to what cannot be a part of it. */
    private Optional<String> phraseEnding(int to) {
        int from = to;
        int at = to - 1;
        while (at >= 0 && to - at <= PHRASE_MAX) {
            if (dates.has(at)) {
                break;
            }
            if (isPhraseWord(at) || tokens.joins(at) || tokens.joins(at + 1)) {
                from = at;
            } else if (from == to || !isConnector(at)) {
                break;
            }
            at--;
        }
        while (from < to && tokens.isSymbol(from, "-‑")) {
            from++;
        }
        return isUnitOfNumber(from, to) ? Optional.empty() : named(from, to);
    }

    /** "Um 5 Millionen Euro auf": what stands before is the unit of another number. */
    private boolean isUnitOfNumber(int from, int to) {
        boolean number = tokens.isNumber(from - 1) && !dates.has(from - 1);
        boolean scaled = lexicon.has("scale", tokens.lower(from)) && number;
        boolean single = to == from + 1 && (number || lexicon.has("scale", tokens.lower(from - 1)));
        return scaled || single;
    }

    private boolean isConnector(int at) {
        String word = tokens.lower(at);
        return (lexicon.has("connector", word) && tokens.isWord(at - 1) && !isDoer(at))
                || (lexicon.has("connector", tokens.lower(at - 1)) && lexicon.has("determiner", word));
    }

    /** "Catches by small boats", but not "Led by Norway": a word in -ed is not what was measured. */
    private boolean isDoer(int at) {
        return lexicon.has("by", tokens.lower(at))
                && lexicon.language().equals("en")
                && tokens.lower(at - 1).endsWith("ed");
    }

    private Optional<String> named(int from, int end) {
        int to = nounEnd(from, end);
        if (from >= to || tokens.sentence(from) != tokens.sentence(to - 1)) {
            return Optional.empty();
        }
        String head = tokens.lower(to - 1);
        boolean adverb = lexicon.language().equals("en") && head.endsWith("ly") && head.length() > 5;
        boolean names = !tokens.isSymbol(to - 1, "-‑")
                && !adverb
                && !lexicon.has("time-noun", head)
                && !(lexicon.has("vague", head) && !isNamedRate(from, to))
                && (!lexicon.has("adverb", head) || (to - from > 1 && tokens.capital(to - 1)));
        return names ? Optional.of(text(from, to)) : Optional.empty();
    }

    /** "Policy rate", "sea level": a rate with a noun before it is one of its own. */
    private boolean isNamedRate(int from, int to) {
        String narrowing = tokens.lower(to - 2);
        return to - from > 1
                && lexicon.has("rate", tokens.lower(to - 1))
                && (!lexicon.has("adjective", narrowing) || lexicon.has("of-rates", narrowing))
                && !lexicon.has("change-adjective", narrowing)
                && !lexicon.has("adverb", narrowing);
    }

    /** German writes nouns with capitals: what stands behind the last of them is a verb or an adverb. */
    private int nounEnd(int from, int end) {
        int to = end;
        while (lexicon.language().equals("de") && to > from && tokens.isWord(to - 1) && !tokens.capital(to - 1)) {
            to--;
        }
        return to;
    }

    private String text(int from, int to) {
        return tokens.text().substring(tokens.start(from), tokens.end(to - 1));
    }
}
