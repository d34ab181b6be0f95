package io.communique.enrich.attachment;

import java.util.Optional;

/** Collects the paragraphs of a file up to a length. Not safe to share between threads. */
final class Paragraphs {
    private static final String BETWEEN = "\n\n";

    private final int charactersMax;
    private final StringBuilder text = new StringBuilder();
    private Optional<String> cutBecause = Optional.empty();

    Paragraphs(int charactersMax) {
        this.charactersMax = charactersMax;
    }

    /** Adds a paragraph, cleaned; a blank one adds nothing. Line breaks and tabs inside it stay. */
    void add(CharSequence raw) {
        String paragraph = CleanText.of(raw);
        if (paragraph.isEmpty() || isFull()) {
            return;
        }
        int room = charactersMax - text.length() - (text.isEmpty() ? 0 : BETWEEN.length());
        if (paragraph.length() > room) {
            cut("too much text");
            paragraph = upTo(paragraph, room);
        }
        if (!paragraph.isEmpty()) {
            text.append(text.isEmpty() ? "" : BETWEEN).append(paragraph);
        }
    }

    /** Notes that something was left out. */
    void cut(String reason) {
        cutBecause = cutBecause.or(() -> Optional.of(reason));
    }

    /** Returns whether no more is taken. */
    boolean isFull() {
        return text.length() + BETWEEN.length() >= charactersMax;
    }

    int charactersMax() {
        return charactersMax;
    }

    Optional<String> cutBecause() {
        return cutBecause;
    }

    String text() {
        return text.toString();
    }

    /** Never half of a surrogate pair. */
    private static String upTo(String paragraph, int length) {
        int end = Math.max(0, length);
        boolean splits = end > 0 && Character.isHighSurrogate(paragraph.charAt(end - 1));
        return paragraph.substring(0, splits ? end - 1 : end).stripTrailing();
    }
}
