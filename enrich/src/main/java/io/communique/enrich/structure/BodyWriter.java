package io.communique.enrich.structure;

import io.communique.contract.release.Block;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.block.TextWeight;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Writes an article's blocks down as a person would copy them, and says what each is. */
public final class BodyWriter {
    private static final String BETWEEN = "\n\n";
    /** A line this long that ends in the middle of a sentence was broken by a typewriter's habit, not by its author. */
    private static final double HARD_WRAP = 45;
    /** An aside is short; a long paragraph that begins with a star is a paragraph. */
    private static final double NOTE_MAX = 300;

    private static final String SENTENCE_ENDS = ".!?。！？:;：；…\"”'’)]";

    /** What the elements around a block say is asked once for each: blocks of one element can be many. */
    private final IdentityHashMap<Element, Place> places = new IdentityHashMap<>();

    private final IdentityHashMap<Element, Boolean> rows = new IdentityHashMap<>();
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
        Place place = places.computeIfAbsent(block.element(), Place::of);
        if (place.row() != null && rows.computeIfAbsent(place.row(), BodyWriter::isDataTable)) {
            return addRow(article, at, place.row());
        }
        for (String paragraph : paragraphs(block.lines())) {
            addParagraph(paragraph, place);
        }
        return at + 1;
    }

    /** The cells of a row stand on one line, parted as a spreadsheet would paste them. */
    private int addRow(List<TextBlock> article, int from, Element row) {
        List<String> cells = new ArrayList<>();
        int at = from;
        while (at < article.size()
                && row.equals(places.computeIfAbsent(article.get(at).element(), Place::of)
                        .row())) {
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
        if (lines.size() == 1) {
            return lines;
        }
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        double weight = 0;
        for (String line : lines) {
            boolean wrapped = weight >= HARD_WRAP
                    && SENTENCE_ENDS.indexOf(paragraph.charAt(paragraph.length() - 1)) < 0
                    && Marker.of(line).isEmpty();
            if (!wrapped && !paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
                weight = 0;
            }
            paragraph.append(wrapped ? " " : "").append(line);
            weight += TextWeight.of(line) + (wrapped ? 1 : 0);
        }
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }

    private void addParagraph(String paragraph, Place place) {
        Optional<String> marker = Marker.of(paragraph);
        boolean aside =
                marker.filter(mark -> mark.equals("*") || mark.equals("※")).isPresent();
        Block.Kind kind = aside && TextWeight.of(paragraph) <= NOTE_MAX ? Block.Kind.NOTE : place.kind();
        append(paragraph, kind, marker, place.level());
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
