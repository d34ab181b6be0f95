package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Kind;
import java.util.Optional;
import java.util.stream.IntStream;

/** The second of two numbers that have one verb: what it measures stands between the two. */
final class NounsInTurn {
    private final Tokens tokens;
    private final Lexicon lexicon;
    private final NounPhrases phrases;
    private final Subjects subjects;

    NounsInTurn(Tokens tokens, Lexicon lexicon, NounPhrases phrases, Subjects subjects) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.phrases = phrases;
        this.subjects = subjects;
    }

    /**
     * "Exports reached $12 million and imports $15 million", "rose by 5 % and imports by 6 %", "5 % for women and for men 6 %": the second noun
     * has the first one's verb. In "those of coal" it is the first one's as well.
     *
     * @param first what the number before is about
     */
    Optional<String> of(Quantity q, int from, Quantity previous, Optional<String> first) {
        boolean alike = q.kind() == previous.kind() && q.kind() != Kind.COUNT && q.kind() != Kind.DURATION;
        boolean led = lexicon.has("level-to", tokens.lower(from - 1))
                || lexicon.has("by", tokens.lower(from - 1))
                || lexicon.has("a", tokens.lower(from - 1));
        int to = led ? from - 1 : from;
        int and = to - 1;
        while (and >= previous.to() && !isConjunction(and)) {
            if (subjects.isVerb(and)) {
                return Optional.empty();
            }
            and--;
        }
        int noun = lexicon.has("for", tokens.lower(and + 1)) ? and + 2 : and + 1;
        boolean bare = to == from;
        // "Paid $5 million and opened a $3 million office".
        boolean verb =
                lexicon.has("a", tokens.lower(from - 1)) && tokens.lower(to - 1).endsWith("ed");
        if (!alike || verb || and < previous.to() || noun >= to || (bare && !isBareNoun(noun, to))) {
            return Optional.empty();
        }
        boolean those = lexicon.has("those", tokens.lower(noun)) && lexicon.has("connector", tokens.lower(noun + 1));
        return those
                ? phrases.between(noun + 2, to).map(other -> withOther(first, tokens.lower(noun + 1), other))
                : phrases.between(noun, to).filter(name -> phrases.ending(to).equals(Optional.of(name)));
    }

    /** "And imports $15 million", "and the euro 3 %", but neither "and a further 3 %" nor "and the board clawed back $3 million". */
    private boolean isBareNoun(int noun, int to) {
        int from = lexicon.has("determiner", tokens.lower(noun)) ? noun + 1 : noun;
        return !lexicon.has("a", tokens.lower(noun))
                && IntStream.range(from, to)
                        .allMatch(at -> phrases.isPart(at) && !tokens.lower(at).endsWith("ed"));
    }

    private boolean isConjunction(int at) {
        return lexicon.has("and", tokens.lower(at)) || lexicon.has("while", tokens.lower(at));
    }

    /** "Imports of coal", of "imports of gas" and "those of coal". */
    private static String withOther(Optional<String> first, String connector, String other) {
        String linked = ' ' + connector + ' ';
        return first.filter(name -> name.contains(linked))
                .map(name -> name.substring(0, name.indexOf(linked)) + linked + other)
                .orElse(other);
    }
}
