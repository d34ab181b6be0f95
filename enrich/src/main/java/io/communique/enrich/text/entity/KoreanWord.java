package io.communique.enrich.text.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters in a Korean text, particles included.
 *
 * @param start offset of its first character
 */
record KoreanWord(String text, int start) {
    /** Returns one past its last character. */
    int end() {
        return start + text.length();
    }

    /** Cuts a text into its words. */
    static List<KoreanWord> of(String text) {
        List<KoreanWord> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(new KoreanWord(text.substring(start, i), start));
                start = -1;
            }
        }
        return words;
    }
}
