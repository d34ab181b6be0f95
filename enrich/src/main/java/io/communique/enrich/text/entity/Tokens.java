package io.communique.enrich.text.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * A text cut into words, numbers and single marks, once, for all rules to look at. Hyphens are marks of their own, so that "ROK-Russia" is
 * three tokens; the dots of "U.S." and "Mr." belong to the word; a possessive ending is a token, an apostrophe inside a name is not.
 */
final class Tokens {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Adm", "Sgt", "Sen", "Rep", "Gov",
            "Hon", "Rev", "Amb", "Cmdr", "Brig", "Smt", "Spc", "Pfc", "Pvt", "Cpl", "Ens", "Cdr", "St", "Jr", "Sr",
            "Inc", "Ltd", "Corp", "Co", "No", "Mt", "Ft");

    /** What stands behind an apostrophe for a word of its own, or for a possessive. */
    private static final Set<String> CONTRACTED = Set.of("s", "t", "re", "ve", "ll", "d", "m", "em");

    private static final String HYPHENS = "-‐‑–";

    // What rules ask of a token again and again, found once.
    private static final int CAPITALISED = 1;
    private static final int ALL_CAPITALS = 2;
    private static final int WORD = 4;
    private static final int NUMBER = 8;
    private static final int HYPHEN = 16;

    private final String text;
    private String[] words = new String[64];
    private String[] lowers = new String[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] breaks = new boolean[64];
    private byte[] traits = new byte[64];
    private int size;

    Tokens(String text) {
        this.text = text;
        scan();
    }

    private void scan() {
        int at = 0;
        boolean newLine = true;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            // Marks that nobody sees, such as the one for the direction of writing, part words as a blank does.
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
                newLine |= c == '\n';
                at += Character.charCount(c);
            } else {
                int end = tokenEnd(at, c);
                add(at, end, newLine);
                newLine = false;
                at = end;
            }
        }
    }

    private void add(int start, int end, boolean newLine) {
        if (size == starts.length) {
            words = Arrays.copyOf(words, size * 2);
            lowers = Arrays.copyOf(lowers, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            breaks = Arrays.copyOf(breaks, size * 2);
            traits = Arrays.copyOf(traits, size * 2);
        }
        String word = text.substring(start, end).replace('’', '\'');
        words[size] = word;
        lowers[size] = word.toLowerCase(Locale.ROOT);
        starts[size] = start;
        ends[size] = end;
        breaks[size] = newLine;
        traits[size] = traits(word);
        size++;
    }

    private static byte traits(String word) {
        int first = word.codePointAt(0);
        boolean allCapitals = word.length() > 1
                && Character.isLetter(word.charAt(0))
                && !hasSmallLetter(word)
                && word.indexOf('.') < 0;
        int traits = Character.isUpperCase(first) ? CAPITALISED : 0;
        traits |= allCapitals ? ALL_CAPITALS : 0;
        traits |= Character.isLetter(first) ? WORD : 0;
        traits |= Character.isDigit(word.charAt(0)) ? NUMBER : 0;
        traits |= word.length() == 1 && HYPHENS.indexOf(first) >= 0 ? HYPHEN : 0;
        return (byte) traits;
    }

    private static boolean hasSmallLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean has(int token, int trait) {
        return token >= 0 && token < size && (traits[token] & trait) != 0;
    }

    private int tokenEnd(int at, int c) {
        if (Character.isLetter(c)) {
            return wordEnd(at);
        }
        if (Character.isDigit(c)) {
            return numberEnd(at);
        }
        if (isApostrophe(c)
                && at > 0
                && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ' ')
                && letterAt(at + 1) == 's'
                && letterAt(at + 2) == 0) {
            return at + 2;
        }
        return at + Character.charCount(c);
    }

    private int wordEnd(int at) {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (Character.isLetterOrDigit(c) || isMark(c) || isApostropheInName(end, c) || isDotInside(at, end, c)) {
                end += Character.charCount(c);
            } else {
                break;
            }
        }
        boolean abbreviated = end < text.length() && text.charAt(end) == '.' && takesDot(at, end);
        return abbreviated ? end + 1 : end;
    }

    /** Whether an apostrophe belongs to a name such as O'Hara or Côte d'Ivoire, and does not open a possessive or close a quotation. */
    private boolean isApostropheInName(int at, int c) {
        return isApostrophe(c)
                && at > 0
                && Character.isLetter(text.charAt(at - 1))
                && (Character.isUpperCase(letterAt(at + 1)) || isNameBehind(at) || isElision(at));
    }

    /** "Chargé d'affaires". */
    private boolean isElision(int apostrophe) {
        char letter = Character.toLowerCase(text.charAt(apostrophe - 1));
        boolean alone = apostrophe == 1 || !Character.isLetter(text.charAt(apostrophe - 2));
        return alone && (letter == 'd' || letter == 'l') && Character.isLetter(letterAt(apostrophe + 1));
    }

    /** "Ja'afari", "Sana'a"; not "isn't" nor "they'll". */
    private boolean isNameBehind(int apostrophe) {
        int start = apostrophe;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = apostrophe + 1;
        while (Character.isLetter(letterAt(end))) {
            end++;
        }
        return end > apostrophe + 1
                && Character.isUpperCase(text.charAt(start))
                && apostrophe - start > 1
                && !CONTRACTED.contains(text.substring(apostrophe + 1, end));
    }

    /** The dots of U.S. and D.C. */
    private boolean isDotInside(int start, int at, int c) {
        return c == '.'
                && Character.isUpperCase(letterAt(at + 1))
                && Character.isUpperCase(text.charAt(at - 1))
                && (at - start == 1 || text.charAt(at - 2) == '.')
                && !Character.isLetter(letterAt(at + 2));
    }

    private boolean takesDot(int start, int end) {
        boolean slashed = start > 0 && text.charAt(start - 1) == '/';
        boolean initial = end - start == 1 && Character.isUpperCase(text.charAt(start)) && !slashed;
        boolean dotted = end - start > 2 && text.charAt(end - 2) == '.';
        return initial || dotted || (end - start < 5 && ABBREVIATIONS.contains(text.substring(start, end)));
    }

    private int numberEnd(int at) {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean separator =
                    (c == '.' || c == ',') && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
            if (Character.isLetterOrDigit(c) || separator) {
                end += Character.charCount(c);
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’';
    }

    /** Returns the letter or digit there; 0 if there is none. */
    private int letterAt(int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at)) ? text.charAt(at) : 0;
    }

    int size() {
        return size;
    }

    /** Returns the token as written, with a straight apostrophe; empty outside the text. */
    String word(int token) {
        return token < 0 || token >= size ? "" : words[token];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /** Returns the characters of the tokens from {@code from} to before {@code to}. */
    String text(int from, int to) {
        return text.substring(starts[from], ends[to - 1]);
    }

    /** Whether a line begins at the token. Names do not go over the end of a line. */
    boolean isBreak(int token) {
        return token <= 0 || token >= size || breaks[token];
    }

    /** Whether nothing stands between the token and the one before it. */
    boolean isJoined(int token) {
        return token > 0 && token < size && starts[token] == ends[token - 1];
    }

    boolean is(int token, String word) {
        return word(token).equals(word);
    }

    boolean isHyphen(int token) {
        return has(token, HYPHEN);
    }

    /** Whether the token is a hyphen or a longer dash. */
    boolean isDash(int token) {
        return isHyphen(token) || is(token, "—");
    }

    /** Whether the token is a mark that opens a quotation. */
    boolean isQuote(int token) {
        String word = word(token);
        return word.equals("\"") || word.equals("“") || word.equals("‘") || word.equals("'");
    }

    /** Whether the token begins with a capital letter. */
    boolean isCapitalised(int token) {
        return has(token, CAPITALISED);
    }

    /** Whether a capital letter is anywhere in the token. */
    boolean hasCapital(int token) {
        return word(token).codePoints().anyMatch(Character::isUpperCase);
    }

    /** Whether the token is a word of two or more letters, all capital. */
    boolean isAllCapitals(int token) {
        return has(token, ALL_CAPITALS);
    }

    boolean isWord(int token) {
        return has(token, WORD);
    }

    boolean isNumber(int token) {
        return has(token, NUMBER);
    }

    /** Whether a sentence, a line, a quotation or a list item begins at the token, where any word has a capital. */
    boolean isSentenceStart(int token) {
        if (isBreak(token)) {
            return true;
        }
        String before = word(token - 1);
        boolean mark = !Character.isLetterOrDigit(before.codePointAt(0)) && !before.startsWith("'s");
        return before.length() == 1 && mark && ".!?:;°•·*“\"‘".contains(before);
    }

    /** Returns the token in lower case. */
    String lower(int token) {
        return token < 0 || token >= size ? "" : lowers[token];
    }
}
