package io.communique.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.desk.Hostile;
import io.communique.desk.OpenDesk;
import io.communique.sink.store.Releases;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "io", "communique", "desk");

    @TempDir
    private Path directory;

    private OpenDesk desk;

    @BeforeEach
    void open() {
        desk = new OpenDesk(directory);
        desk.store(Releases.release("1", 1), Releases.release("1", 2), Hostile.release("2"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?source=ports",
                "/search?q=minister",
                "/search?q=nothing+of+the+kind",
                "/release?id=ports:1",
                "/release?id=ports:2",
                "/named?person=Ada+Holm",
                "/figures",
                "/figures?kind=money&unit=EUR&atLeast=1,000",
                "/sources",
                "/pipeline",
                "/alerts?q=%22%3E%3Cb%3E",
                "/login"
            })
    void everyPageIsWholeInBothLanguagesAndTakesNothingForMarkup(String path) throws Exception {
        for (String language : Words.LANGUAGES) {
            HttpResponse<String> page = desk.get(path, "Accept-Language", language);

            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .contains("<html lang=\"" + language + "\"")
                    .contains("</html>")
                    .doesNotContain("<img", "<script>", "<b>", "href=\"javascript:");
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
        }
    }

    @Test
    void aReleaseShowsItsTextMarkedAndItsEditions() throws Exception {
        String page = desk.get("/release?id=ports:1").body();

        assertThat(page)
                .contains("Ada Holm<span class=\"tip\">Ada Holm · Minister</span>")
                .contains("3 million euros<span class=\"tip\">money · 3,000,000 EUR")
                .contains("https://ports.example/1")
                .contains("id=\"editions\"");
    }

    @Test
    void aSearchMarksItsWordsAndOffersToNarrowIt() throws Exception {
        String page = desk.get("/search?q=edition").body();

        assertThat(page)
                .contains("<mark class=\"hit\">edition</mark>")
                .contains("/search?q=edition&amp;person=Ada+Holm");
    }

    @Test
    void whatIsAskedWronglyIsSaidOnAPage() throws Exception {
        assertThat(desk.get("/search?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(desk.get("/search?from=yesterday").body()).contains("from must be a day such as 2026-03-02");
        assertThat(desk.get("/release?id=ports:none").statusCode()).isEqualTo(404);
        assertThat(desk.get("/named?person=Nobody").statusCode()).isEqualTo(404);
        assertThat(desk.get("/named?country=NO").statusCode()).isEqualTo(400);
        assertThat(desk.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(desk.get("/nowhere").body()).contains("</html>");
    }

    @Test
    void aChosenLanguageStaysAndLeadsNowhereElse() throws Exception {
        HttpResponse<String> chosen = desk.get("/language?to=ko&back=/figures");
        HttpResponse<String> elsewhere = desk.get("/language?to=ko&back=//evil.example/");

        assertThat(chosen.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/figures"));
        assertThat(elsewhere.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("evil"));
        assertThat(desk.get("/", "Cookie", "communique-language=ko").body()).contains("<html lang=\"ko\"");
    }

    @Test
    void everyWordOfATemplateIsThereInEveryLanguage() throws IOException {
        Pattern word = Pattern.compile("t\\[\"([\\w.-]+)\"]");
        try (Stream<Path> templates = Files.list(RESOURCES.resolve("templates"))) {
            for (Path template : templates.toList()) {
                List<String> asked = word.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                for (String language : Words.LANGUAGES) {
                    assertThat(words(language))
                            .as(language + " in " + template.getFileName())
                            .containsAll(asked);
                }
            }
        }
    }

    private static Set<String> words(String language) throws IOException {
        Properties known = new Properties();
        try (Reader text =
                Files.newBufferedReader(RESOURCES.resolve("web").resolve("words_" + language + ".properties"))) {
            known.load(text);
        }
        return known.stringPropertyNames();
    }
}
