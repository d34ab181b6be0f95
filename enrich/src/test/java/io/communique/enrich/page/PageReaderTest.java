package io.communique.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Block;
import io.communique.contract.release.Published;
import io.communique.enrich.page.Rejected.Reason;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageReaderTest {
    private static final PageReader READER = new PageReader();
    private static final Instant FETCHED = Instant.parse("2026-06-30T12:00:00Z");

    private static final String TEXT =
            "<p>1. The ministry opens the northern harbour to ferries this week, the minister said on Monday at the quay, and"
                    + " invites everybody to the first sailing.</p><p>&nbsp;</p><p>° Freight will follow in the autumn, once the cranes that were"
                    + " ordered last year have been tested.</p><p>&nbsp;</p><p>* unofficial translation</p>";

    @Test
    void aBoardPageIsReadWithoutItsFurniture() {
        Article article = article(
                page(board("<dl class=info><dt>Date</dt><dd>2026-05-18</dd><dt>Hit</dt><dd>1,776</dd></dl>", TEXT)));

        assertThat(article.title()).contains("Northern Harbour Opens to Ferries");
        assertThat(article.published().at()).contains("2026-05-18");
        assertThat(article.published().from()).isEqualTo(Published.From.PAGE);
        assertThat(article.body()).startsWith("1. The ministry opens").endsWith("* unofficial translation");
        assertThat(article.blocks())
                .extracting(block -> block.marker().orElse(""))
                .containsExactly("1.", "°", "*");
        assertThat(article.blocks().get(2).kind()).isEqualTo(Block.Kind.NOTE);
        assertThat(article.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("Northern Harbour.hwp");
            assertThat(file.url()).contains("https://ports.example/file.do?seq=7&sn=1");
            assertThat(file.mediaType()).contains("application/x-hwp");
        });
        assertThat(article.language()).contains("en");
    }

    @Test
    void aFootersDateIsNotTheReleases() {
        Article article = article(page(board("", TEXT)));

        assertThat(article.published()).isEqualTo(Published.unknown());
    }

    @Test
    void listOrFeedDateAPageThatDoesNot() {
        RawPage page = page(
                board("", TEXT).getBytes(UTF_8),
                Optional.of("text/html"),
                new ListingHint(Optional.empty(), Optional.of("Mon, 18 May 2026 09:00:00 +0900")));

        assertThat(article(page).published())
                .isEqualTo(new Published(
                        Optional.of("2026-05-18T09:00+09:00"),
                        Optional.of(Published.Precision.TIME),
                        Published.From.FEED));
    }

    /** The heads that one ministry's boards have had over the years: skip links apart or in one line, social networks, counters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>메뉴로 바로가기</p><p>본문 바로가기</p><p>검색창 열기</p>",
                "<div><a href=#a>메뉴 바로가기</a> <a href=#b>본문 바로가기</a></div><ol><li>Ministry of  Ports facebook</li><li>Ministry of  Ports youtube</li></ol>",
                "<p>본문 바로가기</p><div><a href=/ko>KOR</a></div>",
                "<div>바로가기 메뉴 본문 바로가기 주메뉴 바로가기</div><div>이 누리집은 대한민국 공식 전자정부 누리집입니다.</div>"
            })
    void noHeadOfABoardReachesTheBody(String head) {
        Article article = article(page(board("", TEXT).replace("<body>", "<body>" + head)));

        assertThat(article.title()).contains("Northern Harbour Opens to Ferries");
        assertThat(article.body()).startsWith("1. The ministry opens").doesNotContain("바로가기", "facebook", "KOR");
    }

    @ParameterizedTest
    @CsvSource({"euc-kr, EUC-KR, x-windows-949", "ks_c_5601-1987, x-windows-949, x-windows-949", "utf-8, UTF-8, UTF-8"})
    void koreanIsReadInTheEncodingThatTheLabelMeans(String label, String written, String read) {
        String html = "<html><head><meta charset=" + label + "><title>항만 안전 점검</title></head><body><h1>항만 안전 점검</h1>"
                + "<p>항만부는 전국의 항만을 점검한 결과를 발표하고 위험한 곳을 모두 고치기로 했다고 오늘 밝혔다.</p></body></html>";

        Article article = article(page(html.getBytes(Charset.forName(written)), Optional.empty(), ListingHint.none()));

        assertThat(article.body()).contains("항만부는 전국의 항만을");
        assertThat(article.charset()).contains(read);
        assertThat(article.language()).contains("ko");
        assertThat(article.quality().warnings()).isEmpty();
    }

    @Test
    void aHeaderThatContradictsTheBytesLoses() {
        String html = board(
                "",
                "<p>Le ministère a décidé que la ligne des îles serait rétablie dès l’été, a déclaré la ministre à l’issue du conseil.</p>");

        Article article =
                article(page(html.getBytes(UTF_8), Optional.of("text/html; charset=euc-kr"), ListingHint.none()));

        assertThat(article.body()).contains("rétablie dès l’été");
    }

    @Test
    void rowsOfATableStandOnTheirOwnLines() {
        Article article = article(page(board(
                "",
                TEXT + "<table><tr><th>Port</th><th>Tonnes</th></tr><tr><td>North</td><td>7,900</td></tr></table>")));

        assertThat(article.body()).contains("Port\tTonnes", "North\t7,900");
    }

    @Test
    void linesThatWereOnlyWrappedAreJoinedAndBlankOnesPartParagraphs() {
        Article article = article(page(board(
                "",
                "<div>The ministry opens the northern harbour to ferries this week<br>and invites everybody to the first sailing.<br><br>"
                        + "Freight will follow in the autumn, once the cranes have been tested.</div>")));

        assertThat(article.body())
                .isEqualTo(
                        "The ministry opens the northern harbour to ferries this week and invites everybody to the first sailing."
                                + "\n\nFreight will follow in the autumn, once the cranes have been tested.");
    }

    @Test
    void hiddenHyphensAndHardSpacesAreGone() {
        Article article = article(
                page(
                        board(
                                "",
                                "<p>The minis\u00adtry opens&nbsp;the northern harbour to fer&shy;ries this week, and invites everybody.</p>")));

        assertThat(article.body())
                .isEqualTo("The ministry opens the northern harbour to ferries this week, and invites everybody.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <h1>Page not found</h1><p>Please use the search.</p>                                  | SOFT_404
                    <title>Error 404</title><p>We are sorry.</p>                                          | SOFT_404
                    <h2>페이지를 찾을 수 없습니다</h2><p>주소를 다시 확인해 주세요.</p>                     | SOFT_404
                    <h1>Seite wurde leider nicht gefunden</h1><p>Bitte suchen Sie.</p>                     | SOFT_404
                    <title>Just a moment...</title><p>Checking your browser before you go on.</p>          | CHALLENGE
                    {"title": "not a page"}                                                               | NOT_HTML
                    <?xml version="1.0"?><rss><channel></channel></rss>                                   | NOT_HTML
                    <html><body><script>var text = "none";</script></body></html>                         | SCRIPT_ONLY
                    <html><body><p> </p></body></html>                                                    | EMPTY
                    <html><body><script>alert("존재하지 않는 게시물입니다.");history.back();</script></body></html> | SOFT_404
                    <title>Request Rejected</title><p>The requested URL was rejected. Your support ID is: 7</p> | CHALLENGE
                    <h1>Harbours</h1><p>You are now in line.</p><p>Your estimated wait time is two minutes.</p> | WAITING_ROOM
                    <div id=root></div><p>You need to enable JavaScript to run this app.</p><script></script> | SCRIPT_ONLY
                    """)
    void pagesThatAreNoReleaseAreNamed(String html, Reason reason) {
        assertThat(rejected(page(html)).reason()).isEqualTo(reason);
    }

    @Test
    void aPageOfLinksAndDatesIsAListing() {
        StringBuilder rows = new StringBuilder("<html><body><h1>News</h1><ul>");
        for (int i = 1; i < 20; i++) {
            rows.append("<li><a href=/")
                    .append(i)
                    .append(">Announcement of the ministry, the one of the day, number ")
                    .append(i)
                    .append("</a> <span>2026-03-")
                    .append(10 + i % 9)
                    .append("</span></li>");
        }

        assertThat(rejected(page(rows + "</ul></body></html>")).reason()).isEqualTo(Reason.LISTING);
    }

    @Test
    void anArticleAboutAMissingPageIsAnArticle() {
        String long404 = "<p>"
                + "The archive explains why a page not found years ago matters to those who look for it today. "
                        .repeat(15)
                + "</p>";

        assertThat(article(page("<html><body><h1>Page not found: a history</h1>" + long404 + "</body></html>"))
                        .body())
                .contains("The archive explains");
    }

    @Test
    void anErrorStatusIsNoRelease() {
        RawPage page = page("<h1>All is well</h1>");
        RawPage gone = new RawPage(page.url(), page.body(), withStatus(page.facts(), 410));

        assertThat(rejected(gone).reason()).isEqualTo(Reason.ERROR_STATUS);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ports.example/, WRONG_PAGE",
        "https://ports.example/index.html, WRONG_PAGE",
        "https://ports.example/error/notfound.html, SOFT_404"
    })
    void whereAMissingPageLeadsIsNoRelease(URI finalUrl, Reason reason) {
        RawPage page = page(board("", TEXT));

        assertThat(rejected(new RawPage(page.url(), page.body(), withFinalUrl(page.facts(), finalUrl)))
                        .reason())
                .isEqualTo(reason);
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 400).boxed();
    }

    /** Cut, doubled, misnested, damaged: whatever the bytes, there is an answer, and the body reads what its blocks say. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyRunOfBytesGivesAnArticleOrAReason(long seed) {
        Random random = new Random(seed);
        byte[] bytes =
                board("<time datetime=2026-05-18>18 May 2026</time>", TEXT).getBytes(UTF_8);
        for (int i = random.nextInt(40); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    random.nextBoolean() ? (byte) random.nextInt(256) : "<>/\"'&".getBytes(UTF_8)[random.nextInt(6)];
        }
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));

        String said = READER.read(page(cut, Optional.of("text/html"), ListingHint.none()))
                .fold(
                        article -> article.blocks().stream()
                                        .map(block -> article.body().substring(block.start(), block.end()))
                                        .reduce("", (a, b) -> a.isEmpty() ? b : a + "\n\n" + b)
                                        .equals(article.body())
                                ? "consistent"
                                : "inconsistent",
                        rejected -> rejected.reason().label());

        assertThat(said).isNotEqualTo("inconsistent").isNotEmpty();
    }

    @Test
    void pagesBuiltToHurtEndSoon() {
        String deep = "<div>".repeat(200_000) + "text";
        String wide = "<p></p>".repeat(500_000) + "text";
        String long30 = "<p>" + "Words about a harbour that never ends. ".repeat(800_000) + "</p>";

        // Time that grows with the square of the size would be hours; the minutes are for slow machines.
        assertTimeoutPreemptively(Duration.ofMinutes(10), () -> {
            for (String html : new String[] {deep, wide, long30}) {
                assertThat(READER.read(page(html))).isNotNull();
            }
        });
    }

    private static String board(String info, String text) {
        return "<html lang=ko><head><meta charset=utf-8><title>Northern Harbour Opens to Ferries | Press Releases | Ministry of Ports</title></head><body>"
                + "<header><h1><a href=/>Ministry of Ports</a></h1><nav><ul><li><a href=/a>Ministry</a></li><li><a href=/b>Policy: Norway, Japan, Iceland</a></li></ul></nav></header>"
                + "<div id=container><div class=location><a href=/>Home</a> &gt; <a href=/p>Press</a></div><div id=contents><h2>Press Releases</h2>"
                + "<div class=view><div class=head><h2>Northern Harbour Opens to Ferries</h2>" + info
                + "<ul class=sns><li><a href=#>Facebook</a></li></ul></div>"
                + "<div class=con>" + text + "</div>"
                + "<div class=files><strong>첨부파일</strong> <a href='/file.do?seq=7&amp;sn=1'>Northern Harbour.hwp</a> (32KB)</div>"
                + "<ul class=board_navi><li><span>이전글</span> <a href=/6>Minister Pledges $3 mln for Lighthouses</a></li></ul>"
                + "<div><a href=/list>목록</a></div></div></div></div>"
                + "<footer><p>1 Quay Street, Harbour Town</p><p>Last updated 2019-11-02. Visitors today 12,408</p></footer></body></html>";
    }

    private static Article article(RawPage page) {
        PageReading reading = READER.read(page);
        assertThat(reading).isInstanceOf(Article.class);
        return (Article) reading;
    }

    private static Rejected rejected(RawPage page) {
        PageReading reading = READER.read(page);
        assertThat(reading).isInstanceOf(Rejected.class);
        return (Rejected) reading;
    }

    private static RawPage page(String html) {
        return page(html.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"), ListingHint.none());
    }

    private static RawPage page(byte[] bytes, Optional<String> contentType, ListingHint hint) {
        URI url = URI.create("https://ports.example/view.do?seq=7");
        Bytes body = Bytes.copyOf(bytes);
        PageFacts facts = new PageFacts(
                "ports",
                Optional.empty(),
                Optional.empty(),
                url,
                url,
                200,
                contentType,
                FETCHED,
                Optional.empty(),
                Optional.empty(),
                body.sha256(),
                Origin.LIVE,
                hint);
        return new RawPage(url, body, facts);
    }

    private static PageFacts withStatus(PageFacts facts, int status) {
        return new PageFacts(
                facts.source(),
                facts.publisher(),
                facts.siteId(),
                facts.requestedUrl(),
                facts.finalUrl(),
                status,
                facts.contentType(),
                facts.fetchedAt(),
                facts.etag(),
                facts.lastModified(),
                facts.sha256(),
                facts.origin(),
                facts.hint());
    }

    private static PageFacts withFinalUrl(PageFacts facts, URI finalUrl) {
        return new PageFacts(
                facts.source(),
                facts.publisher(),
                facts.siteId(),
                facts.requestedUrl(),
                finalUrl,
                facts.status(),
                facts.contentType(),
                facts.fetchedAt(),
                facts.etag(),
                facts.lastModified(),
                facts.sha256(),
                facts.origin(),
                facts.hint());
    }
}
