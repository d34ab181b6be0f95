package io.communique.enrich.text.figure;

import io.communique.contract.release.Block;
import io.communique.contract.release.Figure.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of a text: rows in a row, cells parted by tabs, the first row for headings where it holds no number alone. */
final class Tables {
    private final String text;
    private final NavigableMap<Integer, Row> rows = new TreeMap<>();

    private record Row(int start, int end, List<int[]> cells, Optional<Row> headings) {}

    Tables(String text, List<Block> blocks) {
        this.text = text;
        Optional<Row> headings = Optional.empty();
        boolean inTable = false;
        for (Block block : blocks) {
            if (block.kind() != Block.Kind.TABLE_ROW || block.end() > text.length()) {
                inTable = false;
                headings = Optional.empty();
                continue;
            }
            Row row = new Row(block.start(), block.end(), cells(block), headings);
            if (!inTable && isHeadings(row)) {
                headings = Optional.of(row);
            }
            inTable = true;
            rows.put(row.start(), row);
        }
    }

    /** Whether a place is inside a table. */
    boolean contains(int offset) {
        return rowAt(offset).isPresent();
    }

    /** Whether a span is a whole cell. */
    boolean isCell(int start, int end) {
        return rowAt(start)
                .filter(row -> row.cells().stream()
                        .anyMatch(
                                cell -> text.substring(cell[0], cell[1]).strip().length() == end - start
                                        && cell[0] <= start
                                        && end <= cell[1]))
                .isPresent();
    }

    /** The headings of the cell at a place; empty outside of tables. */
    Optional<Cell> cell(int offset) {
        return rowAt(offset).map(row -> {
            int column = column(row, offset);
            Optional<String> first = column == 0 ? Optional.empty() : content(row, 0);
            return new Cell(first, row.headings().flatMap(headings -> content(headings, column)));
        });
    }

    private Optional<Row> rowAt(int offset) {
        Map.Entry<Integer, Row> entry = rows.floorEntry(offset);
        return Optional.ofNullable(entry).map(Map.Entry::getValue).filter(row -> offset < row.end());
    }

    private static int column(Row row, int offset) {
        int column = 0;
        while (column < row.cells().size() - 1 && row.cells().get(column)[1] <= offset) {
            column++;
        }
        return column;
    }

    private Optional<String> content(Row row, int column) {
        if (column >= row.cells().size()) {
            return Optional.empty();
        }
        int[] cell = row.cells().get(column);
        return Optional.of(text.substring(cell[0], cell[1]).strip()).filter(content -> !content.isEmpty());
    }

    private List<int[]> cells(Block block) {
        List<int[]> cells = new ArrayList<>();
        int start = block.start();
        for (int i = block.start(); i <= block.end(); i++) {
            if (i == block.end() || text.charAt(i) == '\t') {
                cells.add(new int[] {start, i});
                start = i + 1;
            }
        }
        return cells;
    }

    /** Headings say something in letters, or name years; a row with "4.5" in it is data. */
    private boolean isHeadings(Row row) {
        for (int column = 1; column < row.cells().size(); column++) {
            String content = content(row, column).orElse("");
            boolean year = content.length() == 4 && content.chars().allMatch(Character::isDigit);
            boolean number = !content.isEmpty() && content.codePoints().noneMatch(Character::isLetter);
            if (number && !year) {
                return false;
            }
        }
        return row.cells().size() > 1;
    }
}
