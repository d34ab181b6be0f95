package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Direction;
import java.util.Optional;

/** German verbs of change of which a part stands at the end of the clause: "ging um 5 Prozent zurück", "legte um 3 Prozent zu". */
final class SplitVerbs {
    private static final int PARTICLE_DISTANCE_MAX = 24;

    private final Tokens tokens;
    private final Lexicon lexicon;

    SplitVerbs(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** Which way the verb at a token says that something went; empty if it is no such verb, or its other part does not follow. */
    Optional<Direction> direction(int verb) {
        if (!lexicon.has("split-verb", tokens.lower(verb))) {
            return Optional.empty();
        }
        for (int at = verb + 1;
                at <= verb + PARTICLE_DISTANCE_MAX && tokens.sentence(at) == tokens.sentence(verb);
                at++) {
            boolean ends = !tokens.isWord(at + 1) || lexicon.has("and", tokens.lower(at + 1));
            Optional<Direction> direction = ends && tokens.isWord(at)
                    ? lexicon.direction("split", tokens.lower(verb) + ' ' + tokens.lower(at))
                    : Optional.empty();
            if (direction.isPresent()) {
                return direction;
            }
        }
        return Optional.empty();
    }
}
