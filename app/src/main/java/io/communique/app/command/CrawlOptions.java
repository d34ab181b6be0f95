package io.communique.app.command;

import io.communique.ingest.IngestConfig;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceReload;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What ministries to watch, and how politely. */
final class CrawlOptions {
    @Option(
            names = "--sources",
            paramLabel = "DIR",
            defaultValue = "${env:COMMUNIQUE_SOURCES:-sources}",
            description =
                    "Directory of source files, one YAML file each. Environment: COMMUNIQUE_SOURCES. Default: ${DEFAULT-VALUE}.")
    private Path sources = Path.of("sources");

    @Nullable
    @Option(
            names = "--contact",
            paramLabel = "TEXT",
            defaultValue = "${env:COMMUNIQUE_CONTACT:-}",
            description = "An address or URL where a site's operator reaches you; sent with each request. Environment:"
                    + " COMMUNIQUE_CONTACT.")
    private String contact;

    @Option(
            names = "--host-delay",
            paramLabel = "MS",
            defaultValue = "${env:COMMUNIQUE_HOST_DELAY_MS:-5000}",
            description =
                    "Milliseconds between two requests to one host; a longer Crawl-delay in robots.txt wins. Environment:"
                            + " COMMUNIQUE_HOST_DELAY_MS. Default: ${DEFAULT-VALUE}.")
    private long hostDelayMillis;

    @Nullable
    @Option(
            names = "--allow-private-hosts",
            paramLabel = "HOST,…",
            defaultValue = "${env:COMMUNIQUE_ALLOW_PRIVATE_HOSTS:-}",
            description =
                    "Hosts inside your own network that may be asked all the same. Environment: COMMUNIQUE_ALLOW_PRIVATE_HOSTS.")
    private String allowedPrivateHosts;

    SourceCatalogue catalogue() {
        return SourceCatalogue.load(sources);
    }

    /** What the servers of sources forget to send; none if there is no directory of sources. */
    List<X509Certificate> intermediates() {
        return SourceCatalogue.intermediatesIn(sources);
    }

    /** Keeps {@code catalogue} as its directory is, from now on. */
    SourceReload reload(SourceCatalogue catalogue) {
        return SourceReload.start(sources, catalogue);
    }

    String userAgent() {
        return contact == null || contact.isBlank()
                ? IngestConfig.USER_AGENT_DEFAULT
                : "Communique/0.1 (press release reader; " + contact + ")";
    }

    Duration hostDelay() {
        return Duration.ofMillis(hostDelayMillis);
    }

    List<String> allowedPrivateHosts() {
        return allowedPrivateHosts == null
                ? List.of()
                : Arrays.stream(allowedPrivateHosts.split(",", -1))
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .toList();
    }
}
