package io.communique.ingest;

import io.communique.ingest.frontier.FrontierOwner;
import io.communique.ingest.frontier.Ownership;
import io.communique.ingest.frontier.VisitCounts;
import io.communique.ingest.pause.PauseFollower;
import io.communique.ingest.politeness.HostTraffic;
import io.communique.ingest.politeness.Traffic;
import io.communique.ingest.source.SourceCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ingest stage: its share of the frontier, worked on. */
public final class Ingest implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ingest.class);

    private final VisitCounts counts;
    private final Traffic traffic;
    private final Ownership ownership;
    private final FrontierOwner owner;
    private final Thread thread;
    private final PauseFollower pauses;

    @Nullable
    private volatile Throwable failure;

    private Ingest(
            VisitCounts counts, Traffic traffic, Ownership ownership, FrontierOwner owner, PauseFollower pauses) {
        this.counts = counts;
        this.traffic = traffic;
        this.ownership = ownership;
        this.owner = owner;
        this.thread = new Thread(owner, "ingest");
        this.thread.setUncaughtExceptionHandler((died, error) -> failed(error));
        this.pauses = pauses;
    }

    /** Starts the stage and returns at once; it finds its work as soon as the brokers answer. The topics must exist. */
    public static Ingest start(IngestConfig config, SourceCatalogue sources) {
        VisitCounts counts = new VisitCounts();
        Traffic traffic = new Traffic();
        Ownership ownership = Ownership.of(config, config.product(), sources, counts, traffic, Clock.systemUTC());
        Ingest ingest = new Ingest(
                counts, traffic, ownership, ownership.owner(), PauseFollower.start(config.brokers(), sources));
        ingest.thread.start();
        return ingest;
    }

    /** Returns what was done since the start. */
    public IngestCounters counters() {
        return counts.counters();
    }

    /** Returns what each host was asked since the start, by its name without {@code www.}. */
    public SortedMap<String, HostTraffic> traffic() {
        return traffic.report();
    }

    /** Returns why the stage gave up; empty while it has not. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits until the stage has ended, by {@link #close} or by giving up. */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    /** Ends the requests under way and stops; what was fetched is published or fetched again at the next start. */
    @Override
    public void close() {
        pauses.close();
        owner.stop();
        ownership.close();
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(Throwable error) {
        log.atError().setCause(error).log("ingest gives up");
        failure = error;
    }
}
