package io.communique.enrich.structure;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.block.TextWeight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * A table that holds no other: its rows of data, each cell in its column. Rows that lay a page out are none: those of one cell, those
 * whose cells hold text rather than a datum, and those that hang a number before its paragraph.
 */
final class TableGrid {
    /** A cell this heavy, or of this many blocks, holds text, not a datum. */
    private static final double DATUM_MAX = 250;

    private static final int DATUM_BLOCKS_MAX = 3;
    /** Tables that say that they are some may have remarks in a cell. */
    private static final double REMARK_MAX = 800;

    private static final double REMARKS_MAX = 400;
    private static final int REMARK_BLOCKS_MAX = 8;
    /** A row of more cells is none of data; a cell that stands further right follows the one before it. */
    private static final int COLUMNS_MAX = 200;

    private static final int FIGURE_LENGTH_MAX = 15;

    private final IdentityHashMap<Element, Row> rows = new IdentityHashMap<>();
    private final boolean declared;
    private final boolean several;

    private record Cell(String text, int blocks, double weight, boolean heading) {}

    private record Row(List<Element> elements, List<Cell> cells, List<Integer> columns, Map<Integer, String> spanned) {}

    /** A cell that goes on below its row: how many rows are left, and what stands for it there. */
    private record Span(int rows, String text) {}

    private TableGrid(Element table) {
        List<Element> all = rowsOf(table);
        Map<Integer, Span> spans = new HashMap<>();
        boolean says = saysThatItIsOne(table);
        int wide = 0;
        for (Element element : all) {
            Row row = row(element, spans);
            rows.put(element, row);
            says = says || row.cells().stream().anyMatch(Cell::heading);
            wide += row.cells().size() > 1 ? 1 : 0;
        }
        String role = table.attr("role");
        boolean layout = role.equals("presentation") || role.equals("none");
        declared = says && !layout;
        several = wide > 1 && !layout;
    }

    /** Reads {@code table}; linear in its size. */
    static TableGrid of(Element table) {
        return new TableGrid(table);
    }

    private static List<Element> rowsOf(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            switch (child.normalName()) {
                case "tr" -> rows.add(child);
                case "thead", "tbody", "tfoot" ->
                    child.children().stream()
                            .filter(row -> row.normalName().equals("tr"))
                            .forEach(rows::add);
                default -> {}
            }
        }
        return rows;
    }

    private static boolean saysThatItIsOne(Element table) {
        String border = table.attr("border");
        boolean drawn = !border.isEmpty() && !border.equals("0");
        return drawn
                || table.children().stream()
                        .anyMatch(child -> child.normalName().equals("caption")
                                || child.normalName().equals("thead"));
    }

    private static Row row(Element element, Map<Integer, Span> spans) {
        List<Element> elements = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        Map<Integer, String> spanned = new HashMap<>();
        Map<Integer, Span> next = new HashMap<>();
        spans.forEach((column, span) -> {
            spanned.put(column, span.text());
            if (span.rows() > 1) {
                next.put(column, new Span(span.rows() - 1, span.text()));
            }
        });
        int column = 0;
        for (Element child : element.children()) {
            if (!child.normalName().equals("td") && !child.normalName().equals("th")) {
                continue;
            }
            while (spanned.containsKey(column)) {
                column++;
            }
            Cell cell = cell(child);
            elements.add(child);
            cells.add(cell);
            columns.add(Math.min(column, COLUMNS_MAX));
            int width = span(child.attr("colspan"));
            int height = span(child.attr("rowspan"));
            for (int i = column; height > 1 && i < Math.min(COLUMNS_MAX, column + width); i++) {
                // What heads rows is said of each; any other cell is written once.
                next.put(i, new Span(height - 1, i == column && (cell.heading() || i == 0) ? cell.text() : ""));
            }
            column += width;
        }
        spans.clear();
        spans.putAll(next);
        return new Row(elements, cells, columns, spanned);
    }

    private static Cell cell(Element element) {
        StringBuilder text = new StringBuilder();
        int blocks = 0;
        for (TextBlock block : BlockReader.read(element)) {
            text.append(text.isEmpty() ? "" : " ").append(block.text());
            blocks++;
        }
        return new Cell(
                text.toString(),
                blocks,
                TextWeight.of(text),
                element.normalName().equals("th"));
    }

    /** HTML's limits are higher than any table that is read here. */
    private static int span(String attribute) {
        String digits = attribute.strip();
        return digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(Character::isDigit)
                ? 1
                : Math.max(1, Integer.parseInt(digits));
    }

    /**
     * Returns a row of data as a spreadsheet would paste it, a tab between columns; empty if the row is none.
     *
     * @param kept the cells that belong to the article; of the others only plain figures are written
     */
    Optional<String> data(Element element, Set<Element> kept) {
        Row row = rows.get(element);
        if (row == null || row.cells().size() > COLUMNS_MAX || !isData(row, kept)) {
            return Optional.empty();
        }
        Map<Integer, String> columns = new HashMap<>(row.spanned());
        int last = columns.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.cells().get(i).text();
            if (kept.contains(row.elements().get(i)) || isFigure(text)) {
                columns.merge(row.columns().get(i), text, (one, other) -> (one + " " + other).strip());
                last = Math.max(last, row.columns().get(i));
            }
        }
        StringBuilder line = new StringBuilder();
        for (int column = 0; column <= last; column++) {
            line.append(column == 0 ? "" : "\t").append(columns.getOrDefault(column, ""));
        }
        return Optional.of(line.toString().stripTrailing());
    }

    private boolean isData(Row row, Set<Element> kept) {
        List<Cell> filled =
                row.cells().stream().filter(cell -> cell.blocks() > 0).toList();
        long ofArticle = row.elements().stream().filter(kept::contains).count();
        if (declared) {
            return filled.stream().allMatch(TableGrid::isDatumOrRemark)
                    && (ofArticle > 1
                            || filled.stream().allMatch(cell -> cell.heading() || isFigure(cell.text()))
                            || (row.spanned().values().stream().anyMatch(text -> !text.isEmpty())
                                    && filled.size() == 1));
        }
        return several
                && filled.size() > 1
                && filled.stream().allMatch(TableGrid::isDatum)
                && (ofArticle > 1 || filled.stream().skip(1).allMatch(cell -> isFigure(cell.text())))
                && !hangs(filled);
    }

    private static boolean isDatum(Cell cell) {
        return cell.blocks() <= DATUM_BLOCKS_MAX && cell.weight() <= DATUM_MAX;
    }

    private static boolean isDatumOrRemark(Cell cell) {
        return cell.weight() <= (cell.blocks() == 1 ? REMARK_MAX : REMARKS_MAX) && cell.blocks() <= REMARK_BLOCKS_MAX;
    }

    /** A number or bullet that stands in a cell of its own, so that the paragraph beside it is indented. */
    private static boolean hangs(List<Cell> filled) {
        String first = filled.get(0).text();
        return filled.size() == 2
                && Marker.of(first).filter(mark -> mark.isAllOf(first)).isPresent();
    }

    /** A number that counts or measures; what may be dialled is none. */
    private static boolean isFigure(String text) {
        if (text.length() > FIGURE_LENGTH_MAX || text.startsWith("+") || text.startsWith("(")) {
            return false;
        }
        boolean dialled = text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1));
        return !dialled && text.chars().noneMatch(Character::isLetter);
    }
}
