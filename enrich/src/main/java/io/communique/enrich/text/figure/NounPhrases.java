package io.communique.enrich.text.figure;

import java.util.Optional;
import java.util.regex.Pattern;

/** The noun phrases of a text: the one that begins at a token, the one that ends before it, and what stands between two. */
final class NounPhrases {
    private static final int PHRASE_MAX = 9;

    /** What many of English's adjectives end in. */
    private static final Pattern ADJECTIVE = Pattern.compile("(?:al|ive|ic|ant|ent|ing|ful|ous)$");

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final DatePlaces dates;

    NounPhrases(Tokens tokens, Lexicon lexicon, DatePlaces dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.dates = dates;
    }

    /** The noun phrase that begins at a token, without articles; "of" and what follows it included. */
    Optional<String> from(int start) {
        int from = start;
        while ((lexicon.has("determiner", tokens.lower(from)) || lexicon.has("each", tokens.lower(from)))
                && from < start + 2) {
            from++;
        }
        if (isDone(from)) {
            return Optional.empty();
        }
        int to = from;
        int at = from;
        boolean linked = false;
        while (at < from + PHRASE_MAX) {
            if (isPart(at) || isNumberOfCompound(at) || isNarrowedNoun(at, from)) {
                at = compoundEnd(at);
                to = at;
                if (endsNoun(at)) {
                    break;
                }
            } else if (!linked && to > from && isLink(at)) {
                linked = true;
                at = lexicon.has("determiner", tokens.lower(at + 1)) ? at + 2 : at + 1;
            } else {
                break;
            }
        }
        return named(from, to);
    }

    /** "Repair of schools", "Ausbau der Radwege". */
    private boolean isLink(int at) {
        boolean genitive = lexicon.has("genitive", tokens.lower(at)) && tokens.capital(at + 1);
        return genitive || (lexicon.has("linked", tokens.lower(at)) && tokens.isWord(at + 1));
    }

    /** "Of professional experience", "a tender offer.": behind an adjective, or with nothing that it is done to, what could be a verb is the noun. */
    private boolean isNarrowedNoun(int at, int from) {
        String before = tokens.lower(at - 1);
        boolean adjective =
                lexicon.has("adjective", before) || ADJECTIVE.matcher(before).find();
        boolean alone =
                !before.endsWith("s") && (!tokens.isWord(at + 1) || lexicon.has("connector", tokens.lower(at + 1)));
        return at > from && (adjective || alone) && lexicon.has("verb-too", tokens.lower(at));
    }

    /** "two-way trade": a number word is a part of the phrase if a hyphen binds it. */
    private boolean isNumberOfCompound(int at) {
        return tokens.isWord(at) && tokens.joins(at + 1) && tokens.isWord(at + 2);
    }

    private int compoundEnd(int at) {
        int end = tokens.isSymbol(at + 1, "'’") && tokens.glued(at + 1) && isPossessed(at) ? at + 2 : at + 1;
        while (end < at + 8 && (tokens.joins(end) || (tokens.glued(end) && tokens.isNumber(end)))) {
            end += tokens.joins(end) ? 2 : 1;
        }
        return end;
    }

    /** "Miners' claims". */
    private boolean isPossessed(int at) {
        return tokens.lower(at).endsWith("s") && isPart(at + 2) && !tokens.glued(at + 2);
    }

    /** Behind a noun in the plural, a word in -ed is the verb, and before an article one in -s is: "the 5 km road links the port"; in "tea worth $5" what it costs follows. */
    private boolean endsNoun(int at) {
        String word = tokens.lower(at);
        if (isDone(at)) {
            return true;
        }
        boolean plural = tokens.lower(at - 1).endsWith("s");
        // "A 1 % rise in rates adds about $4 million".
        boolean hasObject = lexicon.has("determiner", tokens.lower(at + 1))
                || lexicon.has("a", tokens.lower(at + 1))
                || lexicon.has("hedge-of-object", tokens.lower(at + 1));
        return lexicon.language().equals("en")
                && tokens.isWord(at)
                && ((lexicon.has("adverb", word) && !isPart(at + 1))
                        || (plural && word.endsWith("ed"))
                        || (word.endsWith("s") && hasObject)
                        || (lexicon.has("priced", word) && !lexicon.has("of", tokens.lower(at + 1))));
    }

    /** "A charge related to the storm", "notes paying 5 %", "the quarter covering it": what a participle with more behind it says of the noun. */
    private boolean isDone(int at) {
        String word = tokens.lower(at);
        boolean past = word.length() > 4
                && word.endsWith("ed")
                && !word.endsWith("eed")
                && !isNumeral(at)
                && lexicon.has("behind-participle", tokens.lower(at + 1));
        boolean present = word.length() > 5
                && word.endsWith("ing")
                && (tokens.lower(at - 1).endsWith("s") || lexicon.has("time-noun", tokens.lower(at - 1)))
                && (tokens.isNumber(at + 1) || dates.has(at + 1) || lexicon.has("determiner", tokens.lower(at + 1)));
        return lexicon.language().equals("en") && (past || present);
    }

    /** Whether a word ends as many of English's adjectives do. */
    static boolean endsLikeAdjective(String word) {
        return ADJECTIVE.matcher(word).find();
    }

    boolean isPart(int at) {
        String word = tokens.lower(at);
        return tokens.isWord(at)
                && !lexicon.has("stop", word)
                && !lexicon.has("verb", word)
                && !lexicon.has("only-verb", word);
    }

    /** All between two tokens, if it is words alone. */
    Optional<String> between(int start, int to) {
        int from = lexicon.has("determiner", tokens.lower(start)) || lexicon.has("a", tokens.lower(start))
                ? start + 1
                : start;
        for (int at = from; at < to; at++) {
            boolean word = isPart(at)
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

    /** The noun phrase that ends before a token, back to what cannot be a part of it. */
    Optional<String> ending(int to) {
        return ending(to, false);
    }

    /** As {@link #ending}, but of "offset by a gain" and "result in a fine" the last noun alone. */
    Optional<String> nearestEnding(int to) {
        return ending(to, true);
    }

    /** The last noun before a token, with the genitives behind it: in German all nouns have a capital. */
    Optional<String> lastNoun(int to) {
        int from = to - 1;
        while (lexicon.has("genitive", tokens.lower(from - 1)) && tokens.capital(from - 2)) {
            from -= 2;
        }
        return tokens.capital(from) && isPart(from) ? named(from, to) : Optional.empty();
    }

    /** "70 Prozent der Kosten": the unit of a number before is no part of what follows. */
    private int behindUnit(int from, int to) {
        boolean number = tokens.isNumber(from - 1) && !dates.has(from - 1);
        int at = number ? lexicon.unitWord(tokens, from).map(Phrases.Match::to).orElse(from) : from;
        while (at > from && at < to && !isPart(at)) {
            at++;
        }
        return at;
    }

    private Optional<String> ending(int to, boolean nearest) {
        int from = isLimit(to - 1) ? to - 2 : to;
        int at = from - 1;
        while (at >= 0 && to - at <= PHRASE_MAX) {
            if (dates.has(at) || isOfRate(at) || isBehindModal(at)) {
                break;
            }
            boolean bound = tokens.joins(at) || tokens.joins(at + 1) || (tokens.isWord(at) && tokens.joins(at - 1));
            if (isPart(at)
                    || bound
                    || (at == to - 1 && isHead(at))
                    || isNounByArticle(at)
                    || (from < to && isDoneTo(at))) {
                from = at;
            } else if (from == to || !isConnector(at) || (nearest && isLoose(at))) {
                break;
            }
            at--;
        }
        while (from < to && (tokens.isSymbol(from, "-‑") || (from < to - 1 && isDoing(from)))) {
            from = isDoing(from) ? behindDoing(from + 1, to) : from + 1;
        }
        return isUnitOfNumber(from, to) ? Optional.empty() : named(behindUnit(from, to), to);
    }

    /** "The rescue plan would", but "the pump I use is": before a verb, what could be one is the noun. */
    private boolean isHead(int at) {
        return lexicon.has("verb-too", tokens.lower(at))
                && (isPart(at - 1) || tokens.startsSentence(at) || lexicon.has("linked", tokens.lower(at - 1)));
    }

    /** "An offer of $5", "the pay of nurses": behind an article, what could be a verb is the noun. */
    private boolean isNounByArticle(int at) {
        return lexicon.has("verb-too", tokens.lower(at))
                && (lexicon.has("a", tokens.lower(at - 1)) || lexicon.has("determiner", tokens.lower(at - 1)));
    }

    /** An indefinite noun behind another preposition than "of" and "for" is one of its own. */
    private boolean isLoose(int at) {
        return lexicon.language().equals("en")
                && lexicon.has("a", tokens.lower(at))
                && !lexicon.has("of", tokens.lower(at - 1))
                && !lexicon.has("for", tokens.lower(at - 1));
    }

    /** "Will end payments of $5 million". */
    private boolean isBehindModal(int at) {
        return lexicon.language().equals("en") && lexicon.has("modal", tokens.lower(at - 1));
    }

    /** "$3 a share on revenue of": the unit of the number before. */
    private boolean isOfRate(int at) {
        return lexicon.has("per-noun", tokens.lower(at))
                && lexicon.has("per", tokens.lower(at - 1))
                && (tokens.isNumber(at - 2)
                        || lexicon.has("scale", tokens.lower(at - 2))
                        || lexicon.has("minor", tokens.lower(at - 2)));
    }

    /** "Resulting in a record revenue": what the verb is joined by is no part of what follows. */
    private int behindDoing(int from, int to) {
        int at = from;
        while (at < to - 1
                && (isConnector(at)
                        || lexicon.has("determiner", tokens.lower(at))
                        || lexicon.has("a", tokens.lower(at)))) {
            at++;
        }
        return at;
    }

    /** "Investment pledged to Peru": what was done to it goes with it. */
    private boolean isDoneTo(int at) {
        return lexicon.language().equals("en")
                && tokens.lower(at).endsWith("ed")
                && lexicon.has("connector", tokens.lower(at + 1))
                && isPart(at - 1);
    }

    /** "Wages rose 5 %, outpacing inflation": the verb of a clause, and no part of what it is done to. */
    boolean isDoing(int at) {
        return lexicon.language().equals("en")
                && tokens.lower(at).endsWith("ing")
                && !lexicon.has("preposition-in-ing", tokens.lower(at))
                && tokens.isSymbol(at - 1, ",");
    }

    /** "Children under five", "vessels over 300". */
    private boolean isLimit(int at) {
        return lexicon.has("limit", tokens.lower(at - 1)) && (tokens.isNumber(at) || isNumeral(at));
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
        return ((lexicon.has("connector", word) || isOrigin(at))
                        && tokens.isWord(at - 1)
                        && !isDoer(at)
                        && !isPrice(at))
                || isPretax(at)
                || ((lexicon.has("connector", tokens.lower(at - 1)) || isOrigin(at - 1) || isActFor(at - 1))
                        && lexicon.has("determiner", word));
    }

    /** "The fee for filing the articles". */
    private boolean isActFor(int at) {
        return tokens.lower(at).endsWith("ing") && lexicon.has("connector", tokens.lower(at - 1)) && isPart(at - 2);
    }

    /** "Profit before tax". */
    private boolean isPretax(int at) {
        return lexicon.has("pretax", tokens.lower(at)) && lexicon.has("tax", tokens.lower(at + 1)) && isPart(at - 1);
    }

    /** "Revenue from tourism". */
    private boolean isOrigin(int at) {
        return lexicon.has("origin", tokens.lower(at)) && isPart(at - 1);
    }

    /** "Repaired at a cost of $5 million": the cost is no part of what was repaired. */
    private boolean isPrice(int at) {
        return lexicon.has("at", tokens.lower(at)) && lexicon.has("a", tokens.lower(at + 1));
    }

    /** "Catches by small boats", but not "Led by Norway": a word in -ed is not what was measured. */
    private boolean isDoer(int at) {
        return lexicon.has("by", tokens.lower(at))
                && lexicon.language().equals("en")
                && tokens.lower(at - 1).endsWith("ed");
    }

    private Optional<String> named(int begin, int end) {
        // "Per capita income".
        boolean perHead = lexicon.has("per", tokens.lower(begin - 1)) && lexicon.has("capita", tokens.lower(begin));
        int from = perHead ? begin - 1 : begin;
        int to = nounEnd(from, end);
        if (from >= to || tokens.sentence(from) != tokens.sentence(to - 1)) {
            return Optional.empty();
        }
        String head = tokens.lower(to - 1);
        if (head.endsWith("'s") || head.endsWith("’s")) {
            return Optional.empty();
        }
        boolean adverb = lexicon.language().equals("en") && head.endsWith("ly") && head.length() > 5;
        boolean names = !tokens.isSymbol(to - 1, "-‑")
                && !adverb
                && !(to == from + 1 && lexicon.has("alone-no-thing", head))
                && !(lexicon.language().equals("en") && to == from + 1 && lexicon.has("adjective", head))
                && !isAdjectiveOfTwo(to - 1)
                && !(lexicon.has("time-noun", head) && !isNamedTime(from, to))
                && !(lexicon.has("vague", head) && !isNamedRate(from, to))
                && (!lexicon.has("adverb", head) || (to - from > 1 && tokens.capital(to - 1)));
        return names ? Optional.of(text(from, to)) : Optional.empty();
    }

    /** "A fast-growing, well-known port": a compound that ends so is no noun. */
    private boolean isAdjectiveOfTwo(int at) {
        String word = tokens.lower(at);
        return lexicon.language().equals("en")
                && tokens.joins(at - 1)
                && (word.equals("growing") || word.endsWith("minded") || word.equals("based") || word.equals("known"));
    }

    /** "A street value of $5 million": the rate with a noun before it that ends before a token. */
    Optional<String> rateEnding(int to) {
        int from = to;
        while (to - from < PHRASE_MAX && isPart(from - 1) && !dates.has(from - 1)) {
            from--;
        }
        return from < to - 1 ? named(from, to) : Optional.empty();
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

    /** "Waiting times", "the journey time", "a grace period": how long something takes. */
    private boolean isNamedTime(int from, int to) {
        String narrowing = tokens.lower(to - 2);
        return to - from > 1
                && lexicon.language().equals("en")
                && ((tokens.lower(to - 1).startsWith("time")
                                && (narrowing.endsWith("ing") || lexicon.has("of-times", narrowing)))
                        || (tokens.lower(to - 1).startsWith("period") && lexicon.has("of-periods", narrowing)));
    }

    /** German writes nouns with capitals: what stands behind the last of them is a verb or an adverb. */
    private int nounEnd(int from, int end) {
        int to = end;
        while (lexicon.language().equals("de") && to > from && tokens.isWord(to - 1) && !tokens.capital(to - 1)) {
            to--;
        }
        return to;
    }

    String text(int from, int to) {
        return tokens.text().substring(tokens.start(from), tokens.end(to - 1));
    }

    boolean isNumeral(int at) {
        String word = tokens.lower(at);
        return lexicon.has("number", word)
                || lexicon.has("scale", word)
                || lexicon.has("hundred", word)
                || lexicon.has("dozen", word)
                || lexicon.has("half-of", word);
    }
}
