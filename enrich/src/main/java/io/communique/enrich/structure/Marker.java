package io.communique.enrich.structure;

import io.communique.enrich.field.MonthNames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mark that a paragraph begins with.
 *
 * @param text as written: {@code 1.}, {@code (2)}, {@code 가.}, {@code ①}, {@code □}, {@code °}, {@code ※}
 * @param style what kind of mark it is
 */
record Marker(String text, Style style) {
    /** Kinds of marks; numbers and bullets each from the outermost kind to the innermost, as official documents nest them. */
    enum Style {
        /** Ⅰ. II. */
        ROMAN,
        /** 1. */
        NUMBER,
        /** 가. a. */
        LETTER,
        /** 1) */
        NUMBER_PARENTHESIS,
        /** 가) a) */
        LETTER_PARENTHESIS,
        /** (1) */
        NUMBER_PARENTHESES,
        /** (가) (a) */
        LETTER_PARENTHESES,
        /** ① ㉮ */
        ENCLOSED,
        /** □ ■ ◆ ▶ */
        SQUARE,
        /** ○ ● ° */
        CIRCLE,
        /** • ▪ */
        BULLET,
        /** - */
        DASH,
        /** · */
        DOT,
        /** ☞ */
        POINTER,
        /** ※ * †: an aside. */
        ASIDE,
        /** [1] ¹: a footnote, if the text refers to it. */
        FOOTNOTE;

        boolean isNumber() {
            return compareTo(ENCLOSED) <= 0;
        }

        boolean isBullet() {
            return compareTo(SQUARE) >= 0 && compareTo(DOT) <= 0;
        }
    }

    private static final int DIGITS_MAX = 3;
    private static final int ROMAN_LENGTH_MAX = 5;
    private static final int STARS_MAX = 3;
    /** The letters that Korean lists count with. */
    private static final String KOREAN_LETTERS = "가나다라마바사아자차카타파하";

    private static final String SQUARES = "□■▣◆◇◈▶►▷▸▲△▼▽❑❏❒ㅁ";
    private static final String CIRCLES = "○●◦°◎◯◉⊙❍ㅇ";
    private static final String BULLETS = "•▪▫‣⁃➢➤✓✔★☆";
    private static final String DOTS = "·∙⋅ㆍ・";
    private static final String DASHES = "-–—―−‐‑";
    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** Returns the mark that {@code text} begins with; it may be all of the text. */
    static Optional<Marker> of(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return number(text);
        }
        if (first == '(' || first == '[') {
            return bracketed(text);
        }
        if (first < 0x80 && Character.isLetter(first)) {
            return letter(text);
        }
        if (KOREAN_LETTERS.indexOf(first) >= 0) {
            return closed(text, 1, Style.LETTER, Style.LETTER_PARENTHESIS);
        }
        return first == '*' ? stars(text) : sign(text, first);
    }

    /** Returns whether {@code paragraph} is this mark and no more. */
    boolean isAllOf(String paragraph) {
        return paragraph.length() == text.length();
    }

    private static Optional<Marker> number(String text) {
        int digits = digits(text, 0);
        if (digits > DIGITS_MAX) {
            return Optional.empty();
        }
        int levels = furtherLevels(text, digits);
        if (levels > digits) {
            return Optional.of(new Marker(text.substring(0, levels), Style.NUMBER));
        }
        return isDate(text, digits) ? Optional.empty() : closed(text, digits, Style.NUMBER, Style.NUMBER_PARENTHESIS);
    }

    /** "1.2." has one level more than "1."; a number that no dot closes may be a decimal fraction. */
    private static int furtherLevels(String text, int from) {
        int at = from;
        int closed = from;
        while (at + 1 < text.length() && text.charAt(at) == '.' && digits(text, at + 1) > 0) {
            at += 1 + Math.min(DIGITS_MAX, digits(text, at + 1));
            if (at < text.length() && text.charAt(at) == '.' && isGap(text, at + 1)) {
                closed = at + 1;
            }
        }
        return closed;
    }

    /** "3. 12." is a day, and so is "3. März". */
    private static boolean isDate(String text, int digits) {
        if (digits >= text.length() || text.charAt(digits) != '.' || !isSpaceAt(text, digits + 1)) {
            return false;
        }
        int word = digits + 2;
        int more = digits(text, word);
        if (more > 0) {
            return more <= 2 && word + more < text.length() && text.charAt(word + more) == '.';
        }
        int end = word;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end > word && MonthNames.number(text.substring(word, end)) > 0;
    }

    /** What ends in a dot or a parenthesis: {@code length} characters of number or letter, then the mark's end, then a gap. */
    private static Optional<Marker> closed(String text, int length, Style dotted, Style inParenthesis) {
        if (length >= text.length()) {
            return Optional.empty();
        }
        char close = text.charAt(length);
        @Nullable
        Style style = switch (close) {
            case '.', '．' -> dotted;
            case ')', '）' -> inParenthesis;
            default -> null;
        };
        boolean gap = isGap(text, length + 1)
                || (style != null && Character.isDigit(text.charAt(0)) && isLetterAt(text, length + 1));
        return style != null && gap ? Optional.of(new Marker(text.substring(0, length + 1), style)) : Optional.empty();
    }

    private static Optional<Marker> bracketed(String text) {
        int digits = digits(text, 1);
        int end = digits > 0 ? 1 + digits : 2;
        char close = text.charAt(0) == '(' ? ')' : ']';
        if (digits > DIGITS_MAX || end >= text.length() || text.charAt(end) != close) {
            return Optional.empty();
        }
        String mark = text.substring(0, end + 1);
        if (close == ']') {
            return digits > 0 ? Optional.of(new Marker(mark, Style.FOOTNOTE)) : Optional.empty();
        }
        if (digits > 0) {
            return Optional.of(new Marker(mark, Style.NUMBER_PARENTHESES));
        }
        char letter = text.charAt(1);
        boolean counts = (letter >= 'a' && letter <= 'z') || KOREAN_LETTERS.indexOf(letter) >= 0;
        return counts && isGap(text, end + 1)
                ? Optional.of(new Marker(mark, Style.LETTER_PARENTHESES))
                : Optional.empty();
    }

    /** A capital with a dot is somebody's initial, unless it is a Roman number of two letters or more. */
    private static Optional<Marker> letter(String text) {
        int roman = 0;
        while (roman < text.length() && "IVX".indexOf(text.charAt(roman)) >= 0) {
            roman++;
        }
        if (roman >= 2 && roman <= ROMAN_LENGTH_MAX) {
            return closed(text, roman, Style.ROMAN, Style.ROMAN);
        }
        if (text.length() > 2 && text.charAt(0) == 'o' && text.charAt(1) == ' ' && isCapitalOrDense(text.charAt(2))) {
            return Optional.of(new Marker("o", Style.BULLET));
        }
        return closed(text, 1, Style.LETTER, Style.LETTER_PARENTHESIS)
                .filter(mark -> mark.style() != Style.LETTER || Character.isLowerCase(text.charAt(0)));
    }

    /** Word processors draw a hollow bullet with the letter. */
    private static boolean isCapitalOrDense(char c) {
        return Character.isUpperCase(c) || c >= 0x1100;
    }

    /** Stars that surround something, or stand alone, are an ornament. */
    private static Optional<Marker> stars(String text) {
        int stars = 1;
        while (stars < text.length() && text.charAt(stars) == '*') {
            stars++;
        }
        boolean opens = stars <= STARS_MAX
                && stars < text.length()
                && text.charAt(text.length() - 1) != '*'
                && (isSpaceAt(text, stars) || isLetterAt(text, stars));
        return opens ? Optional.of(new Marker(text.substring(0, stars), Style.ASIDE)) : Optional.empty();
    }

    private static Optional<Marker> sign(String text, char first) {
        if (DASHES.indexOf(first) >= 0) {
            return dash(text);
        }
        Style style = style(first);
        if (style == null) {
            return Optional.empty();
        }
        int end = 1;
        if (style == Style.ROMAN && end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ')')) {
            end++;
        }
        while (style == Style.FOOTNOTE && end < text.length() && RAISED_DIGITS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return Optional.of(new Marker(text.substring(0, end), style));
    }

    /** "- 30 -" and "— — —" are ornaments; "-5" is a number. */
    private static Optional<Marker> dash(String text) {
        int dashes = text.length() > 1 && text.charAt(1) == text.charAt(0) ? 2 : 1;
        boolean opens = isSpaceAt(text, dashes) || (text.charAt(0) == '-' && isLetterAt(text, dashes));
        boolean closes = text.length() > dashes && DASHES.indexOf(text.charAt(text.length() - 1)) >= 0;
        return text.length() == dashes || (opens && !closes)
                ? Optional.of(new Marker(text.substring(0, dashes), Style.DASH))
                : Optional.empty();
    }

    private static @Nullable Style style(char c) {
        if (c < 0x80) {
            return null;
        }
        if (SQUARES.indexOf(c) >= 0) {
            return Style.SQUARE;
        }
        if (CIRCLES.indexOf(c) >= 0) {
            return Style.CIRCLE;
        }
        // The private range where symbol fonts keep their bullets.
        if (BULLETS.indexOf(c) >= 0 || (c >= 0xf020 && c <= 0xf0ff)) {
            return Style.BULLET;
        }
        if (DOTS.indexOf(c) >= 0) {
            return Style.DOT;
        }
        if (RAISED_DIGITS.indexOf(c) >= 0) {
            return Style.FOOTNOTE;
        }
        return switch (c) {
            case '※', '†', '‡' -> Style.ASIDE;
            case '☞' -> Style.POINTER;
            default -> isEnclosed(c) ? Style.ENCLOSED : isRoman(c) ? Style.ROMAN : null;
        };
    }

    /** ① ⑴ ⒈ ⓐ, ❶ ➀, ㉮ ㈎. */
    private static boolean isEnclosed(char c) {
        return (c >= 0x2460 && c <= 0x24ff) || (c >= 0x2776 && c <= 0x2793) || (c >= 0x3200 && c <= 0x327b);
    }

    private static boolean isRoman(char c) {
        return (c >= 0x2160 && c <= 0x216b) || (c >= 0x2170 && c <= 0x217b);
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static boolean isGap(String text, int at) {
        return at == text.length() || isSpaceAt(text, at);
    }

    private static boolean isSpaceAt(String text, int at) {
        return at < text.length() && Character.isWhitespace(text.charAt(at));
    }

    private static boolean isLetterAt(String text, int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }
}
