package io.communique.ingest.frontier;

import static io.communique.ingest.frontier.AddressHazardsTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.status.SourceStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazards of lists and of their paging, played by a site: which pages come out of it, and what is said of the source. */
final class ListHazardsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ONE_LIST = "lists: [{url: '$BASE/news'}]\n";

    private HazardSite site;

    @BeforeEach
    void open(@TempDir Path directory) {
        site = new HazardSite(directory);
        IntStream.rangeClosed(1, 20).forEach(number -> site.release("/news/" + number));
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** A form that carries the state of the page before ({@code __VIEWSTATE}) cannot be written in a source file: such a list has only its first page. */
    @Test
    void hazardB1AListThatIsPagedByPostIsRead() {
        site.page("/news kind=press&page=1", rows("/news/1", "/news/2"));
        site.page("/news kind=press&page=2", rows("/news/3", "/news/4"));
        site.watch("lists: [{url: '$BASE/news', paging: {post: 'kind=press&page={page}', pages: 2}}]\n")
                .after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/2", "/news/3", "/news/4");
    }

    @Test
    void hazardB2AListAsHtmlInsideJsonIsRead() {
        String html = rows("/news/1", "/news/2").replace("\"", "\\\"");
        site.json("/news", "{\"status\":\"ok\",\"data\":{\"total\":2,\"html\":\"" + html + "\"}}");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/2");
    }

    @Test
    void hazardB3AnOpaqueCursorIsFollowed() {
        site.page("/news", rows("/news/1", "/news/2") + "<a class=more href='?state=H4sIAAAA_x.1'>More</a>");
        site.page(
                "/news?state=H4sIAAAA_x.1", rows("/news/3", "/news/4") + "<a class=more href='?state=H4s.2'>More</a>");
        site.watch("lists: [{url: '$BASE/news', paging: {next: a.more, pages: 2}}]\n")
                .after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/2", "/news/3", "/news/4");
        assertThat(site.asked).doesNotContain("/news?state=H4s.2");
    }

    @Test
    void hazardB4AListThatAScriptWouldFillIsAnErrorAndNotNoNews() {
        site.page("/news", "<title>News</title><h1>News</h1><pp-list id=rows></pp-list><script src=/app.js></script>");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).isEmpty();
        assertThat(site.status().state()).isEqualTo(State.STALE);
        assertThat(site.status().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("no items"));
    }

    @Test
    void hazardB5AnItemThatSlipsBetweenPagesIsFoundByTheNextVisit() {
        String list = "lists: [{url: '$BASE/news', paging: {parameter: page, pages: 2}}]\n";
        site.page("/news", rows("/news/1", "/news/2"));
        site.page("/news?page=2", rows("/news/2", "/news/4"));
        site.watch(list).after(Duration.ofMinutes(8));
        site.page("/news", rows("/news/2", "/news/1"));
        site.page("/news?page=2", rows("/news/3", "/news/4"));
        site.after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/2", "/news/3", "/news/4");
    }

    @Test
    void hazardB6ADayWithoutYearGoesOutWithTheYearOfTheHeadingAbove() {
        site.page(
                "/news",
                "<h2>令和8年</h2><dl><dt>2月27日</dt><dd><ul><li><a href='/news/1'>港湾の安全に関する新しい規則について</a></li>"
                        + "<li><a href='/news/2'>離島航路の再開についてのお知らせ</a></li></ul></dd></dl>");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.published())
                .extracting(page -> page.facts().hint().date().orElse(""))
                .containsOnly("令和8年2月27日");
    }

    @Test
    void hazardB7ACorrectionUnderItsOwnNumberIsAReleaseOfItsOwn() {
        site.page("/news/2", HazardSite.release("/news/1", "<p>Corrected on Monday.</p>"));
        site.page("/news", rows("/news/1", "/news/3"));
        site.watch(ONE_LIST).after(HOUR);
        site.page("/news", rows("/news/2", "/news/1", "/news/3"));
        site.after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/3", "/news/2");
    }

    @Test
    void hazardB8APinnedRowHidesNothingBehindIt() {
        site.page("/news", rows("/news/1", "/news/2"));
        site.watch(ONE_LIST).after(HOUR);
        site.page("/news", rows("/news/1", "/news/3", "/news/2"));
        site.after(HOUR);

        assertThat(site.keys()).contains("/news/3");
    }

    @Test
    void hazardB9AListOfThousandsOfPagesIsReadToItsLimit() {
        for (int page = 1; page <= 20; page++) {
            site.page(
                    page == 1 ? "/news" : "/news?page=" + page,
                    rows("/news/" + page, "/old/" + page) + "<p>Page " + page + " of 2386</p>");
        }
        site.watch("lists: [{url: '$BASE/news', paging: {parameter: page, pages: 3, deepPages: 5}}]\n")
                .after(Duration.ofMinutes(9));

        assertThat(site.asked).contains("/news?page=3").doesNotContain("/news?page=4");
    }

    @Test
    void hazardB10OfAFeedAboutTheWholeSiteOnlyReleasesAreTaken() {
        site.page("/jobs/1", "<h1>A vacancy</h1>");
        site.xml("/feed", feed("/news/1", "/jobs/1", "/news/2"));
        site.watch("lists: [{url: '$BASE/feed', keep: '/news/'}]\n").after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/2");
        assertThat(site.asked).doesNotContain("/jobs/1");
    }

    @Test
    void hazardB11AnApologyInPlaceOfAFeedIsNoListAndTheLastGoodStateStays() {
        site.xml("/feed", feed("/news/1", "/news/2"));
        site.watch("lists: [{url: '$BASE/feed'}]\n").after(HOUR);
        site.page("/feed", "<title>Technical difficulties</title><h1>We are sorry</h1>" + rows("/help", "/home"));
        site.after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/1", "/news/2");
        assertThat(site.status().state()).isEqualTo(State.STALE);
        assertThat(site.known("/news/1"))
                .hasValueSatisfying(page -> assertThat(page.absence()).isEmpty());
    }

    @Test
    void hazardB12AFeedItemWithoutDateIsPublishedWithoutOne() {
        site.xml("/feed", feed("/news/1"));
        site.watch("lists: [{url: '$BASE/feed'}]\n").after(HOUR);

        assertThat(site.published()).singleElement().satisfies(page -> {
            assertThat(page.facts().hint().title()).contains("News /news/1");
            assertThat(page.facts().hint().date()).isEmpty();
        });
    }

    /** Whether a feed holds a summary, a layout or the whole text: the page itself is what is published, so that all releases have one form. */
    @Test
    void hazardB13AndB14WhateverTextAFeedHoldsThePageIsWhatIsPublished() {
        site.xml(
                "/feed",
                "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
                        + "<title>Press</title><link>$BASE/</link><item><title>A pier</title><link>$BASE/news/1</link>"
                        + "<description>&lt;table&gt;&lt;tr&gt;&lt;td&gt;A pier&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</description>"
                        + "<content:encoded><![CDATA[<p>The whole text, as the feed has it.</p>]]></content:encoded></item></channel></rss>");
        site.watch("lists: [{url: '$BASE/feed'}]\n").after(HOUR);

        assertThat(site.published()).singleElement().satisfies(page -> {
            String body = new String(page.body().toArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(body).contains("builds a pier for the outer island").doesNotContain("as the feed has it");
        });
    }

    @Test
    void hazardB15AfterAPauseOfTwoWeeksAShortFeedsGapIsFilledFromItsNextPages() {
        site.xml("/feed", feed("/news/1", "/news/2", "/news/3"));
        String paged = "every: 1h\nlists: [{url: '$BASE/feed', paging: {parameter: page}}]\n";
        site.watch(paged).after(HOUR);
        site.clock.by(Duration.ofDays(14));
        site.xml("/feed", feed("/news/12", "/news/11", "/news/10"));
        site.xml("/feed?page=2", feed("/news/9", "/news/8", "/news/7"));
        site.xml("/feed?page=3", feed("/news/6", "/news/5", "/news/4"));
        site.xml("/feed?page=4", feed("/news/3", "/news/2", "/news/1"));
        site.after(Duration.ofHours(6));

        assertThat(site.keys()).hasSize(12).doesNotHaveDuplicates();
        assertThat(site.status().state()).isEqualTo(State.COMPLETE);
    }

    private static String feed(String... links) {
        StringBuilder items = new StringBuilder();
        for (String link : links) {
            items.append("<item><title>News ")
                    .append(link)
                    .append("</title><link>$BASE")
                    .append(link)
                    .append("</link></item>");
        }
        return "<?xml version='1.0'?><rss version='2.0'><channel><title>Press</title><link>$BASE/</link>" + items
                + "</channel></rss>";
    }
}
