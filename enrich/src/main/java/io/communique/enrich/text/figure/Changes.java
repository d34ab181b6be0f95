package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Direction;
import io.communique.contract.release.Figure.Kind;
import java.util.Optional;

/** Whether a quantity is by how much something rose or fell: "rose by 40 %", "a 40 % increase", "up 3 points". */
final class Changes {
    private static final int ADVERBS_MAX = 4;
    private static final int VERB_DISTANCE_MAX = 14;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final DirectObjects objects;
    private final Comparatives comparatives;
    private final SplitVerbs split;

    Changes(Tokens tokens, Lexicon lexicon, DatePlaces dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        objects = new DirectObjects(tokens, lexicon, dates);
        comparatives = new Comparatives(tokens, lexicon);
        split = new SplitVerbs(tokens, lexicon);
    }

    /**
     * The direction, if the quantity is the size of a change; a level that something rose or fell to has none.
     *
     * @param from first token of the quantity with its hedges
     */
    Optional<Direction> of(Quantity q, int from) {
        String first = tokens.lower(q.from());
        if (lexicon.number("multiple", first).isPresent() || lexicon.has("multiplied", first)) {
            return Optional.of(Direction.INCREASE);
        }
        if (lexicon.number("divisor", first).isPresent() || lexicon.has("divided", first)) {
            return Optional.of(Direction.DECREASE);
        }
        return before(q, from)
                .or(() -> atARate(q, from))
                .or(() -> behind(q))
                .or(() -> lastVerb(q, from))
                .or(() -> ofObject(q, from))
                .or(() -> signed(q));
    }

    /** "Energy +7.4 %", "food (– 0.3 %)": a plus says which way, and a minus in brackets, where it is no dash. */
    private Optional<Direction> signed(Quantity q) {
        int sign = q.from() - 1;
        if (!isShare(q)) {
            return Optional.empty();
        }
        boolean down = tokens.isSymbol(sign, "-−–") && tokens.isSymbol(sign - 1, "(");
        return tokens.isSymbol(sign, "+")
                ? Optional.of(Direction.INCREASE)
                : down ? Optional.of(Direction.DECREASE) : Optional.empty();
    }

    /** "Cut ferry fares 5 percent". */
    private Optional<Direction> ofObject(Quantity q, int from) {
        // "Boost the stake above 5 %" is to a level.
        boolean level = from < q.from() && lexicon.has("limit", tokens.lower(q.from() - 1));
        int verb = isShare(q) && !level ? objects.verbBefore(from) : -1;
        return verb < 0 ? Optional.empty() : lexicon.direction("verb", tokens.lower(verb));
    }

    private static boolean isShare(Quantity q) {
        return q.kind() == Kind.PERCENT || q.kind() == Kind.PERCENTAGE_POINT;
    }

    private Optional<Direction> before(Quantity q, int from) {
        int at = from - 1;
        boolean by = false;
        for (int step = 0; step < ADVERBS_MAX && inSentence(at, q); step++) {
            if (lexicon.has("linked", tokens.lower(at)) && lexicon.has("number-noun", tokens.lower(at - 1))) {
                at -= 2;
                continue;
            }
            boolean isBy = lexicon.has("by", tokens.lower(at));
            if (!isBy && !lexicon.has("adverb", tokens.lower(at))) {
                break;
            }
            by |= isBy;
            at--;
        }
        if (!inSentence(at, q)) {
            return Optional.empty();
        }
        Optional<Direction> verb = lexicon.direction("verb", tokens.lower(at));
        if (verb.isPresent()) {
            return isSizeOfChange(q, at, by) ? verb : Optional.empty();
        }
        if (lexicon.has("linked", tokens.lower(at))) {
            // "A loss of 30 % of its members" is a change, "a loss of $3 million" a result.
            boolean result = q.kind() == Kind.MONEY && lexicon.has("result-noun", tokens.lower(at - 1));
            return result ? Optional.empty() : lexicon.direction("change-noun", tokens.lower(at - 1));
        }
        return by ? verbBefore(q, at) : Optional.empty();
    }

    /** "Raised $5 million" and "added 5 schools" without "by" are no change of a measured thing, "gave up 5 seats" is none at all. */
    private boolean isSizeOfChange(Quantity q, int verb, boolean by) {
        boolean measured = isShare(q)
                || q.unit()
                        .filter(unit -> lexicon.has("points", unit) || lexicon.has("minor-unit", unit))
                        .isPresent();
        if (by || measured) {
            return true;
        }
        boolean particle = lexicon.has("particle-verb", tokens.lower(verb));
        if (particle && lexicon.has("no-change-before-particle", tokens.lower(verb - 1))) {
            return false;
        }
        boolean alone = !tokens.isWord(verb - 1) || lexicon.has("be", tokens.lower(verb - 1)) || q.kind() == Kind.MONEY;
        boolean moved =
                alone || lexicon.direction("verb", tokens.lower(verb - 1)).isPresent();
        return particle ? moved : !lexicon.has("transitive", tokens.lower(verb));
    }

    /** "Increased its exports to the region by 5 %": the nearest verb of change before. */
    private Optional<Direction> verbBefore(Quantity q, int from) {
        if (!lexicon.language().equals("en") && lexicon.has("level-verb", tokens.lower(from))) {
            // "Bajó, hasta situarse en 5 millones".
            return Optional.empty();
        }
        for (int at = from; at > from - VERB_DISTANCE_MAX && inSentence(at, q); at--) {
            int verb = at;
            Optional<Direction> direction =
                    lexicon.direction("verb", tokens.lower(verb)).or(() -> split.direction(verb));
            if (direction.isPresent()) {
                return direction;
            }
        }
        return Optional.empty();
    }

    /** "Grew at an annual rate of 5 %". */
    private Optional<Direction> atARate(Quantity q, int from) {
        if (!isShare(q)
                || !lexicon.has("linked", tokens.lower(from - 1))
                || !lexicon.has("pace", tokens.lower(from - 2))) {
            return Optional.empty();
        }
        int at = from - 3;
        while (at > from - VERB_DISTANCE_MAX && tokens.isWord(at) && !lexicon.has("at", tokens.lower(at))) {
            at--;
        }
        return inSentence(at, q) && lexicon.has("at", tokens.lower(at))
                ? lexicon.direction("verb", tokens.lower(at - 1))
                : Optional.empty();
    }

    private Optional<Direction> behind(Quantity q) {
        int at = q.to();
        Optional<Direction> compared =
                isShare(q) ? comparatives.behind(at).map(Comparatives.Compared::direction) : Optional.empty();
        if (compared.isPresent()) {
            return compared;
        }
        boolean points = q.unit().filter(unit -> lexicon.has("points", unit)).isPresent();
        boolean counted = q.kind() == Kind.COUNT && !points && !q.rule().equals(FigureReading.ELLIPSIS);
        boolean ratio = q.kind() == Kind.RATIO && !isFraction(q) && !isFold(q);
        boolean size = !counted && q.kind() != Kind.DURATION && !ratio;
        for (int step = 0; step < 3 && size && inSentence(at, q); step++) {
            String word = tokens.lower(at);
            Optional<Direction> direction = lexicon.direction("noun", word);
            if (direction.isPresent()) {
                return isChangeBehind(at) && !isResult(q, at) ? direction : Optional.empty();
            }
            if (tokens.joins(at)) {
                at++;
            } else if (lexicon.has("adverb", word) || lexicon.has("change-adjective", word) || isOfChange(q, at)) {
                at++;
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Um 5 Prozent gestiegen", "3 Prozent zulegen": German puts the verb last. What something rises to or from has its preposition. */
    private Optional<Direction> lastVerb(Quantity q, int from) {
        String before = tokens.lower(from - 1);
        boolean size = q.kind() != Kind.DURATION
                && q.kind() != Kind.RATIO
                && (q.kind() != Kind.COUNT || lexicon.has("by", before))
                && !lexicon.has("level-to", before)
                && !lexicon.has("linked", before);
        Optional<Direction> next = size && isLast(q.to()) && inSentence(q.to(), q)
                ? lexicon.direction("last", tokens.lower(q.to()))
                : Optional.empty();
        return next.or(() -> lexicon.has("by", before) ? verbAtEnd(q) : Optional.empty());
    }

    private boolean isLast(int verb) {
        String next = tokens.lower(verb + 1);
        return !tokens.isWord(verb + 1)
                || lexicon.has("modal", next)
                || lexicon.has("auxiliary", next)
                || lexicon.has("and", next);
    }

    /** "Um 2 % gegenüber dem Vorjahr erhöht": at the end of the clause, behind what the change is counted from. */
    private Optional<Direction> verbAtEnd(Quantity q) {
        for (int at = q.to() + 1; at < q.to() + VERB_DISTANCE_MAX && inSentence(at, q); at++) {
            Optional<Direction> verb = isLast(at) ? lexicon.direction("last", tokens.lower(at)) : Optional.empty();
            if (verb.isPresent() || tokens.isSymbol(at, ",;:")) {
                return verb;
            }
        }
        return Optional.empty();
    }

    /** "Two thirds lower". */
    private static boolean isFraction(Quantity q) {
        return q.rule().equals("fraction");
    }

    /** "A four-fold increase", but "four times more boats". */
    private boolean isFold(Quantity q) {
        return q.rule().equals("multiple") && lexicon.has("fold", tokens.lower(q.to() - 1));
    }

    /** "5 % up to 2020" and "5 % down payment" are no changes. */
    private boolean isChangeBehind(int at) {
        boolean particle = lexicon.has("particle", tokens.lower(at));
        return !particle || !tokens.isWord(at + 1) || lexicon.has("particle-next", tokens.lower(at + 1));
    }

    /** "A $3 million loss from closed routes", "a $2 gain on the sale": what came of it; "a $2 gain in the price" is a change. */
    private boolean isResult(Quantity q, int at) {
        return q.kind() == Kind.MONEY
                && lexicon.has("result-noun", tokens.lower(at))
                && !lexicon.has("in", tokens.lower(at + 1));
    }

    /** "A 34 % profit gain", but "a 12 % revenue growth forecast" is a forecast. */
    private boolean isOfChange(Quantity q, int at) {
        return isShare(q)
                && at == q.to()
                && tokens.isWord(at)
                && !lexicon.has("stop", tokens.lower(at))
                && lexicon.direction("change-noun", tokens.lower(at + 1)).isPresent()
                && (!tokens.isWord(at + 2) || lexicon.has("stop", tokens.lower(at + 2)));
    }

    private boolean inSentence(int at, Quantity q) {
        return at >= 0 && tokens.sentence(at) == tokens.sentence(q.from()) && tokens.kind(at) != Tokens.Kind.BREAK;
    }
}
