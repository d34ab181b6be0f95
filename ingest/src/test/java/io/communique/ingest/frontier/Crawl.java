package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.RawPage;
import io.communique.contract.status.SourceStatus;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.politeness.Traffic;
import io.communique.ingest.publish.VisitResult;
import io.communique.ingest.source.Source;
import io.communique.ingest.url.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A partition's work without brokers and without waiting: the clock is moved to whatever is due next. */
final class Crawl {
    static final Duration DELAY = Duration.ofSeconds(5);
    private static final Duration LATENCY = Duration.ofMillis(120);

    final MovedClock clock;
    final Frontier frontier = new Frontier();
    final VisitCounts counts = new VisitCounts();
    final List<RawPage> published = new ArrayList<>();
    final Map<String, List<SourceStatus>> statuses = new HashMap<>();

    private final HostLimiter limiter = new HostLimiter(DELAY);
    private final Map<String, Source> sources = new HashMap<>();
    private final Function<Ask, FetchOutcome> web;
    private final Visitor visitor;

    Crawl(MovedClock clock, List<Source> all, Function<Ask, FetchOutcome> web) {
        this.clock = clock;
        this.web = web;
        this.visitor = new Visitor(limiter, "test", clock, counts, new Traffic());
        all.forEach(this::add);
    }

    private void add(Source source) {
        sources.put(source.id(), source);
        source.lists()
                .forEach(list -> frontier.learn(entry(source, list.url().toString(), FrontierEntry.Kind.LISTING)));
    }

    FrontierEntry entry(Source source, String url, FrontierEntry.Kind kind) {
        java.net.URI address = java.net.URI.create(url);
        return new FrontierEntry(
                FrontierEntry.SCHEMA,
                CanonicalUrl.key(address, List.of()),
                address,
                source.id(),
                kind,
                Optional.empty(),
                ListingHint.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                Optional.empty(),
                Optional.of(clock.instant()),
                0,
                Optional.empty());
    }

    /** Takes turns until nothing is due before {@code end}. */
    void until(Instant end) {
        while (true) {
            Optional<Frontier.Turn> turn =
                    frontier.next(limiter).filter(next -> next.at().isBefore(end));
            if (turn.isEmpty()) {
                clock.to(end);
                return;
            }
            clock.to(turn.get().at());
            take(turn.get().entry());
        }
    }

    private void take(FrontierEntry entry) {
        Source source = sources.get(entry.source());
        visitor.next(entry, source, frontier).fold(this::ask, Optional::of).ifPresent(this::publish);
    }

    private Optional<VisitResult> ask(Ask ask) {
        limiter.asking(ask.url());
        FetchOutcome outcome = web.apply(ask);
        clock.by(LATENCY);
        return visitor.answered(ask, outcome, frontier);
    }

    private void publish(VisitResult result) {
        result.page().ifPresent(published::add);
        result.entries().forEach(frontier::put);
        result.status().ifPresent(status -> {
            List<SourceStatus> known = statuses.computeIfAbsent(status.source(), any -> new ArrayList<>());
            if (known.isEmpty() || known.get(known.size() - 1).state() != status.state()) {
                known.add(status);
            }
        });
    }

    /** Returns the first status of a source with a state. */
    Optional<SourceStatus> first(String source, SourceStatus.State state) {
        return statuses.getOrDefault(source, List.of()).stream()
                .filter(status -> status.state() == state)
                .findFirst();
    }
}
