package io.communique.enrich.field;

import io.communique.contract.file.FileName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of elements that say little. However much they hold, no more is read than is asked for. */
final class ShortText {
    private static final int BEFORE_MAX = 300;
    private static final int NODES_MAX = 400;
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript", "select", "textarea");
    /** Names of what is there for those who hear a page. */
    private static final Set<String> ALOUD = Set.of("blind", "sr-only", "visually-hidden", "visuallyhidden", "hidden");

    private static final Set<String> HEADINGS =
            Set.of("h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "dt", "th", "caption", "figcaption", "summary");

    private ShortText() {}

    /**
     * Returns the first characters that {@code element} shows; where it shows none, what it says to those who hear it, else the words for its
     * picture.
     *
     * @param max about so many
     */
    static String of(Element element, int max) {
        Shown shown = new Shown(max);
        element.filter(shown);
        String text = FileName.folded(shown.seen.toString());
        return text.isEmpty() ? FileName.folded(shown.heard.toString()) : text;
    }

    /**
     * Returns what stands in {@code parent} before its child, or the last part of it that is no button; empty if that is nothing or a lot.
     *
     * @param headingsOnly whether only headings and bold words count, the last of them
     */
    static Optional<String> before(Element child, Element parent, boolean headingsOnly) {
        Before before = new Before(child, headingsOnly);
        parent.filter(before);
        String text = FileName.folded(before.text.toString());
        return text.isEmpty() || before.isTooMuch() ? Optional.empty() : Optional.of(text);
    }

    private static final class Shown implements NodeFilter {
        final StringBuilder seen = new StringBuilder();
        final StringBuilder heard = new StringBuilder();
        private final int max;
        private int nodes;
        private int aloud;

        Shown(int max) {
            this.max = max;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (seen.length() > max || heard.length() > max || ++nodes > NODES_MAX) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode leaf) {
                append(leaf.getWholeText(), aloud > 0 ? heard : seen, max);
            } else if (node instanceof Element element) {
                if (UNSEEN.contains(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                aloud += isAloud(element) ? 1 : 0;
                append(" ", seen, max);
                if (element.normalName().equals("img")) {
                    append(" " + element.attr("alt"), heard, max);
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && isAloud(element)) {
                aloud--;
            }
            return FilterResult.CONTINUE;
        }

        private static boolean isAloud(Element element) {
            String names = element.className();
            if (names.isEmpty()) {
                return false;
            }
            for (String name : names.toLowerCase(Locale.ROOT).split(" ", 10)) {
                if (ALOUD.contains(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Reads up to an element. Text behind buttons takes the place of what stood before them: it names the next file. */
    private static final class Before implements NodeFilter {
        final StringBuilder text = new StringBuilder();
        private final Element end;
        private final boolean headingsOnly;
        private int nodes;
        private int headings;
        private boolean behindButton;
        private boolean reached;

        Before(Element end, boolean headingsOnly) {
            this.end = end;
            this.headingsOnly = headingsOnly;
        }

        boolean isTooMuch() {
            return !reached || text.length() > BEFORE_MAX;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node.equals(end)) {
                reached = true;
                return FilterResult.STOP;
            }
            if (++nodes > NODES_MAX) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode leaf) {
                take(leaf.getWholeText());
            } else if (node instanceof Element element) {
                if (UNSEEN.contains(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (isControl(element)
                        && FileName.in(ShortText.of(element, BEFORE_MAX)).isEmpty()) {
                    behindButton = true;
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (headingsOnly && HEADINGS.contains(element.normalName()) && headings++ == 0) {
                    text.setLength(0);
                }
                text.append(' ');
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (headingsOnly && node instanceof Element element && HEADINGS.contains(element.normalName())) {
                headings--;
            }
            return FilterResult.CONTINUE;
        }

        private void take(String words) {
            if (words.isBlank() || (headingsOnly && headings == 0)) {
                return;
            }
            if (behindButton && FileName.in(words).isPresent()) {
                text.setLength(0);
                behindButton = false;
            }
            append(words, text, BEFORE_MAX + 1);
        }

        private static boolean isControl(Element element) {
            return element.normalName().equals("a") || element.normalName().equals("button");
        }
    }

    private static void append(String words, StringBuilder out, int max) {
        out.append(words, 0, Math.min(words.length(), Math.max(0, max + 1 - out.length())));
    }
}
