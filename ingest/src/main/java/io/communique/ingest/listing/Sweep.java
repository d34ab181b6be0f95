package io.communique.ingest.listing;

import io.communique.contract.topic.Partitions;
import io.communique.ingest.source.ListRequest;
import io.communique.ingest.source.Paging;
import io.communique.ingest.source.SourceList;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One reading of a list, page by page: what was found so far, and what to ask for next. It ends at the last page, at the limit, or at a page
 * that shows nothing that this sweep has not seen, as sites do beyond their last one; it never ends because of what was known before.
 *
 * <p>Not safe to share between threads.
 */
public final class Sweep {
    private static final int ITEMS_MAX = 50_000;
    private static final int GAP_PAGES_MAX = 50;

    private final SourceList list;
    private final int pagesMax;
    private final Map<URI, Candidate> items = new LinkedHashMap<>();
    private final Deque<ListRequest> waiting = new ArrayDeque<>();
    private final Set<ListRequest> asked = new HashSet<>();
    private int pages;
    private Optional<String> trouble = Optional.empty();

    private Sweep(SourceList list, int pagesMax) {
        this.list = list;
        this.pagesMax = pagesMax;
        waiting.add(list.first());
    }

    /** Begins a sweep. */
    public static Sweep of(SourceList list, boolean deep) {
        return new Sweep(list, deep ? list.paging().deepPages() : list.paging().pages());
    }

    /** Begins a sweep that goes as deep as it takes to fill a gap, within {@value #GAP_PAGES_MAX} pages or the list's own limit. */
    public static Sweep intoGap(SourceList list) {
        return new Sweep(list, Math.max(GAP_PAGES_MAX, list.paging().deepPages()));
    }

    /**
     * Returns whether a visit is to go deep: the first ever does not, so that a new source begins with what is new; later ones do whenever a
     * period of {@link Paging#deepEvery} has begun since the visit before, and after failed visits, for what was listed meanwhile may have
     * left the first page. Periods begin at times of each list's own, so that all do not at once.
     *
     * @param failures visits in a row that failed just before
     */
    public static boolean isDeep(SourceList list, Optional<Instant> lastVisit, int failures, Instant now) {
        long every = list.paging().deepEvery().toMillis();
        long offset = Math.floorMod(list.url().hashCode(), every);
        return lastVisit
                .filter(last -> failures > 0 || period(last, offset, every) != period(now, offset, every))
                .isPresent();
    }

    private static long period(Instant at, long offset, long every) {
        return Math.floorDiv(Duration.between(Instant.EPOCH, at).toMillis() + offset, every);
    }

    /** Returns what to ask for next; empty if the sweep is at its end. */
    public Optional<ListRequest> next() {
        return pages >= pagesMax || items.size() >= ITEMS_MAX ? Optional.empty() : Optional.ofNullable(waiting.peek());
    }

    /** Takes what the {@link #next} request was answered with. */
    public void read(Listing page) {
        asked.add(waiting.remove());
        pages++;
        if (page.trouble().isPresent()) {
            ended(pages, page.trouble().get());
            return;
        }
        boolean news = false;
        for (Candidate item : page.items()) {
            news |= items.size() < ITEMS_MAX && items.putIfAbsent(item.url(), item) == null;
        }
        page.lists().forEach(further -> await(ListRequest.get(further)));
        if (news) {
            list.paging().further(list.url(), pages, page.next()).ifPresent(this::await);
        }
    }

    /** Takes that the {@link #next} request came to nothing: the pages read before it still count. */
    public void failed(String reason) {
        ended(pages + 1, reason);
    }

    private void ended(int page, String reason) {
        waiting.clear();
        trouble = Optional.of(page > 1 ? "page " + page + " of the list could not be read: " + reason : reason);
    }

    /** Another host would be another worker's to ask. */
    private void await(ListRequest request) {
        boolean sameHost = request.url().getHost() != null
                && Partitions.hostKey(request.url()).equals(Partitions.hostKey(list.url()));
        if (sameHost && !asked.contains(request) && !waiting.contains(request) && waiting.size() < pagesMax) {
            waiting.add(request);
        }
    }

    /** Returns everything that the pages named, each address once. */
    public Collection<Candidate> items() {
        return List.copyOf(items.values());
    }

    /** Returns why not all pages could be read; empty if all could. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Returns the number of pages read so far. */
    public int pages() {
        return pages;
    }
}
