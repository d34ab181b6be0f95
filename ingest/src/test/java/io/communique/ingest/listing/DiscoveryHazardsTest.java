package io.communique.ingest.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.page.Bytes;
import io.communique.ingest.source.ListRules;
import io.communique.ingest.source.Paging;
import io.communique.ingest.source.SourceList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What is hazardous about addresses (A) and lists (B) of real press sites, a test each. */
final class DiscoveryHazardsTest {
    private static final URI BASE = URI.create("https://ports.example/news/list.do?menu=4");

    @Test
    void a4AnAddressThatWasUnescapedOnceTooFewIsUnescaped() {
        Listing list = read("<ul><li><a href='view.do?id=1&amp;amp;page=2'>Ferry line opens to the north</a></li>"
                + "<li><a href='view.do?id=2&amp;amp;page=2'>New rules for pilots at night</a></li></ul>");

        assertThat(addresses(list)).containsExactly("/news/view.do?id=1&page=2", "/news/view.do?id=2&page=2");
    }

    @Test
    void a14RowsThatLinkByScriptAreReadByThePatternAndAddressOfTheSource() {
        String page =
                "<table><tr><td><a href='#' onclick=\"f_view('322472')\">Ferry line opens to the north</a></td><td>2026-03-02</td></tr>"
                        + "<tr><td><a href=\"javascript:f_view('322471');\">New rules for pilots at night</a></td><td>2026-03-01</td></tr></table>";
        ListRules rules = new ListRules(
                Optional.empty(),
                Optional.of(Pattern.compile("f_view\\('(\\d+)'\\)")),
                Optional.of("/eng/view.do?seq={1}"),
                Optional.empty(),
                Optional.empty());

        Listing list = read(page, rules);

        assertThat(addresses(list)).containsExactly("/eng/view.do?seq=322472", "/eng/view.do?seq=322471");
        assertThat(list.items())
                .extracting(Candidate::date)
                .containsExactly(Optional.of("2026-03-02"), Optional.of("2026-03-01"));
        assertThat(read(page).items()).isEmpty();
    }

    @Test
    void a14WhatAScriptSaysCannotChangeWhatTheAddressIsAbout() {
        ListRules rules = new ListRules(
                Optional.empty(),
                Optional.of(Pattern.compile("go\\('(.*?)'\\)")),
                Optional.of("/view.do?seq={1}"),
                Optional.empty(),
                Optional.empty());

        Listing list = read(
                "<ul><li><a href=# onclick=\"go('1&admin=1#x')\">Ferry line opens to the north</a></li>"
                        + "<li><a href=# onclick=\"go('@elsewhere.example')\">New rules for pilots at night</a></li></ul>",
                rules);

        assertThat(addresses(list))
                .containsExactly("/view.do?seq=1%26admin%3D1%23x", "/view.do?seq=%40elsewhere.example");
    }

    @Test
    void a15AScriptThatDownloadsAFileIsNoItem() {
        Listing list = read(
                "<ul><li><a href='view?id=1'>Ferry line opens to the north</a> <a href=\"javascript:goDownLoad('a','b','c')\">plan.hwp</a></li>"
                        + "<li><a href='view?id=2'>New rules for pilots at night</a> <a href=\"javascript:goDownLoad('d','e','f')\">rules.hwp</a></li></ul>");

        assertThat(addresses(list)).containsExactly("/news/view?id=1", "/news/view?id=2");
    }

    @Test
    void a16LinksWithoutHostInAFeedAreSeenFromTheFeedsOwnLink() {
        Listing list = read("<rss><channel><link>https://navy.example/j/</link><item><title>Tides</title>"
                + "<link>/j/press/19a.html</link></item></channel></rss>");

        assertThat(list.items())
                .extracting(Candidate::url)
                .containsExactly(URI.create("https://navy.example/j/press/19a.html"));
    }

    @Test
    void a17AndB10OfAFeedAboutEverythingOnlyWhatTheSourceKeepsIsTaken() {
        String feed = "<rss><channel><item><title>Tides</title><link>https://ports.example/press/1.html</link></item>"
                + "<item><title>Jobs</title><link>https://ports.example/jobs/2.html</link></item>"
                + "<item><title>Counter</title><link>https://counter.example/inside/3.html</link></item></channel></rss>";
        ListRules rules = new ListRules(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Pattern.compile("^https://ports\\.example/press/")));

        assertThat(addresses(read(feed, rules))).containsExactly("/press/1.html");
    }

    @Test
    void b2AListAsHtmlInsideJsonIsReadWhereverItStands() {
        String json =
                "[{\"command\":\"settings\"},{\"command\":\"insert\",\"data\":\"<ul><li><a href='/n/1'>Ferry line opens to the north</a>"
                        + " 2026-03-02</li><li><a href='/n/2'>New rules for pilots at night</a> 2026-03-01</li></ul>\"}]";

        assertThat(addresses(read(json))).containsExactly("/n/1", "/n/2");
        assertThat(addresses(read(
                        json,
                        json(new ListRules.JsonPointers(
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("/1/data"))))))
                .containsExactly("/n/1", "/n/2");
    }

    @Test
    void b3AnOpaqueCursorIsFollowedNotBuilt() {
        Listing list = read(
                "<ul><li><a href=1>Ferry line opens to the north</a></li><li><a href=2>New rules for pilots at night</a></li></ul>"
                        + "<a rel='nofollow next' href='?state=H4sIAAAA%2Fw%3D%3D'>2</a>");

        assertThat(list.next()).contains(URI.create("https://ports.example/news/list.do?state=H4sIAAAA%2Fw%3D%3D"));
    }

    @Test
    void b4AShellThatAScriptWouldFillShowsNoItems() {
        assertThat(read("<body><div id=app></div><script src=app.js></script></body>")
                        .items())
                .isEmpty();
    }

    @Test
    void b6DatesThatStandInCommentsAloneAreFound() {
        Listing list = read("<dl><!-- dt>2026年3月2日</dt --><dd><a href=1>港湾の安全に関する新しい規則について</a></dd>"
                + "<!-- dt>2026年3月1日</dt --><dd><a href=2>離島航路の再開についてのお知らせ</a></dd></dl>");

        assertThat(list.items())
                .extracting(Candidate::date)
                .containsExactly(Optional.of("2026年3月2日"), Optional.of("2026年3月1日"));
    }

    @Test
    void b8AnItemThatIsPinnedAboveTheRowsIsFoundByItsAddress() {
        Listing list =
                read("<div class=top><p><a href='view.do?id=7&pin=y'>Storm warning for all harbours</a></p></div><ul>"
                        + "<li><a href='view.do?id=9'>Ferry line opens to the north</a> 2026-03-02</li>"
                        + "<li><a href='view.do?id=8'>New rules for pilots at night</a> 2026-03-01</li>"
                        + "<li><a href='view.do?id=6'>Lighthouse is open to visitors</a> 2026-02-27</li></ul>"
                        + "<p><a href='view.do?page=2'>Next page of all the news</a></p>");

        assertThat(addresses(list))
                .containsExactly(
                        "/news/view.do?id=9", "/news/view.do?id=8", "/news/view.do?id=6", "/news/view.do?id=7&pin=y");
    }

    @Test
    void b11AWebPageWhereAFeedIsExpectedIsNoList() {
        SourceList feed = new SourceList(URI.create("https://ports.example/rss/news.xml"), Optional.empty());
        Bytes page = bytes(
                "<h1>We are experiencing technical difficulties</h1><ul><li><a href=/a>About the ministry of ports</a></li>"
                        + "<li><a href=/b>Contact the ministry of ports</a></li></ul>");

        Listing list = Candidates.read(page, Optional.of("application/xml"), feed.url(), feed);

        assertThat(list.items()).isEmpty();
        assertThat(list.trouble()).contains("a web page came where a feed was expected");
    }

    @Test
    void b12AFeedEntryWithoutDateIsAnItemWithoutDate() {
        assertThat(
                        read("<rss><channel><item><title>Tides</title><link>https://ports.example/1</link></item></channel></rss>")
                                .items())
                .containsExactly(
                        new Candidate(URI.create("https://ports.example/1"), Optional.of("Tides"), Optional.empty()));
    }

    @Test
    void apisOfKnownSystemsAreReadWithoutPointers() {
        String wordPress =
                "[{\"id\":5,\"link\":\"https://ports.example/5\",\"title\":{\"rendered\":\"Tides &#038; winds\"},\"date\":\"2026-03-02T09:00:00\"}]";
        String plone =
                "{\"@id\":\"https://ports.example/@search\",\"batching\":{\"next\":\"https://ports.example/@search?b_start=25\"},"
                        + "\"items\":[{\"@id\":\"https://ports.example/noticias/mares\",\"title\":\"Mares\",\"effective\":\"2026-03-02\"}]}";
        String search =
                "{\"results\":[{\"title\":\"Tides\",\"link\":\"/government/news/tides\",\"public_timestamp\":\"2026-03-02T09:00:00Z\"}],\"total\":1}";
        String jsonFeed =
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"next_url\":\"/feed.json?p=2\",\"items\":[{\"id\":\"1\",\"url\":\"https://ports.example/1\",\"title\":\"Tides\",\"date_published\":\"2026-03-02\"}]}";

        assertThat(read(wordPress).items())
                .containsExactly(new Candidate(
                        URI.create("https://ports.example/5"),
                        Optional.of("Tides & winds"),
                        Optional.of("2026-03-02T09:00:00")));
        assertThat(addresses(read(plone))).containsExactly("/noticias/mares");
        assertThat(read(plone).next()).contains(URI.create("https://ports.example/@search?b_start=25"));
        assertThat(addresses(read(search))).containsExactly("/government/news/tides");
        assertThat(read(jsonFeed).next()).contains(URI.create("https://ports.example/feed.json?p=2"));
        assertThat(read(jsonFeed).items()).extracting(Candidate::date).containsExactly(Optional.of("2026-03-02"));
    }

    @Test
    void pointersOfTheSourceWin() {
        String json = "{\"decoy\":[{\"url\":\"/x\",\"title\":\"X\"},{\"url\":\"/y\",\"title\":\"Y\"}],"
                + "\"data\":{\"list\":[{\"no\":17,\"subject\":\"Tides\",\"reg\":\"2026-03-02\"}]}}";
        ListRules rules = new ListRules(
                Optional.empty(),
                Optional.empty(),
                Optional.of("/view/{1}"),
                Optional.of(new ListRules.JsonPointers(
                        "/data/list",
                        "/no",
                        Optional.of("/subject"),
                        Optional.of("/reg"),
                        Optional.empty(),
                        Optional.empty())),
                Optional.empty());

        assertThat(read(json, rules).items())
                .containsExactly(new Candidate(
                        URI.create("https://ports.example/view/17"), Optional.of("Tides"), Optional.of("2026-03-02")));
        assertThat(read("{\"data\":3}", rules).trouble()).contains("the JSON has no array at /data/list");
        assertThat(read("{\"data\":", rules).trouble())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("the JSON cannot be read"));
    }

    @Test
    void aNewsSitemapGivesTitlesDatesAndTwins() {
        Listing list = read("<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9' xmlns:xhtml='http://www.w3.org/1999/xhtml'>"
                + "<url><loc>https://ports.example/en/1</loc><lastmod>2026-03-09</lastmod>"
                + "<xhtml:link rel='alternate' hreflang='fi' href='https://ports.example/fi/1'/>"
                + "<news:news><news:publication><news:name>Ports</news:name><news:language>en</news:language></news:publication>"
                + "<news:publication_date>2026-03-02T09:00:00Z</news:publication_date><news:title>Tides</news:title></news:news></url>"
                + "<url><loc>https://ports.example/en/2</loc><lastmod>2026-03-09</lastmod></url></urlset>");

        assertThat(list.form()).isEqualTo(Listing.Form.SITEMAP);
        assertThat(list.items()).hasSize(2);
        assertThat(list.items().get(0).title()).contains("Tides");
        assertThat(list.items().get(0).date()).contains("2026-03-02T09:00Z");
        assertThat(list.items().get(0).twins()).containsEntry("fi", URI.create("https://ports.example/fi/1"));
        // When a page changed is not when it was published.
        assertThat(list.items().get(1).date()).isEmpty();
    }

    @Test
    void anIndexOfSitemapsNamesThemNewestFirstAndACompressedOneIsUnpacked() throws IOException {
        String index = "<?xml version='1.0'?><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<sitemap><loc>https://ports.example/s1.xml</loc><lastmod>2025-01-01</lastmod></sitemap>"
                + "<sitemap><loc>https://ports.example/s2.xml</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>";

        assertThat(read(index).lists())
                .containsExactly(
                        URI.create("https://ports.example/s2.xml"), URI.create("https://ports.example/s1.xml"));
        Listing unpacked = Candidates.read(
                Bytes.copyOf(gzip(index)),
                Optional.empty(),
                URI.create("https://ports.example/sitemap.xml.gz"),
                new SourceList(URI.create("https://ports.example/sitemap.xml.gz"), Optional.empty()));
        assertThat(unpacked.lists()).hasSize(2);
    }

    @Test
    void aSitemapThatAsksForAFileGetsNone() {
        Listing list = read(
                "<?xml version='1.0'?><!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                        + "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://ports.example/&x;</loc></url></urlset>");

        assertThat(addresses(list)).allMatch(path -> path.equals("/"));
    }

    @Test
    void whatStandsInOneHugeRowHasNoDateOfARow() {
        String page = "<ul><li><a href=1>Ferry line opens to the north</a> " + "<i>word </i>".repeat(40_000)
                + "2026-03-02</li><li><a href=2>New rules for pilots at night</a></li></ul>";

        assertThat(read(page).items()).extracting(Candidate::date).containsOnly(Optional.empty());
    }

    @Test
    void aPageOfNothingButLinksCostsNoMoreThanItWeighs() {
        String links = "<a href=x>y</a>".repeat(60_000);

        assertThat(read("<p>2026-03-02</p>" + links).items()).hasSizeLessThanOrEqualTo(2_000);
    }

    private static ListRules json(ListRules.JsonPointers pointers) {
        return new ListRules(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(pointers), Optional.empty());
    }

    private static List<String> addresses(Listing list) {
        return list.items().stream()
                .map(item -> item.url().getRawPath()
                        + (item.url().getRawQuery() == null
                                ? ""
                                : "?" + item.url().getRawQuery()))
                .toList();
    }

    private static Listing read(String text) {
        return read(text, ListRules.LEARNED);
    }

    private static Listing read(String text, ListRules rules) {
        return Candidates.read(
                bytes(text),
                Optional.of("text/html; charset=utf-8"),
                BASE,
                new SourceList(BASE, rules, Paging.DEFAULT));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(UTF_8));
    }
}
