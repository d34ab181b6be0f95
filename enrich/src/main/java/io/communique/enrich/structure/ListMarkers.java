package io.communique.enrich.structure;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The numbers and bullets that a browser draws before the items of a list without their being in the text.
 *
 * <p>Numbers are those of HTML (Standard, 4.4.5 and 4.4.8: {@code start}, {@code reversed}, {@code value}, {@code type}), their forms
 * those of CSS Counter Styles 3. Not safe to share between threads.
 */
final class ListMarkers {
    private static final String BULLET = "-";
    /** More digits are no number that an item has. */
    private static final int DIGITS_MAX = 9;

    private static final int ROMAN_MAX = 3999;
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    /** Class names of common style sheets for lists without marks. */
    private static final String[] UNMARKED = {"unstyled", "no-bullet", "nobullet", "list-none", "list-inline"};

    private final IdentityHashMap<Element, Integer> ordinals = new IdentityHashMap<>();
    /** Lists whose items are counted already, and how each shows its marks. */
    private final IdentityHashMap<Element, Form> forms = new IdentityHashMap<>();

    private enum Form {
        NONE,
        BULLET,
        DECIMAL,
        LOWER_LETTER,
        UPPER_LETTER,
        LOWER_ROMAN,
        UPPER_ROMAN
    }

    /** Returns the mark before {@code item}; empty if its list shows none. */
    Optional<String> of(Element item) {
        Element list = list(item);
        if (list == null) {
            return Optional.empty();
        }
        Form ofList = forms.get(list);
        if (ofList == null) {
            ofList = form(list, list.normalName().equals("ol") ? Form.DECIMAL : Form.BULLET);
            forms.put(list, ofList);
            count(list);
        }
        Form form = form(item, ofList);
        if (form == Form.NONE || form == Form.BULLET) {
            return form == Form.NONE ? Optional.empty() : Optional.of(BULLET);
        }
        return Optional.ofNullable(ordinals.get(item)).map(ordinal -> written(ordinal, form) + ".");
    }

    private static @Nullable Element list(Element item) {
        Element list = item.parent();
        return list != null
                        && switch (list.normalName()) {
                            case "ol", "ul", "menu", "dir" -> true;
                            default -> false;
                        }
                ? list
                : null;
    }

    /** What an element says of its marks: the style first, then the attribute that HTML had before. */
    private static Form form(Element element, Form otherwise) {
        if (element.attributesSize() == 0) {
            return otherwise;
        }
        for (String name : UNMARKED) {
            if (element.className().contains(name)) {
                return Form.NONE;
            }
        }
        Form styled = styled(element.attr("style").toLowerCase(Locale.ROOT));
        return styled != null ? styled : typed(element.attr("type"), otherwise);
    }

    private static Form typed(String type, Form otherwise) {
        return switch (type) {
            case "1" -> Form.DECIMAL;
            case "a" -> Form.LOWER_LETTER;
            case "A" -> Form.UPPER_LETTER;
            case "i" -> Form.LOWER_ROMAN;
            case "I" -> Form.UPPER_ROMAN;
            case "none" -> Form.NONE;
            case "disc", "circle", "square" -> Form.BULLET;
            default -> otherwise;
        };
    }

    private static @Nullable Form styled(String style) {
        int at = style.indexOf("list-style");
        if (at < 0) {
            return null;
        }
        int end = style.indexOf(';', at);
        String said = style.substring(at, end < 0 ? style.length() : end);
        if (said.contains("lower-alpha") || said.contains("lower-latin")) {
            return Form.LOWER_LETTER;
        } else if (said.contains("upper-alpha") || said.contains("upper-latin")) {
            return Form.UPPER_LETTER;
        } else if (said.contains("lower-roman")) {
            return Form.LOWER_ROMAN;
        } else if (said.contains("upper-roman")) {
            return Form.UPPER_ROMAN;
        } else if (said.contains("decimal")) {
            return Form.DECIMAL;
        } else if (said.contains("disc") || said.contains("circle") || said.contains("square")) {
            return Form.BULLET;
        }
        return said.contains("none") ? Form.NONE : null;
    }

    private void count(Element list) {
        boolean reversed = list.hasAttr("reversed");
        int ordinal = integer(list.attr("start")).orElseGet(() -> reversed ? items(list) : 1);
        for (Element item : list.children()) {
            if (item.normalName().equals("li")) {
                ordinal = integer(item.attr("value")).orElse(ordinal);
                ordinals.put(item, ordinal);
                ordinal += reversed ? -1 : 1;
            }
        }
    }

    private static int items(Element list) {
        int items = 0;
        for (Element item : list.children()) {
            items += item.normalName().equals("li") ? 1 : 0;
        }
        return items;
    }

    private static Optional<Integer> integer(String attribute) {
        String digits = attribute.strip();
        boolean negative = digits.startsWith("-");
        String magnitude = negative ? digits.substring(1) : digits;
        if (magnitude.isEmpty()
                || magnitude.length() > DIGITS_MAX
                || !magnitude.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(digits));
    }

    private static String written(int ordinal, Form form) {
        return switch (form) {
            case LOWER_LETTER -> letters(ordinal);
            case UPPER_LETTER -> letters(ordinal).toUpperCase(Locale.ROOT);
            case LOWER_ROMAN -> roman(ordinal);
            case UPPER_ROMAN -> roman(ordinal).toUpperCase(Locale.ROOT);
            default -> Integer.toString(ordinal);
        };
    }

    /** After z comes aa; what letters cannot count is written in digits. */
    private static String letters(int ordinal) {
        if (ordinal < 1) {
            return Integer.toString(ordinal);
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = ordinal; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('a' + (rest - 1) % 26));
        }
        return letters.reverse().toString();
    }

    private static String roman(int ordinal) {
        if (ordinal < 1 || ordinal > ROMAN_MAX) {
            return Integer.toString(ordinal);
        }
        StringBuilder roman = new StringBuilder();
        int rest = ordinal;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                roman.append(ROMAN_SIGNS[i]);
                rest -= ROMAN_VALUES[i];
            }
        }
        return roman.toString();
    }
}
