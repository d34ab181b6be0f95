package io.communique.bench.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well one page's main text was taken out.
 *
 * @param words bags of words compared, lower-cased; nothing where the set has no main text
 * @param shingles bags of runs of four words compared, in the case as written; nothing where the set has no main text
 * @param snippets that are in the text and should or should not be; nothing where the set has none
 * @param hasText whether the set has the main text of this page
 * @param hasSnippets whether the set has snippets of this page
 */
public record PageScore(Counts words, Counts shingles, Counts snippets, boolean hasText, boolean hasSnippets) {
    private static final int SHINGLE_WORDS = 4;

    /** Scores {@code got} by the labels of {@code gold}. */
    public static PageScore of(GoldPage gold, String got) {
        return new PageScore(
                gold.hasText() ? Counts.of(lowerCaseWords(gold.text()), lowerCaseWords(got)) : Counts.NONE,
                gold.hasText() ? Counts.of(shingles(gold.text()), shingles(got)) : Counts.NONE,
                gold.hasSnippets() ? snippets(gold, squash(got)) : Counts.NONE,
                gold.hasText(),
                gold.hasSnippets());
    }

    private static List<String> lowerCaseWords(String text) {
        return Words.of(text.toLowerCase(Locale.ROOT));
    }

    /** A text shorter than a shingle is one. */
    private static List<String> shingles(String text) {
        List<String> words = Words.of(text);
        if (words.size() < SHINGLE_WORDS) {
            return words.isEmpty() ? List.of() : List.of(String.join(" ", words));
        }
        List<String> shingles = new ArrayList<>();
        for (int i = 0; i + SHINGLE_WORDS <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE_WORDS)));
        }
        return shingles;
    }

    private static Counts snippets(GoldPage gold, String got) {
        long hits = gold.with().stream()
                .map(PageScore::squash)
                .filter(got::contains)
                .count();
        long extra = gold.without().stream()
                .map(PageScore::squash)
                .filter(got::contains)
                .count();
        return new Counts(hits, extra, gold.with().size() - hits);
    }

    /** White space and invisible characters are matters of taste. */
    private static String squash(String text) {
        StringBuilder squashed = new StringBuilder(text.length());
        boolean space = false;
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            if (c == '\u00ad' || c == '\u200b') {
                continue;
            }
            boolean isSpace = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
            if (!isSpace && space && !squashed.isEmpty()) {
                squashed.append(' ');
            }
            if (!isSpace) {
                squashed.append(c);
            }
            space = isSpace;
        }
        return squashed.toString();
    }
}
