package io.communique.contract.page;

import java.util.Locale;

/** Why a page was put on the topic. */
public enum Origin {
    /** Found by watching a source. */
    LIVE,
    /** Fetched to fill a gap; its own lane, never ahead of live pages. */
    BACKFILL,
    /** Taken from the topic again, to apply newer rules; no ministry was asked. */
    REPLAY;

    /** Returns the word used in the {@code origin} header. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a header's word.
     *
     * @throws IllegalArgumentException if it is none of the labels
     */
    public static Origin ofLabel(String label) {
        for (Origin origin : values()) {
            if (origin.label().equals(label)) {
                return origin;
            }
        }
        throw new IllegalArgumentException("origin must be live, backfill or replay: " + label);
    }
}
