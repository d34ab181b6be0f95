package io.communique.enrich.attachment;

import java.util.ArrayList;
import java.util.List;

/** A row of a table while it is read. Tables of data give a line for each row, tables that lay a page out the paragraphs of their cells. */
final class TableRow {
    /** A cell this long, or of this many paragraphs, holds text, not a datum. */
    private static final int DATUM_LENGTH_MAX = 400;

    private static final int DATUM_PARAGRAPHS_MAX = 3;

    private final List<List<String>> cells = new ArrayList<>();

    void addCell() {
        cells.add(new ArrayList<>());
    }

    /** Adds a paragraph to the last cell; one that stands before all cells gets a cell of its own. */
    void add(String paragraph) {
        if (cells.isEmpty()) {
            addCell();
        }
        cells.get(cells.size() - 1).add(paragraph);
    }

    List<String> lines() {
        List<List<String>> filled =
                cells.stream().filter(cell -> !cell.isEmpty()).toList();
        return filled.size() > 1 && filled.stream().allMatch(TableRow::isDatum)
                ? List.of(String.join("\t", filled.stream().map(TableRow::datum).toList()))
                : filled.stream().flatMap(List::stream).toList();
    }

    private static boolean isDatum(List<String> cell) {
        return cell.size() <= DATUM_PARAGRAPHS_MAX
                && cell.stream().mapToInt(String::length).sum() <= DATUM_LENGTH_MAX;
    }

    private static String datum(List<String> cell) {
        return CleanText.of(String.join(" ", cell)).replaceAll("[\\t\\n]", " ");
    }
}
