package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Direction;
import java.util.Optional;

/**
 * What there is so much more or less of: "12 % fewer applications", "12 Prozent mehr Anträge", "12 % de demandes de plus", "un 12 % más de
 * solicitudes".
 */
final class Comparatives {
    private final Tokens tokens;
    private final Lexicon lexicon;
    private final CountedNoun nouns;

    Comparatives(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        nouns = new CountedNoun(tokens, lexicon);
    }

    /** Which way a noun is compared, and its tokens from {@code from} up to {@code to}. */
    record Compared(Direction direction, int from, int to) {}

    /** What is compared right behind a share. */
    Optional<Compared> behind(int at) {
        return direction(at)
                .flatMap(direction -> noun(at + 1, lexicon.has("uncounted", tokens.lower(at)))
                        .map(noun -> new Compared(direction, noun.from(), noun.to())))
                .or(() -> nounFirst(at));
    }

    private Optional<Direction> direction(int at) {
        String word = tokens.lower(at);
        return lexicon.has("particle", word) ? lexicon.direction("noun", word) : Optional.empty();
    }

    /** @param uncounted whether the word before goes with what is not counted: "5.75 % less fees" is a sum */
    private Optional<CountedNoun.Noun> noun(int at, boolean uncounted) {
        return switch (lexicon.language()) {
            case "es" -> lexicon.has("linker", tokens.lower(at)) ? nouns.at(at, true) : Optional.empty();
            case "fr" -> Optional.empty();
            default -> uncounted ? uncounted(at) : nouns.at(at, false).or(() -> uncounted(at));
        };
    }

    /** "12 % less water than in 2020"; in "12 % less efficient than" nothing is counted. */
    private Optional<CountedNoun.Noun> uncounted(int at) {
        boolean noun = lexicon.language().equals("en")
                && tokens.isWord(at)
                && lexicon.has("than", tokens.lower(at + 1))
                && !lexicon.has("stop", tokens.lower(at))
                && !lexicon.has("adjective", tokens.lower(at))
                && !tokens.lower(at).endsWith("ly")
                && !NounPhrases.endsLikeAdjective(tokens.lower(at));
        return noun ? Optional.of(new CountedNoun.Noun(tokens.lower(at), at, at + 1)) : Optional.empty();
    }

    /** "12 % de demandes de plus". */
    private Optional<Compared> nounFirst(int at) {
        if (!lexicon.language().equals("fr") || !lexicon.has("linker", tokens.lower(at))) {
            return Optional.empty();
        }
        return nouns.at(at, true)
                .filter(noun -> lexicon.has("linker", tokens.lower(noun.to())))
                .flatMap(noun ->
                        direction(noun.to() + 1).map(direction -> new Compared(direction, noun.from(), noun.to())));
    }
}
