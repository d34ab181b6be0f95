package io.communique.ingest.frontier;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.ListingHint;
import io.communique.contract.topic.Partitions;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the hosts of one frontier partition, one request at a time: so no host is ever asked twice at once.
 *
 * <p>Runs on a thread of its own between {@link #start} and {@link #stop}.
 */
final class PartitionWorker implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PartitionWorker.class);

    /** How long the worker sleeps at most, so that news from other partitions and a stop are noticed. */
    private static final Duration NAP = Duration.ofMillis(250);

    private static final Duration BROKER_RETRY = Duration.ofSeconds(1);

    private final int partition;
    private final int partitions;
    private final SourceCatalogue sources;
    private final HostLimiter limiter;
    private final Visitor visitor;
    private final PagePublisher publisher;
    private final Clock clock;
    private final Frontier frontier = new Frontier();
    private final BlockingQueue<FrontierEntry> learned = new LinkedBlockingQueue<>();
    private final Thread thread;
    /** By key, what came due while its source was paused or gone. */
    private final Map<URI, FrontierEntry> parked = new HashMap<>();

    private final Set<String> pausesTold = new HashSet<>();
    private long catalogueSeen;
    private volatile boolean stopping;

    PartitionWorker(
            int partition,
            int partitions,
            SourceCatalogue sources,
            HostLimiter limiter,
            Visitor visitor,
            PagePublisher publisher,
            Clock clock) {
        this.partition = partition;
        this.partitions = partitions;
        this.sources = sources;
        this.limiter = limiter;
        this.visitor = visitor;
        this.publisher = publisher;
        this.clock = clock;
        this.thread = new Thread(this, "ingest-" + partition);
    }

    /** Takes an entry from the topic, before the start. */
    void restore(FrontierEntry entry) {
        frontier.put(entry);
    }

    /** Takes an entry that another partition's worker may have found for us, after the start. */
    void learn(FrontierEntry entry) {
        learned.add(entry);
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
            addLists();
            while (!stopping) {
                work();
            }
        } catch (CancellationException e) {
            log.atDebug().addKeyValue("partition", partition).log("stopped in the middle of a visit");
        } catch (OwnershipLostException e) {
            log.atInfo().addKeyValue("partition", partition).log("partition is another process's now");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("partition", partition).log("worker of a partition failed");
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
            if (!pausesTold.add(source.id())) {
                return;
            }
            publish(new VisitResult(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(StatusReport.paused(
                            source, sources.pauseReason(source.id()).orElse("paused"), clock.instant()))));
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
        Optional<Frontier.Turn> turn = frontier.next(limiter);
        Duration wait =
                turn.map(next -> Duration.between(clock.instant(), next.at())).orElse(NAP);
        if (wait.isNegative() || wait.isZero()) {
            take(turn.orElseThrow().entry());
        } else {
            rest(wait.compareTo(NAP) < 0 ? wait : NAP);
        }
    }

    private void rest(Duration time) throws InterruptedException {
        FrontierEntry entry = learned.poll(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        if (entry != null) {
            frontier.learn(entry);
        }
    }

    private void take(FrontierEntry entry) throws InterruptedException {
        Optional<Source> source = active(entry);
        if (source.isEmpty()) {
            // Only here: the topic still remembers when it was due, should the source come back.
            parked.put(entry.url(), entry);
            frontier.put(entry.resting());
            return;
        }
        Optional<VisitResult> result = visitor.visit(entry, source.get(), frontier);
        if (result.isPresent()) {
            publish(result.get());
            result.get().entries().stream().filter(this::isOurs).forEach(frontier::put);
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

    /** Brokers that do not answer are waited for: the visit was made, and is not made again. */
    private void publish(VisitResult result) throws InterruptedException {
        while (!stopping) {
            try {
                publisher.publish(result);
                return;
            } catch (KafkaException e) {
                log.atWarn().setCause(e).addKeyValue("partition", partition).log("could not publish, trying again");
                TimeUnit.MILLISECONDS.sleep(BROKER_RETRY.toMillis());
            }
        }
    }
}
