package io.communique.enrich.page;

import java.util.function.IntFunction;

/** Pages built to hurt: each grows in one way only, so that a cost that grows faster than the page shows. */
public enum HostilePages {
    /** Paragraphs without end; the size is in sentences of 40 characters. */
    TEXT(800_000, n -> repeated("<p>", "Words about a harbour that never ends.\n ", n, "</p><p>", 20)),
    /** One paragraph on one line; the size is in sentences of 40 characters. */
    ONE_LINE(800_000, n -> "<p>" + "Words about a harbour that never ends. ".repeat(n) + "</p>"),
    /** Elements inside each other around one text. */
    NESTED(200_000, n -> "<div>".repeat(n) + "A text at the bottom of the page, long enough to be a sentence."),
    /** Inline elements inside each other, never closed: a parser opens them again in each paragraph. */
    NESTED_INLINE(20_000, n -> "<b>".repeat(n) + "<p>A text in bold, long enough to be a sentence.</p>".repeat(20)),
    /** Elements that are closed as soon as they are opened. */
    EMPTY_TAGS(1_000_000, n -> "<p></p>".repeat(n) + "A text behind empty paragraphs, long enough."),
    /** Attributes of one element. */
    ATTRIBUTES(1_000_000, n -> numbered("<p", " a%d=1", n, ">A text with attributes, long enough to be one.</p>")),
    /** Links, each a block of its own. */
    LINKS(200_000, n -> numbered("", "<p><a href=/item/%d>A linked line about a harbour</a></p>", n, "")),
    /** Links to files. */
    FILES(
            100_000,
            n -> "<p>A text above the files, long enough to be one.</p>"
                    + numbered("<div>", "<a href=/f/%d.pdf>Report.pdf</a> ", n, "</div>")),
    /** Scripts among the text; the size is in kilobytes. */
    SCRIPTS(
            20_000,
            n -> "<p>A text above a script, long enough to be one.</p><script>"
                    + "var harbour = '<p>'; // 0123456789\n".repeat(n * 30) + "</script>"),
    /** Structured data that nests as deep as it can. */
    DEEP_JSON(
            100_000,
            n -> "<script type=application/ld+json>" + "{\"a\":[".repeat(n)
                    + "</script><p>A text below structured data, long enough to be one.</p>"),
    /** A table of one cell a row. */
    TABLE(100_000, n -> numbered("<table>", "<tr><td>Harbour number %d</td></tr>", n, "</table>")),
    /** A table of one row. */
    TABLE_ROW(100_000, n -> numbered("<table><tr>", "<td>Cell %d", n, "</table>")),
    /** Lists inside lists, each item with a text. */
    NESTED_LIST(2_000, n -> "<ul><li>A line about a harbour, long enough to be one.".repeat(n)),
    /** Character references, half of them broken. */
    ENTITIES(1_000_000, n -> "<p>A text: " + "&amp;&#x41;&nosuch;&#99999999;&".repeat(n / 5) + "</p>"),
    /** One word. */
    LONG_WORD(10_000_000, n -> "<p>A text before a word. " + "x".repeat(n) + "</p>"),
    /** Digits without end: bait for patterns of numbers and dates. */
    DIGITS(1_000_000, n -> "<p>" + "20".repeat(n / 2) + "</p>"),
    /** Spaces and full stops: bait for patterns that trim and split. */
    SPACES(1_000_000, n -> "<p>A" + " .".repeat(n / 2) + "</p><pre>" + " ".repeat(n) + "x</pre>"),
    /** Dates in one paragraph. */
    DATES(20_000, n -> "<p>" + "18 May 2026, 2026-05-18, May 18, 2026. ".repeat(n) + "</p>"),
    /** Dates, each on a line of its own. */
    DATE_LINES(50_000, n -> numbered("", "<p>Published: 18 May 2026, number %d</p>", n, "")),
    /** A title as long as a book, and a paragraph that repeats it. */
    LONG_TITLE(
            100_000,
            n -> "<title>" + "Harbour - ".repeat(n) + "</title><h1>" + "Harbour - ".repeat(n)
                    + "</h1><p>A text below a title, long enough to be one.</p>"),
    /** Line breaks in one paragraph. */
    BREAKS(200_000, n -> "<p>" + "A line about a harbour that was wrapped by hand and<br>".repeat(n) + "</p>"),
    /** Elements that say what they are, all at once. */
    METADATA(
            100_000,
            n -> numbered("", "<meta name=date%d content=x><meta property=og:title>", n, "")
                    + "<p>A text below metadata, long enough to be one.</p>"),
    /** Templates inside each other, deeper than a parser follows. */
    NESTED_TEMPLATES(
            2_000,
            n -> "<div><template>".repeat(n) + "</template>".repeat(n / 2)
                    + "<p>A text below templates, long enough to be one.</p>"),
    /** End tags that end nothing. */
    END_TAGS(
            300_000, n -> "<p>A text before end tags, long enough to be one." + "</div></b></p></table>".repeat(n / 4)),
    /** Parts of a streamed page, each with its place and the script that moves it. */
    STREAMED_PARTS(
            100_000,
            n -> numbered("<div>", "<!--$?--><template id=\"B:%d\"></template><p>Wait</p><!--/$-->", n, "</div>")
                    + numbered("", "<div hidden id=\"S:%d\"><p>A part of a page</p></div>", n, "<script>")
                    + numbered("", "$RC(\"B:%d\",\"S:0\");", n, "</script>")),
    /** Sections that are named by words which no heading has. */
    NAMED_SECTIONS(100_000, n -> numbered("", "<div id=how-we-share-costs-%d><p>A line on costs</p>", n, "")),
    /** Comments and declarations, the last one open. */
    COMMENTS(300_000, n -> "<p>A text between comments, long enough.</p>" + "<!-- a --><!b><?c?>".repeat(n) + "<!--");

    private final int size;

    @SuppressWarnings("ImmutableEnumChecker") // The functions keep no state.
    private final IntFunction<String> body;

    HostilePages(int size, IntFunction<String> body) {
        this.size = size;
        this.body = body;
    }

    /** Returns how large a page of this kind is at most in practice, in its own unit. */
    public int size() {
        return size;
    }

    /** Returns a page of {@code size} in the unit of its kind. */
    public String html(int size) {
        return "<!doctype html>" + body.apply(size);
    }

    private static String numbered(String before, String item, int n, String after) {
        String[] parts = item.split("%d", -1);
        StringBuilder html = new StringBuilder(before);
        for (int i = 0; i < n; i++) {
            html.append(parts[0]).append(i).append(parts[1]);
        }
        return html.append(after).toString();
    }

    private static String repeated(String before, String item, int n, String between, int every) {
        StringBuilder html = new StringBuilder(before);
        for (int i = 0; i < n; i++) {
            html.append(i > 0 && i % every == 0 ? between : "").append(item);
        }
        return html.toString();
    }
}
