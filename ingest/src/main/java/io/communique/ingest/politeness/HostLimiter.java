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
    /** After a gatekeeper's page, and after so many refusals in a row that the host as a whole does not want us. */
    private static final Duration REFUSED_FIRST = Duration.ofMinutes(30);

    private static final int REFUSALS = 3;

    private final Duration delay;
    private final Map<String, State> hosts = new HashMap<>();
    private Instant begun = Instant.EPOCH;

    /**
     * Makes a limiter.
     *
     * @param delay least time between the end of one request to a host and the start of the next
     */
    public HostLimiter(Duration delay) {
        this.delay = delay;
    }

    /** Returns a host's name as it counts here: in lower case, without {@code www.}. */
    public static String host(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** Begins at {@code now}: whoever had the hosts before may have asked any of them a moment ago, so all wait for one delay. */
    public void begin(Instant now) {
        begun = now.plus(delay);
    }

    /** Keeps a host alone until then, if it would not be in any case: what is known of it from before our time. */
    public void hold(URI url, Instant until) {
        State state = state(url);
        state.next = state.next.isAfter(until) ? state.next : until;
    }

    /** Returns when {@code url}'s host may be asked; in the past if it may be now, {@link Instant#MAX} while a request is under way. */
    public Instant mayAsk(URI url) {
        return mayAsk(host(url));
    }

    /** Returns when a host may be asked, by its name as it counts here. */
    public Instant mayAsk(String host) {
        State state = hosts.get(host);
        Instant next = state == null ? Instant.EPOCH : state.next;
        return next.isAfter(begun) ? next : begun;
    }

    /** Returns the least time between two requests, before any wish of the site. */
    public Duration delay() {
        return delay;
    }

    /** Notes that a request begins: until its end is noted, the host may not be asked. */
    public void asking(URI url) {
        state(url).next = Instant.MAX;
    }

    /** Notes that no request for {@code url}'s host is under way any more, if that was not noted otherwise: it went to another host. */
    public void ended(URI url) {
        State state = state(url);
        state.next = state.next.equals(Instant.MAX) ? Instant.EPOCH : state.next;
    }

    /** Notes that the host has given a page as any reader gets it: earlier refusals are forgotten. */
    public void welcomed(URI url) {
        state(url).refusals = 0;
    }

    /** Notes that a request was answered, with whatever. */
    public void answered(URI url, Instant now, Duration crawlDelay) {
        State state = state(url);
        state.failures = 0;
        state.next = now.plus(pace(crawlDelay));
    }

    /**
     * Notes that the site will not have us: one page of it, unless that happens again and again, or a gatekeeper said so.
     *
     * @param gatekeeper whether a challenge or a waiting room stands before all pages
     */
    public void refused(URI url, Instant now, Duration crawlDelay, boolean gatekeeper) {
        State state = state(url);
        state.failures = 0;
        state.refusals = gatekeeper ? Math.max(REFUSALS, state.refusals + 1) : state.refusals + 1;
        Duration wait = state.refusals < REFUSALS
                ? Duration.ZERO
                : shorter(doubled(REFUSED_FIRST, state.refusals - REFUSALS), BACK_OFF_MAX);
        state.next = now.plus(longer(pace(crawlDelay), wait));
    }

    /**
     * Notes that the host did not answer, or asked for patience.
     *
     * @param retryAfter what it asked for; zero if it asked for nothing
     */
    public void failed(URI url, Instant now, Duration retryAfter) {
        State state = state(url);
        Duration backOff = shorter(doubled(BACK_OFF_FIRST, state.failures), BACK_OFF_MAX);
        state.failures++;
        state.next = now.plus(longer(backOff, shorter(retryAfter, BACK_OFF_MAX)));
    }

    private State state(URI url) {
        return hosts.computeIfAbsent(host(url), any -> new State());
    }

    private Duration pace(Duration crawlDelay) {
        return longer(delay, shorter(crawlDelay, CRAWL_DELAY_MAX));
    }

    private static Duration doubled(Duration first, int times) {
        return first.multipliedBy(1L << Math.min(times, 12));
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
        private int refusals;
    }
}
