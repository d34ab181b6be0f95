package io.communique.ingest;

import io.communique.contract.topic.Brokers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the ingest stage.
 *
 * @param brokers the Kafka brokers
 * @param userAgent sent with each request: who we are and where to reach us
 * @param hostDelay least time between two requests to one host; a longer crawl delay of the site's robots.txt wins
 * @param requestTimeout for one request, from connecting to the last byte
 * @param bodyBytesMax largest page that is taken, 1 KiB to 8 MiB; what is larger becomes a dead letter
 * @param allowedPrivateHosts hosts inside the operator's network that may be asked all the same
 * @param instanceId a stable name of this process, so that a restart resumes at once; empty where names are not stable
 */
public record IngestConfig(
        Brokers brokers,
        String userAgent,
        Duration hostDelay,
        Duration requestTimeout,
        int bodyBytesMax,
        List<String> allowedPrivateHosts,
        Optional<String> instanceId) {
    /** Sent where the operator gives no contact of their own. */
    public static final String USER_AGENT_DEFAULT = "Communique/0.1 (press release reader; no contact configured)";
    /** Between two requests to one host. */
    public static final Duration HOST_DELAY_DEFAULT = Duration.ofSeconds(5);

    public static final Duration REQUEST_TIMEOUT_DEFAULT = Duration.ofSeconds(30);
    public static final int BODY_BYTES_MAX_DEFAULT = 8 << 20;

    private static final int BODY_BYTES_MIN = 1 << 10;

    public IngestConfig {
        allowedPrivateHosts = List.copyOf(allowedPrivateHosts);
        Objects.requireNonNull(instanceId, "instanceId");
        Objects.requireNonNull(brokers, "brokers");
        List<String> problems = new ArrayList<>();
        if (userAgent.isBlank()) {
            problems.add("userAgent must say who we are");
        }
        if (hostDelay.isNegative()) {
            problems.add("hostDelay must not be negative: " + hostDelay);
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            problems.add("requestTimeout must be positive: " + requestTimeout);
        }
        if (bodyBytesMax < BODY_BYTES_MIN || bodyBytesMax > BODY_BYTES_MAX_DEFAULT) {
            problems.add("bodyBytesMax must be from 1 KiB to 8 MiB: " + bodyBytesMax);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("ingest: " + String.join("; ", problems));
        }
    }

    /** Returns the product name of the user agent, which robots.txt files address. */
    String product() {
        return userAgent.split("[/ (]", 2)[0];
    }
}
