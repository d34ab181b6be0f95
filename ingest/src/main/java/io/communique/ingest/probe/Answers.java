package io.communique.ingest.probe;

import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.source.ListRequest;
import java.net.URI;

/** Where answers come from: the web, or files saved before. */
public interface Answers extends AutoCloseable {
    /** Returns what came of asking, as robots.txt allows; a redirect is followed where it is allowed too. */
    FetchOutcome ask(ListRequest request);

    /** Returns what the site's robots.txt says of an address: {@code allowed}, {@code disallowed}, {@code unreachable}, or {@code unknown}. */
    String robots(URI url);

    @Override
    void close();
}
