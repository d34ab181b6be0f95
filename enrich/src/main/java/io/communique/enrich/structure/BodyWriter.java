package io.communique.enrich.structure;

import io.communique.contract.release.Block;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.block.TextWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Writes an article's blocks down as a person would copy them, and says what each is. */
public final class BodyWriter {
    private static final String BETWEEN = "\n\n";
    /** A line this long that ends in the middle of a sentence was broken by a typewriter's habit, not by its author. */
    private static final double HARD_WRAP = 45;
    /** An aside is short; a long paragraph that begins with a star is a paragraph. */
    private static final double NOTE_MAX = 300;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？:;：；…\"”'’)\\]]$");

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    private BodyWriter() {}

    /** Returns {@code article} as text and parts. */
    public static Body write(List<TextBlock> article) {
        BodyWriter writer = new BodyWriter();
        for (int i = 0; i < article.size(); ) {
            i = writer.add(article, i);
        }
        return new Body(writer.text.toString(), writer.blocks);
    }

    private int add(List<TextBlock> article, int at) {
        TextBlock block = article.get(at);
        Element row = block.element().closest("tr");
        if (row != null && isDataTable(row)) {
            return addRow(article, at, row);
        }
        for (String paragraph : paragraphs(block.lines())) {
            addParagraph(paragraph, block.element());
        }
        return at + 1;
    }

    /** The cells of a row stand on one line, parted as a spreadsheet would paste them. */
    private int addRow(List<TextBlock> article, int from, Element row) {
        List<String> cells = new ArrayList<>();
        int at = from;
        while (at < article.size() && row.equals(article.get(at).element().closest("tr"))) {
            cells.add(article.get(at).text());
            at++;
        }
        append(String.join("\t", cells), Block.Kind.TABLE_ROW, Optional.empty(), 1);
        return at;
    }

    /** Old templates lay whole pages out with tables; a table of data has several cells in a row and short ones. */
    private static boolean isDataTable(Element row) {
        int cells = 0;
        for (Element cell : row.children()) {
            if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                cells++;
                if (cell.selectFirst("table, p + p, div") != null || cell.text().length() > 400) {
                    return false;
                }
            }
        }
        return cells >= 2;
    }

    /** Lines within a block: joined where they were only wrapped, apart where a new thought or a marker begins. */
    private static List<String> paragraphs(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        for (String line : lines) {
            int last = paragraphs.size() - 1;
            if (last >= 0 && isWrapped(paragraphs.get(last), line)) {
                paragraphs.set(last, paragraphs.get(last) + " " + line);
            } else {
                paragraphs.add(line);
            }
        }
        return paragraphs;
    }

    private static boolean isWrapped(String before, String line) {
        return TextWeight.of(before) >= HARD_WRAP
                && !SENTENCE_END.matcher(before).find()
                && Marker.of(line).isEmpty();
    }

    private void addParagraph(String paragraph, Element element) {
        Optional<String> marker = Marker.of(paragraph);
        append(paragraph, kind(paragraph, marker, element), marker, level(element));
    }

    private static Block.Kind kind(String paragraph, Optional<String> marker, Element element) {
        boolean aside =
                marker.filter(mark -> mark.equals("*") || mark.equals("※")).isPresent();
        if (aside && TextWeight.of(paragraph) <= NOTE_MAX) {
            return Block.Kind.NOTE;
        }
        if (heading(element) > 0) {
            return Block.Kind.HEADING;
        }
        if (element.closest("figcaption, caption") != null) {
            return Block.Kind.CAPTION;
        }
        if (element.closest("blockquote") != null) {
            return Block.Kind.QUOTE;
        }
        return element.closest("li") != null ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
    }

    private static int level(Element element) {
        int heading = heading(element);
        if (heading > 0) {
            return heading;
        }
        int depth = 0;
        for (Element at = element; at != null; at = at.parent()) {
            depth += at.normalName().equals("li") ? 1 : 0;
        }
        return Math.max(1, depth);
    }

    private static int heading(Element element) {
        String tag = element.normalName();
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)) ? tag.charAt(1) - '0' : 0;
    }

    private void append(String paragraph, Block.Kind kind, Optional<String> marker, int level) {
        if (!text.isEmpty()) {
            text.append(BETWEEN);
        }
        int start = text.length();
        text.append(paragraph);
        blocks.add(new Block(kind, marker, level, start, text.length()));
    }
}
