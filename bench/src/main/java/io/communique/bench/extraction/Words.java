package io.communique.bench.extraction;

import java.util.ArrayList;
import java.util.List;

/** A text as words: runs of letters, numbers and underscores, by code point. Marks part words, as in Python's {@code \w}. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isWord(c) && start < 0) {
                start = i;
            } else if (!isWord(c) && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }

    private static boolean isWord(int c) {
        return c == '_'
                || Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
