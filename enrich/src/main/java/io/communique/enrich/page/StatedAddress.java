package io.communique.enrich.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The address that a page gives as its own: canonical link (RFC 6596), {@code og:url}, or the mark that a browser left as it saved it. */
final class StatedAddress {
    private static final int LENGTH_MAX = 2_000;
    /** Some pages leave the scheme out: {@code //host/path}, or {@code host/path}. */
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("(?:[a-z0-9-]{1,63}\\.)+[a-z]{2,63}(?:[/?].*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAVED_FROM = Pattern.compile("saved from url=\\(\\d+\\)(\\S+)");

    private StatedAddress() {}

    /** Returns an absolute http or https address with a host; empty if the page gives none that is one. */
    static Optional<URI> of(Document page) {
        return Stream.of(canonical(page), openGraph(page), savedFrom(page))
                .flatMap(Optional::stream)
                .map(StatedAddress::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> canonical(Document page) {
        Element link = page.selectFirst("link[rel=canonical][href]");
        return Optional.ofNullable(link).map(found -> found.attr("href"));
    }

    private static Optional<String> openGraph(Document page) {
        Element meta = page.selectFirst("meta[property=og:url][content]");
        return Optional.ofNullable(meta).map(found -> found.attr("content"));
    }

    private static Optional<String> savedFrom(Document page) {
        Stream<Node> top = Stream.concat(
                page.childNodes().stream(), page.children().stream().flatMap(html -> html.childNodes().stream()));
        return top.filter(Comment.class::isInstance)
                .map(comment -> SAVED_FROM.matcher(((Comment) comment).getData()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Optional<URI> parse(String written) {
        String address = written.strip();
        if (address.startsWith("//")) {
            address = "https:" + address;
        } else if (WITHOUT_SCHEME.matcher(address).matches()) {
            address = "https://" + address;
        }
        if (address.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address.replace(" ", "%20"));
            return Optional.of(uri).filter(StatedAddress::isWeb);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    }
}
