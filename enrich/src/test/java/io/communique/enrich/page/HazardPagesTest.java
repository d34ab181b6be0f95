package io.communique.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.json.Json;
import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Pages with a trap each, and what must be read from them: {@code pages/<hazard>-<what>.html} beside {@code .json}.
 *
 * <p>The JSON file says {@code why} the page is here and what to {@code expect}; beside that it may set {@code url},
 * {@code contentType} (the HTTP header; {@code null} for none), {@code encoding} (the bytes that the page is sent in; the file itself
 * is UTF-8), {@code fetchedAt}, and the {@code hint} of list or feed, an object with {@code title} and {@code date}.
 *
 * <p>{@code expect} has either {@code rejected}, a reason, or members of the article: each must be equal, {@code null} stands for an
 * absent one, and of an object in a list only the members that are named count. {@code bodyStarts}, {@code bodyEnds},
 * {@code bodyContains} and {@code bodyLacks} (texts) look into the body, {@code warnings} (texts) are those of its quality.
 *
 * <p>Names say which hazard a page has; {@code board-1} to {@code board-7} are the skeletons that one ministry's pages have had over the
 * years, {@code structure-} pages are about lists, inline markup and headings. Hazards of pages that are met before a page is read have
 * their tests where they are met: texts in nested frames (F10) in {@code ingest.frame.BodyFrameTest}, list titles cut with dots (F13)
 * in {@code ingest.listing.CandidatesTest}; print and mobile views of one release (F28) in {@code template.HostTemplateTest}. Skip links
 * (F1) and counters (F2) stand in the board pages. Releases told again in easy or sign language (F29) have no page: nothing in the markup
 * tells them from other releases, and leaving them out is for a source's list.
 *
 * <p>Traps of feeds (their encoding, a mark before it) are with ingest's feed reader; how feeds write dates, with {@code WrittenDates}.
 */
final class HazardPagesTest {
    private static final PageReader READER = new PageReader();
    private static final String ADDRESS = "https://ministry.example/press/view?id=7";
    private static final String FETCHED = "2026-06-30T12:00:00Z";

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.substring(0, name.length() - ".html".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageIsReadAsAPersonWould(String name) throws IOException {
        JsonNode file = Json.mapper().readTree(Files.readString(folder().resolve(name + ".json")));
        JsonNode expected = file.path("expect");
        assertThat(expected.size()).as("expectations").isPositive();
        assertThat(file.path("why").asString("")).as("why").isNotBlank();

        PageReading reading = READER.read(page(Files.readString(folder().resolve(name + ".html")), file));

        reading.fold(article -> check(article, expected), rejected -> check(rejected, expected));
    }

    @Test
    void everyExpectationHasItsPage() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .map(name -> name.substring(0, name.length() - ".json".length())))
                    .containsExactlyInAnyOrderElementsOf(pages());
        }
    }

    private static Article check(Article article, JsonNode expected) {
        assertThat(expected.has("rejected")).as("an article, but %s", expected).isFalse();
        JsonNode read = Json.mapper().valueToTree(article);
        expected.properties().forEach(member -> check(member.getKey(), member.getValue(), read));
        return article;
    }

    private static Rejected check(Rejected rejected, JsonNode expected) {
        assertThat(rejected.reason().label())
                .as(rejected.detail())
                .isEqualTo(expected.path("rejected").asString("an article"));
        return rejected;
    }

    private static void check(String member, JsonNode expected, JsonNode read) {
        String body = read.path("body").asString();
        switch (member) {
            case "bodyStarts" -> assertThat(body).startsWith(expected.asString());
            case "bodyEnds" -> assertThat(body).endsWith(expected.asString());
            case "bodyContains" -> assertThat(body).contains(texts(expected));
            case "bodyLacks" -> assertThat(body).doesNotContain(texts(expected));
            case "warnings" -> checkValue(member, expected, read.path("quality").path("warnings"));
            default -> {
                assertThat(read.has(member)).as("an article has a %s", member).isTrue();
                checkValue(member, expected, read.path(member));
            }
        }
    }

    private static void checkValue(String what, JsonNode expected, JsonNode read) {
        if (!expected.isArray()) {
            assertThat(read).as(what).isEqualTo(expected);
            return;
        }
        assertThat(read.size()).as("%s: %s", what, read).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            JsonNode one = read.get(i);
            if (expected.get(i).isObject()) {
                expected.get(i)
                        .properties()
                        .forEach(member ->
                                assertThat(one.path(member.getKey())).as(what).isEqualTo(member.getValue()));
            } else {
                assertThat(one).as(what).isEqualTo(expected.get(i));
            }
        }
    }

    private static String[] texts(JsonNode expected) {
        return expected.values().stream().map(JsonNode::asString).toArray(String[]::new);
    }

    private static RawPage page(String html, JsonNode file) {
        URI url = URI.create(file.path("url").asString(ADDRESS));
        Bytes body =
                Bytes.copyOf(html.getBytes(Charset.forName(file.path("encoding").asString(UTF_8.name()))));
        PageFacts facts = new PageFacts(
                "ministry",
                Optional.empty(),
                Optional.empty(),
                url,
                url,
                200,
                file.has("contentType") ? text(file.path("contentType")) : Optional.of("text/html"),
                Instant.parse(file.path("fetchedAt").asString(FETCHED)),
                Optional.empty(),
                Optional.empty(),
                body.sha256(),
                Origin.LIVE,
                new ListingHint(
                        text(file.path("hint").path("title")),
                        text(file.path("hint").path("date"))));
        return new RawPage(url, body, facts);
    }

    private static Optional<String> text(JsonNode value) {
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static Path folder() {
        try {
            return Path.of(HazardPagesTest.class
                    .getResource("/io/communique/enrich/pages")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
