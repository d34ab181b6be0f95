package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.fetch.Fetcher;
import io.communique.ingest.fetch.Validators;
import io.communique.ingest.source.ListRequest;
import io.communique.ingest.source.Source;
import java.net.URI;

/**
 * The next request of a visit.
 *
 * @param entry that is visited
 * @param source that it belongs to
 * @param request to make, whose address may be another than the entry's: a robots.txt, where a redirect led to, a frame, a list's further page
 * @param validators to make the request conditional
 * @param bytesMax of the body
 * @param robots whether it is for the site's robots.txt
 */
record Ask(
        FrontierEntry entry, Source source, ListRequest request, Validators validators, long bytesMax, boolean robots) {
    URI url() {
        return request.url();
    }

    /** Makes the request, and no other: where a redirect leads is another turn, for the host's pace holds for it too. */
    FetchOutcome make(Fetcher fetcher) {
        return request.body()
                .map(body -> fetcher.post(request.url(), body, request.bodyType()))
                .orElseGet(() -> fetcher.fetch(request.url(), validators, target -> false, bytesMax));
    }
}
