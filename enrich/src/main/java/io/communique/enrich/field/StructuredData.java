package io.communique.enrich.field;

import io.communique.contract.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a page says of itself to machines: JSON-LD and meta elements. */
final class StructuredData {
    private static final int SCRIPT_LENGTH_MAX = 1 << 20;

    private final Document page;

    StructuredData(Document page) {
        this.page = page;
    }

    /** Returns the first text member of that name in any JSON-LD object; empty if there is none. */
    Optional<String> jsonLd(String member) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            Optional<String> value = search(script.data(), member);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** Returns the content of the first meta element with one of these names; empty if there is none. */
    Optional<String> meta(String... names) {
        for (String name : names) {
            for (Element meta : page.select("meta[property=" + name + "], meta[name=" + name + "]")) {
                String content = meta.attr("content").strip();
                if (!content.isEmpty()) {
                    return Optional.of(content);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> search(String json, String member) {
        if (json.length() > SCRIPT_LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(Json.mapper().readTree(json));
            while (!open.isEmpty()) {
                JsonNode node = open.remove();
                if (node.path(member).isString()) {
                    return Optional.of(node.path(member).asString());
                }
                node.values().forEach(open::add);
            }
            return Optional.empty();
        } catch (JacksonException e) {
            // Broken JSON-LD is common and says nothing.
            return Optional.empty();
        }
    }
}
