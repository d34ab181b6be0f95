package io.communique.enrich.text.figure;

/** Verbs of change with what they change between them and its size: "cut ferry fares 5 percent". */
final class DirectObjects {
    private static final int OBJECT_MAX = 6;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final DatePlaces dates;

    DirectObjects(Tokens tokens, Lexicon lexicon, DatePlaces dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.dates = dates;
    }

    /** Returns the verb whose object ends before a token; -1 if none does. "Fell sharply" and "rose last year" have no object. */
    int verbBefore(int to) {
        int from = to;
        while (to - from < OBJECT_MAX
                && isOfObject(from - 1)
                && (from < to || !lexicon.has("adverb", tokens.lower(from - 1)))) {
            from--;
        }
        int verb = lexicon.has("determiner", tokens.lower(from - 1)) ? from - 2 : from - 1;
        boolean changes = lexicon.language().equals("en")
                && from < to
                && tokens.sentence(verb) == tokens.sentence(to)
                && lexicon.direction("verb", tokens.lower(verb)).isPresent()
                && !lexicon.has("particle-verb", tokens.lower(verb))
                && !lexicon.has("a", tokens.lower(verb + 1))
                && !lexicon.has("determiner", tokens.lower(verb - 1))
                && !lexicon.has("a", tokens.lower(verb - 1));
        return changes ? verb : -1;
    }

    private boolean isOfObject(int at) {
        String word = tokens.lower(at);
        return tokens.isWord(at)
                && !dates.has(at)
                && !lexicon.has("stop", word)
                && !lexicon.has("verb", word)
                && !lexicon.has("only-verb", word)
                && !lexicon.has("time-noun", word)
                && !word.endsWith("ly")
                && lexicon.direction("verb", word).isEmpty();
    }
}
