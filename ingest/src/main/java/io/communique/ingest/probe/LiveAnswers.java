package io.communique.ingest.probe;

import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.fetch.Fetcher;
import io.communique.ingest.fetch.Validators;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.robots.RobotsFile;
import io.communique.ingest.source.ListRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Answers from the web, one request at a time, with robots.txt obeyed and each host left alone in between. Not safe to share between threads. */
public final class LiveAnswers implements Answers {
    private final Fetcher fetcher;
    private final HostLimiter limiter;
    private final String product;
    private final Clock clock;
    private final Map<String, RobotsFile> robots = new HashMap<>();

    /**
     * Makes one.
     *
     * @param fetcher closed with this
     * @param product our robot's name, as robots.txt files address it
     */
    public LiveAnswers(Fetcher fetcher, HostLimiter limiter, String product, Clock clock) {
        this.fetcher = fetcher;
        this.limiter = limiter;
        this.product = product;
        this.clock = clock;
    }

    @Override
    public FetchOutcome ask(ListRequest request) {
        RobotsFile file = file(request.url());
        if (!file.allows(request.url())) {
            return new FetchOutcome.Refused(file.isReachable() ? "robots-disallow" : "robots-unreachable");
        }
        await(request.url());
        FetchOutcome outcome = request.body().isPresent()
                ? fetcher.post(request.url(), request.body().get(), request.bodyType())
                : fetcher.fetch(
                        request.url(), Validators.none(), target -> file(target).allows(target));
        note(request.url(), outcome, file.crawlDelay());
        return outcome;
    }

    @Override
    public String robots(URI url) {
        RobotsFile file = file(url);
        if (file.allows(url)) {
            return "allowed";
        }
        return file.isReachable() ? "disallowed" : "unreachable";
    }

    @Override
    public void close() {
        fetcher.close();
    }

    private RobotsFile file(URI url) {
        return robots.computeIfAbsent(url.getScheme() + "://" + url.getRawAuthority(), this::readRobots);
    }

    private RobotsFile readRobots(String site) {
        URI address = URI.create(site + "/robots.txt");
        await(address);
        FetchOutcome outcome = fetcher.fetch(address, Validators.none(), target -> true);
        RobotsFile file = RobotsFile.answered(address, outcome, product, clock.instant());
        note(address, outcome, file.crawlDelay());
        return file;
    }

    private void note(URI url, FetchOutcome outcome, Duration crawlDelay) {
        if (outcome instanceof FetchOutcome.Failed failed && failed.hostFault()) {
            limiter.failed(url, clock.instant(), failed.retryAfter());
        } else {
            limiter.answered(url, clock.instant(), crawlDelay);
        }
    }

    private void await(URI url) {
        try {
            long wait = Duration.between(clock.instant(), limiter.mayAsk(url)).toMillis();
            if (wait > 0) {
                Thread.sleep(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + url.getHost() + " was left alone", e);
        }
    }
}
