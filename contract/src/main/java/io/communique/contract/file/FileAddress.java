package io.communique.contract.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Compares the addresses of files. Pure. */
public final class FileAddress {
    private static final String SESSION = ";jsessionid=";
    /** What RFC 3986 section 2.3 calls unreserved beside letters and digits. */
    private static final String UNRESERVED = "-._~";

    private static final String NEVER_IN_ADDRESSES = "\"<>\\^`{|}[]";

    private FileAddress() {}

    /**
     * Returns {@code address} in the one form that all its spellings share: RFC 3986 section 6.2.2, and without what pages and servers add:
     * fragment, session id, ampersands escaped once too often.
     *
     * <p>Octets that are no UTF-8 stay escaped, so that two names in a legacy encoding never become one.
     */
    public static String key(String address) {
        String bare = withoutSession(withoutFragment(address.strip().replace("&amp;", "&")));
        StringBuilder key = new StringBuilder(bare.length() + 16);
        byte[] octets = bare.getBytes(UTF_8);
        for (int i = 0; i < octets.length; i++) {
            int octet = octets[i] & 0xff;
            if (octet == '%' && isHex(octets, i + 1) && isHex(octets, i + 2)) {
                int escaped = Character.digit(octets[i + 1], 16) * 16 + Character.digit(octets[i + 2], 16);
                i += 2;
                append(escaped, isUnreserved(escaped), key);
            } else {
                append(octet, octet > ' ' && octet < 0x7f && octet != '%' && !isRefused(octet), key);
            }
        }
        return key.toString();
    }

    private static String withoutFragment(String address) {
        int fragment = address.indexOf('#');
        return fragment < 0 ? address : address.substring(0, fragment);
    }

    private static String withoutSession(String address) {
        int session = address.toLowerCase(Locale.ROOT).indexOf(SESSION);
        if (session < 0) {
            return address;
        }
        int end = session + SESSION.length();
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(0, session) + address.substring(end);
    }

    private static void append(int octet, boolean plain, StringBuilder out) {
        if (plain) {
            out.append((char) octet);
        } else {
            out.append('%').append(hex(octet >> 4)).append(hex(octet & 0xf));
        }
    }

    private static boolean isUnreserved(int octet) {
        return octet < 0x80 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
    }

    private static boolean isRefused(int octet) {
        return NEVER_IN_ADDRESSES.indexOf(octet) >= 0;
    }

    private static boolean isHex(byte[] octets, int at) {
        return at < octets.length && Character.digit(octets[at], 16) >= 0;
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble, 16));
    }
}
