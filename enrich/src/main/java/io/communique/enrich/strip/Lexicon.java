package io.communique.enrich.strip;

/** How much a token speaks for article text: the logarithm of its odds, 0 where nothing is known. */
@FunctionalInterface
public interface Lexicon {
    /** Returns the log odds of the token with this hash, about -4 (furniture) to 4 (article). */
    float odds(int token);

    /** Returns a lexicon that knows nothing. */
    static Lexicon none() {
        return token -> 0;
    }
}
