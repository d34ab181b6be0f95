package io.communique.ingest.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.communique.contract.page.Bytes;
import io.communique.ingest.fetch.FetchOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What one site's robots.txt says to us, and for how long that holds (RFC 9309). */
public final class RobotsFile {
    /** RFC 9309 section 2.5: a parser takes at least 500 KiB. */
    private static final int BYTES_MAX = 500 << 10;
    /** RFC 9309 section 2.4: not used for more than a day, unless it cannot be reached. */
    private static final Duration AGE_MAX = Duration.ofHours(24);
    /** How soon an unreachable file is asked for again. */
    private static final Duration UNREACHABLE_AGE = Duration.ofMinutes(10);

    private final SimpleRobotRules rules;
    private final Instant until;
    private final boolean reachable;

    private RobotsFile(SimpleRobotRules rules, Instant until, boolean reachable) {
        this.rules = rules;
        this.until = until;
        this.reachable = reachable;
    }

    /**
     * Reads an answer of status 2xx.
     *
     * @param product name of our robot, as the file would write it
     */
    public static RobotsFile of(URI url, Bytes body, String product, Instant now) {
        byte[] all = body.toArray();
        byte[] content = all.length > BYTES_MAX ? Arrays.copyOf(all, BYTES_MAX) : all;
        SimpleRobotRules rules = new SimpleRobotRulesParser()
                .parseContent(url.toString(), content, "text/plain", List.of(product.toLowerCase(Locale.ROOT)));
        return new RobotsFile(rules, now.plus(AGE_MAX), true);
    }

    /**
     * Reads whatever came of asking for the file, after its redirects.
     *
     * @param product name of our robot, as the file would write it
     */
    public static RobotsFile answered(URI url, FetchOutcome outcome, String product, Instant now) {
        return outcome.fold(
                fetched -> of(url, fetched.body(), product, now),
                unchanged -> missing(now),
                tooLarge -> unreachable(now),
                // RFC 9309 section 2.3.1.3 counts 401 and 403 among the answers that mean "no file", and 2.3.1.2 more
                // than five redirects; our own guard's word, and a gatekeeper's, mean no.
                refused -> refused.reason().startsWith("http-")
                                || refused.location().isPresent()
                        ? missing(now)
                        : unreachable(now),
                failed -> failed.hostFault() ? unreachable(now) : missing(now));
    }

    /** RFC 9309 section 2.3.1.3: a file that is not there (4xx) allows everything. */
    public static RobotsFile missing(Instant now) {
        return new RobotsFile(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL), now.plus(AGE_MAX), true);
    }

    /** RFC 9309 section 2.3.1.4: a file that cannot be reached (5xx, no answer) allows nothing for now. */
    public static RobotsFile unreachable(Instant now) {
        return new RobotsFile(
                new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE), now.plus(UNREACHABLE_AGE), false);
    }

    /** Returns whether a page may be fetched. */
    public boolean allows(URI url) {
        return rules.isAllowed(url.toString());
    }

    /** Returns whether the file itself could be had; if not, nothing is allowed for now. */
    public boolean isReachable() {
        return reachable;
    }

    /** Returns the time to wait between requests; zero if the file names none. */
    public Duration crawlDelay() {
        long millis = rules.getCrawlDelay();
        return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }

    /** Returns whether the file must be asked for again. */
    public boolean isStale(Instant now) {
        return !now.isBefore(until);
    }
}
