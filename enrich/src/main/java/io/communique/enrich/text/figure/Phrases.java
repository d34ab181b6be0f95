package io.communique.enrich.text.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What phrases mean; the longest that fits wins. Hyphens between words are passed over: "basis-point" is "basis point". */
final class Phrases<T> {
    /** A meaning, and the tokens that say it: from {@code from} up to {@code to}. */
    record Match<T>(T meaning, int from, int to) {}

    private static final int WORDS_MAX = 5;

    private final Map<String, T> meanings = new HashMap<>();
    private final Map<String, Integer> longestByFirst = new HashMap<>();
    private final Map<String, Integer> longestByLast = new HashMap<>();

    /** Adds a phrase of tokens, each parted by one space. An earlier meaning stays. */
    void add(String phrase, T meaning) {
        String[] words = phrase.split(" ", -1);
        if (words.length > WORDS_MAX) {
            throw new IllegalArgumentException("a phrase has at most " + WORDS_MAX + " words: " + phrase);
        }
        meanings.putIfAbsent(phrase, meaning);
        longestByFirst.merge(words[0], words.length, Math::max);
        longestByLast.merge(words[words.length - 1], words.length, Math::max);
    }

    /** The longest phrase that begins at a token. */
    Optional<Match<T>> at(Tokens tokens, int from) {
        int longest = longestByFirst.getOrDefault(tokens.lower(from), 0);
        if (longest == 0) {
            return Optional.empty();
        }
        Match<T> best = null;
        StringBuilder phrase = new StringBuilder();
        int words = 0;
        for (int i = from; words < longest && tokens.kind(i) != Tokens.Kind.BREAK; i++) {
            if (tokens.joins(i) && words > 0) {
                continue;
            }
            phrase.append(words == 0 ? "" : " ").append(tokens.lower(i));
            words++;
            T meaning = meanings.get(phrase.toString());
            if (meaning != null) {
                best = new Match<>(meaning, from, i + 1);
            }
        }
        return Optional.ofNullable(best);
    }

    /** The longest phrase that ends just before a token. */
    Optional<Match<T>> endingAt(Tokens tokens, int to) {
        int longest = longestByLast.getOrDefault(tokens.lower(to - 1), 0);
        if (longest == 0) {
            return Optional.empty();
        }
        Match<T> best = null;
        String phrase = "";
        int words = 0;
        for (int i = to - 1; words < longest && tokens.kind(i) != Tokens.Kind.BREAK; i--) {
            if (tokens.joins(i) && words > 0) {
                continue;
            }
            phrase = words == 0 ? tokens.lower(i) : tokens.lower(i) + " " + phrase;
            words++;
            T meaning = meanings.get(phrase);
            if (meaning != null) {
                best = new Match<>(meaning, i, to);
            }
        }
        return Optional.ofNullable(best);
    }
}
