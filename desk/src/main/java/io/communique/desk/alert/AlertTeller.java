package io.communique.desk.alert;

import io.communique.contract.release.Release;
import io.communique.contract.status.SourceStatus;
import io.communique.desk.Operations;
import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.StoredEdition;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each alert's webhook of what is stored and matches, in that order.
 *
 * <p>A message that is not taken (an answer of 200 to 299) is sent again after 1, 2, 4 … seconds, 5 minutes at most, and those behind it wait; other
 * alerts do not. What was taken is written down before the next is sent, so after a crash at most the last one is sent once more, with the
 * same id.
 */
public final class AlertTeller implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AlertTeller.class);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration WAIT_MAX = Duration.ofMinutes(5);
    private static final int DOUBLINGS_MAX = 9;
    private static final int EDITIONS = 20;
    private static final int INCOMPLETE_MAX = 20;

    private final AlertBook book;
    private final Courier courier;
    private final ReleaseQueries store;
    private final Operations operations;
    private final Clock clock;
    private final Map<String, Instant> notBefore = new HashMap<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "desk-alerts");
        thread.setDaemon(true);
        return thread;
    });

    private AlertTeller(AlertBook book, Courier courier, ReleaseQueries store, Operations operations, Clock clock) {
        this.book = book;
        this.courier = courier;
        this.store = store;
        this.operations = operations;
        this.clock = clock;
    }

    /** Begins to tell; all that it is given stays open. */
    @SuppressWarnings("FutureReturnValueIgnored") // It runs until it is closed, and lets nothing escape.
    public static AlertTeller start(AlertBook book, Courier courier, ReleaseQueries store, Operations operations) {
        AlertTeller teller = new AlertTeller(book, courier, store, operations, Clock.systemUTC());
        teller.teller.scheduleWithFixedDelay(teller::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return teller;
    }

    private void look() {
        try {
            long last = store.lastSequence();
            for (AlertBook.Entry entry : book.all()) {
                boolean due =
                        notBefore.getOrDefault(entry.alert().id(), Instant.MIN).isBefore(clock.instant());
                if (due && entry.progress().sequence() < last) {
                    tell(entry.alert(), entry.progress(), last);
                }
            }
        } catch (StoreUnavailableException e) {
            log.atDebug().setCause(e).log("the store does not answer; alerts wait");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("alerts stumbled");
        }
    }

    private void tell(Alert alert, Progress before, long last) {
        Progress progress = before;
        List<StoredEdition> editions = store.changedAfter(alert.asked().query(), progress.sequence(), EDITIONS);
        for (StoredEdition edition : editions) {
            String event = Message.event(alert, edition.release());
            if (progress.recent().contains(event)) {
                progress = progress.passed(edition.sequence());
            } else {
                progress = sent(alert, progress, event, edition);
                book.progress(alert.id(), progress);
                if (progress.failures() > 0) {
                    notBefore.put(alert.id(), clock.instant().plus(wait(progress.failures())));
                    return;
                }
            }
        }
        if (editions.size() < EDITIONS) {
            progress = progress.passed(last);
        }
        book.progress(alert.id(), progress);
    }

    private Progress sent(Alert alert, Progress progress, String event, StoredEdition edition) {
        try {
            byte[] body = Message.body(alert, edition.release(), incomplete(alert, edition.release()));
            int status = courier.post(
                    alert.webhook(),
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "Communique-Event",
                            event,
                            "Communique-Signature",
                            Message.signature(alert, body, clock.instant())),
                    body);
            return status / 100 == 2
                    ? progress.told(event, edition.sequence(), clock.instant())
                    : progress.failed("it answered " + status);
        } catch (IOException e) {
            return progress.failed(String.valueOf(e.getMessage()));
        }
    }

    /** A search of some sources is as complete as those; one of all, as all are. */
    private @Nullable List<SourceStatus> incomplete(Alert alert, Release release) {
        List<String> sources = alert.asked().all("source");
        try {
            return operations.sources().stream()
                    .filter(status -> status.state() != SourceStatus.State.COMPLETE)
                    .filter(status -> sources.isEmpty() || sources.contains(status.source()))
                    .limit(INCOMPLETE_MAX)
                    .toList();
        } catch (Operations.UnavailableException e) {
            log.atDebug().setCause(e).addKeyValue("release", release.id()).log("sources could not be asked for");
            return null;
        }
    }

    private static Duration wait(int failures) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - 1, DOUBLINGS_MAX));
        return doubled.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : doubled;
    }

    @Override
    public void close() {
        teller.shutdownNow();
    }
}
