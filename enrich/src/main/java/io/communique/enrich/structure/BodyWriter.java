package io.communique.enrich.structure;

import io.communique.contract.release.Block;
import io.communique.contract.release.Block.Kind;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.structure.Marker.Style;
import io.communique.enrich.structure.WrappedLines.Paragraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Writes an article's blocks down as a person would copy them, and says what each is.
 *
 * <p>The numbers and bullets that a browser draws before the items of a list are written before them; a mark that stands alone is
 * written before the text that it belongs to.
 */
public final class BodyWriter {
    private static final String BETWEEN = "\n\n";

    /** What the elements around a block say is asked once for each: blocks of one element can be many. */
    private final IdentityHashMap<Element, Place> places = new IdentityHashMap<>();

    private final IdentityHashMap<Element, TableGrid> tables = new IdentityHashMap<>();
    /** Tables with another in them lay something out. */
    private final Set<Element> nesting = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Cells that hold a block of the article. */
    private final Set<Element> cells = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Rows met so far, and whether each was written as a row of data: cells of one row can be many. */
    private final IdentityHashMap<Element, Boolean> metRows = new IdentityHashMap<>();

    private final Set<Element> markedItems = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ListMarkers lists = new ListMarkers();
    private final PictureLines pictures;
    private final List<Part> parts = new ArrayList<>();

    private BodyWriter(Element container) {
        pictures = new PictureLines(container);
    }

    /**
     * Returns {@code article} as text and parts.
     *
     * @param container the element around the article
     */
    public static Body write(List<TextBlock> article, Element container) {
        BodyWriter writer = new BodyWriter(container);
        article.forEach(writer::note);
        article.forEach(writer::add);
        return text(Kinds.settled(HangingMarkers.joined(writer.parts)));
    }

    private void note(TextBlock block) {
        Element cell = place(block).cell();
        if (cell != null) {
            cells.add(cell);
        }
    }

    private Place place(TextBlock block) {
        return places.computeIfAbsent(block.element(), element -> Place.of(element, nesting));
    }

    private void add(TextBlock block) {
        Place place = place(block);
        Element row = place.row();
        Element table = place.table();
        if (row != null
                && table != null
                && !nesting.contains(table)
                && metRows.computeIfAbsent(row, met -> writeIfData(met, table))) {
            return;
        }
        for (Paragraph paragraph : WrappedLines.joined(block)) {
            addParagraph(paragraph, place);
        }
    }

    private boolean writeIfData(Element row, Element table) {
        Optional<String> data = tables.computeIfAbsent(table, TableGrid::of).data(row, cells);
        data.filter(line -> !line.isBlank())
                .ifPresent(line ->
                        parts.add(new Part(line, Optional.empty(), Optional.empty(), Kind.TABLE_ROW, 1, false)));
        return data.isPresent();
    }

    private void addParagraph(Paragraph paragraph, Place place) {
        String text = paragraph.text();
        if (text.isBlank() || (place.kind() == Kind.PARAGRAPH && pictures.contains(text))) {
            return;
        }
        Optional<Marker> typed = Marker.of(text);
        Optional<String> drawn = drawn(text, place.item(), typed.isPresent());
        parts.add(new Part(
                drawn.map(mark -> mark + " " + text).orElse(text),
                typed,
                drawn,
                place.kind(),
                place.level(),
                paragraph.bold()));
    }

    /** The mark before the first paragraph of an item; a text that has its own, or is a number, shows no other. */
    private Optional<String> drawn(String text, @Nullable Element item, boolean typed) {
        boolean first = item != null && markedItems.add(item);
        return item != null && first && !typed && !text.chars().allMatch(Character::isDigit)
                ? lists.of(item)
                : Optional.empty();
    }

    private static Body text(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>(parts.size());
        Nesting nesting = new Nesting();
        for (Part part : parts) {
            text.append(text.isEmpty() ? "" : BETWEEN);
            int start = text.length();
            text.append(part.text());
            Optional<String> marker = part.marker().map(Marker::text).or(part::drawn);
            blocks.add(new Block(part.kind(), marker, level(part, nesting), start, text.length()));
        }
        return new Body(text.toString(), blocks);
    }

    private static int level(Part part, Nesting nesting) {
        if (part.kind() == Kind.HEADING) {
            nesting.reset();
        }
        Optional<Style> style = part.marker().map(Marker::style);
        return part.kind() == Kind.PARAGRAPH && style.isPresent() ? nesting.level(style.get()) : part.level();
    }
}
