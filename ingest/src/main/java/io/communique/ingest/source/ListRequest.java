package io.communique.ingest.source;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What to ask for to get one page of a list.
 *
 * @param url where
 * @param body of a POST; empty for a GET
 */
public record ListRequest(URI url, Optional<String> body) {
    public ListRequest {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(body, "body");
    }

    /** Returns a GET of {@code url}. */
    public static ListRequest get(URI url) {
        return new ListRequest(url, Optional.empty());
    }

    /** Returns the media type of the body: JSON if it looks like it, else a form. */
    public String bodyType() {
        boolean json = body.filter(text -> text.startsWith("{") || text.startsWith("["))
                .isPresent();
        return json ? "application/json" : "application/x-www-form-urlencoded";
    }
}
