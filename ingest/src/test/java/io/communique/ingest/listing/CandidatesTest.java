package io.communique.ingest.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.page.Bytes;
import io.communique.ingest.source.SourceList;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class CandidatesTest {
    private static final URI BASE = URI.create("https://ports.example/news/");

    private static final String MENU = "<nav><ul><li><a href='/a'>The ministry and its history since 1890</a></li>"
            + "<li><a href='/b'>Our harbours and their timetables</a></li><li><a href='/c'>Licences for boats and for crews</a></li></ul></nav>";

    @Test
    void rowsWithDatesAreFoundAmongMenus() {
        List<Candidate> rows = read(
                MENU
                        + "<table><tr><td>2</td><td><a href='v?id=2'>Ferry line opens to the north</a></td><td>2026-03-02</td></tr>"
                        + "<tr class=odd><td>1</td><td><a href='v?id=1'>New rules for pilots at night</a></td><td>2026-02-27</td></tr></table>");

        assertThat(rows)
                .containsExactly(
                        row("v?id=2", "Ferry line opens to the north", "2026-03-02"),
                        row("v?id=1", "New rules for pilots at night", "2026-02-27"));
    }

    @Test
    void aRowThatLinksItsPictureItsHeadlineAndMoreIsOneItem() {
        List<Candidate> rows = read(
                "<ul><li><a href='1'><img alt=x></a><h3><a href='1'>Ferry line opens to the north</a></h3><a href='1'>More</a></li>"
                        + "<li><a href='2'><img alt=x></a><h3><a href='2'>New rules for pilots at night</a></h3><a href='2'>More</a></li></ul>");

        assertThat(rows)
                .extracting(Candidate::title)
                .containsExactly(
                        Optional.of("Ferry line opens to the north"), Optional.of("New rules for pilots at night"));
    }

    @Test
    void aTitleCutWithDotsIsTakenWholeFromItsAttribute() {
        List<Candidate> rows = read(
                "<ul><li><a href='1' title='Ferry line opens to the north this spring'>Ferry line opens ...</a> 2026-03-02</li>"
                        + "<li><a href='2' title='New rules for pilots at night'>New rules for …</a> 2026-03-01</li></ul>");

        assertThat(rows)
                .extracting(Candidate::title)
                .containsExactly(
                        Optional.of("Ferry line opens to the north this spring"),
                        Optional.of("New rules for pilots at night"));
    }

    @Test
    @Timeout(20)
    void aPageOfNothingButOneLinkCostsNoMoreThanItWeighs() {
        String link = "<a href='/same'>The harbour has one piece of news and says it again</a>";

        assertThat(read("<div><div>" + link.repeat(20_000) + "</div></div>")).hasSize(1);
        assertThat(read("<ul>" + ("<li>" + link + "</li>").repeat(20_000) + "</ul>"))
                .hasSize(1);
    }

    @Test
    void aHeadlineThatSpeaksOfADayIsNoHeadingOfTheRowsBelow() {
        List<Candidate> rows = read("<dl><dt>8月12日付</dt><dd><ul><li><a href='1'>港湾の安全に関する新しい規則について</a></li>"
                + "<li><a href='2'>港湾長の任命（令和8年8月1日付）</a></li>"
                + "<li><a href='3'>離島航路の再開についてのお知らせ</a></li></ul></dd></dl>");

        assertThat(rows)
                .extracting(Candidate::date)
                .containsExactly(Optional.of("8月12日"), Optional.of("令和8年8月1日"), Optional.of("8月12日"));
    }

    @Test
    void theDayBesideAHeadlineComesBeforeOneThatItSpeaksOf() {
        List<Candidate> rows =
                read("<ul><li><a href='1'>Report on the regatta of 3 May 2026</a> <span>5 May 2026</span></li>"
                        + "<li><a href='2'>Harbour walls are painted again</a> <span>4 May 2026</span></li>"
                        + "<li><a href='3'>2 May 2026 The pilots have a new boat</a></li></ul>");

        assertThat(rows)
                .extracting(Candidate::date)
                .containsExactly(Optional.of("5 May 2026"), Optional.of("4 May 2026"), Optional.of("2 May 2026"));
    }

    @Test
    void aDayWithoutYearTakesTheYearOfTheHeadingAbove() {
        List<Candidate> rows = read("<h2>令和8年</h2><dl><dt>8月12日</dt><dd><ul><li><a href='1'>港湾の安全に関する新しい規則について</a></li>"
                + "<li><a href='2'>離島航路の再開についてのお知らせ</a></li></ul></dd></dl>");

        assertThat(rows).extracting(Candidate::date).containsOnly(Optional.of("令和8年8月12日"));
    }

    @Test
    void selectorsOfTheSourceWin() {
        SourceList.Selectors selectors =
                new SourceList.Selectors(".menu-like a.item", Optional.empty(), Optional.empty(), Optional.empty());

        List<Candidate> rows = Candidates.read(
                        bytes("<div class=menu-like></div>" + MENU),
                        Optional.empty(),
                        BASE,
                        new SourceList(BASE, Optional.of(selectors)))
                .items();

        assertThat(rows).isEmpty();
    }

    @Test
    void aPageOfLinksWithoutTextGivesNothing() {
        assertThat(read("<p>Nothing here.</p>")).isEmpty();
    }

    @Test
    void feedsOfAllThreeKindsAreRead() {
        String rss =
                "<?xml version='1.0'?><rss><channel><link>https://ports.example/home/</link><item><title>Tides &amp;amp; winds</title>"
                        + "<link>a.html</link><pubDate>Wed, 11 Mar 2026 09:00:00 JST</pubDate></item></channel></rss>";
        String atom =
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Tides</title><link rel='self' href='https://x.example/'/>"
                        + "<link href='https://ports.example/a.html'/><updated>2026-03-11T00:00:00Z</updated></entry></feed>";
        String rdf =
                "<rdf:RDF xmlns:rdf='r'><item><title>Tides</title><link>https://ports.example/a.html</link><dc:date>2026-03-11</dc:date></item></rdf:RDF>";

        assertThat(read(rss))
                .containsExactly(new Candidate(
                        URI.create("https://ports.example/home/a.html"),
                        Optional.of("Tides & winds"),
                        Optional.of("Wed, 11 Mar 2026 09:00:00 JST")));
        assertThat(read(atom)).extracting(Candidate::url).containsExactly(URI.create("https://ports.example/a.html"));
        assertThat(read(rdf)).extracting(Candidate::date).containsExactly(Optional.of("2026-03-11"));
    }

    @Test
    void aFeedIsReadInTheEncodingThatItDeclares() {
        String feed = "<?xml version='1.0' encoding='Shift_JIS'?><rss><channel><item><title>港湾の安全</title>"
                + "<link>https://ports.example/1</link></item></channel></rss>";

        List<Candidate> entries = Candidates.read(
                        Bytes.copyOf(feed.getBytes(Charset.forName("Shift_JIS"))),
                        Optional.empty(),
                        BASE,
                        new SourceList(BASE, Optional.empty()))
                .items();

        assertThat(entries).extracting(Candidate::title).containsExactly(Optional.of("港湾の安全"));
    }

    @Test
    void aByteOrderMarkBeforeTheFeedIsSkipped() {
        assertThat(read("\ufeff<?xml version='1.0' encoding='UTF-8'?><rss><channel><item><title>港湾の安全</title>"
                        + "<link>https://ports.example/1</link></item></channel></rss>"))
                .extracting(Candidate::title)
                .containsExactly(Optional.of("港湾の安全"));
    }

    @Test
    void anEntityOfTheOutsideWorldIsNotLookedUp() {
        String feed =
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel><item><title>a&x;b</title>"
                        + "<link>https://ports.example/1</link></item></channel></rss>";

        assertThat(read(feed)).extracting(Candidate::title).containsExactly(Optional.of("a&x;b"));
    }

    private static Candidate row(String link, String title, String date) {
        return new Candidate(BASE.resolve(link), Optional.of(title), Optional.of(date));
    }

    private static List<Candidate> read(String text) {
        return Candidates.read(
                        bytes(text),
                        Optional.of("text/html; charset=utf-8"),
                        BASE,
                        new SourceList(BASE, Optional.empty()))
                .items();
    }

    private static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(UTF_8));
    }
}
