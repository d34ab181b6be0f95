package io.communique.desk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Where the desk listens and whom it lets in.
 *
 * @param host name or address of this machine; without a token or a proxy only one of loopback
 * @param port 0 for any free one
 * @param operatorToken who shows it may read, pause, resume and retry; without it and a proxy, everybody on this machine may
 * @param readerToken who shows it may read; empty if only operators may
 * @param proxy in front of the desk, which knows who somebody is; empty if there is none
 * @param requestsPerSecond of one address, at least 1; more are told to wait
 */
public record DeskConfig(
        String host,
        int port,
        Optional<String> operatorToken,
        Optional<String> readerToken,
        Optional<Proxy> proxy,
        int requestsPerSecond) {
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
        if (operatorToken.isEmpty() && proxy.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "a desk that others can reach needs a token of operators, or a proxy that knows them: " + host);
        }
        if (operatorToken.isEmpty() && readerToken.isPresent()) {
            throw new IllegalArgumentException("a token of readers needs one of operators beside it");
        }
    }

    /** Makes the settings of a desk without a proxy. */
    public DeskConfig(
            String host,
            int port,
            Optional<String> operatorToken,
            Optional<String> readerToken,
            int requestsPerSecond) {
        this(host, port, operatorToken, readerToken, Optional.empty(), requestsPerSecond);
    }

    /** Returns whether somebody has to show who they are. */
    public boolean isGuarded() {
        return operatorToken.isPresent() || proxy.isPresent();
    }

    /** Makes the settings of a desk for this machine alone. */
    public static DeskConfig local(int port) {
        return new DeskConfig("127.0.0.1", port, Optional.empty(), Optional.empty(), REQUESTS_PER_SECOND_DEFAULT);
    }

    /** Returns the same settings with another port. */
    public DeskConfig onPort(int other) {
        return new DeskConfig(host, other, operatorToken, readerToken, proxy, requestsPerSecond);
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

    /**
     * A proxy that has asked who somebody is.
     *
     * @param addresses its own, single or as a network, {@code 10.0.0.0/8}; what others say in its header counts for nothing
     * @param userHeader in which it names who asks; it must take away what a client sends there
     * @param operators names of those who may pause, resume and retry; others may read
     */
    public record Proxy(List<String> addresses, String userHeader, Set<String> operators) {
        public Proxy {
            addresses = List.copyOf(addresses);
            operators = Set.copyOf(operators);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("a proxy has an address");
            }
            requireAddresses(addresses);
            if (!userHeader.matches("[A-Za-z0-9-]+")) {
                throw new IllegalArgumentException("a header's name is of letters, digits and hyphens: " + userHeader);
            }
        }

        private static void requireAddresses(List<String> addresses) {
            try {
                new InetAddressSet().addAll(addresses);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "a proxy is an address, or a network like 10.0.0.0/8: " + String.join(", ", addresses), e);
            }
        }
    }
}
