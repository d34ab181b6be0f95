package io.communique.ingest.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;

/**
 * An address with places to fill, such as {@code /view.do?seq={1}}. Pure.
 *
 * @param text with {@code {1}}, {@code {2}}, …; absolute, or relative to where it was found
 */
public record AddressTemplate(String text) {
    /**
     * Returns the address with {@code values} in its places: escaped, so that no value can change what the address is about.
     *
     * @return empty if the result is no address that can be asked for
     */
    public Optional<URI> fill(URI base, List<String> values) {
        String filled = text;
        for (int i = values.size(); i > 0; i--) {
            filled = filled.replace("{" + i + "}", escaped(values.get(i - 1)));
        }
        return CanonicalUrl.resolve(base, filled);
    }

    /** Path segments stay parted: an id such as {@code 2026/08/19a} is one. */
    private static String escaped(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20").replace("%2F", "/");
    }
}
