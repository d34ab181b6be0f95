package io.communique.ingest.frontier;

import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Candidates;
import io.communique.ingest.listing.Listing;
import io.communique.ingest.listing.Sweep;
import io.communique.ingest.source.ListRequest;
import io.communique.ingest.source.SourceList;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * One visit to a list, over however many pages of it: what they gave so far, and what to ask for next.
 *
 * <p>Not safe to share between threads.
 */
final class ListReading {
    private final SourceList list;
    private final Sweep sweep;
    private final Predicate<Candidate> isOld;
    private final boolean whole;
    private FetchOutcome.@Nullable Fetched first;
    private boolean met;

    /**
     * Begins a visit.
     *
     * @param isOld what a sweep that fills a gap ends at; never true where none is filled
     * @param whole whether the first page has to come even if it has not changed, because further ones are reached through it
     */
    ListReading(SourceList list, Sweep sweep, Predicate<Candidate> isOld, boolean whole) {
        this.list = list;
        this.sweep = sweep;
        this.isOld = isOld;
        this.whole = whole;
    }

    /** Returns what to ask for next; empty at the end. */
    Optional<ListRequest> next() {
        return met ? Optional.empty() : sweep.next();
    }

    /** Returns whether the answer to a conditional request would not do. */
    boolean whole() {
        return whole;
    }

    /** Returns the answer that the first page came with; empty before it came. */
    Optional<FetchOutcome.Fetched> first() {
        return Optional.ofNullable(first);
    }

    /**
     * Takes the answer to {@link #next}.
     *
     * @param page parsed, if it is HTML
     */
    void read(FetchOutcome.Fetched answer, Optional<Document> page) {
        if (first == null) {
            first = answer;
        }
        Listing listing = Candidates.read(answer.body(), answer.contentType(), answer.finalUrl(), list, page);
        met = listing.items().stream().anyMatch(isOld);
        sweep.read(listing);
    }

    /** Takes that {@link #next} came to nothing: what was read before it still counts. */
    void failed(String reason) {
        sweep.failed(reason);
    }

    /** Returns whether it has come to what was known before the gap that it fills. */
    boolean metOlder() {
        return met;
    }

    /** Returns the number of pages read. */
    int pages() {
        return sweep.pages();
    }

    Collection<Candidate> items() {
        return sweep.items();
    }

    /** Returns why not all pages could be read; empty if all could. */
    Optional<String> trouble() {
        return sweep.trouble();
    }
}
