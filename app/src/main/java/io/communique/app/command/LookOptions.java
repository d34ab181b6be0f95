package io.communique.app.command;

import io.communique.ingest.IngestConfig;
import io.communique.ingest.fetch.AddressGuard;
import io.communique.ingest.fetch.Fetcher;
import io.communique.ingest.fetch.ServerTrust;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.probe.LiveAnswers;
import java.time.Clock;
import picocli.CommandLine.Mixin;

/** How to look at a site for a person: as politely as the watcher, whose options these are. */
final class LookOptions {
    @Mixin
    private CrawlOptions crawl = new CrawlOptions();

    CrawlOptions crawl() {
        return crawl;
    }

    LiveAnswers live() {
        Clock clock = Clock.systemUTC();
        Fetcher fetcher = new Fetcher(
                crawl.userAgent(),
                IngestConfig.BODY_BYTES_MAX_DEFAULT,
                IngestConfig.REQUEST_TIMEOUT_DEFAULT,
                new AddressGuard(crawl.allowedPrivateHosts()),
                clock,
                ServerTrust.ofPlatform(crawl.intermediates()),
                exchange -> {});
        String product = crawl.userAgent().split("[/ (]", 2)[0];
        return new LiveAnswers(fetcher, new HostLimiter(crawl.hostDelay()), product, clock);
    }
}
