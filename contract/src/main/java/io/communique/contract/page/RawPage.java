package io.communique.contract.page;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * One page as a ministry's server sent it: the truth that everything else is derived from.
 *
 * @param url canonical address, the record's key: http or https, with a host, no fragment
 * @param body the bytes exactly as received, after transfer and content decoding, in whatever character encoding
 * @param facts about the fetch
 */
public record RawPage(URI url, Bytes body, PageFacts facts) {
    public RawPage {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(facts, "facts");
        requireCanonical(url);
    }

    /**
     * Checks that {@code url} can be a key.
     *
     * @throws IllegalArgumentException if it is no absolute http or https address with a host, or has a fragment
     */
    public static URI requireCanonical(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("url must be http or https: " + url);
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("url must have a host: " + url);
        }
        if (url.getRawFragment() != null) {
            throw new IllegalArgumentException("url must have no fragment: " + url);
        }
        return url;
    }
}
