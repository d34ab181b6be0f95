package io.communique.enrich.block;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Cuts a page into text blocks, in the order of the page. Does not recurse: pages may be nested as deep as they like. */
public final class BlockReader {
    /** An element of this name is never shown; none has it in real pages. */
    public static final String UNSEEN_TAG = "x-unseen";

    private static final Set<String> INVISIBLE = Set.of(
            UNSEEN_TAG,
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "head",
            "select",
            "textarea",
            "button",
            "input",
            "object",
            "embed",
            "audio",
            "video",
            "canvas",
            "iframe",
            "map",
            "datalist");
    private static final Set<String> FURNITURE_TAGS = Set.of("nav", "footer", "aside", "menu", "dialog");
    private static final Set<String> FURNITURE_ROLES =
            Set.of("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog");
    private static final Pattern HIDDEN_STYLE = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final Pattern BOLD_STYLE = Pattern.compile("(?i)font-weight\\s*:\\s*(?:bold|[6-9]00)");
    private static final String QUOTATION_MARKS = "\"'“”„‟‘’‚«»‹›「」『』";

    /** A shorter block is a label or a heading rather than a sentence. */
    private static final double SENTENCE_MIN = 40;

    private static final double LINKED_MAX = 0.5;
    /** Less than this seen is a line of the template, and no text. */
    private static final double RUNNING_TEXT_MIN = 120;
    /** Less than this hidden is a dialog or a form rather than the text of the page. */
    private static final double HIDDEN_TEXT_MIN = 400;

    /** What a browser is told to hide until a script has moved it. */
    private static final Pattern STREAMED_PART = Pattern.compile(".{0,80}S:[0-9a-f]{1,8}");
    /** What templates call that which opens at a click. */
    private static final Pattern OPENED_NAMES = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:tabs?|tab-?(?:panel|pane|content|cont|con|body)s?|accordion\\w*|collaps\\w+|expand\\w*|toggle\\w*|answers?|faqs?|read-?more|more-?text|details?)(?:$|[\\s_-])");

    private BlockReader() {}

    /**
     * Returns the blocks of {@code page}: what a reader sees.
     *
     * <p>Many a page hides its text until a script has run (server-side rendering that streams, reading layers, guards against flicker).
     * Where nothing that is seen is running text and something hidden is, the hidden is read too.
     */
    public static List<TextBlock> read(Document page) {
        List<TextBlock> seen = read(page.body());
        if (runningText(seen, false) >= RUNNING_TEXT_MIN) {
            return seen;
        }
        List<TextBlock> all = read(page.body(), true);
        // Names count for less where they would leave nothing.
        return runningText(all, seen.isEmpty()) >= HIDDEN_TEXT_MIN ? all : seen;
    }

    /** Returns the blocks in {@code element}: what a reader sees of it. */
    public static List<TextBlock> read(Element element) {
        return read(element, false);
    }

    private static List<TextBlock> read(Element element, boolean withHidden) {
        Cutter cutter = new Cutter(withHidden);
        element.filter(cutter);
        cutter.cut();
        return cutter.blocks;
    }

    /** How much of {@code blocks} is sentences rather than labels, links and furniture. */
    private static double runningText(List<TextBlock> blocks, boolean evenFurniture) {
        double weight = 0;
        for (TextBlock block : blocks) {
            if (block.weight() >= SENTENCE_MIN
                    && block.linkDensity() < LINKED_MAX
                    && (evenFurniture || !block.furniture())) {
                weight += block.weight();
            }
        }
        return weight;
    }

    /** Returns {@code text} as a reader sees it: white space folded, soft hyphens and zero-width characters gone. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        append(text, folded);
        int end = folded.length();
        while (end > 0 && folded.charAt(end - 1) == ' ') {
            end--;
        }
        int start = 0;
        while (start < end && folded.charAt(start) == ' ') {
            start++;
        }
        return folded.substring(start, end);
    }

    /** Appends {@code text}, each run of white space as one space. */
    private static void append(String text, StringBuilder out) {
        boolean space = false;
        int from = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean isSpace = isSpace(c);
            if (isSpace || isUnseen(c)) {
                space = appendRun(text, from, i, space, out) || isSpace;
                from = i + 1;
            }
        }
        if (appendRun(text, from, length, space, out)) {
            out.append(' ');
        }
    }

    /** Appends what stands between spaces, after one if it is due; returns whether one is due still. */
    private static boolean appendRun(String text, int from, int to, boolean space, StringBuilder out) {
        if (from == to) {
            return space;
        }
        if (space) {
            out.append(' ');
        }
        out.append(text, from, to);
        return false;
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                ? c == ' ' || (c >= '\t' && c <= '\r')
                : c == '\u00a0' || c == '\u1680' || isSpaceOfPunctuation(c) || c == '\u3000';
    }

    /** Spaces of a width of their own, line and paragraph separator. */
    private static boolean isSpaceOfPunctuation(char c) {
        return (c >= '\u2000' && c <= '\u200a') || c == '\u2028' || c == '\u2029' || c == '\u202f' || c == '\u205f';
    }

    /**
     * Controls, soft hyphen, zero-width space, word joiner and its neighbours, byte order mark, and the marks of writing direction. The
     * zero-width joiners stay: Persian and Indic scripts spell with them. So do the controls from U+0080: they are what is left of
     * characters that were damaged, and show how.
     */
    private static boolean isUnseen(char c) {
        return c < ' '
                || c == '\u007f'
                || c == '\u00ad'
                || c == '\ufeff'
                || c == '\u200b'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u206f');
    }

    private static boolean isHidden(Element element) {
        return element.attributesSize() > 0
                && (element.hasAttr("hidden")
                        || (element.hasAttr("style")
                                && HIDDEN_STYLE.matcher(element.attr("style")).find()));
    }

    /** Returns whether {@code element} is a part of a streamed page that a script will move to where it belongs. */
    public static boolean isStreamedPart(Element element) {
        return element.hasAttr("hidden") && STREAMED_PART.matcher(element.id()).matches();
    }

    /**
     * What a reader opens with a click is text like any other: the panels of tabs and accordions (WAI-ARIA Authoring Practices), and what
     * finding in the page would open (HTML, {@code hidden=until-found}).
     */
    private static boolean isOpened(Element hidden) {
        String role = hidden.attr("role");
        return role.equals("tabpanel")
                || (role.equals("region") && hidden.hasAttr("aria-labelledby"))
                || hidden.attr("hidden").equalsIgnoreCase("until-found")
                || (role.isEmpty()
                        && (OPENED_NAMES.matcher(hidden.id()).find()
                                || OPENED_NAMES.matcher(hidden.className()).find()));
    }

    /** A page's own elements are named by it ("x-link", "x-navigation-item"): HTML has every such name hold a hyphen. */
    private static boolean isOwn(Element element) {
        return element.normalName().indexOf('-') > 0;
    }

    private static boolean isLink(Element element) {
        return element.normalName().equals("a") || (isOwn(element) && element.hasAttr("href"));
    }

    private static final class Cutter implements NodeFilter {
        private final boolean withHidden;
        private final List<TextBlock> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder linked = new StringBuilder();

        @Nullable
        private Element block;

        /** What names say is asked once for each: templates use few, thousands of times. */
        private final Map<String, Boolean> furnitureNames = new HashMap<>();
        /** For each open element whether it is furniture. */
        private final BitSet furnitureOpen = new BitSet();

        /** Characters of {@link #text} that are not in bold type. */
        private final BitSet plain = new BitSet();
        /** For each open element whether it makes its text bold. */
        private final BitSet boldOpen = new BitSet();

        private int openElements;
        private int bold;
        private int raised;
        private int lowered;
        /** Quotations that are open, one in the other. */
        private int quotes;
        /** Whether a quotation has begun and its text has not. */
        private boolean quoteBegins;
        /** Whether the mark that opens the quotation was written. */
        private boolean quoteMarked;
        /** Whether the parenthesis that opens the reading of a word was written. */
        private boolean readingMarked;

        private int links;
        private int blockLinks;
        private int preformatted;
        private int furniture;
        /** Whether the furniture that is open holds the text. */
        private boolean misnamed;

        /** The elements around the main heading; null until one is asked for. */
        @Nullable
        private Set<Element> headingHolders;

        /** The elements around what the page tells machines is its article; null until one is asked for. */
        @Nullable
        private Set<Element> articleHolders;

        Cutter(boolean withHidden) {
            this.withHidden = withHidden;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode leaf) {
                take(leaf);
            } else if (node instanceof Element element) {
                return open(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (isBreak(element)) {
                    cut();
                }
                count(element, -1);
                furniture -= furnitureOpen.get(--openElements) ? 1 : 0;
                bold -= boldOpen.get(openElements) ? 1 : 0;
            }
            return FilterResult.CONTINUE;
        }

        private boolean isInvisible(Element element) {
            return INVISIBLE.contains(element.normalName())
                    || (!withHidden && isHidden(element) && !isReadable(element));
        }

        private boolean isReadable(Element hidden) {
            return isStreamedPart(hidden) || isOpened(hidden) || holdsArticle(hidden);
        }

        /** An article that machines are told of is there to be read, though a script shows it only when it has loaded. */
        private boolean holdsArticle(Element hidden) {
            if (articleHolders == null) {
                articleHolders = new HashSet<>();
                for (Element article : hidden.root().select("[itemprop=articleBody]")) {
                    addWithParents(article, articleHolders);
                }
            }
            return articleHolders.contains(hidden);
        }

        private FilterResult open(Element element) {
            if (isInvisible(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.normalName().equals("br")) {
                text.append('\n');
            } else if (isBreak(element)) {
                cut();
            }
            blockLinks += isLink(element) ? 1 : 0;
            count(element, 1);
            // What stands in furniture is furniture, whatever it is called.
            boolean isFurniture = furniture == 0 && isFurniture(element);
            boolean isBold = isBold(element);
            furnitureOpen.set(openElements, isFurniture);
            boldOpen.set(openElements++, isBold);
            furniture += isFurniture ? 1 : 0;
            misnamed = isFurniture ? holdsText(element) : misnamed;
            bold += isBold ? 1 : 0;
            return FilterResult.CONTINUE;
        }

        /** Counts an element in, or out when it ends. */
        private void count(Element element, int more) {
            links += isLink(element) ? more : 0;
            switch (element.normalName()) {
                case "pre" -> preformatted += more;
                case "sup" -> raised += more;
                case "sub" -> lowered += more;
                case "q" -> quote(more);
                case "rt" -> reading(more > 0);
                default -> {}
            }
        }

        /** How a word is read stands above it; on one line with it, in parentheses, as {@code rp} has them where it is given. */
        private void reading(boolean begins) {
            if (begins) {
                readingMarked = text.isEmpty() || "(（".indexOf(text.charAt(text.length() - 1)) < 0;
                text.append(readingMarked ? "(" : "");
            } else {
                text.append(readingMarked ? ")" : "");
                readingMarked = false;
            }
        }

        /** Browsers draw the marks around a quotation; a copy without them would give another's words as the writer's. */
        private void quote(int more) {
            quotes += more;
            if (quotes == 1 && more > 0) {
                quoteBegins = true;
            } else if (quotes == 0) {
                text.append(quoteMarked ? "”" : "");
                quoteBegins = false;
                quoteMarked = false;
            }
        }

        private static boolean isBold(Element element) {
            return switch (element.normalName()) {
                case "b", "strong" -> true;
                case "span", "p", "font", "div" ->
                    element.hasAttr("style")
                            && BOLD_STYLE.matcher(element.attr("style")).find();
                default -> false;
            };
        }

        /** Names of the outermost containers say nothing: whole pages are called "main-menu" or "search-page". */
        private boolean isFurniture(Element element) {
            String tag = element.normalName();
            if (tag.equals("body") || tag.equals("main") || tag.equals("article")) {
                return false;
            }
            return FURNITURE_TAGS.contains(tag)
                    || (isOwn(element) && isFurniture(tag))
                    || (element.attributesSize() > 0
                            && (FURNITURE_ROLES.contains(element.attr("role"))
                                    || (isFurniture(element.id()) && !Headings.isNamedByHeading(element))
                                    || isFurniture(element.className())));
        }

        /**
         * What holds the main heading and most of what is written in paragraphs holds the text, whatever it is called. Of the outermost furniture
         * one element at most is around the heading, so that paragraphs are counted once.
         */
        private boolean holdsText(Element named) {
            if (headingHolders == null) {
                headingHolders = new HashSet<>();
                addWithParents(named.root().selectFirst("h1"), headingHolders);
            }
            return headingHolders.contains(named) && inParagraphs(named) * 2 > inParagraphs(named.root());
        }

        private static void addWithParents(@Nullable Element element, Set<Element> holders) {
            Element at = element;
            while (at != null && holders.add(at)) {
                at = at.parent();
            }
        }

        /** Returns how many characters stand in paragraphs. */
        private static int inParagraphs(Element element) {
            return element.stream()
                    .filter(one -> one.normalName().equals("p"))
                    .mapToInt(paragraph -> paragraph.wholeOwnText().length())
                    .sum();
        }

        private boolean isFurniture(String name) {
            return !name.isEmpty() && furnitureNames.computeIfAbsent(name, FurnitureNames::areIn);
        }

        private void take(TextNode leaf) {
            String raw = onItsLine(leaf.getWholeText());
            if (quoteBegins && !raw.isBlank()) {
                openQuote(raw.strip().charAt(0));
            }
            int before = text.length();
            if (preformatted > 0) {
                raw.chars()
                        .filter(c -> isSpace((char) c) || !isUnseen((char) c))
                        .forEach(c -> text.append((char) c));
            } else {
                append(raw, text);
            }
            if (links > 0) {
                linked.append(text, before, text.length());
            }
            plain.set(before, text.length(), bold == 0);
            Element parent = leaf.parent();
            if (block == null && parent != null && !isBlank(before)) {
                block = blockAround(parent);
            }
        }

        private String onItsLine(String raw) {
            if (raised > 0) {
                return RaisedDigits.raised(raw);
            }
            return lowered > 0 ? RaisedDigits.lowered(raw) : raw;
        }

        /** A page that writes the marks itself tells the browser not to draw them. */
        private void openQuote(char first) {
            boolean written = QUOTATION_MARKS.indexOf(first) >= 0
                    || (!text.isEmpty() && QUOTATION_MARKS.indexOf(text.charAt(text.length() - 1)) >= 0);
            quoteBegins = false;
            quoteMarked = !written;
            text.append(written ? "" : "“");
        }

        private boolean isBlank(int from) {
            for (int i = from; i < text.length(); i++) {
                if (!isSpace(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private static Element blockAround(Element inline) {
            Element at = inline;
            while (!isBreak(at) && at.parent() != null) {
                at = at.parent();
            }
            return at;
        }

        /** An empty line, made of two breaks, parts blocks as a new paragraph would. */
        private void cut() {
            if (block != null) {
                addLines();
            }
            text.setLength(0);
            plain.clear();
            linked.setLength(0);
            blockLinks = 0;
            block = null;
        }

        private void addLines() {
            List<String> lines = new ArrayList<>();
            BitSet boldLines = new BitSet();
            double linkWeight = TextWeight.of(fold(linked.toString()));
            int linksHere = blockLinks;
            for (int from = 0; from <= text.length(); ) {
                int newLine = text.indexOf("\n", from);
                int end = newLine < 0 ? text.length() : newLine;
                String folded = fold(text.substring(from, end));
                if (!folded.isEmpty()) {
                    boldLines.set(lines.size(), isBold(from, end));
                    lines.add(folded);
                } else if (!lines.isEmpty()) {
                    add(lines, boldLines, linkWeight, linksHere);
                    linkWeight = 0;
                    linksHere = 0;
                    lines = new ArrayList<>();
                    boldLines = new BitSet();
                }
                from = end + 1;
            }
            if (!lines.isEmpty()) {
                add(lines, boldLines, linkWeight, linksHere);
            }
        }

        private boolean isBold(int from, int end) {
            int at = plain.nextSetBit(from);
            while (at >= 0 && at < end && isSpace(text.charAt(at))) {
                at = plain.nextSetBit(at + 1);
            }
            return at < 0 || at >= end;
        }

        private TextBlock.Naming naming() {
            if (furniture == 0) {
                return TextBlock.Naming.NONE;
            }
            return misnamed ? TextBlock.Naming.MISNAMED : TextBlock.Naming.FURNITURE;
        }

        private void add(List<String> lines, BitSet boldLines, double linkWeight, int linksHere) {
            if (block != null) {
                blocks.add(new TextBlock(lines, boldLines, block, linkWeight, linksHere, naming()));
            }
        }

        private static boolean isBreak(Element element) {
            return element.isBlock()
                    || switch (element.normalName()) {
                        case "td", "th", "li", "dt", "dd", "tr", "option", "summary", "legend", "body" -> true;
                        default -> false;
                    };
        }
    }
}
