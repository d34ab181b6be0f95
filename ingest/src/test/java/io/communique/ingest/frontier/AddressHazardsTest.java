package io.communique.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.status.SourceStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazards of addresses, played by a site: which pages come out of it, under which keys. */
final class AddressHazardsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ONE_LIST = "lists: [{url: '$BASE/news'}]\n";

    private HazardSite site;

    @BeforeEach
    void open(@TempDir Path directory) {
        site = new HazardSite(directory);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void hazardA1ASessionIdInThePathIsCutToTheNextMark() {
        for (String id : new String[] {"1", "2"}) {
            site.release("/" + id + ".html");
            site.release("/" + id + ".html?view=full");
        }
        list("/1.html;jsessionid=5A01.live91", "/2.html;jsessionid=5A01.2_cid7?view=full");
        site.watch(ONE_LIST).after(HOUR);
        list("/1.html;jsessionid=77F3.live92", "/2.html;jsessionid=77F3.2_cid7?view=full");
        site.after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/1.html", "/2.html?view=full");
    }

    @Test
    void hazardA2SearchStateInEveryLinkMakesNoNewRelease() {
        String state = "&pageIndex=1&startDate=2025-03-0%s&endDate=2026-03-0%s&srchWord=&period=";
        for (int day = 1; day <= 2; day++) {
            site.release("/view?newsId=7" + state.formatted(day, day));
            site.release("/view?newsId=8" + state.formatted(day, day));
        }
        list("/view?newsId=7" + state.formatted(1, 1), "/view?newsId=8" + state.formatted(1, 1));
        site.watch(ONE_LIST + "siteId: 'newsId=(\\d+)'\n").after(HOUR);
        list("/view?newsId=7" + state.formatted(2, 2), "/view?newsId=8" + state.formatted(2, 2));
        site.after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/view?newsId=7", "/view?newsId=8");
    }

    @Test
    void hazardA3EmptyParametersInAnyOrderAreOneRelease() {
        String[] ways = {"seq=7&srchFr=&srchTo=&titleNm=", "seq=7", "multi=&seq=7&srchTo="};
        for (String way : ways) {
            site.release("/view?" + way);
        }
        list("/view?" + ways[0], "/view?" + ways[1], "/view?" + ways[2]);
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).containsExactly("/view?seq=7");
    }

    @Test
    void hazardA4AnAmpersandThatWasEscapedTwiceIsUnescaped() {
        site.release("/view?seq=7&srchTo=");
        site.release("/view?seq=8&srchTo=");
        list("/view?seq=7&amp;amp;srchTo=", "/view?seq=8&amp;srchTo=");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/view?seq=7", "/view?seq=8");
        assertThat(site.asked).contains("/view?seq=7&srchTo=");
    }

    /** That {@code www.} is folded too takes names that loopback has not: see IdentityTest. */
    @Test
    void hazardA5TheSchemeIsFoldedInTheKeyAndNeverInTheRequest() {
        site.release("/news/7");
        list("$BASE/news/7", "/news/7");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.published()).singleElement().satisfies(page -> {
            assertThat(page.url()).isEqualTo(site.key("/news/7"));
            assertThat(page.facts().requestedUrl()).isEqualTo(site.url("/news/7"));
        });
    }

    @Test
    void hazardA6ANumberCountsInItsBoardOnly() {
        site.release("/brd/m_1/view?seq=7");
        site.release("/brd/m_2/view?seq=7");
        list("/brd/m_1/view?seq=7", "/brd/m_2/view?seq=7");
        site.watch(ONE_LIST + "siteId: '(m_\\d+)/view\\?seq=(\\d+)'\n").after(HOUR);

        assertThat(site.published())
                .extracting(page -> page.facts().siteId().orElseThrow())
                .containsExactlyInAnyOrder("m_1-7", "m_2-7");
    }

    @Test
    void hazardA7AFeedsPathAndTheSitesOwnAreOneRelease() {
        site.release("/www/m_1/view?seq=7");
        site.release("/eng/m_1/view?seq=7");
        feed("/feed", "/www/m_1/view?seq=7");
        list("/eng/m_1/view?seq=7");
        site.watch("""
                        lists: [{url: '$BASE/feed'}, {url: '$BASE/news'}]
                        siteId: '(m_\\d+)/view\\?seq=(\\d+)'
                        canonical: '$BASE/eng/{1}/view?seq={2}'
                        """).after(HOUR);

        assertThat(site.keys()).containsExactly("/eng/m_1/view?seq=7");
    }

    @Test
    void hazardA8ASisterHostIsNotFollowedUnlessTheSourceNamesIt() {
        site.release("/news/7");
        list("/news/7", "$OTHER/news/8");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).containsExactly("/news/7");
        assertThat(site.asked).noneMatch(path -> path.startsWith("other"));
    }

    @Test
    void hazardA9OneReleaseUnderFivePageNamesIsOne() {
        String[] names = {"ReleasePage", "ReleseDetail", "ReleseDetailm", "ReleaseIframe", "Releaseshare"};
        String[] links = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            links[i] = "/" + names[i] + ".aspx?PRID=7";
            site.release(links[i]);
        }
        list(links);
        site.watch(ONE_LIST + "siteId: 'PRID=(\\d+)'\ncanonical: '$BASE/ReleasePage.aspx?PRID={1}'\n")
                .after(HOUR);

        assertThat(site.keys()).containsExactly("/ReleasePage.aspx?PRID=7");
    }

    @Test
    void hazardA10OneMessageUnderSeveralDepartmentsHostsIsOne() {
        site.release("/msg?msg-id=7");
        list("/msg?msg-id=7", "$OTHER/msg?msg-id=7");
        site.watch(ONE_LIST + "hosts: ['127.0.0.2']\nsiteId: 'msg-id=(\\d+)'\ncanonical: '$BASE/msg?msg-id={1}'\n")
                .after(HOUR);

        assertThat(site.keys()).containsExactly("/msg?msg-id=7");
    }

    @Test
    void hazardA11AQueryWithoutKeysIsLeftAsItIs() {
        site.release("/briefings.htm?dtl/28/Transcript+of+the+briefing");
        site.release("/briefings.htm?dtl/29/Transcript+of+the+briefing");
        list("/briefings.htm?dtl/28/Transcript+of+the+briefing", "/briefings.htm?dtl/29/Transcript+of+the+briefing");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys())
                .containsExactlyInAnyOrder(
                        "/briefings.htm?dtl/28/Transcript+of+the+briefing",
                        "/briefings.htm?dtl/29/Transcript+of+the+briefing");
    }

    @Test
    void hazardA12OnlyTheNumberAndTheLanguageCountNotTheSlug() {
        site.release("/en/2026IPR07/a-pier-opens");
        site.release("/fr/2026IPR07/une-jetee");
        list("/en/2026IPR07/a-pier-opens", "/fr/2026IPR07/une-jetee");
        site.watch(ONE_LIST + "siteId: '/(\\w\\w)/(\\d+IPR\\d+)/'\ncanonical: '$BASE/{1}/{2}'\n");
        site.after(HOUR);
        site.release("/en/2026IPR07/the-pier-opens-at-last");
        list("/en/2026IPR07/the-pier-opens-at-last", "/fr/2026IPR07/une-jetee");
        site.after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/en/2026IPR07", "/fr/2026IPR07");
    }

    @Test
    void hazardA13TwoReleasesThatShareACutSlugStayTwo() {
        site.release("/news/7/the-ministry-of-ports-announces");
        site.release("/news/8/the-ministry-of-ports-announces");
        list("/news/7/the-ministry-of-ports-announces", "/news/8/the-ministry-of-ports-announces");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys())
                .containsExactlyInAnyOrder(
                        "/news/7/the-ministry-of-ports-announces", "/news/8/the-ministry-of-ports-announces");
    }

    @Test
    void hazardA14RowsThatLinkByScriptAreReadByTheSourcesPattern() {
        site.release("/view?seq=32");
        site.release("/view?seq=33");
        site.page(
                "/news",
                "<ul class=rows><li><a href='#' onclick=\"f_view('32')\">The ministry opens a pier</a> 2026-03-01</li>"
                        + "<li><a href='#' onclick=\"f_view('33')\">The ministry closes a quay</a> 2026-02-27</li></ul>");
        site.watch(
                        "lists: [{url: '$BASE/news', row: '.rows li', onclick: \"f_view\\\\('(\\\\d+)'\\\\)\", address: '/view?seq={1}'}]\n")
                .after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/view?seq=32", "/view?seq=33");
    }

    @Test
    void hazardA15AScriptThatPostsForAFileIsNoReleaseAndNothingIsAskedForIt() {
        site.release("/news/7");
        site.release("/news/8");
        site.page(
                "/news",
                "<ul><li><a href='/news/7'>The ministry opens a pier</a> 2026-03-01"
                        + " <a href=\"javascript:goDownLoad('pier.hwp','/upload')\">pier.hwp</a></li>"
                        + "<li><a href='/news/8'>The ministry closes a quay</a> 2026-02-27"
                        + " <a href=\"javascript:goDownLoad('quay.hwp','/upload')\">quay.hwp</a></li></ul>");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.keys()).containsExactlyInAnyOrder("/news/7", "/news/8");
        assertThat(site.asked).containsOnly("/robots.txt", "/news", "/news/7", "/news/8");
    }

    @Test
    void hazardA16LinksWithoutHostInAFeedAreSeenFromItsOwnLink() {
        site.release("/j/press/7.html");
        feed("/j/press/index.xml", "/j/press/7.html");
        site.watch("lists: [{url: '$BASE/j/press/index.xml'}]\n").after(HOUR);

        assertThat(site.keys()).containsExactly("/j/press/7.html");
    }

    @Test
    void hazardA17ALinkThroughACounterIsThePageThatItLeadsTo() {
        site.release("/press/7.html");
        site.redirect("/insideLink/2026-7.html", "/press/7.html");
        site.redirect("/insideLink/2026-8.html", "/press/8.html");
        site.release("/press/8.html");
        feed("/feed", "/insideLink/2026-7.html", "/insideLink/2026-8.html");
        list("/press/7.html");
        site.watch("every: 2h\nlists: [{url: '$BASE/news'}, {url: '$BASE/feed'}]\n")
                .after(Duration.ofDays(2));

        assertThat(site.keys()).containsExactlyInAnyOrder("/press/7.html", "/press/8.html");
        assertThat(site.asked.stream().filter("/insideLink/2026-7.html"::equals))
                .hasSize(1);
        assertThat(site.known("/press/8.html")).isPresent();
    }

    /** Only a list that came over TLS shows that its host knows it; loopback has no certificate: for the rest see HazardVisitsTest. */
    @Test
    void hazardA18WithoutTlsALinkStaysAsItIsWritten() {
        site.release("/news/7");
        site.release("/news/8");
        list("$BASE/news/7", "/news/8");
        site.watch(ONE_LIST).after(HOUR);

        assertThat(site.published())
                .extracting(page -> page.facts().requestedUrl())
                .containsExactlyInAnyOrder(site.url("/news/7"), site.url("/news/8"));
    }

    @Test
    void hazardA19AListThatIsGoneOrHasMovedAwayIsNamedAndOneThatMovedOnItsHostIsFollowed() {
        site.release("/news/7");
        list("/news/7");
        site.watch(ONE_LIST).after(HOUR);
        site.redirect("/news", "/2026/news");
        site.page("/2026/news", rows("/news/7", "/news/8"));
        site.release("/news/8");
        site.after(HOUR);
        assertThat(site.keys()).containsExactly("/news/7", "/news/8");
        assertThat(site.status().state()).isEqualTo(State.COMPLETE);

        site.put("/2026/news", new HazardSite.Answer(404, "text/html", "gone", java.util.Map.of()));
        site.after(HOUR);
        assertThat(site.status().state()).isEqualTo(State.STALE);
        assertThat(site.status().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("http-404", "/news"));
    }

    @Test
    void hazardA19AListThatBeginsAnewEachYearIsAwaitedInJanuaryAndMissedLater() {
        site.release("/news/6");
        site.release("/news/7");
        site.page("/2026/news", rows("/news/7", "/news/6"));
        site.clock.to(Instant.parse("2027-01-02T09:00:00Z"));
        site.watch("lists: [{url: '$BASE/{year}/news'}]\n").after(HOUR);
        assertThat(site.keys()).containsExactlyInAnyOrder("/news/6", "/news/7");
        assertThat(site.status().state()).as("before the year's first release").isEqualTo(State.COMPLETE);

        site.release("/news/8");
        site.page("/2027/news", rows("/news/8"));
        site.after(HOUR);
        assertThat(site.keys()).as("the first one, alone").contains("/news/8");
        site.release("/news/9");
        site.page("/2027/news", rows("/news/9", "/news/8"));
        site.after(HOUR);
        assertThat(site.keys()).containsExactlyInAnyOrder("/news/6", "/news/7", "/news/8", "/news/9");
        assertThat(site.status().state()).isEqualTo(State.COMPLETE);

        site.put("/2027/news", new HazardSite.Answer(404, "text/html", "gone", java.util.Map.of()));
        site.clock.to(Instant.parse("2027-02-02T09:00:00Z"));
        site.after(Duration.ofHours(2));
        assertThat(site.status().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("http-404", "/2027/news"));
    }

    private void list(String... links) {
        site.page("/news", rows(links));
    }

    static String rows(String... links) {
        StringBuilder rows = new StringBuilder("<title>News</title><ul>");
        for (int i = 0; i < links.length; i++) {
            rows.append("<li><a href='")
                    .append(links[i])
                    .append("'>The ministry of ports has news, number ")
                    .append(i)
                    .append("</a> 2026-02-0")
                    .append(9 - i)
                    .append("</li>");
        }
        return rows.append("</ul>").toString();
    }

    private void feed(String path, String... links) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < links.length; i++) {
            items.append("<item><title>News ")
                    .append(i)
                    .append("</title><link>")
                    .append(links[i])
                    .append("</link></item>");
        }
        site.xml(
                path,
                "<?xml version='1.0'?><rss version='2.0'><channel><title>Press</title><link>$BASE/</link>" + items
                        + "</channel></rss>");
    }
}
