package io.communique.enrich.text.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a text into {@link Token}s. */
final class Lexer {
    private static final int NUMBER_DIGITS_MAX = 8;
    private static final int WORD_LENGTH_MAX = 30;
    private static final int ABBREVIATION_LENGTH_MAX = 4;
    /** Short forms that a name follows. */
    private static final Set<String> TITLES =
            Set.of("vs", "gov", "sen", "rep", "gen", "col", "prof", "hon", "maj", "capt", "sgt", "mrs", "messrs");

    private final String text;
    private final Lexicon lexicon;
    private final List<Token> tokens;
    private int sentence;
    private int paragraph;

    private Lexer(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        this.tokens = new ArrayList<>(text.length() / 5);
    }

    static List<Token> tokens(String text, Lexicon lexicon) {
        Lexer lexer = new Lexer(text, lexicon);
        lexer.read();
        return lexer.tokens;
    }

    private void read() {
        int at = 0;
        int previousEnd = -1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                boolean blank = at + 1 < text.length() && text.charAt(at + 1) == '\n';
                sentence++;
                paragraph += blank ? 1 : 0;
                at++;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
            } else {
                int end = end(at);
                add(at, end, previousEnd == at);
                endSentence(at, end);
                previousEnd = end;
                at = end;
            }
        }
    }

    private int end(int at) {
        char c = text.charAt(at);
        int end = at + 1;
        if (isDigit(c)) {
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        } else if (isLetter(c)) {
            while (end < text.length() && isLetter(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private void add(int at, int end, boolean glued) {
        char c = text.charAt(at);
        String lower =
                end - at > WORD_LENGTH_MAX ? "x" : text.substring(at, end).toLowerCase(Locale.ROOT);
        int number = isDigit(c) && end - at <= NUMBER_DIGITS_MAX ? Integer.parseInt(lower) : -1;
        @Nullable Term term = isLetter(c) ? lexicon.term(lower) : null;
        tokens.add(new Token(at, end, lower, term, number, Character.isUpperCase(c), glued, sentence, paragraph));
    }

    /** A full stop ends a sentence where a capital, quote or digit follows; not after initials, months and other short forms. */
    private void endSentence(int at, int end) {
        char c = text.charAt(at);
        if (c != '.' && c != '!' && c != '?' && c != ';' && c != '。') {
            return;
        }
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (c == '。') {
            sentence++;
        } else if (next > end && next < text.length() && c != ';') {
            boolean begins = !Character.isLowerCase(text.charAt(next));
            if (begins && !(c == '.' && isAbbreviation(next))) {
                sentence++;
            }
        }
    }

    private boolean isAbbreviation(int next) {
        if (tokens.size() < 2) {
            return false;
        }
        Token word = tokens.get(tokens.size() - 2);
        if (word.isNumber()) {
            return isMarker(word) || (word.digits() <= 2 && isMonth(next));
        }
        if (TITLES.contains(word.lower()) || (isHourMark(word) && isDay(next))) {
            return true;
        }
        boolean month = word.is(Term.Kind.MONTH) && word.end() - word.start() <= ABBREVIATION_LENGTH_MAX;
        return (month && !word.is("may")) || (word.capital() && word.end() - word.start() <= 2);
    }

    /** The "m" of "9 a.m." */
    private boolean isHourMark(Token word) {
        return word.is("m")
                && word.glued()
                && tokens.size() > 3
                && tokens.get(tokens.size() - 4).isAny("a", "p");
    }

    /** "Tuesday", "EST Tuesday", "May 3". */
    private boolean isDay(int at) {
        int end = end(at);
        Term term = term(at, end);
        boolean zone = end - at >= 2 && end - at <= ABBREVIATION_LENGTH_MAX && isAllCapitals(at, end);
        return zone || (term != null && (term.kind() == Term.Kind.WEEKDAY || term.kind() == Term.Kind.MONTH));
    }

    private boolean isAllCapitals(int at, int end) {
        return text.substring(at, end).chars().allMatch(Character::isUpperCase);
    }

    /** "3." where a line begins. */
    private boolean isMarker(Token number) {
        return number.digits() <= 2 && (number.start() == 0 || text.charAt(number.start() - 1) == '\n');
    }

    /** "3. Mai": the dot is the ordinal's. */
    private boolean isMonth(int at) {
        Term term = term(at, end(at));
        return term != null && term.kind() == Term.Kind.MONTH;
    }

    private @Nullable Term term(int at, int end) {
        return end - at > WORD_LENGTH_MAX
                ? null
                : lexicon.term(text.substring(at, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
