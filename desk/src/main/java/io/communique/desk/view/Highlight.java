package io.communique.desk.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks the words of a search where they stand. */
public final class Highlight {
    /** The mark of a piece that a search has found. */
    static final String HIT = "hit";

    private static final Pattern TERM = Pattern.compile("\"([^\"]+)\"|(\\S+)");
    private static final int TERMS_MAX = 20;

    private final List<String> terms = new ArrayList<>();

    private Highlight() {}

    /** Marks nothing. */
    static Highlight none() {
        return new Highlight();
    }

    /** Marks the words of a query such as people type; none for a blank one. */
    public static Highlight of(String query) {
        Highlight highlight = new Highlight();
        Matcher matcher = TERM.matcher(query);
        while (matcher.find() && highlight.terms.size() < TERMS_MAX) {
            String term = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            String plain = term.replace("*", "").replace("\"", "").strip().toLowerCase(Locale.ROOT);
            if (!plain.isEmpty()) {
                highlight.terms.add(plain);
            }
        }
        return highlight;
    }

    /** Cuts plain pieces where a word of the search begins; pieces that have a mark keep it. */
    public List<Piece> in(List<Piece> pieces) {
        if (terms.isEmpty()) {
            return pieces;
        }
        List<Piece> marked = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.mark().isEmpty()) {
                cut(piece.text(), marked);
            } else {
                marked.add(piece);
            }
        }
        return marked;
    }

    /** Returns where the first word of the search begins; empty if there is none, or nothing was asked. */
    public OptionalInt first(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (terms.isEmpty() || lower.length() != text.length()) {
            return OptionalInt.empty();
        }
        for (int at = 0; at < lower.length(); at++) {
            if (termAt(lower, at) > 0) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private void cut(String text, List<Piece> marked) {
        // Lower case of some letters is longer: then nothing is marked rather than the wrong place.
        String lower = text.toLowerCase(Locale.ROOT);
        int at = 0;
        int from = 0;
        while (lower.length() == text.length() && at < text.length()) {
            int length = termAt(lower, at);
            if (length == 0) {
                at++;
            } else {
                if (at > from) {
                    marked.add(Piece.plain(text.substring(from, at)));
                }
                marked.add(new Piece(text.substring(at, at + length), HIT, "", ""));
                at += length;
                from = at;
            }
        }
        if (from < text.length()) {
            marked.add(Piece.plain(text.substring(from)));
        }
    }

    private int termAt(String lower, int at) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1)) || isDense(lower.charAt(at));
        if (!begins) {
            return 0;
        }
        int longest = 0;
        for (String term : terms) {
            if (term.length() > longest && lower.startsWith(term, at)) {
                longest = term.length();
            }
        }
        return longest;
    }

    /** Korean, Japanese and Chinese: any part of a word is found. */
    private static boolean isDense(char c) {
        return c >= 0x3040 && c <= 0xd7a3;
    }
}
