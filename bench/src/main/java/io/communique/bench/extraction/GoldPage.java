package io.communique.bench.extraction;

import io.communique.contract.page.Bytes;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One labelled page.
 *
 * @param id name within its set
 * @param url where the page was; one under {@code unknown.invalid} (RFC 2606) where the set does not say, or says it wrongly
 * @param html as the server sent it
 * @param text the main text; blank where the set has only snippets
 * @param title empty if the set does not say
 * @param date as the set writes it; empty if the set does not say
 * @param with snippets of the main text
 * @param without snippets of what is around it
 */
public record GoldPage(
        String id,
        URI url,
        Bytes html,
        String text,
        Optional<String> title,
        Optional<String> date,
        List<String> with,
        List<String> without) {
    public GoldPage {
        with = List.copyOf(with);
        without = List.copyOf(without);
    }

    /** Returns the host without {@code www.}: pages that share it share a template, and belong into one fold. */
    public String site() {
        String host = url.getHost();
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /** Returns whether the set has the main text of this page. */
    public boolean hasText() {
        return !text.isBlank();
    }

    /** Returns whether the set has snippets of this page. */
    public boolean hasSnippets() {
        return !with.isEmpty() || !without.isEmpty();
    }
}
