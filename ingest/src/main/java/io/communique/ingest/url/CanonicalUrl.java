package io.communique.ingest.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One address for one page, however it was written. Pure; what it returns, it returns again unchanged. */
public final class CanonicalUrl {
    /** Longer addresses are refused: no ministry needs them, traps do. */
    private static final int LENGTH_MAX = 2_000;

    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/?#]*");
    private static final Pattern UNESCAPED_AMPERSAND = Pattern.compile("&amp;");
    private static final Set<String> TRACKING =
            Set.of("fbclid", "gclid", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content");

    private CanonicalUrl() {}

    /**
     * Returns {@code link} as seen from {@code base}, absolute and fit to be asked for: escaped, without fragment and session id.
     *
     * @return empty if it is no http or https address, has no host, or is longer than 2,000 characters
     */
    public static Optional<URI> resolve(URI base, String link) {
        String cleaned = UNESCAPED_AMPERSAND.matcher(link.strip()).replaceAll("&");
        int fragment = cleaned.indexOf('#');
        String escaped = escape(fragment < 0 ? cleaned : cleaned.substring(0, fragment));
        if (escaped.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            // RFC 3986 section 5.2.2: a reference of a query alone keeps the base's path; java.net.URI would drop its
            // last segment.
            URI resolved = escaped.startsWith("?") ? withQuery(base, escaped) : base.resolve(new URI(escaped));
            return Optional.of(resolved).filter(CanonicalUrl::isWeb).map(CanonicalUrl::request);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the key of a page: scheme, case, default port, {@code www.}, session ids, empty, tracking and state parameters folded away.
     *
     * @param url absolute, http or https
     * @param stateParameters further parameters that identify nothing
     */
    public static URI key(URI url, List<String> stateParameters) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return URI.create("https://" + bare + port(url) + SESSION.matcher(path).replaceAll("")
                + query(url.getRawQuery(), stateParameters));
    }

    private static boolean isWeb(URI url) {
        return url.getHost() != null
                && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
    }

    private static URI request(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(
                url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getHost().toLowerCase(Locale.ROOT) + port(url)
                        + SESSION.matcher(path).replaceAll("") + query);
    }

    private static URI withQuery(URI base, String query) throws URISyntaxException {
        return new URI(base.getScheme() + "://" + base.getRawAuthority()
                + (base.getRawPath() == null ? "/" : base.getRawPath()) + query);
    }

    private static String port(URI url) {
        boolean usual = url.getPort() == -1
                || (url.getPort() == 80 && "http".equalsIgnoreCase(url.getScheme()))
                || (url.getPort() == 443 && "https".equalsIgnoreCase(url.getScheme()));
        return usual ? "" : ":" + url.getPort();
    }

    /** A query without any {@code =} is an address of its own kind: sorting or filtering would destroy it. */
    private static String query(@Nullable String raw, List<String> stateParameters) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        if (raw.indexOf('=') < 0) {
            return "?" + raw;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : raw.split("&", -1)) {
            if (identifies(parameter, stateParameters)) {
                kept.add(parameter);
            }
        }
        kept.sort(null);
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    private static boolean identifies(String parameter, List<String> stateParameters) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        boolean empty = equals < 0 ? parameter.isEmpty() : equals == parameter.length() - 1;
        return !empty
                && !name.startsWith("amp;")
                && !TRACKING.contains(name.toLowerCase(Locale.ROOT))
                && !stateParameters.contains(name);
    }

    /** Escapes what browsers tolerate and RFC 3986 does not: spaces, quotes, brackets, characters beyond ASCII. */
    private static String escape(String link) {
        StringBuilder out = new StringBuilder(link.length() + 16);
        for (byte octet : link.getBytes(UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c > ' ' && c < 0x7f && "\"<>\\^`{|}[]".indexOf(c) < 0) {
                out.append(c);
            } else if (c == ' ' || c > ' ') {
                out.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
            }
        }
        return escapeLonePercents(out);
    }

    private static String escapeLonePercents(StringBuilder text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean lone = text.charAt(i) == '%' && !(isHex(text, i + 1) && isHex(text, i + 2));
            out.append(lone ? "%25" : String.valueOf(text.charAt(i)));
        }
        return out.toString();
    }

    private static boolean isHex(CharSequence text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble, 16));
    }
}
