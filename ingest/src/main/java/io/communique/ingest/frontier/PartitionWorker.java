package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.ListingHint;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.topic.Partitions;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.health.SourceHealth;
import io.communique.ingest.politeness.HostLimiter;
import io.communique.ingest.publish.OwnershipLostException;
import io.communique.ingest.publish.PagePublisher;
import io.communique.ingest.publish.VisitResult;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the hosts of one frontier partition: one request at a time for each host, several hosts at a time.
 *
 * <p>Decides on a thread of its own between {@link #start} and {@link #stop}; requests are made on others, and their answers come back in a line
 * to this one. What came back meanwhile is published in one transaction.
 */
final class PartitionWorker implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PartitionWorker.class);

    /** How long the worker sleeps at most, so that a stop and a place for a request are noticed. */
    private static final Duration NAP = Duration.ofMillis(250);
    /** How long it sleeps when something is due and all places for requests are taken. */
    private static final Duration NO_PLACE = Duration.ofMillis(5);

    private static final Duration BROKER_RETRY = Duration.ofSeconds(1);

    private final int partition;
    private final int partitions;
    private final SourceCatalogue sources;
    private final HostLimiter limiter;
    private final Visitor visitor;
    private final Fetching fetching;
    private final PagePublisher publisher;
    private final Clock clock;
    private final Frontier frontier = new Frontier();
    /** By host, what was visited last before our time: a host that was in trouble then is left alone a while longer. */
    private final Map<String, FrontierEntry> lastVisits = new HashMap<>();
    /** What others have for this thread to do. */
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();

    private final List<VisitResult> ended = new ArrayList<>();
    private final Thread thread;
    /** By key, what came due while its source was paused or gone. */
    private final Map<URI, FrontierEntry> parked = new HashMap<>();

    private final Set<String> pausesTold = new HashSet<>();
    private long catalogueSeen;
    private int underWay;
    private int toRelease;
    private volatile boolean stopping;

    PartitionWorker(
            int partition,
            int partitions,
            SourceCatalogue sources,
            HostLimiter limiter,
            Visitor visitor,
            Fetching fetching,
            PagePublisher publisher,
            Clock clock) {
        this.partition = partition;
        this.partitions = partitions;
        this.sources = sources;
        this.limiter = limiter;
        this.visitor = visitor;
        this.fetching = fetching;
        this.publisher = publisher;
        this.clock = clock;
        this.thread = new Thread(this, "ingest-" + partition);
    }

    /** Takes an entry from the topic, before the start. */
    void restore(FrontierEntry entry) {
        frontier.put(entry);
        entry.lastVisit()
                .ifPresent(at -> lastVisits.merge(
                        HostLimiter.host(entry.url()),
                        entry,
                        (before, latest) -> before.lastVisit().orElseThrow().isAfter(at) ? before : latest));
    }

    /** Takes an entry that another partition's worker may have found for us, after the start. */
    void learn(FrontierEntry entry) {
        inbox.add(() -> frontier.learn(entry));
    }

    void start() {
        thread.start();
    }

    /** Ends the work; returns when no request is under way any more. */
    void stop() throws InterruptedException {
        stopping = true;
        if (thread.isAlive()) {
            thread.join();
        }
        publisher.close();
    }

    /** Returns whether the work has ended although nobody asked for it. */
    boolean hasEnded() {
        return !stopping && thread.getState() == Thread.State.TERMINATED;
    }

    @Override
    public void run() {
        try {
            begin();
            while (!stopping) {
                work();
            }
        } catch (OwnershipLostException e) {
            log.atInfo().addKeyValue("partition", partition).log("partition is another process's now");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("partition", partition).log("worker of a partition failed");
        } finally {
            awaitRequests();
        }
    }

    private void begin() throws InterruptedException {
        limiter.begin(clock.instant());
        lastVisits.values().stream()
                .filter(entry -> entry.failures() > 0)
                .forEach(entry -> entry.nextVisit().ifPresent(next -> limiter.hold(entry.url(), next)));
        lastVisits.clear();
        addLists();
    }

    /** Two must never ask one host, so the partition is not left before the last answer is here; what it says is asked for again. */
    private void awaitRequests() {
        boolean interrupted = false;
        while (underWay > 0) {
            try {
                inbox.take().run();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (RuntimeException e) {
                log.atDebug().setCause(e).addKeyValue("partition", partition).log("an answer came too late");
            }
        }
        releasePlaces();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the catalogue again: lists that are new are learned, and what was parked under a pause that has ended is due as before. */
    private void addLists() throws InterruptedException {
        catalogueSeen = sources.version();
        parked.values().removeIf(this::unpark);
        for (Source source : sources.all()) {
            for (SourceList list : source.lists()) {
                if (Partitions.of(list.url(), partitions) == partition) {
                    addList(source, list);
                }
            }
        }
    }

    private void addList(Source source, SourceList list) throws InterruptedException {
        if (source.paused()) {
            if (pausesTold.add(source.id())) {
                SourceStatus paused = SourceHealth.paused(
                        source.id(), sources.pauseReason(source.id()).orElse("paused"), clock.instant());
                publish(List.of(new VisitResult(List.of(), Optional.empty(), Optional.empty(), Optional.of(paused))));
            }
            return;
        }
        pausesTold.remove(source.id());
        frontier.learn(list(source, list.url()));
    }

    private boolean unpark(FrontierEntry entry) {
        boolean active = active(entry).isPresent();
        if (active) {
            frontier.put(entry);
        }
        return active;
    }

    private FrontierEntry list(Source source, URI url) {
        Instant now = clock.instant();
        return new FrontierEntry(
                FrontierEntry.SCHEMA,
                CanonicalUrl.key(url, List.of()),
                url,
                source.id(),
                FrontierEntry.Kind.LISTING,
                Optional.empty(),
                ListingHint.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.of(now),
                0,
                Optional.empty());
    }

    private void work() throws InterruptedException {
        if (sources.version() != catalogueSeen) {
            addLists();
        }
        Duration wait = beginDue();
        Runnable first = inbox.poll(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
        for (Runnable message = first; message != null; message = inbox.poll()) {
            message.run();
        }
        if (!ended.isEmpty()) {
            publish(ended);
            for (VisitResult result : ended) {
                result.entries().stream().filter(this::isOurs).forEach(frontier::put);
            }
            ended.clear();
        }
        releasePlaces();
    }

    /** Begins whatever is due, and returns how long nothing more will be. */
    private Duration beginDue() {
        while (true) {
            Optional<Frontier.Turn> turn = frontier.next(limiter);
            Duration wait = turn.map(next -> Duration.between(clock.instant(), next.at()))
                    .filter(time -> time.compareTo(NAP) < 0)
                    .orElse(NAP);
            if (wait.compareTo(Duration.ZERO) > 0) {
                return wait;
            }
            if (!fetching.tryTake()) {
                return NO_PLACE;
            }
            if (!take(turn.orElseThrow().entry())) {
                fetching.release();
                if (!ended.isEmpty()) {
                    // Published first: until then the same entry would have the next turn again.
                    return Duration.ZERO;
                }
            }
        }
    }

    /** Gives {@code entry} its turn; returns whether a request was begun for it. */
    private boolean take(FrontierEntry entry) {
        Optional<Source> source = active(entry);
        if (source.isEmpty()) {
            // Only here: the topic still remembers when it was due, should the source come back.
            parked.put(entry.url(), entry);
            frontier.put(entry.resting());
            return false;
        }
        return visitor.next(entry, source.get(), frontier).fold(this::ask, result -> {
            ended.add(result);
            return false;
        });
    }

    private boolean ask(Ask ask) {
        // The host that is asked, and the one whose line it is for: a robots.txt may have been sent elsewhere.
        limiter.asking(ask.entry().url());
        limiter.asking(ask.url());
        underWay++;
        fetching.begin(ask, (outcome, error) -> inbox.add(() -> answered(ask, outcome, error)));
        return true;
    }

    private void answered(Ask ask, @Nullable FetchOutcome outcome, @Nullable Throwable error) {
        underWay--;
        toRelease++;
        if (stopping || error instanceof CancellationException) {
            return;
        }
        try {
            if (outcome == null) {
                throw new IllegalStateException("the request failed", error);
            }
            visitor.answered(ask, outcome, frontier).ifPresent(ended::add);
        } catch (RuntimeException | StackOverflowError e) {
            log.atError().setCause(e).addKeyValue("url", ask.url()).log("nothing could be made of an answer");
            ended.add(visitor.defect(ask, frontier));
        }
        limiter.ended(ask.entry().url());
    }

    private void releasePlaces() {
        for (; toRelease > 0; toRelease--) {
            fetching.release();
        }
    }

    private Optional<Source> active(FrontierEntry entry) {
        return sources.find(entry.source())
                .filter(found -> !found.paused())
                .filter(found -> stillListed(found, entry))
                .filter(found -> entry.kind() != FrontierEntry.Kind.FILE
                        || found.attachments().fetch());
    }

    private static boolean stillListed(Source source, FrontierEntry entry) {
        return entry.kind() != FrontierEntry.Kind.LISTING
                || source.list(entry.requestUrl()).isPresent();
    }

    private boolean isOurs(FrontierEntry entry) {
        return Partitions.of(entry.url(), partitions) == partition;
    }

    /** Brokers that do not answer are waited for: the visits were made, and are not made again. */
    private void publish(List<VisitResult> results) throws InterruptedException {
        while (!stopping) {
            try {
                publisher.publish(results);
                return;
            } catch (KafkaException e) {
                log.atWarn().setCause(e).addKeyValue("partition", partition).log("could not publish, trying again");
                TimeUnit.MILLISECONDS.sleep(BROKER_RETRY.toMillis());
            }
        }
    }
}
