package io.communique.bench.line;

import io.communique.contract.page.RawPage;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Published;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import io.communique.enrich.Enricher;
import io.communique.enrich.Enrichment;
import io.communique.enrich.PageEnricher;
import io.communique.enrich.template.HostTemplate;
import io.communique.enrich.template.PageBlocks;
import io.communique.enrich.template.Repetition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A step that reads nothing: the page's bytes are the release's text. What is left is what the topology costs. */
final class Identity implements PageEnricher {
    @Override
    public Enrichment enrich(RawPage page, HostTemplate known) {
        String body = new String(page.body().toArray(), StandardCharsets.UTF_8);
        Release release = new Release(
                Release.SCHEMA,
                Enricher.id(page),
                1,
                Release.State.PUBLISHED,
                page.facts().source(),
                Optional.empty(),
                page.facts().requestedUrl(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Published(Optional.empty(), Optional.empty(), Published.From.NONE),
                page.facts().fetchedAt(),
                page.facts().fetchedAt(),
                body,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Provenance(page.facts().sha256(), "identity", Optional.empty(), new Quality(1, List.of())));
        return new Enrichment.Enriched(release, PageBlocks.of(0), Repetition.none());
    }
}
