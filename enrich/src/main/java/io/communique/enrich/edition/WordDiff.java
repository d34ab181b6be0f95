package io.communique.enrich.edition;

import io.communique.contract.change.WordChange;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the words of two passages differ; pure. */
final class WordDiff {
    /** A diff takes time with the square of the changes; passages with more words, or that differ more, are compared as a whole. */
    private static final int WORDS_MAX = 2_000;

    private WordDiff() {}

    /**
     * Returns the differences in order. Words are what Unicode's rules part (UAX 29, as the Java platform implements them), so that writing without
     * spaces has words too; white space and punctuation count as words of their own.
     *
     * @return empty if the passages are the same; one change of everything if they are too long to compare
     */
    static List<WordChange> between(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        Words old = Words.of(before);
        Words now = Words.of(after);
        if (old.words().size() > WORDS_MAX || now.words().size() > WORDS_MAX) {
            return List.of(new WordChange(0, before.length(), 0, after.length()));
        }
        return Difference.between(old.words(), now.words()).stream()
                .map(words -> new WordChange(
                        old.start(words.oldStart()),
                        old.start(words.oldEnd()),
                        now.start(words.newStart()),
                        now.start(words.newEnd())))
                .toList();
    }

    /**
     * A passage in words.
     *
     * @param starts of each word, and the end of the last
     */
    private record Words(List<String> words, List<Integer> starts) {
        static Words of(String text) {
            BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
            breaks.setText(text);
            List<String> words = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                words.add(text.substring(start, end));
                starts.add(start);
                start = end;
            }
            starts.add(text.length());
            return new Words(words, starts);
        }

        int start(int word) {
            return starts.get(word);
        }
    }
}
