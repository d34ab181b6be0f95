package io.communique.enrich.block;

import org.jsoup.nodes.Element;

/** Which elements are headings, by their tag. */
public final class Headings {
    private Headings() {}

    /** Returns whether {@code element} is a heading of any level. */
    public static boolean isHeading(Element element) {
        String tag = element.normalName();
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    /** Returns the level of a heading, 1 for the highest; 0 for any other element. */
    public static int level(Element element) {
        return isHeading(element) ? element.normalName().charAt(1) - '0' : 0;
    }
}
