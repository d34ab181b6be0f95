package io.communique.ingest.frame;

import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Finds the nested frame that a page leaves its text to: the page itself says next to nothing, and a frame of the same site is there to be
 * read. Pure, and linear in the size of the page.
 *
 * <p>Text is counted in Latin letters: a letter of Chinese, Japanese or Korean says about as much as two.
 */
public final class BodyFrame {
    /** The title, a date and a line of copyright are less, the shortest announcement with its heading is more. */
    private static final int TEXT_MAX = 300;
    /** In pixels; narrower frames are there for their request alone. */
    private static final int WIDTH_MIN = 50;

    private static final Set<String> SAYS_NOTHING = Set.of(
            "a",
            "aside",
            "button",
            "footer",
            "head",
            "header",
            "iframe",
            "nav",
            "noframes",
            "noscript",
            "option",
            "script",
            "select",
            "style",
            "template",
            "textarea");
    private static final Pattern FURNITURE = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:nav|navi|navigation|gnb|lnb|snb|menu|breadcrumbs?|footer|foot|header|skip|skipnav)(?:$|[\\s_-])");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");
    private static final Set<String> OTHER_USE = Set.of(
            "ad",
            "ads",
            "adserver",
            "advert",
            "analytics",
            "banner",
            "calendar",
            "captcha",
            "chat",
            "comment",
            "comments",
            "consent",
            "cookie",
            "counter",
            "gtm",
            "login",
            "map",
            "maps",
            "movie",
            "player",
            "poll",
            "recaptcha",
            "search",
            "share",
            "sns",
            "survey",
            "sync",
            "tracking",
            "video",
            "vod",
            "weather",
            "widget");
    private static final Set<String> BESIDE_THE_TEXT =
            Set.of("bottom", "footer", "head", "header", "left", "menu", "nav", "navi", "right", "title", "toc", "top");
    private static final Set<String> THE_TEXT =
            Set.of("article", "body", "content", "contents", "detail", "doc", "main", "news", "text", "view");

    private BodyFrame() {}

    /**
     * Returns the address of the frame that holds the text of {@code page}.
     *
     * @param page parsed with its own address as base
     * @param address of the page, absolute
     * @return on the page's own host, {@code www.} or not; empty if the page has text of its own, or no such frame
     */
    public static Optional<URI> of(Document page, URI address) {
        List<Element> frames = page.select("frame[src], iframe[src]");
        if (frames.isEmpty() || text(page) > TEXT_MAX) {
            return Optional.empty();
        }
        Optional<URI> unnamed = Optional.empty();
        for (Element frame : frames) {
            Optional<URI> target = target(frame, address);
            if (target.isPresent() && hasAny(THE_TEXT, named(frame))) {
                return target;
            }
            unnamed = unnamed.or(() -> target);
        }
        return unnamed;
    }

    /** Returns how much {@code page} itself says to a reader, in Latin letters: outside of links, menus, forms and what is hidden. */
    public static int text(Document page) {
        int[] letters = {0};
        page.filter((Node node, int depth) -> {
            if (node instanceof TextNode text) {
                letters[0] += letters(text.getWholeText());
                return NodeFilter.FilterResult.CONTINUE;
            }
            return node instanceof Element element && saysNothing(element)
                    ? NodeFilter.FilterResult.SKIP_ENTIRELY
                    : NodeFilter.FilterResult.CONTINUE;
        });
        return letters[0];
    }

    private static int letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(letter -> Character.isIdeographic(letter) || isSyllable(letter) ? 2 : 1)
                .sum();
    }

    private static boolean isSyllable(int letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.HANGUL
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    private static boolean saysNothing(Element element) {
        boolean wholePage =
                element.normalName().equals("body") || element.normalName().equals("html");
        return SAYS_NOTHING.contains(element.normalName())
                || isHidden(element)
                || (!wholePage
                        && (FURNITURE.matcher(element.id()).find()
                                || FURNITURE.matcher(element.className()).find()));
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || (element.hasAttr("style")
                        && HIDDEN.matcher(element.attr("style")).find());
    }

    private static Optional<URI> target(Element frame, URI address) {
        if (isHidden(frame) || isNarrow(frame) || hasAny(BESIDE_THE_TEXT, named(frame))) {
            return Optional.empty();
        }
        return CanonicalUrl.resolve(address, frame.attr("abs:src"))
                .filter(target -> isOtherPageOfSite(target, address))
                .filter(target ->
                        !hasAny(OTHER_USE, named(frame) + " " + frame.attr("title") + " " + target.getRawPath()));
    }

    private static boolean isNarrow(Element frame) {
        String width = frame.attr("width").strip();
        return width.matches("\\d{1,4}(?:px)?") && Integer.parseInt(width.replace("px", "")) < WIDTH_MIN;
    }

    private static boolean isOtherPageOfSite(URI target, URI address) {
        URI wanted = CanonicalUrl.key(target, List.of());
        URI page = CanonicalUrl.key(address, List.of());
        return wanted.getHost().equals(page.getHost()) && wanted.getPort() == page.getPort() && !wanted.equals(page);
    }

    private static String named(Element frame) {
        return frame.attr("name") + " " + frame.id() + " " + frame.className();
    }

    private static boolean hasAny(Set<String> words, String text) {
        return NOT_A_LETTER.splitAsStream(text).anyMatch(word -> words.contains(word.toLowerCase(Locale.ROOT)));
    }
}
