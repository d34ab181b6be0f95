package io.communique.ingest.listing;

import io.communique.ingest.source.ListRules;
import io.communique.ingest.url.AddressTemplate;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Which elements of a list page lead somewhere, and where: by their own address, or by a script that the source explains. */
final class ItemLinks {
    private final URI base;
    private final Optional<Pattern> onclick;
    private final Optional<AddressTemplate> address;

    ItemLinks(URI base, ListRules rules) {
        this.base = base;
        this.onclick = rules.onclick();
        this.address = rules.address().map(AddressTemplate::new);
    }

    Elements in(Element block) {
        return block.select(onclick.isPresent() ? "a[href], [onclick]" : "a[href]");
    }

    Optional<Element> firstIn(Element block) {
        return in(block).stream().filter(link -> target(link).isPresent()).findFirst();
    }

    /** Returns where {@code link} leads; empty if nowhere, or only to a place on the page itself. */
    Optional<URI> target(Element link) {
        Optional<URI> scripted = onclick.flatMap(pattern -> scripted(pattern, link));
        String href = link.attr("href").strip();
        if (scripted.isPresent() || href.isEmpty() || href.startsWith("#") || isScript(href)) {
            return scripted;
        }
        return CanonicalUrl.resolve(base, href);
    }

    private Optional<URI> scripted(Pattern pattern, Element link) {
        String href = link.attr("href").strip();
        Matcher matcher = pattern.matcher(link.attr("onclick") + (isScript(href) ? " " + href : ""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        return address.flatMap(template -> template.fill(
                base,
                IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(group ->
                                Optional.ofNullable(matcher.group(group)).orElse(""))
                        .toList()));
    }

    private static boolean isScript(String href) {
        return href.toLowerCase(Locale.ROOT).startsWith("javascript:");
    }
}
