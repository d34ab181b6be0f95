package io.communique.enrich.block;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Which elements are the lines under a picture, by their tag or class. */
public final class Captions {
    private static final Pattern NAMED = Pattern.compile("(?i)caption|legend|bildunterschrift|cutline");

    private Captions() {}

    /** Returns whether {@code element} is a caption, or says so of itself. */
    public static boolean isCaption(Element element) {
        return element.normalName().equals("figcaption")
                || NAMED.matcher(element.className()).find();
    }
}
