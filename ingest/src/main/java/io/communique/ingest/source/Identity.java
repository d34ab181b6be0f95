package io.communique.ingest.source;

import io.communique.ingest.url.AddressTemplate;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a release one, under however many addresses. Pure.
 *
 * @param key canonical address: equal for all addresses of a release, as far as the source's rules and the general ones can tell
 * @param siteId the site's own id, unique within the source; empty if the address shows none
 */
public record Identity(URI key, Optional<String> siteId) {
    public Identity {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(siteId, "siteId");
    }

    /**
     * Returns the identity of the release at {@code url}.
     *
     * <p>Where the source's id pattern finds its id, the id decides: the source's canonical address is filled with it or, without one, of a query
     * only the parameters that the id is made of are kept, for all else in such a query is the state of some search. Where it finds
     * none, the general rules of {@link CanonicalUrl#key} stand alone.
     */
    public static Identity of(URI url, Source source) {
        Optional<Matcher> found =
                source.siteId().map(pattern -> pattern.matcher(url.toString())).filter(Matcher::find);
        if (found.isEmpty()) {
            return new Identity(CanonicalUrl.key(url, source.dropParameters()), Optional.empty());
        }
        Matcher id = found.get();
        Optional<URI> canonical =
                source.canonical().flatMap(template -> new AddressTemplate(template).fill(url, groups(id)));
        URI identified = canonical.orElseGet(() -> withIdAlone(url, id));
        return new Identity(CanonicalUrl.key(identified, source.dropParameters()), siteId(id));
    }

    /** Returns the site's own id in {@code url}: the groups of the pattern's first match, joined by {@code -}, or the match itself. */
    public static Optional<String> siteId(Pattern pattern, URI url) {
        Matcher matcher = pattern.matcher(url.toString());
        return matcher.find() ? siteId(matcher) : Optional.empty();
    }

    private static Optional<String> siteId(Matcher id) {
        List<String> groups =
                groups(id).stream().filter(group -> !group.isEmpty()).toList();
        return Optional.of(groups.isEmpty() ? id.group() : String.join("-", groups))
                .filter(text -> !text.isBlank());
    }

    private static List<String> groups(Matcher id) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= id.groupCount(); i++) {
            groups.add(Optional.ofNullable(id.group(i)).orElse(""));
        }
        return groups;
    }

    /** The address with those parameters alone that the groups touch; the address itself if they touch none. */
    private static URI withIdAlone(URI url, Matcher id) {
        String text = url.toString();
        int query = text.indexOf('?');
        if (query < 0) {
            return url;
        }
        List<String> kept = new ArrayList<>();
        int at = query + 1;
        for (String parameter : text.substring(at).split("&", -1)) {
            if (touches(id, at, at + parameter.length())) {
                kept.add(parameter);
            }
            at += parameter.length() + 1;
        }
        return kept.isEmpty() ? url : URI.create(text.substring(0, query + 1) + String.join("&", kept));
    }

    private static boolean touches(Matcher id, int start, int end) {
        for (int i = 1; i <= id.groupCount(); i++) {
            if (id.start(i) >= start && id.end(i) <= end && id.start(i) < id.end(i)) {
                return true;
            }
        }
        return false;
    }
}
