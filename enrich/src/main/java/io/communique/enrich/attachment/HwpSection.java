package io.communique.enrich.attachment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the paragraphs of a section of an HWP 5 document down: records are a flat list, their levels make the tree. */
final class HwpSection {
    private static final int PARAGRAPH_HEADER = 0x42;
    private static final int PARAGRAPH_TEXT = 0x43;
    private static final int CONTROL = 0x47;
    private static final int LIST = 0x48;

    private static final int TABLE = id("tbl ");
    /** Running heads and what the author hid. */
    private static final Set<Integer> HIDDEN = Set.of(id("head"), id("foot"), id("tcmt"), id("nwno"), id("pgnp"));

    private final Map<Integer, String> bulletOfShape;
    private final Paragraphs out;
    private final Deque<Control> open = new ArrayDeque<>();
    private String bullet = "";

    HwpSection(Map<Integer, String> bulletOfShape, Paragraphs out) {
        this.bulletOfShape = bulletOfShape;
        this.out = out;
    }

    void read(HwpRecords records) {
        while (records.next() && !out.isFull()) {
            while (!open.isEmpty() && open.element().level >= records.level()) {
                close();
            }
            switch (records.tag()) {
                case PARAGRAPH_HEADER -> bullet = bulletOfShape.getOrDefault(records.uint16(8), "");
                case PARAGRAPH_TEXT -> emit(text(records.characters()));
                case CONTROL -> open.push(new Control(records.level(), records.int32(0)));
                case LIST -> cell(records.uint16(10));
                default -> {
                    // Shapes, pages, pictures.
                }
            }
        }
        while (!open.isEmpty()) {
            close();
        }
    }

    private void cell(int rowNumber) {
        Control control = open.peek();
        if (control == null || control.id != TABLE) {
            return;
        }
        if (control.row != null && control.rowNumber != rowNumber) {
            endRow(control);
        }
        if (control.row == null) {
            control.row = new TableRow();
            control.rowNumber = rowNumber;
        }
        control.row.addCell();
    }

    private void close() {
        Control control = open.pop();
        if (control.row != null) {
            TableRow row = control.row;
            control.row = null;
            row.lines().forEach(this::emitLine);
        }
    }

    private void endRow(Control control) {
        Control table = open.pop();
        TableRow row = control.row;
        control.row = null;
        if (row != null) {
            row.lines().forEach(this::emitLine);
        }
        open.push(table);
    }

    private void emit(String text) {
        if (!text.isBlank()) {
            emitLine(bullet.isEmpty() ? text : bullet + " " + text);
        }
        bullet = "";
    }

    private void emitLine(String line) {
        if (open.stream().anyMatch(control -> HIDDEN.contains(control.id))) {
            return;
        }
        for (Control control : open) {
            if (control.row != null) {
                control.row.add(line);
                return;
            }
        }
        out.add(line);
    }

    /** Table 6: some control characters are one unit long, others eight, with their data inside. */
    private static String text(String units) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < units.length(); i++) {
            char c = units.charAt(i);
            if (c >= ' ') {
                text.append(c);
            } else {
                switch (c) {
                    case 10, 13 -> text.append('\n');
                    case 24 -> text.append('-');
                    case 30, 31 -> text.append(' ');
                    case 0, 25, 26, 27, 28, 29 -> {
                        // Reserved, one unit.
                    }
                    default -> {
                        text.append(c == 9 ? "\t" : "");
                        i += 7;
                    }
                }
            }
        }
        return text.toString();
    }

    private static int id(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    private static final class Control {
        private final int level;
        private final int id;

        @Nullable
        private TableRow row;

        private int rowNumber;

        Control(int level, int id) {
            this.level = level;
            this.id = id;
        }
    }
}
