package io.communique.enrich.block;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Which elements are headings, by their tag. */
public final class Headings {
    private static final int SLUG_WORDS_MIN = 3;
    /** A section's heading stands among its first elements. */
    private static final int OPENING_ELEMENTS = 20;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Headings() {}

    /** Returns whether {@code element} is a heading of any level. */
    public static boolean isHeading(Element element) {
        String tag = element.normalName();
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    /**
     * Returns whether the id of {@code element} begins with words of its heading, as an address to link to: "respond-to-review-comments" then
     * says nothing of comments. Ids of one word or two are names all the same.
     */
    public static boolean isNamedByHeading(Element element) {
        List<String> id = words(element.id());
        if (id.size() < SLUG_WORDS_MIN) {
            return false;
        }
        List<String> opening = id.subList(0, SLUG_WORDS_MIN);
        return element.stream()
                .limit(OPENING_ELEMENTS)
                .filter(Headings::isHeading)
                .findFirst()
                .filter(heading -> Collections.indexOfSubList(words(heading.text()), opening) >= 0)
                .isPresent();
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** Returns the level of a heading, 1 for the highest; 0 for any other element. */
    public static int level(Element element) {
        return isHeading(element) ? element.normalName().charAt(1) - '0' : 0;
    }
}
