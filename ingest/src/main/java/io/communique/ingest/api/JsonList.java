package io.communique.ingest.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.json.Json;
import io.communique.contract.page.Bytes;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Listing;
import io.communique.ingest.source.ListRules;
import io.communique.ingest.url.AddressTemplate;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The items of a JSON answer: by the source's pointers, or learned.
 *
 * <p>Learned means: the array whose objects most often have an address and a title, by the names that JSON Feed 1.1, WordPress, Plone and
 * GOV.UK use, and others with them. An answer without such an array may hold the list as HTML.
 */
public final class JsonList {
    private static final int ITEMS_MAX = 2_000;
    private static final int DEPTH_MAX = 6;
    private static final int SNIFFED_BYTES = 64;

    private static final List<String> ADDRESSES =
            List.of("/url", "/link", "/web_url", "/permalink", "/href", "/@id", "/base_path", "/path", "/uri");
    private static final List<String> TITLES = List.of("/title/rendered", "/title", "/headline", "/subject", "/name");
    private static final List<String> DATES = List.of(
            "/date_published",
            "/first_published_at",
            "/public_timestamp",
            "/published_at",
            "/published",
            "/publishedAt",
            "/publication_date",
            "/publicationDate",
            "/pubDate",
            "/effective",
            "/Date",
            "/date",
            "/date_gmt",
            "/public_updated_at",
            "/created");
    private static final List<String> NEXT =
            List.of("/next_url", "/batching/next", "/next", "/links/next", "/links/next/href", "/_links/next/href");

    private JsonList() {}

    /** Returns whether the bytes begin as JSON does. */
    public static boolean looksLikeOne(Bytes body) {
        byte[] all = body.toArray();
        String start = new String(all, 0, Math.min(all.length, SNIFFED_BYTES), UTF_8)
                .replace("\ufeff", "")
                .stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /**
     * Reads the answer.
     *
     * @param base the address that answered
     * @param page reads a list that stands in the answer as HTML
     */
    public static Listing read(Bytes body, URI base, ListRules rules, Function<Document, Listing> page) {
        JsonNode answer;
        try {
            answer = Json.mapper().readTree(body.toArray());
        } catch (JacksonException e) {
            return Listing.unreadable(Listing.Form.JSON, "the JSON cannot be read: " + e.getOriginalMessage());
        }
        return rules.json()
                .map(pointers -> pointed(answer, base, rules, pointers, page))
                .orElseGet(() -> learned(answer, base, page));
    }

    private static Listing pointed(
            JsonNode answer,
            URI base,
            ListRules rules,
            ListRules.JsonPointers pointers,
            Function<Document, Listing> page) {
        Optional<URI> next = pointers.next().flatMap(pointer -> address(answer.at(pointer), base));
        if (pointers.html().isPresent()) {
            Listing read = page(answer.at(pointers.html().get()), base, page);
            return Listing.of(Listing.Form.JSON, read.items(), next.or(read::next));
        }
        JsonNode items = answer.at(pointers.items());
        if (!items.isArray()) {
            return Listing.unreadable(Listing.Form.JSON, "the JSON has no array at " + pointers.items());
        }
        Optional<AddressTemplate> template = rules.address().map(AddressTemplate::new);
        List<Candidate> found = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode value = item.at(pointers.url());
            Optional<URI> url = template.isPresent()
                    ? text(value).flatMap(id -> template.get().fill(base, List.of(id)))
                    : address(value, base);
            if (url.isPresent() && found.size() < ITEMS_MAX) {
                found.add(new Candidate(
                        url.get(),
                        pointers.title().flatMap(pointer -> title(item.at(pointer))),
                        pointers.date().flatMap(pointer -> text(item.at(pointer)))));
            }
        }
        return Listing.of(Listing.Form.JSON, found, next);
    }

    private static Listing learned(JsonNode answer, URI base, Function<Document, Listing> page) {
        List<JsonNode> arrays = new ArrayList<>();
        arrays(answer, 0, arrays);
        List<Candidate> best = List.of();
        for (JsonNode array : arrays) {
            List<Candidate> items = items(array, base);
            if (items.size() > best.size()) {
                best = items;
            }
        }
        Optional<URI> next = first(answer, NEXT).flatMap(node -> address(node, base));
        if (!best.isEmpty()) {
            return Listing.of(Listing.Form.JSON, best, next);
        }
        Listing read = page(answer, base, page);
        return Listing.of(Listing.Form.JSON, read.items(), next.or(read::next));
    }

    private static void arrays(JsonNode node, int depth, List<JsonNode> found) {
        if (node.isArray()) {
            found.add(node);
        }
        if (depth < DEPTH_MAX) {
            node.forEach(child -> arrays(child, depth + 1, found));
        }
    }

    private static List<Candidate> items(JsonNode array, URI base) {
        List<Candidate> items = new ArrayList<>();
        for (JsonNode item : array) {
            Optional<URI> url =
                    item.isObject() ? first(item, ADDRESSES).flatMap(node -> address(node, base)) : Optional.empty();
            Optional<String> title = first(item, TITLES).flatMap(JsonList::title);
            if (url.isPresent() && title.isPresent() && items.size() < ITEMS_MAX) {
                items.add(new Candidate(url.get(), title, first(item, DATES).flatMap(JsonList::text)));
            }
        }
        return items;
    }

    /** The list as HTML: every text below {@code node} that has links in it, as one page. */
    private static Listing page(JsonNode node, URI base, Function<Document, Listing> page) {
        StringBuilder html = new StringBuilder();
        markup(node, 0, html);
        return page.apply(Jsoup.parse(html.toString(), base.toString()));
    }

    private static void markup(JsonNode node, int depth, StringBuilder html) {
        if (node.isString() && node.stringValue().toLowerCase(Locale.ROOT).contains("<a ")) {
            html.append(node.stringValue()).append('\n');
        }
        if (depth < DEPTH_MAX) {
            node.forEach(child -> markup(child, depth + 1, html));
        }
    }

    private static Optional<JsonNode> first(JsonNode node, List<String> pointers) {
        for (String pointer : pointers) {
            JsonNode found = node.isObject() ? node.at(pointer) : MissingNode.getInstance();
            if (text(found).isPresent()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> address(JsonNode node, URI base) {
        return text(node).flatMap(link -> CanonicalUrl.resolve(base, link));
    }

    /** Titles carry entities, and markup with them. */
    private static Optional<String> title(JsonNode node) {
        return text(node)
                .map(title -> Jsoup.parseBodyFragment(title).text().strip())
                .filter(title -> !title.isEmpty());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() || node.isNumber()
                ? Optional.of(node.asString().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
