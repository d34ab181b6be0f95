package io.communique.enrich;

import java.util.Map;

/**
 * What the stage did since it began, in pages. At rest {@code read = published + revised + unchanged + outdated + rejected +
 * deadLettered}.
 *
 * <p>Counted as the work is done; a page whose transaction was aborted is read again and counts again, on both sides.
 *
 * @param read pages taken from the topic
 * @param published first editions
 * @param revised later editions
 * @param unchanged pages that say what their release said before
 * @param outdated pages fetched before the edition that is current
 * @param rejected pages that are no release, all reasons together
 * @param deadLettered records set aside
 * @param rejectedBy pages that are no release, by reason
 */
public record EnrichCounters(
        long read,
        long published,
        long revised,
        long unchanged,
        long outdated,
        long rejected,
        long deadLettered,
        Map<String, Long> rejectedBy) {
    public EnrichCounters {
        rejectedBy = Map.copyOf(rejectedBy);
    }
}
