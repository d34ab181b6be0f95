package io.communique.enrich.attachment;

/**
 * How much of a file is read; what is beyond is left out (partial) or, where it would take the machine's memory, refused (failed).
 *
 * @param bytesMax of the file
 * @param inflatedBytesMax of all that is packed inside it, together
 * @param entriesMax of an archive
 * @param pagesMax of a document that has pages
 * @param charactersMax of the text
 * @param stepsMax drawing operations of a PDF, or nodes of a document's markup: bounds the time without a clock
 */
public record FileLimits(
        int bytesMax, long inflatedBytesMax, int entriesMax, int pagesMax, int charactersMax, long stepsMax) {
    /** The largest record that the topics take; a press release has a few pages, a statistical annex a few hundred. */
    public static final FileLimits DEFAULT = new FileLimits(12 << 20, 128L << 20, 10_000, 500, 500_000, 20_000_000);

    public FileLimits {
        if (bytesMax < 1
                || inflatedBytesMax < 1
                || entriesMax < 1
                || pagesMax < 1
                || charactersMax < 1
                || stepsMax < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }
}
