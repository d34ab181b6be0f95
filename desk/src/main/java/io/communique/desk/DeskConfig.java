package io.communique.desk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the desk listens and whom it lets in.
 *
 * @param host name or address of this machine; without {@code operatorToken} only one of loopback
 * @param port 0 for any free one
 * @param operatorToken who shows it may read, pause, resume and retry; empty if everybody on this machine may
 * @param readerToken who shows it may read; empty if only operators may
 * @param requestsPerSecond of one address, at least 1; more are told to wait
 */
public record DeskConfig(
        String host, int port, Optional<String> operatorToken, Optional<String> readerToken, int requestsPerSecond) {
    /** What a person, or a page with its parts, does not reach. */
    public static final int REQUESTS_PER_SECOND_DEFAULT = 100;

    private static final int TOKEN_LENGTH_MIN = 16;
    private static final int PORT_MAX = 65_535;

    public DeskConfig {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("the desk's port must be from 0 to " + PORT_MAX + ": " + port);
        }
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("requests per second must be at least 1: " + requestsPerSecond);
        }
        requireLong(operatorToken);
        requireLong(readerToken);
        if (operatorToken.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException("a desk that others can reach needs a token of operators: " + host);
        }
        if (operatorToken.isEmpty() && readerToken.isPresent()) {
            throw new IllegalArgumentException("a token of readers needs one of operators beside it");
        }
    }

    /** Makes the settings of a desk for this machine alone. */
    public static DeskConfig local(int port) {
        return new DeskConfig("127.0.0.1", port, Optional.empty(), Optional.empty(), REQUESTS_PER_SECOND_DEFAULT);
    }

    /** Returns the same settings with another port. */
    public DeskConfig onPort(int other) {
        return new DeskConfig(host, other, operatorToken, readerToken, requestsPerSecond);
    }

    private static void requireLong(Optional<String> token) {
        if (token.filter(text -> text.length() < TOKEN_LENGTH_MIN).isPresent()) {
            throw new IllegalArgumentException("a token must have at least " + TOKEN_LENGTH_MIN + " characters");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the desk cannot listen on " + host + ": no such name", e);
        }
    }
}
