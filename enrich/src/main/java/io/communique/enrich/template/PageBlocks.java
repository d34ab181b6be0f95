package io.communique.enrich.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.enrich.block.TextBlock;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** The blocks of one page, as fingerprints: what a host's memory keeps of it. A value. */
public final class PageBlocks {
    /** Beyond this many blocks only the first and the last count: templates stand around a page, long tables inside it. */
    public static final int BLOCKS_MAX = 1_000;

    private final long page;
    private final long[] fingerprints;

    private PageBlocks(long page, long[] fingerprints) {
        this.page = page;
        this.fingerprints = fingerprints;
    }

    /**
     * Makes the trace of a page.
     *
     * @param page what tells the page from the host's others: its canonical address, or its file's name
     * @param blocks all of the page's, in order
     */
    public static PageBlocks of(String page, List<TextBlock> blocks) {
        long[] fingerprints = new long[Math.min(blocks.size(), BLOCKS_MAX)];
        for (int i = 0; i < fingerprints.length; i++) {
            int at = i < BLOCKS_MAX / 2 ? i : blocks.size() - fingerprints.length + i;
            fingerprints[i] = Fingerprint.of(blocks.get(at).text());
        }
        return of(identity(page), fingerprints);
    }

    /** Makes a trace from what was kept of it; the order of {@code fingerprints} is of no account. */
    public static PageBlocks of(long page, long... fingerprints) {
        return new PageBlocks(
                page, Arrays.stream(fingerprints).sorted().distinct().toArray());
    }

    /** Returns the same blocks as those of a page with another name. */
    public PageBlocks named(String name) {
        return new PageBlocks(identity(name), fingerprints);
    }

    /** Returns what tells the page from the host's others. */
    public long page() {
        return page;
    }

    /** Returns the fingerprints, ascending, each once. */
    public long[] fingerprints() {
        return fingerprints.clone();
    }

    /** Whether both show the same text, counters and dates aside. */
    boolean showsTheSame(PageBlocks other) {
        return Arrays.equals(digitsFolded(), other.digitsFolded());
    }

    int[] digitsFolded() {
        return Arrays.stream(fingerprints)
                .mapToInt(Fingerprint::digitsFolded)
                .distinct()
                .toArray();
    }

    int[] exact() {
        return Arrays.stream(fingerprints)
                .mapToInt(Fingerprint::exact)
                .distinct()
                .toArray();
    }

    /** 64 bits of two checksums: a host's memory holds a few dozen pages, so that two never meet by chance. */
    private static long identity(String page) {
        CRC32C crc = new CRC32C();
        crc.update(page.getBytes(UTF_8));
        return (crc.getValue() << 32) | (page.hashCode() & 0xffff_ffffL);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageBlocks that && page == that.page && Arrays.equals(fingerprints, that.fingerprints);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(page) * 31 + Arrays.hashCode(fingerprints);
    }

    @Override
    public String toString() {
        return "page " + Long.toHexString(page) + ", " + fingerprints.length + " blocks";
    }
}
