package io.communique.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps requests out of the operator's own network: pages, feeds and redirects decide where we go, and must not reach what only we can.
 *
 * <p>Off limits are loopback, private, link-local (cloud metadata among them), unique local, multicast, and unspecified addresses
 * (RFC 1918, 3927, 4193, 4291, 6598), unless the host was allowed by name.
 */
public final class AddressGuard {
    /** Where something else than the web listens: the "bad ports" of the Fetch Standard (WHATWG), as far as they are below 1024, and some above. */
    private static final Set<Integer> BAD_PORTS = Set.of(
            1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
            3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

    private final Set<String> allowedHosts;

    /**
     * Makes a guard.
     *
     * @param allowedHosts names or literal addresses that may lie inside, for tests and intranets
     */
    public AddressGuard(List<String> allowedHosts) {
        this.allowedHosts = Set.copyOf(
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList());
    }

    /** Returns whether a web server may listen on {@code port}: a page must not have us speak to a mail server. */
    static boolean isWebPort(int port) {
        return !BAD_PORTS.contains(port);
    }

    boolean allows(String host, InetAddress address) {
        return isPublic(address) || allowedHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    static boolean isPublic(InetAddress address) {
        boolean local = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !local
                && (address instanceof Inet4Address
                        ? isPublic4(address.getAddress())
                        : isPublic6(address.getAddress()));
    }

    private static boolean isPublic4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        boolean thisNetwork = first == 0;
        boolean carrierGrade = first == 100 && (second & 0xc0) == 64;
        boolean reserved = first >= 240;
        boolean benchmarking = first == 198 && (second & 0xfe) == 18;
        return !thisNetwork && !carrierGrade && !reserved && !benchmarking;
    }

    private static boolean isPublic6(byte[] address) {
        int first = address[0] & 0xff;
        boolean uniqueLocal = (first & 0xfe) == 0xfc;
        // IPv4 in disguise: NAT64 (64:ff9b::/96) and 6to4 (2002::/16) lead to whatever IPv4 address they carry.
        boolean nat64 = first == 0 && address[1] == 0x64 && (address[2] & 0xff) == 0xff && (address[3] & 0xff) == 0x9b;
        boolean sixToFour = first == 0x20 && address[1] == 0x02;
        return !uniqueLocal && !nat64 && !sixToFour;
    }
}
