package io.communique.enrich.attachment;

import io.communique.contract.page.Bytes;
import java.io.IOException;

/**
 * Reads the text of attached files: HWP 5, HWPX, PDF, DOCX, XLSX, PPTX, OpenDocument and RTF.
 *
 * <p>A pure function of the bytes: a file's name and media type are what a server says, its bytes are what it is. Never throws for what a
 * file holds; a broken or hostile one is {@code failed}. Safe to share between threads.
 */
public final class AttachmentReader {
    private final FileLimits limits;

    public AttachmentReader() {
        this(FileLimits.DEFAULT);
    }

    AttachmentReader(FileLimits limits) {
        this.limits = limits;
    }

    /** Returns what the file says, or why it cannot be read. */
    public AttachmentText read(Bytes file) {
        if (file.isEmpty()) {
            return AttachmentText.failed("no bytes");
        }
        if (file.size() > limits.bytesMax()) {
            return AttachmentText.failed("larger than is read");
        }
        try {
            return read(file.toArray());
        } catch (UnreadableFileException e) {
            return AttachmentText.failed(String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return AttachmentText.failed("nested too deeply");
        } catch (OutOfMemoryError e) {
            // The last line, behind the limits: one absurd length field asks for one absurd array, and the heap is as
            // good as before.
            return AttachmentText.failed("asks for too much memory");
        } catch (Exception e) {
            // The libraries meet broken files with exceptions of every kind.
            return AttachmentText.failed("broken");
        }
    }

    private AttachmentText read(byte[] bytes) throws IOException, UnreadableFileException {
        Paragraphs paragraphs = new Paragraphs(limits.charactersMax());
        switch (FileKind.of(bytes)) {
            case PDF -> PdfText.read(bytes, limits, paragraphs);
            case HWP -> HwpText.read(bytes, limits, paragraphs);
            case RTF -> new RtfText(bytes, paragraphs).read();
            case ZIP -> {
                if (!PackagedText.read(bytes, limits, paragraphs)) {
                    return AttachmentText.unsupported("an archive of another kind");
                }
            }
            case HTML -> {
                return AttachmentText.failed("a web page in place of the file");
            }
            case OTHER -> {
                return AttachmentText.unsupported("a file of another kind");
            }
        }
        return AttachmentText.of(paragraphs);
    }
}
