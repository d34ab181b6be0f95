package io.communique.enrich;

import java.util.Map;

/**
 * What the stage did since it began, in pages and attached files. At rest {@code read = published + revised + completed + reread + withdrawn + restored
 * + unchanged + outdated + kept + rejected + deadLettered}.
 *
 * <p>Counted as the work is done; a page whose transaction was aborted is read again and counts again, on both sides.
 *
 * @param read pages taken from the topic
 * @param published first editions
 * @param revised later editions
 * @param completed editions that got the text of one of their files
 * @param reread editions that later rules read differently from the same bytes
 * @param withdrawn releases that are there no longer, by the evidence that ingest gathered
 * @param restored releases that are there again, revised or not
 * @param unchanged pages and files that say what their release said before
 * @param outdated pages and files fetched before those that are current, and evidence of absence that withdraws nothing
 * @param kept files of releases that are not known, or do not list them; they are read, and wait
 * @param rejected pages that are no release, all reasons together
 * @param deadLettered records set aside
 * @param linked times that a release came out again because a twin was found; no page is behind it, so it is no part of the sum
 * @param rejectedBy pages that are no release, by reason
 */
public record EnrichCounters(
        long read,
        long published,
        long revised,
        long completed,
        long reread,
        long withdrawn,
        long restored,
        long unchanged,
        long outdated,
        long kept,
        long rejected,
        long deadLettered,
        long linked,
        Map<String, Long> rejectedBy) {
    public EnrichCounters {
        rejectedBy = Map.copyOf(rejectedBy);
    }
}
