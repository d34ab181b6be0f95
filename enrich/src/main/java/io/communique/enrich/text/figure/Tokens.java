package io.communique.enrich.text.figure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text as numbers, words, and single other characters, each with its place. Made in one pass.
 *
 * <p>Any index may be asked for: outside the text lies an endless {@link Kind#BREAK}, so that rules may look around without counting.
 */
final class Tokens {
    enum Kind {
        /** Digits, with what groups them and a decimal part. */
        NUMBER,
        /** Letters, with apostrophes inside, or an abbreviation with full stops ("U.S."). */
        WORD,
        /** Any one other character. */
        SYMBOL,
        /** The end of a line. */
        BREAK
    }

    /** Words that a full stop belongs to; it ends no sentence behind them. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "no", "nos", "mr", "mrs", "ms", "dr", "st", "rs", "approx", "ca", "c", "vs", "prof", "gen", "sen", "rep",
            "art", "vol", "fig", "sq", "mio", "mrd", "nr", "bzw", "etwa", "inc", "ltd", "co", "corp", "jan", "feb",
            "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private static final Set<String> GERMAN_MONTHS = Set.of(
            "januar",
            "jänner",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember");

    private final String text;
    private final NumberFormat format;
    private Kind[] kinds = new Kind[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private String[] lowers = new String[64];
    private @Nullable BigDecimal[] values = new BigDecimal[64];
    private int[] sentences = new int[64];
    private int size;

    private Tokens(String text, NumberFormat format) {
        this.text = text;
        this.format = format;
    }

    static Tokens of(String text, NumberFormat format) {
        Tokens tokens = new Tokens(text, format);
        tokens.scan();
        tokens.numberSentences();
        return tokens;
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    Kind kind(int i) {
        return inside(i) ? kinds[i] : Kind.BREAK;
    }

    boolean isNumber(int i) {
        return kind(i) == Kind.NUMBER;
    }

    boolean isWord(int i) {
        return kind(i) == Kind.WORD;
    }

    int start(int i) {
        return inside(i) ? starts[i] : i < 0 ? 0 : text.length();
    }

    int end(int i) {
        return inside(i) ? ends[i] : i < 0 ? 0 : text.length();
    }

    /** Lower case; empty outside the text. */
    String lower(int i) {
        return inside(i) ? lowers[i] : "";
    }

    boolean is(int i, String lower) {
        return lower(i).equals(lower);
    }

    boolean isSymbol(int i, String anyOf) {
        return kind(i) == Kind.SYMBOL && lowers[i].length() == 1 && anyOf.indexOf(lowers[i].charAt(0)) >= 0;
    }

    String written(int i) {
        return text.substring(start(i), end(i));
    }

    /** Whether nothing stands between the token and the one before. */
    boolean glued(int i) {
        return inside(i) && i > 0 && starts[i] == ends[i - 1] && kinds[i] != Kind.BREAK && kinds[i - 1] != Kind.BREAK;
    }

    /** Whether the token parts two cells of a table. */
    boolean isCellEnd(int i) {
        return inside(i) && text.charAt(starts[i]) == '\t';
    }

    boolean capital(int i) {
        return isWord(i) && Character.isUpperCase(text.charAt(starts[i]));
    }

    /** Whether any letter of a word is a capital, as in "eBook". */
    boolean hasCapital(int i) {
        return isWord(i) && text.substring(starts[i], ends[i]).chars().anyMatch(Character::isUpperCase);
    }

    /** Whether a word has several letters and all of them are capitals. */
    boolean allCapitals(int i) {
        if (!isWord(i) || ends[i] - starts[i] < 2) {
            return false;
        }
        return text.substring(starts[i], ends[i]).chars().allMatch(Character::isUpperCase);
    }

    /** What digits are worth; empty for a token that is no number, and digits that make none ("5.6.2018"). */
    Optional<BigDecimal> value(int i) {
        return inside(i) ? Optional.ofNullable(values[i]) : Optional.empty();
    }

    /** The first token that does not end before a place in the text. */
    int indexAt(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        int index = at >= 0 ? at : -at - 1;
        return at < 0 && index > 0 && ends[index - 1] > offset ? index - 1 : index;
    }

    /** Which sentence a token is in, counted from 0. */
    int sentence(int i) {
        return inside(i) ? sentences[i] : -1;
    }

    boolean startsSentence(int i) {
        return i <= 0 || sentence(i - 1) != sentence(i) || kind(i - 1) == Kind.BREAK;
    }

    /** Whether a hyphen joins the tokens at both sides of {@code i} to one word. */
    boolean joins(int i) {
        return isSymbol(i, "-‑") && glued(i) && glued(i + 1);
    }

    private boolean inside(int i) {
        return i >= 0 && i < size;
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c == '\n' || c == '\t' || c == '\u2029') {
                add(Kind.BREAK, at, at + 1, null);
                at++;
            } else if (isSpace(c)) {
                at += Character.charCount(c);
            } else if (Character.isDigit(c) || (c == '.' && startsDecimal(at))) {
                NumberFormat.Read read = format.read(text, at, groupsMayBeSpaced(at));
                add(Kind.NUMBER, at, read.end(), read.value());
                at = read.end();
            } else if (Character.isLetter(c)) {
                int end = wordEnd(at);
                add(Kind.WORD, at, end, null);
                at = end;
            } else if (NumberFormat.fraction(c) != null) {
                add(Kind.NUMBER, at, at + 1, NumberFormat.fraction(c));
                at++;
            } else {
                add(Kind.SYMBOL, at, at + Character.charCount(c), null);
                at += Character.charCount(c);
            }
        }
    }

    /**
     * "Room 5 200 people": behind a name, a space parts numbers instead of grouping digits. The first word of a sentence is no name where the language
     * groups so, "Environ 4 350 agents", nor before round thousands, "Some 4 000 people".
     */
    private boolean groupsMayBeSpaced(int at) {
        int last = size - 1;
        boolean code = allCapitals(last) && inside(last) && ends[last] - starts[last] == 3;
        boolean opens = last <= 0 || kind(last - 1) == Kind.BREAK || isSymbol(last - 1, ".!?:;•–—-");
        return !capital(last) || code || (opens && (format.group() != ',' || isRoundThousand(at)));
    }

    private boolean isRoundThousand(int at) {
        int end = at;
        while (end < text.length() && end < at + 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.startsWith(" 000", end);
    }

    private boolean startsDecimal(int at) {
        if (at + 1 >= text.length() || !Character.isDigit(text.charAt(at + 1))) {
            return false;
        }
        return at == 0 || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.');
    }

    private int wordEnd(int start) {
        int abbreviation = abbreviationEnd(start);
        if (abbreviation > start) {
            return abbreviation;
        }
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inner =
                    (c == '\'' || c == '’') && at + 1 < text.length() && Character.isLetter(text.codePointAt(at + 1));
            if (inner && format.elides() && at - start <= 2) {
                return at + 1;
            }
            if (!Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK && !inner) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    /** "U.S.", "a.m.", "p.m": two letters or more, each with its full stop but perhaps the last. */
    private int abbreviationEnd(int start) {
        int at = start;
        int letters = 0;
        while (at + 1 < text.length() && Character.isLetter(text.charAt(at)) && text.charAt(at + 1) == '.') {
            at += 2;
            letters++;
        }
        boolean last = at < text.length()
                && Character.isLetter(text.charAt(at))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
        if (letters > 0 && last) {
            return at + 1;
        }
        return letters > 1 ? at : start;
    }

    private void add(Kind kind, int start, int end, @Nullable BigDecimal value) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            lowers = Arrays.copyOf(lowers, size * 2);
            values = Arrays.copyOf(values, size * 2);
            sentences = Arrays.copyOf(sentences, size * 2);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        lowers[size] = text.substring(start, end).toLowerCase(Locale.ROOT);
        values[size] = value;
        size++;
    }

    private void numberSentences() {
        int sentence = 0;
        for (int i = 0; i < size; i++) {
            sentences[i] = sentence;
            if (kinds[i] == Kind.BREAK || endsSentence(i)) {
                sentence++;
            }
        }
    }

    private boolean endsSentence(int i) {
        if (isSymbol(i, "。！？")) {
            return true;
        }
        if (!isSymbol(i, ".!?;") || glued(i + 1)) {
            return false;
        }
        return !isSymbol(i, ".") || !(glued(i) && (ABBREVIATIONS.contains(lower(i - 1)) || isGermanOrdinal(i)));
    }

    /** "Zum 1. Januar", "vom 3. bis 14. Juni". */
    private boolean isGermanOrdinal(int dot) {
        boolean day = isNumber(dot - 1) && ends[dot - 1] - starts[dot - 1] <= 2;
        return day && isWord(dot + 1) && (GERMAN_MONTHS.contains(lower(dot + 1)) || !capital(dot + 1));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }
}
