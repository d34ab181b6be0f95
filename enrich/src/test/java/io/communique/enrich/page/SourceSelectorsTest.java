package io.communique.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.PageSelectors;
import io.communique.contract.page.RawPage;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SourceSelectorsTest {
    private static final PageReader READER = new PageReader();

    /** The longest text is a statement of the site, the release stands in what looks like a side bar, its title in no heading. */
    private static final String PAGE =
            "<html lang=en><head><title>Portal</title></head><body><main><h1>About this portal</h1>"
                    + "<p>" + "The portal of the harbours tells everybody about the harbours of the country. ".repeat(8)
                    + "</p></main><div class=sidebar><i class=t>Ferry sails again</i><b class=d>3 March 2026</b>"
                    + "<div class=x>The ferry sails again.</div><div class=ad>Book now!</div><div class=x>Freight follows.</div></div>"
                    + "<p>Published 1 January 2020</p></body></html>";

    @Test
    void aSourcesSelectorsWinOverEverything() {
        Article article = read(selectors(".x", ".t", ".d", ".ad"));

        assertThat(article.body()).isEqualTo("The ferry sails again.\n\nFreight follows.");
        assertThat(article.title()).contains("Ferry sails again");
        assertThat(article.published().at()).contains("2026-03-03");
        assertThat(article.quality().warnings()).noneMatch(warning -> warning.startsWith("selector-missed"));
    }

    @Test
    void whatASourceDropsIsNowhere() {
        assertThat(read(selectors(".sidebar", null, null, ".ad, .t, .d")).body())
                .isEqualTo("The ferry sails again.\n\nFreight follows.");
    }

    @Test
    void aSelectorThatStopsMatchingIsAWarningAndThePageIsReadWithoutIt() {
        Article article = read(selectors(".gone", "h1.gone", "time.gone", ".ad.gone"));

        assertThat(article.quality().warnings())
                .contains(
                        "selector-missed: body",
                        "selector-missed: title",
                        "selector-missed: date",
                        "selector-missed: drop");
        assertThat(article.title()).contains("About this portal");
        assertThat(article.body()).startsWith("The portal of the harbours");
    }

    @Test
    void aSelectorThatCannotBeReadIsMissedToo() {
        assertThat(read(selectors("div[", null, null, null)).quality().warnings())
                .contains("selector-missed: body");
    }

    private static PageSelectors selectors(
            @Nullable String body, @Nullable String title, @Nullable String date, @Nullable String drop) {
        return new PageSelectors(
                Optional.ofNullable(body),
                Optional.ofNullable(title),
                Optional.ofNullable(date),
                Optional.ofNullable(drop));
    }

    private static Article read(PageSelectors selectors) {
        URI url = URI.create("https://ports.example/view?id=7");
        Bytes body = Bytes.copyOf(PAGE.getBytes(UTF_8));
        PageFacts facts = new PageFacts(
                "ports",
                Optional.empty(),
                Optional.empty(),
                url,
                url,
                200,
                Optional.of("text/html; charset=utf-8"),
                Instant.parse("2026-06-30T12:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                body.sha256(),
                Origin.LIVE,
                ListingHint.none(),
                Optional.empty(),
                selectors);
        return READER.read(new RawPage(url, body, facts)).fold(article -> article, rejected -> {
            throw new AssertionError(rejected);
        });
    }
}
