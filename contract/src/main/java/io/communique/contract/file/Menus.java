package io.communique.contract.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the elements that hold a site's menus, side bars and footers rather than anything of the release. Remembers names it was asked for:
 * templates use few of them, thousands of times. Not safe to share between threads.
 */
public final class Menus {
    private static final Set<String> TAGS = Set.of("nav", "aside", "menu", "dialog");
    /** These are a site's outside of an article, and the article's own inside. */
    private static final Set<String> EDGES = Set.of("header", "footer");

    private static final Set<String> ROLES =
            Set.of("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog");
    private static final Set<String> NAMES = Set.of(
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
            "megamenu",
            "breadcrumb",
            "breadcrumbs",
            "footer",
            "foot",
            "sidebar",
            "aside",
            "skip",
            "skipnav",
            "sitemap",
            "quick",
            "quickmenu",
            "banner",
            "popup",
            "modal",
            "cookie",
            "cookies",
            "comment",
            "comments",
            "login",
            "newsletter",
            "familysite",
            "marginalspalte",
            "marginalspalten");

    private static final int NAMES_KEPT_MAX = 10_000;

    private final Map<String, Boolean> asked = new HashMap<>();

    /**
     * Returns whether an element is one of these.
     *
     * @param tag in lower case
     * @param inArticle whether an {@code article} or {@code main} is open around it
     */
    public boolean isMenu(String tag, String role, String id, String names, boolean inArticle) {
        if (tag.equals("body") || tag.equals("main") || tag.equals("article") || tag.equals("html")) {
            return false;
        }
        return TAGS.contains(tag)
                || (!inArticle && EDGES.contains(tag))
                || (!role.isEmpty() && ROLES.contains(role))
                || isMenu(id)
                || isMenu(names);
    }

    private boolean isMenu(String name) {
        if (name.isEmpty()) {
            return false;
        }
        Boolean known = asked.get(name);
        if (known != null) {
            return known;
        }
        boolean menu = hasMenuWord(name.toLowerCase(Locale.ROOT));
        if (asked.size() < NAMES_KEPT_MAX) {
            asked.put(name, menu);
        }
        return menu;
    }

    private static boolean hasMenuWord(String name) {
        int start = 0;
        for (int at = 0; at <= name.length(); at++) {
            if (at == name.length() || !Character.isLetterOrDigit(name.charAt(at))) {
                if (at > start && NAMES.contains(name.substring(start, at))) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }
}
