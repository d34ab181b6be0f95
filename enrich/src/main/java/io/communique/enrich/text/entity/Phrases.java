package io.communique.enrich.text.entity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases of one or more words, and what is known of each; the longest one at a place is found by walking over its words once. */
final class Phrases<T> {
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
        for (int i = at; i < tokens.size() && (i == at || !tokens.isBreak(i)); i++) {
            Node<T> next = node.next.get(key(tokens, i));
            if (next == null && !anyCase && tokens.isAllCapitals(i)) {
                next = node.next.get(capitalised(tokens.word(i)));
            }
            if (next == null) {
                break;
            }
            node = next;
            T value = node.value;
            if (value != null) {
                best = new Match<>(at, i + 1, value);
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

    private static String capitalised(String word) {
        return word.length() < 4 ? word : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /**
     * A phrase in a text.
     *
     * @param from first token
     * @param to one past the last
     */
    record Match<T>(int from, int to, T value) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private @Nullable T value;
    }
}
