package io.communique.ingest.publish;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.RawPage;
import io.communique.contract.status.SourceStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that one visit leaves behind; it goes out whole or not at all.
 *
 * @param entries what to remember: the visited address first, then what it listed
 * @param page to publish; empty if there is none, or nothing new
 * @param oversized a page that is larger than is taken; empty if it is not
 * @param status of the source; empty unless a list was visited
 */
public record VisitResult(
        List<FrontierEntry> entries,
        Optional<RawPage> page,
        Optional<Oversized> oversized,
        Optional<SourceStatus> status) {
    public VisitResult {
        entries = List.copyOf(entries);
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(oversized, "oversized");
        Objects.requireNonNull(status, "status");
    }

    /**
     * A page that is larger than is taken.
     *
     * @param entry its address
     * @param bytesMax the limit that it passed
     */
    public record Oversized(FrontierEntry entry, long bytesMax) {}
}
