package io.communique.app.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the whole line in one process.
 *
 * @param data directory for broker, stores and database; made if it is not there, used by one process at a time
 * @param brokerPort on loopback; 0 for any free one
 * @param userAgent sent with each request
 * @param hostDelay least time between two requests to one host
 * @param allowedPrivateHosts hosts inside the operator's network that may be asked all the same
 */
public record LineConfig(
        Path data, int brokerPort, String userAgent, Duration hostDelay, List<String> allowedPrivateHosts) {
    private static final int PORT_MAX = 65_535;

    public LineConfig {
        allowedPrivateHosts = List.copyOf(allowedPrivateHosts);
        if (brokerPort < 0 || brokerPort > PORT_MAX) {
            throw new IllegalArgumentException("brokerPort must be from 0 to " + PORT_MAX + ": " + brokerPort);
        }
        if (hostDelay.isNegative()) {
            throw new IllegalArgumentException("hostDelay must not be negative: " + hostDelay.toMillis() + " ms");
        }
    }
}
