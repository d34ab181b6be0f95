package io.communique.sink.store.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts texts into the words that are indexed and asked for, the same for every store.
 *
 * <p>Scripts with spaces give words, without case and accents. Han, kana and Hangul give each pair of neighbouring characters, and the last
 * character of each run alone: so any part of a word of two characters or more is found, without a dictionary (the bigram index of
 * Lucene's CJKAnalyzer). Every word is made of letters and digits alone, so none can be mistaken for an operator of a query language.
 */
public final class SearchWords {
    /** What of a text is indexed, in UTF-16 units: an index has limits, and nobody searches for what stands behind the first hundred pages. */
    public static final int INDEXED_CHARS_MAX = 300_000;

    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** A longer run of letters is no word, and an index has a limit for one. */
    private static final int WORD_MAX = 64;

    private SearchWords() {}

    /** Returns a text's words in its order, parted by one space. */
    public static String of(String text) {
        return String.join(" ", words(text, true));
    }

    /**
     * Returns what a query asks for.
     *
     * @param query as a person writes it
     * @return terms that must all be there; none if the query has no letter or digit
     */
    public static List<Term> terms(String query) {
        List<Term> terms = new ArrayList<>();
        Matcher part = PART.matcher(query);
        while (part.find()) {
            String written = part.group(1) == null ? part.group(2) : part.group(1);
            List<String> words = words(written, false);
            if (!words.isEmpty()) {
                terms.add(new Term(words, written.endsWith("*") || isOneDense(words)));
            }
        }
        return terms;
    }

    private static boolean isOneDense(List<String> words) {
        String last = words.get(words.size() - 1);
        return last.codePointCount(0, last.length()) == 1 && isDense(last.codePointAt(0));
    }

    private static List<String> words(String text, boolean withLast) {
        List<String> words = new ArrayList<>();
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        int from = 0;
        while (from < normal.length()) {
            int first = normal.codePointAt(from);
            if (!Character.isLetterOrDigit(first)) {
                from += Character.charCount(first);
                continue;
            }
            boolean dense = isDense(first);
            int to = end(normal, from, dense);
            if (dense) {
                pairs(normal.substring(from, to), withLast, words);
            } else {
                word(normal.substring(from, to), words);
            }
            from = to;
        }
        return words;
    }

    private static int end(String text, int from, boolean dense) {
        int to = from;
        while (to < text.length()) {
            int at = text.codePointAt(to);
            boolean belongs = isDense(at) ? dense : !dense && (Character.isLetterOrDigit(at) || isMark(at));
            if (!belongs) {
                break;
            }
            to += Character.charCount(at);
        }
        return to;
    }

    private static void pairs(String run, boolean withLast, List<String> words) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length; i++) {
            words.add(new String(characters, i, 2));
        }
        if (withLast || characters.length == 1) {
            words.add(new String(characters, characters.length - 1, 1));
        }
    }

    private static void word(String written, List<String> words) {
        String plain = MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        if (!plain.isEmpty()) {
            words.add(plain.substring(
                    0, plain.offsetByCodePoints(0, Math.min(WORD_MAX, plain.codePointCount(0, plain.length())))));
        }
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDense(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return Character.isLetter(codePoint)
                && (script == Character.UnicodeScript.HAN
                        || script == Character.UnicodeScript.HIRAGANA
                        || script == Character.UnicodeScript.KATAKANA
                        || script == Character.UnicodeScript.HANGUL
                        || codePoint == 'ー');
    }

    /**
     * Words that stand together.
     *
     * @param words at least one, in order
     * @param prefix whether the last is only the beginning of a word
     */
    public record Term(List<String> words, boolean prefix) {
        public Term {
            words = List.copyOf(words);
        }
    }
}
