package io.communique.bench.extraction;

import io.communique.contract.json.Json;
import io.communique.contract.page.Bytes;
import io.communique.contract.page.RawPage;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads a set of labelled pages: {@code gt.json}, an object of labels by page, beside {@code html/}, the pages. */
public final class Gold {
    private static final String LABELS = "gt.json";
    private static final String PAGES = "html";
    private static final Pattern HOST = Pattern.compile("https?://[\\w.-]+");
    private static final URI UNKNOWN = URI.create("https://unknown.invalid/");

    private Gold() {}

    /**
     * Returns the pages of a set, in the order of its labels.
     *
     * @throws IOException if the labels or the file of a page cannot be read
     */
    public static List<GoldPage> read(Path set) throws IOException {
        JsonNode labels = Json.mapper().readTree(Files.readString(set.resolve(LABELS)));
        List<GoldPage> pages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            Path file = set.resolve(PAGES).resolve(label.getKey() + ".html");
            pages.add(page(label.getKey(), label.getValue(), Bytes.copyOf(Files.readAllBytes(file))));
        }
        return pages;
    }

    private static GoldPage page(String id, JsonNode label, Bytes html) {
        return new GoldPage(
                id,
                url(label.path("url").asString("")),
                html,
                label.path("articleBody").asString(""),
                text(label, "title"),
                text(label, "date"),
                texts(label.path("with")),
                texts(label.path("without")));
    }

    /** Some addresses in labels are cut or not escaped; what matters then is the host. */
    private static URI url(String written) {
        Matcher host = HOST.matcher(written);
        for (String candidate : List.of(written.replaceFirst("#.*", ""), host.find() ? host.group() + "/" : "")) {
            try {
                return RawPage.requireCanonical(new URI(candidate));
            } catch (URISyntaxException | IllegalArgumentException e) {
                // Then the next.
            }
        }
        return UNKNOWN;
    }

    private static Optional<String> text(JsonNode label, String member) {
        return Optional.of(label.path(member).asString("")).filter(text -> !text.isBlank());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
