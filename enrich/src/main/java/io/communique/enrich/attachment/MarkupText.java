package io.communique.enrich.attachment;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamReader;

/** Turns the markup of a word processor into paragraphs and rows. */
final class MarkupText implements Markup.Handler {
    private final Vocabulary words;
    private final Labels labels;
    private final Paragraphs out;
    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private final Deque<TableRow> rows = new ArrayDeque<>();
    private int skipping;
    private int showing;
    /** Characters met so far; rows are held back until they end, so the limit on what is written is not enough. */
    private long met;

    MarkupText(Vocabulary words, Labels labels, Paragraphs out) {
        this.words = words;
        this.labels = labels;
        this.out = out;
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        if (skipping > 0 || words.skipped().contains(name)) {
            // What is skipped may still say which label its paragraph has.
            labels.start(name, element);
            skipping++;
            return;
        }
        labels.start(name, element);
        if (words.paragraphs().contains(name)) {
            flush();
            open.push(new StringBuilder());
        } else if (words.rows().contains(name)) {
            flush();
            rows.push(new TableRow());
        } else if (words.cells().contains(name) && !rows.isEmpty()) {
            rows.element().addCell();
        } else if (words.tabs().contains(name)) {
            append("\t");
        } else if (words.breaks().contains(name)) {
            append("\n");
        } else if (words.spaces().contains(name)) {
            append(" ");
        }
        showing += words.texts().contains(name) ? 1 : 0;
    }

    @Override
    public void end(String name) {
        if (skipping > 0) {
            skipping--;
            return;
        }
        showing -= words.texts().contains(name) ? 1 : 0;
        if (words.paragraphs().contains(name) && !open.isEmpty()) {
            flush();
            open.pop();
            labels.endParagraph();
        } else if (words.rows().contains(name) && !rows.isEmpty()) {
            rows.pop().lines().forEach(this::emit);
        }
    }

    @Override
    public void text(String characters) {
        if (skipping == 0 && (showing > 0 || words.texts().isEmpty())) {
            append(characters);
        }
    }

    private void append(String characters) {
        if (open.isEmpty()) {
            return;
        }
        met += characters.length();
        if (met > 2L * out.charactersMax()) {
            out.cut("too much text");
        } else {
            open.element().append(characters);
        }
    }

    /** A table or a text box inside a paragraph comes after what the paragraph said before it. */
    private void flush() {
        if (!open.isEmpty() && !open.element().toString().isBlank()) {
            String text = open.element().toString();
            open.element().setLength(0);
            emit(labels.take().map(label -> label + " " + text).orElse(text));
        }
    }

    private void emit(String paragraph) {
        if (rows.isEmpty()) {
            out.add(paragraph);
        } else {
            rows.element().add(paragraph);
        }
    }
}
