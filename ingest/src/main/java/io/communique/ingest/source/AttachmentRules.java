package io.communique.ingest.source;

/**
 * What is done about the files that a source's releases link.
 *
 * @param fetch whether they are asked for at all
 * @param bytesMax largest file that is taken, 1 KiB to 8 MiB; a larger one becomes a dead letter
 * @param sameHost whether only files on the source's own hosts are asked for
 * @param perPage at most this many of one page, 1 to 100
 */
public record AttachmentRules(boolean fetch, int bytesMax, boolean sameHost, int perPage) {
    /** Files on the source's own hosts, as large as pages may be, the first ten of a page. */
    public static final AttachmentRules DEFAULT = new AttachmentRules(true, 8 << 20, true, 10);

    private static final int BYTES_MIN = 1 << 10;
    private static final int PER_PAGE_MAX = 100;

    public AttachmentRules {
        if (bytesMax < BYTES_MIN || bytesMax > 8 << 20) {
            throw new IllegalArgumentException("attachments.bytesMax must be from 1 KiB to 8 MiB: " + bytesMax);
        }
        if (perPage < 1 || perPage > PER_PAGE_MAX) {
            throw new IllegalArgumentException(
                    "attachments.perPage must be from 1 to " + PER_PAGE_MAX + ": " + perPage);
        }
    }
}
