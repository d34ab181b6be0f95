package io.communique.ingest.politeness;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * When each host may be asked again, over all sources. A pure state machine: the time comes in. Not safe to share between threads.
 *
 * <p>A host is its name with {@code www.} folded away: both names are one server.
 */
public final class HostLimiter {
    /** A longer crawl delay than this is kept to this; a site that wants less should disallow. */
    private static final Duration CRAWL_DELAY_MAX = Duration.ofMinutes(2);

    private static final Duration BACK_OFF_FIRST = Duration.ofSeconds(30);
    private static final Duration BACK_OFF_MAX = Duration.ofHours(12);

    private final Duration delay;
    private final Map<String, State> hosts = new HashMap<>();

    /**
     * Makes a limiter.
     *
     * @param delay least time between the end of one request to a host and the start of the next
     */
    public HostLimiter(Duration delay) {
        this.delay = delay;
    }

    /** Returns when {@code url}'s host may be asked; in the past if it may be now. */
    public Instant mayAsk(URI url) {
        return state(url).next;
    }

    /** Notes that a request was answered, well or with a refusal of that one page. */
    public void answered(URI url, Instant now, Duration crawlDelay) {
        State state = state(url);
        state.failures = 0;
        state.next = now.plus(longer(delay, shorter(crawlDelay, CRAWL_DELAY_MAX)));
    }

    /**
     * Notes that the host did not answer, or asked for patience.
     *
     * @param retryAfter what it asked for; zero if it asked for nothing
     */
    public void failed(URI url, Instant now, Duration retryAfter) {
        State state = state(url);
        Duration backOff = BACK_OFF_FIRST.multipliedBy(1L << Math.min(state.failures, 12));
        state.failures++;
        state.next = now.plus(longer(shorter(backOff, BACK_OFF_MAX), shorter(retryAfter, BACK_OFF_MAX)));
    }

    private State state(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return hosts.computeIfAbsent(host.startsWith("www.") ? host.substring(4) : host, any -> new State());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static final class State {
        private Instant next = Instant.EPOCH;
        private int failures;
    }
}
