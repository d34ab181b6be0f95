package io.communique.enrich.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the lines of a PDF with their places, up to a number of characters and of drawing operations. */
final class PdfLineReader extends PDFTextStripper {
    private final FileLimits limits;
    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float left;
    private float right;
    private float baseline;
    private float size;
    private long steps;
    private long characters;

    PdfLineReader(FileLimits limits) {
        this.limits = limits;
        setEndPage(limits.pagesMax());
    }

    /**
     * Reads {@code document}.
     *
     * @param out told what was left out
     */
    List<PdfLine> read(PDDocument document, Paragraphs out) throws IOException {
        try {
            writeText(document, Writer.nullWriter());
        } catch (EnoughException e) {
            out.cut(String.valueOf(e.getMessage()));
        }
        endLine();
        return lines;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++steps > limits.stepsMax()) {
            throw new EnoughException("too much drawing");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof EnoughException) {
            throw e;
        }
        super.operatorException(operator, operands, e);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        characters++;
        if (characters > 4L * limits.charactersMax()) {
            throw new UncheckedIOException(new EnoughException("too much text"));
        }
        super.processTextPosition(position);
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        try {
            super.processPage(page);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        boolean first = text.isEmpty();
        for (TextPosition position : positions) {
            float start = position.getXDirAdj();
            float end = start + position.getWidthDirAdj();
            left = first ? start : Math.min(left, start);
            right = first ? end : Math.max(right, end);
            baseline = position.getYDirAdj();
            size = position.getFontSizeInPt();
            first = false;
        }
        text.append(word);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endArticle() throws IOException {
        endLine();
        super.endArticle();
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
        endLine();
        super.endPage(page);
    }

    private void endLine() {
        String line = CleanText.of(text).replace('\n', ' ').replace('\t', ' ');
        text.setLength(0);
        if (!line.isEmpty()) {
            lines.add(new PdfLine(getCurrentPageNo(), line, left, right, baseline, size));
        }
    }

    private static final class EnoughException extends IOException {
        private static final long serialVersionUID = 1L;

        EnoughException(String reason) {
            super(reason);
        }
    }
}
