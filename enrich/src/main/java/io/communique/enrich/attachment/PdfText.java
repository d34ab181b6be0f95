package io.communique.enrich.attachment;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF documents, by PDFBox: lines with their places, running heads dropped, paragraphs put together again. */
final class PdfText {
    /** Share of characters without a meaning from which on a text is noise: the file's fonts do not say what their shapes mean. */
    private static final double UNKNOWN_MAX = 0.2;

    static {
        PdfFonts.install();
    }

    private PdfText() {}

    static void read(byte[] bytes, FileLimits limits, Paragraphs out) throws IOException, UnreadableFileException {
        PdfStreams.requireHarmless(bytes, limits);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw new UnreadableFileException("encrypted");
            }
            if (document.getNumberOfPages() > limits.pagesMax()) {
                out.cut("too many pages");
            }
            List<PdfLine> lines = RunningHeads.without(new PdfLineReader(limits).read(document, out));
            requireMeaning(lines);
            new PdfParagraphs(lines).writeTo(out);
        } catch (InvalidPasswordException e) {
            throw new UnreadableFileException("encrypted", e);
        }
    }

    private static void requireMeaning(List<PdfLine> lines) throws UnreadableFileException {
        long all = 0;
        long unknown = 0;
        for (PdfLine line : lines) {
            all += line.text().length();
            unknown += line.text().chars().filter(PdfText::isUnknown).count();
        }
        if (unknown > all * UNKNOWN_MAX) {
            throw new UnreadableFileException("characters without meaning");
        }
    }

    private static boolean isUnknown(int c) {
        return c == 0xfffd || Character.getType(c) == Character.PRIVATE_USE;
    }
}
