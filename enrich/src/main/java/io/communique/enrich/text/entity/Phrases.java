package io.communique.enrich.text.entity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases of one or more words, and what is known of each; the longest one at a place is found by walking over its words once. */
final class Phrases<T> {
    /** A shorter word all in capitals is an acronym sooner than a name. */
    private static final int ACRONYM_MAX = 4;

    private final Node<T> root = new Node<>();
    private final boolean anyCase;

    /** Makes an empty set. {@code anyCase}: capitals make no difference; else only a word all in capitals may stand for a capitalised one. */
    Phrases(boolean anyCase) {
        this.anyCase = anyCase;
    }

    void put(String phrase, T value) {
        Tokens tokens = new Tokens(phrase);
        Node<T> node = root;
        for (int i = 0; i < tokens.size(); i++) {
            node = node.next.computeIfAbsent(key(tokens, i), any -> new Node<>());
        }
        node.value = value;
    }

    /** Returns the longest phrase that begins at the token; null if there is none. */
    @Nullable
    Match<T> longest(Tokens tokens, int at) {
        Node<T> node = root;
        Match<T> best = null;
        boolean shouted = false;
        for (int i = at; i < tokens.size() && (i == at || !tokens.isBreak(i)); i++) {
            Node<T> next = node.next.get(key(tokens, i));
            boolean shout = next == null && !anyCase && tokens.isAllCapitals(i);
            if (shout) {
                next = node.next.get(capitalised(tokens.word(i)));
                shouted = true;
            }
            if (next == null) {
                break;
            }
            node = next;
            T value = node.value;
            // "GOA" may be an acronym, the first word of "NEW YORK" is none.
            boolean acronym = shout && i == at && tokens.word(i).length() < ACRONYM_MAX;
            if (value != null && !acronym) {
                best = new Match<>(at, i + 1, value, shouted);
            }
        }
        return best;
    }

    private String key(Tokens tokens, int at) {
        if (tokens.isHyphen(at)) {
            return "-";
        }
        return anyCase ? tokens.lower(at) : tokens.word(at);
    }

    /** "Oslo" for "OSLO". */
    static String capitalised(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /**
     * A phrase in a text.
     *
     * @param from first token
     * @param to one past the last
     * @param shouted whether a word of it, all in capitals, stands for a capitalised one
     */
    record Match<T>(int from, int to, T value, boolean shouted) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private @Nullable T value;
    }
}
