package io.communique.enrich.block;

import java.util.Locale;
import java.util.Set;

/** Words in classes, ids and tags by which templates call what surrounds a text: menus, side bars, sharing, paging, comments. */
final class FurnitureNames {
    private static final Set<String> WORDS = Set.of(
            "nav",
            "navi",
            "navbar",
            "navigation",
            "gnb",
            "lnb",
            "snb",
            "menu",
            "menubar",
            "submenu",
            "breadcrumb",
            "breadcrumbs",
            "footer",
            "foot",
            "share",
            "sharing",
            "sns",
            "social",
            "paging",
            "pagination",
            "pager",
            "related",
            "sidebar",
            "side",
            "banner",
            "cookie",
            "cookies",
            "comment",
            "comments",
            "satisfaction",
            "sitemap",
            "toolbar",
            "tools",
            "print",
            "tag",
            "tags",
            "login",
            "search",
            "prev",
            "next",
            "neighbors",
            "neighbours",
            "hidden",
            "visuallyhidden",
            "blind",
            "popup",
            "modal",
            "promo",
            "newsletter",
            "subscribe");
    /** Whatever letters follow: "skipnav", "quickmenu", "recommended", "advertisement". */
    private static final String[] BEGINNINGS = {"skip", "quick", "recommend", "advert"};

    private FurnitureNames() {}

    /** Returns whether one of the words in {@code name}, between hyphens, underscores and white space, is such a word. */
    static boolean areIn(String name) {
        int start = 0;
        for (int at = 0; at <= name.length(); at++) {
            if (at == name.length() || isSeparator(name.charAt(at))) {
                if (at > start && (isOne(name, start, at) || isOnlyForReaders(name, start))) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }

    private static boolean isOne(String name, int from, int to) {
        String word = name.substring(from, to).toLowerCase(Locale.ROOT);
        if (WORDS.contains(word)) {
            return true;
        }
        for (String beginning : BEGINNINGS) {
            if (word.startsWith(beginning)) {
                return word.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
            }
        }
        return false;
    }

    /** The one name of two words, for what screen readers read aloud. */
    private static boolean isOnlyForReaders(String name, int from) {
        int end = from + "sr-only".length();
        return name.regionMatches(true, from, "sr-only", 0, "sr-only".length())
                && (end == name.length() || isSeparator(name.charAt(end)));
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '_' || c == ' ' || (c >= '\t' && c <= '\r');
    }
}
