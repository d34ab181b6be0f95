package io.communique.desk.alert;

import io.communique.desk.Operations;
import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells alerts of what is stored and matches: webhooks at once, people by mail every hour or day.
 *
 * <p>A message that is not taken is sent again after 1, 2, 4 … seconds, 5 minutes at most, and those behind it wait; other alerts do not.
 */
public final class AlertTeller implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AlertTeller.class);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration WAIT_MAX = Duration.ofMinutes(5);
    private static final int DOUBLINGS_MAX = 9;

    private final AlertBook book;
    private final ReleaseQueries store;
    private final Clock clock;
    /** By alert; each is told on one thread. */
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
    /** A mail server that takes its time holds up no webhook. */
    private final ScheduledExecutorService tellers = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "desk-alerts");
        thread.setDaemon(true);
        return thread;
    });

    private AlertTeller(AlertBook book, ReleaseQueries store, Clock clock) {
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Begins to tell; all that it is given stays open.
     *
     * @param mails empty if no mail can be sent
     */
    public static AlertTeller start(
            AlertBook book,
            Courier courier,
            Optional<Mails> mails,
            ReleaseQueries store,
            Operations operations,
            Clock clock) {
        Completeness completeness = new Completeness(operations);
        AlertTeller teller = new AlertTeller(book, store, clock);
        teller.begin(
                new WebhookChannel(book, courier, store, completeness, clock),
                alert -> alert.mailAddress().isEmpty());
        // Mail of a desk that is set up for none waits until one is.
        mails.ifPresent(ours -> teller.begin(
                new DigestChannel(book, ours.postman(), store, completeness, ours.rules(), clock),
                alert -> alert.mailAddress().isPresent()));
        return teller;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It runs until it is closed, and lets nothing escape.
    private void begin(Channel channel, Predicate<Alert> its) {
        tellers.scheduleWithFixedDelay(
                () -> look(channel, its), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Channel channel, Predicate<Alert> its) {
        try {
            long last = store.lastSequence();
            for (AlertBook.Entry entry : book.all()) {
                String id = entry.alert().id();
                boolean isDue = notBefore.getOrDefault(id, Instant.MIN).isBefore(clock.instant());
                if (isDue && its.test(entry.alert())) {
                    int failures = channel.tell(entry, last).failures();
                    if (failures > 0) {
                        notBefore.put(id, clock.instant().plus(wait(failures)));
                    }
                }
            }
        } catch (StoreUnavailableException e) {
            log.atDebug().setCause(e).log("the store does not answer; alerts wait");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("alerts stumbled");
        }
    }

    private static Duration wait(int failures) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - 1, DOUBLINGS_MAX));
        return doubled.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : doubled;
    }

    @Override
    public void close() {
        tellers.shutdownNow();
    }

    /**
     * What sends mail, and when.
     *
     * @param postman what sends it
     * @param rules when
     */
    public record Mails(Postman postman, MailRules rules) {}
}
