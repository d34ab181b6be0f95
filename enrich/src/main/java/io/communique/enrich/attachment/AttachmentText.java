package io.communique.enrich.attachment;

import io.communique.contract.release.Attachment.Extraction;
import java.util.Objects;
import java.util.Optional;

/**
 * What a file says.
 *
 * @param extraction ok, partial, failed or unsupported
 * @param text plain, paragraphs parted by one blank line, the cells of a table's row by tabs; present exactly if the extraction is ok or
 *     partial, and then never blank
 * @param reason why it is not ok, in a few fixed words; empty if it is
 */
public record AttachmentText(Extraction extraction, Optional<String> text, Optional<String> reason) {
    public AttachmentText {
        Objects.requireNonNull(reason, "reason");
        boolean read = extraction == Extraction.OK || extraction == Extraction.PARTIAL;
        if (read != text.isPresent() || text.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("a file that was read has text, no other has: " + extraction);
        }
        if (extraction == Extraction.NOT_FETCHED) {
            throw new IllegalArgumentException("a file whose bytes are here was fetched");
        }
    }

    static AttachmentText failed(String reason) {
        return new AttachmentText(Extraction.FAILED, Optional.empty(), Optional.of(reason));
    }

    static AttachmentText unsupported(String reason) {
        return new AttachmentText(Extraction.UNSUPPORTED, Optional.empty(), Optional.of(reason));
    }

    /** What the collected paragraphs amount to: no text is a failure, a cut text is partial. */
    static AttachmentText of(Paragraphs paragraphs) {
        String text = paragraphs.text();
        if (text.isBlank()) {
            return failed("no text");
        }
        return paragraphs
                .cutBecause()
                .map(reason -> new AttachmentText(Extraction.PARTIAL, Optional.of(text), Optional.of(reason)))
                .orElseGet(() -> new AttachmentText(Extraction.OK, Optional.of(text), Optional.empty()));
    }
}
