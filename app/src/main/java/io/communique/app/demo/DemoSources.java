package io.communique.app.demo;

import io.communique.contract.release.Publisher;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceList;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The demo site as two sources, read far more often than any real ministry should be. */
public final class DemoSources {
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private DemoSources() {}

    /** Returns the sources of a demo site. */
    public static SourceCatalogue of(String baseUrl) {
        return SourceCatalogue.of(List.of(
                source("demo-en", "Ministry of Ports and Coastal Waters", baseUrl + "/en/news", "[?&]id=(\\d+)"),
                source("demo-ko", "연안항만부", baseUrl + "/ko/feed.xml", "[?&]no=(\\d+)")));
    }

    private static Source source(String id, String publisher, String list, String siteId) {
        return new Source(
                id,
                Optional.of(new Publisher(publisher, Optional.empty())),
                List.of(new SourceList(URI.create(list), Optional.empty())),
                OFTEN,
                new Source.Revisits(List.of(), Optional.of(OFTEN)),
                Optional.of(Pattern.compile(siteId)),
                List.of(),
                List.of("page", "search"),
                false);
    }
}
