package io.communique.desk.view;

/**
 * A stretch of text, perhaps marked.
 *
 * @param text plain
 * @param mark what it is, as a class of the page's style; empty if it is just text
 * @param tip explanation, plain; empty if there is none
 * @param address page about it, within the desk; empty if there is none
 */
public record Piece(String text, String mark, String tip, String address) {
    /** Makes text without a mark. */
    public static Piece plain(String text) {
        return new Piece(text, "", "", "");
    }
}
