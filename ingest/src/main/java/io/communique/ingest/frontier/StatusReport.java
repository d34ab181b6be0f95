package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.status.SourceStatus.State;
import io.communique.ingest.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of a source after one of its lists was visited; pure. */
final class StatusReport {
    private StatusReport() {}

    /**
     * Reports.
     *
     * @param fresh entries that this visit added, not yet in the frontier
     * @param trouble why the list could not be used; empty if it could
     * @param state that the trouble amounts to; empty for stale
     */
    static SourceStatus of(
            Source source,
            Frontier frontier,
            List<FrontierEntry> fresh,
            Optional<String> trouble,
            Optional<State> state,
            Instant now) {
        long pages = 0;
        long failing = 0;
        Optional<Instant> newest = Optional.empty();
        for (FrontierEntry entry : frontier.all()) {
            if (isPageOf(source, entry)) {
                pages++;
                failing += entry.failures() > 0 ? 1 : 0;
                newest = later(newest, entry.firstSeen());
            }
        }
        for (FrontierEntry entry : fresh) {
            if (isPageOf(source, entry)) {
                pages++;
                newest = later(newest, entry.firstSeen());
            }
        }
        Optional<String> reason = trouble;
        if (reason.isEmpty() && failing > 0) {
            reason = Optional.of(failing + " of " + pages + " pages could not be fetched");
        }
        return new SourceStatus(
                SourceStatus.SCHEMA,
                source.id(),
                trouble.isPresent() ? state.orElse(State.STALE) : failing > 0 ? State.PARTIAL : State.COMPLETE,
                reason,
                now,
                trouble.isPresent() ? Optional.empty() : Optional.of(now),
                newest,
                Optional.empty(),
                Optional.empty(),
                Map.of("pages-known", pages, "pages-failing", failing));
    }

    /** Returns what is said of a source that somebody paused. */
    static SourceStatus paused(Source source, String reason, Instant now) {
        return new SourceStatus(
                SourceStatus.SCHEMA,
                source.id(),
                State.PAUSED,
                Optional.of(reason),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static boolean isPageOf(Source source, FrontierEntry entry) {
        return entry.kind() == FrontierEntry.Kind.PAGE && entry.source().equals(source.id());
    }

    private static Optional<Instant> later(Optional<Instant> a, Instant b) {
        return a.filter(known -> known.isAfter(b)).or(() -> Optional.of(b));
    }
}
