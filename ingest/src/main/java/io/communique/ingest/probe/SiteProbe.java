package io.communique.ingest.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Candidates;
import io.communique.ingest.listing.Listing;
import io.communique.ingest.source.ListRequest;
import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a site offers at an address, and the source file that follows from it: its feeds and APIs where they name releases, else the page's own
 * rows.
 */
public final class SiteProbe {
    private static final int FEEDS_MAX = 4;
    private static final int SCRIPTED_ROWS_MIN = 3;
    private static final int LINES_MAX = 5_000;
    private static final Pattern CALL = Pattern.compile(
            "^\\s*(?:javascript:)?\\s*(?:return\\s+)?([\\w$.]{1,60})\\(\\s*['\"]?([\\w-]{1,60})['\"]?\\s*[,)]");

    private final Answers answers;

    /** Makes a probe. */
    public SiteProbe(Answers answers) {
        this.answers = answers;
    }

    /** Looks at the page, feed or API at {@code url}, and at the feeds that it names. */
    public Findings look(URI url) {
        List<String> notes = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        notes.add("robots.txt: " + answers.robots(url));
        notes.addAll(sitemaps(url));
        FetchOutcome outcome = answers.ask(ListRequest.get(url));
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            SourceList list = new SourceList(fetched.finalUrl(), Optional.empty());
            Listing read = Candidates.read(fetched.body(), fetched.contentType(), fetched.finalUrl(), list);
            offers.add(offer(fetched.finalUrl(), read));
            if (read.form() == Listing.Form.PAGE) {
                Document page = Candidates.parse(fetched.body(), fetched.contentType(), fetched.finalUrl());
                notes.addAll(ofPage(page, read));
                for (URI feed : feeds(page, fetched.finalUrl())) {
                    feed(feed).ifPresent(offers::add);
                }
            }
        } else {
            notes.add("the address could not be read: "
                    + outcome.fold(
                            answered -> "",
                            unchanged -> "not modified",
                            tooLarge -> "too large",
                            FetchOutcome.Refused::reason,
                            FetchOutcome.Failed::reason));
        }
        return new Findings(url, notes, offers);
    }

    /** RFC 9309 leaves room for it, sitemaps.org says how: robots.txt names the site's sitemaps. */
    private List<String> sitemaps(URI url) {
        FetchOutcome outcome = answers.ask(ListRequest.get(url.resolve("/robots.txt")));
        if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
            return List.of();
        }
        return new String(fetched.body().toArray(), UTF_8)
                .lines()
                .limit(LINES_MAX)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sitemap:"))
                .limit(FEEDS_MAX)
                .map(line -> "sitemap (of the whole site: with keep it can be a list): "
                        + line.substring("sitemap:".length()).strip())
                .toList();
    }

    private Optional<Offer> feed(URI url) {
        FetchOutcome outcome = answers.ask(ListRequest.get(url));
        if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
            return Optional.empty();
        }
        Listing read = Candidates.read(
                fetched.body(), fetched.contentType(), fetched.finalUrl(), new SourceList(url, Optional.empty()));
        return Optional.of(offer(url, read)).filter(offer -> offer.form() != Listing.Form.PAGE);
    }

    private static Offer offer(URI url, Listing read) {
        long dated =
                read.items().stream().filter(item -> item.date().isPresent()).count();
        return new Offer(url, read.form(), read.items(), dated);
    }

    private static List<String> ofPage(Document page, Listing read) {
        List<String> notes = new ArrayList<>();
        notes.add("character set: " + page.charset().name());
        Element html = page.selectFirst("html[lang]");
        if (html != null) {
            notes.add("language: " + html.attr("lang"));
        }
        read.next().ifPresent(next -> notes.add("names its next page: " + next));
        for (Element twin : page.select("link[rel~=(?i)alternate][hreflang]")) {
            notes.add("in another language: " + twin.attr("hreflang") + " " + twin.absUrl("href"));
        }
        scripted(page)
                .ifPresent(call -> notes.add("rows link by script: set onclick to " + call
                        + " and address to where a click leads, with {1} for its number"));
        return notes.subList(0, Math.min(notes.size(), 20));
    }

    /** A function that several elements call, each with an argument of its own, as a pattern for {@code onclick}. */
    private static Optional<String> scripted(Document page) {
        Map<String, Set<String>> calls = new LinkedHashMap<>();
        for (Element element : page.select("[onclick], a[href^=javascript:]")) {
            for (String script : List.of(element.attr("onclick"), element.attr("href"))) {
                Matcher call = CALL.matcher(script);
                if (call.find()) {
                    calls.computeIfAbsent(call.group(1), any -> new LinkedHashSet<>())
                            .add(call.group(2));
                }
            }
        }
        return calls.entrySet().stream()
                .filter(call -> call.getValue().size() >= SCRIPTED_ROWS_MIN)
                .map(call -> call.getKey().replace("$", "\\$").replace(".", "\\.") + "\\('?([\\w-]+)")
                .findFirst();
    }

    private static Set<URI> feeds(Document page, URI url) {
        Set<URI> feeds = new LinkedHashSet<>();
        Element wordPress = page.selectFirst("link[rel=https://api.w.org/][href]");
        if (wordPress != null) {
            CanonicalUrl.resolve(url, wordPress.attr("href") + "wp/v2/posts?per_page=50")
                    .ifPresent(feeds::add);
        }
        for (Element link : page.select(
                "link[rel~=(?i)alternate][type~=(?i)rss|atom|feed\\+json][href], a[type~=(?i)rss|atom][href],"
                        + " a[href~=(?i)\\.(?:rss|rdf|atom)$], a[href~=(?i)/(?:rss|feed)/?$], a[href~=(?i)rss\\.(?:xml|do|aspx|php)]")) {
            if (feeds.size() < FEEDS_MAX) {
                CanonicalUrl.resolve(url, link.attr("href")).ifPresent(feeds::add);
            }
        }
        return feeds;
    }

    /**
     * A list, feed or API that names items.
     *
     * @param dated how many of the items have a date
     */
    public record Offer(URI url, Listing.Form form, List<Candidate> items, long dated) {}

    /**
     * What was found.
     *
     * @param notes in words, a line each
     * @param offers the address itself first, then the feeds that it names
     */
    public record Findings(URI url, List<String> notes, List<Offer> offers) {
        /** Returns the offer to watch: the one with most dated items, a feed before a page; empty if none names any. */
        public Optional<Offer> best() {
            return offers.stream()
                    .filter(offer -> !offer.items().isEmpty())
                    .reduce((a, b) -> rank(b) > rank(a) ? b : a);
        }

        private static long rank(Offer offer) {
            return offer.dated() * 4 + offer.items().size() + (offer.form() == Listing.Form.PAGE ? 0 : 8);
        }

        /** Returns a source file, with what was found as comments; a list without items is proposed as it is, for a person to mend. */
        public String sourceFile() {
            StringBuilder yaml = new StringBuilder("# yaml-language-server: $schema=source.schema.json\n");
            notes.forEach(note -> yaml.append("# ").append(oneLine(note)).append('\n'));
            for (Offer offer : offers) {
                yaml.append("# ")
                        .append(offer.form().name().toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(offer.url())
                        .append(": ")
                        .append(offer.items().size())
                        .append(" items, ")
                        .append(offer.dated())
                        .append(" with a date\n");
                offer.items().stream()
                        .limit(2)
                        .forEach(item -> yaml.append("#   ")
                                .append(oneLine(item.date().orElse("no date") + "  "
                                        + item.title().orElse("no title")))
                                .append('\n'));
            }
            yaml.append("id: ").append(id()).append('\n');
            yaml.append("lists:\n  - url: ")
                    .append(best().map(Offer::url).orElse(url))
                    .append('\n');
            best().flatMap(offer -> IdPattern.of(
                            offer.items().stream().map(Candidate::url).toList()))
                    .ifPresent(pattern -> yaml.append("siteId: '")
                            .append(pattern.replace("'", "''"))
                            .append("'\n"));
            return yaml.toString();
        }

        private String id() {
            String host = url.getHost().toLowerCase(Locale.ROOT);
            String bare = (host.startsWith("www.") ? host.substring(4) : host).replaceAll("[^a-z0-9]+", "-");
            return bare.substring(0, Math.min(bare.length(), 60)).replaceAll("^-|-$", "");
        }

        /** What a page says must not end the comment that it stands in. */
        private static String oneLine(String text) {
            String flat = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ");
            return flat.substring(0, Math.min(flat.length(), 200));
        }
    }
}
