package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Comparator;
import io.communique.contract.release.Figure.Kind;
import java.util.Optional;

/** What stands around a quantity to soften or bound it: "about", "more than", "or so". */
final class Hedges {
    /**
     * The hedges of one quantity.
     *
     * @param from first token of the hedges before, or of the quantity
     * @param weak whether no word before the number makes it a figure by itself: "under 5" may be a place in a list
     */
    record Found(boolean approximate, Optional<Comparator> comparator, int from, boolean weak) {
        boolean any() {
            return approximate || comparator.isPresent();
        }

        /** The same number in another unit is bounded as the first is; how near it is, only the first says. */
        Found boundedLike(Found other) {
            return new Found(approximate, other.comparator(), from, weak);
        }
    }

    private static final int STEPS_MAX = 4;
    private static final int REACH = 14;

    private final Tokens tokens;
    private final Lexicon lexicon;

    Hedges(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    Found around(Quantity q) {
        boolean approximate = false;
        Optional<Comparator> comparator = Optional.empty();
        int from = q.from();
        int at = q.from();
        boolean weak = true;
        for (int step = 0; step < STEPS_MAX && tokens.sentence(at - 1) == tokens.sentence(q.from()); step++) {
            Optional<Phrases.Match<Hedge>> hedge = lexicon.hedgeBefore(tokens, at);
            if (hedge.isPresent() && isMeant(hedge.get(), q)) {
                approximate |= hedge.get().meaning() == Hedge.APPROXIMATELY;
                comparator = comparator.or(hedge.get().meaning()::comparator);
                at = hedge.get().from();
                from = at;
                weak &= lexicon.has("weak-hedge", tokens.lower(at));
            } else if (lexicon.has("hedge-skip", tokens.lower(at - 1))) {
                at--;
            } else {
                break;
            }
        }
        for (int end : new int[] {q.to(), q.from() + 1}) {
            Optional<Phrases.Match<Hedge>> behind =
                    lexicon.hedgeAfter(tokens, end).filter(match -> end == q.to() || match.to() < q.to());
            if (behind.isPresent() && (end == q.to() ? isBehind(behind.get()) : true)) {
                approximate |= behind.get().meaning() == Hedge.APPROXIMATELY;
                comparator = comparator.or(behind.get().meaning()::comparator);
                weak = false;
            }
        }
        return new Found(approximate, comparator, from, weak);
    }

    /** "5 or more" bounds; in "5, more or less" and "5 plus 3" nothing does. */
    private boolean isBehind(Phrases.Match<Hedge> match) {
        boolean sign = !tokens.isWord(match.from());
        return !sign || (tokens.glued(match.from()) && !tokens.isNumber(match.to()));
    }

    /** "For over two years" bounds, "$5 million over two years" does not; "the past two years" looks back. */
    private boolean isMeant(Phrases.Match<Hedge> hedge, Quantity q) {
        String word = tokens.lower(hedge.to() - 1);
        int before = hedge.from() - 1;
        // "Aumentó hasta 5 millones": what it came to bounds nothing.
        boolean single = hedge.to() - hedge.from() == 1;
        if (single
                && hedge.meaning() == Hedge.UP_TO
                && lexicon.has("level-to", word)
                && lexicon.isChangeBefore(tokens, hedge.from(), REACH)) {
            return false;
        }
        if (tokens.joins(hedge.to()) || tokens.joins(before)) {
            return false;
        }
        if (hedge.to() - hedge.from() > 1) {
            // "Goes up to 5 %" says where it goes.
            return !(hedge.meaning() == Hedge.UP_TO && lexicon.has("going", tokens.lower(before)));
        }
        boolean spanOfTime = q.kind() == Kind.DURATION && lexicon.has("over", word);
        if (spanOfTime) {
            return lexicon.has("lasting", tokens.lower(before));
        }
        return !(lexicon.has("past", word)
                && (lexicon.has("determiner", tokens.lower(before)) || q.kind() == Kind.DURATION));
    }
}
