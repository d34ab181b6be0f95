package io.communique.enrich.field;

import io.communique.contract.json.Json;
import io.communique.enrich.block.BlockReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * What a page says of itself to machines: JSON-LD (schema.org) and meta elements. Read once; safe to share between threads.
 *
 * <p>Pages describe many things: the article, the site, its pictures and films, breadcrumbs. Members of an article are taken before
 * those of the page, and those of anything else are left alone.
 */
public final class StructuredData {
    private static final List<String> META_KEYS = List.of("property", "name", "itemprop", "http-equiv");
    private static final int SCRIPT_LENGTH_MAX = 1 << 20;
    private static final int NODES_MAX = 20_000;

    private static final Pattern ARTICLE = Pattern.compile("(?i).*(?:article|posting|report|release)$");
    private static final Pattern PAGE =
            Pattern.compile("(?i)(?:web|item|collection|about)page|creativework|medicalwebpage");
    private static final Pattern SITE = Pattern.compile("(?i)website|.*organization|corporation");
    /** What pages of old put around a script, so that browsers without scripts, or readers of XML, pass it over. */
    private static final Pattern OPENING = Pattern.compile("\\s*(?:<!--|(?://|/\\*)?\\s*<!\\[CDATA\\[\\s*(?:\\*/)?)");

    private static final Pattern CLOSING = Pattern.compile("(?:(?://|/\\*)?\\s*]]>\\s*(?:\\*/)?|-->)\\s*;?\\s*$");
    /** A closing is no longer than this. */
    private static final int CLOSING_MAX = 40;

    /** Editors paste line breaks into JSON, and templates leave commas behind. */
    private static final ObjectReader LENIENT = Json.mapper()
            .reader()
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .with(JsonReadFeature.ALLOW_TRAILING_COMMA);

    private final Map<String, String> metas = new HashMap<>();
    private final List<JsonNode> articles = new ArrayList<>();
    private final List<JsonNode> pages = new ArrayList<>();
    private final Set<String> sites = new LinkedHashSet<>();

    private StructuredData() {}

    /** Reads what {@code page} says. */
    public static StructuredData of(Document page) {
        StructuredData data = new StructuredData();
        page.traverse((node, depth) -> {
            if (node instanceof Element element) {
                data.add(element);
            }
        });
        data.articles.sort(Comparator.comparing(article -> !article.has("datePublished") && !article.has("headline")));
        data.meta("og:site_name", "application-name").map(BlockReader::fold).ifPresent(data.sites::add);
        return data;
    }

    /** Returns the text member of that name of an article, or else of the page; empty if neither has it. */
    Optional<String> jsonLd(String member) {
        return text(articles, member).or(() -> text(pages, member));
    }

    /** Returns the content of the first meta element with one of these names, in the order of the names; empty if there is none. */
    Optional<String> meta(String... names) {
        for (String name : names) {
            String content = metas.get(name.toLowerCase(Locale.ROOT));
            if (content != null) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    /** Returns what the site calls itself. */
    Set<String> siteNames() {
        return sites;
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "meta" -> addMeta(element);
            case "script" -> {
                if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
                    addScript(element.data());
                }
            }
            default -> {}
        }
    }

    private void addMeta(Element meta) {
        String content = meta.attr("content").strip();
        for (String key : META_KEYS) {
            String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !content.isEmpty()) {
                metas.putIfAbsent(name, content);
            }
        }
    }

    private void addScript(String script) {
        if (script.length() > SCRIPT_LENGTH_MAX) {
            return;
        }
        try {
            addNodes(LENIENT.readTree(unwrapped(script.strip())));
        } catch (JacksonException e) {
            // Broken JSON-LD is common and says nothing.
            return;
        }
    }

    private static String unwrapped(String script) {
        Matcher opening = OPENING.matcher(script);
        int from = opening.lookingAt() ? opening.end() : 0;
        int tail = Math.max(from, script.length() - CLOSING_MAX);
        Matcher closing = CLOSING.matcher(script.substring(tail));
        return script.substring(from, closing.find() ? tail + closing.start() : script.length());
    }

    private void addNodes(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int read = 0; !open.isEmpty() && read < NODES_MAX; read++) {
            JsonNode node = open.remove();
            String type = type(node);
            if (ARTICLE.matcher(type).matches()) {
                articles.add(node);
            } else if (PAGE.matcher(type).matches()) {
                pages.add(node);
            } else if (SITE.matcher(type).matches() && node.path("name").isString()) {
                sites.add(BlockReader.fold(whole(node.path("name").asString())));
            }
            node.values().forEach(open::add);
        }
    }

    private static String type(JsonNode node) {
        JsonNode type = node.path("@type");
        JsonNode first = type.isArray() && !type.isEmpty() ? type.get(0) : type;
        return first.isString() ? first.asString() : "";
    }

    private static Optional<String> text(List<JsonNode> nodes, String member) {
        return nodes.stream()
                .map(node -> node.path(member))
                .filter(value -> value.isString() && !value.asString().isBlank())
                .map(value -> whole(value.asString()))
                .findFirst();
    }

    /** JSON can spell half of a character, which no text can hold: it is shown as one that was damaged. */
    private static String whole(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
