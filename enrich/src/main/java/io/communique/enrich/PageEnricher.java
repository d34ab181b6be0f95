package io.communique.enrich;

import io.communique.contract.page.RawPage;
import io.communique.enrich.template.HostTemplate;

/** The step from a page to a release, as the topology sees it. Must be pure, and safe to share between threads. */
public interface PageEnricher {
    /**
     * Returns what {@code page} holds; never throws for what a page says.
     *
     * @param known what is remembered of its host; not changed, the caller teaches it {@link Enrichment.Enriched#shown}
     */
    Enrichment enrich(RawPage page, HostTemplate known);
}
