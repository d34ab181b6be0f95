package io.communique.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.page.PageSelectors;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One release under several addresses is one; two releases are never one. */
final class IdentityTest {
    @Test
    void a1ASessionInThePathIsNoPartOfTheKey() {
        Source source = source(Optional.empty(), Optional.empty());

        assertThat(keys(
                        source,
                        "https://ports.example/news/1.html;jsessionid=51A2.live922",
                        "https://ports.example/news/1.html;jsessionid=77B0.2_cid324"))
                .containsExactly("https://ports.example/news/1.html");
    }

    @Test
    void a2OfASearchStateOnlyTheIdStays() {
        Source source = source(Optional.of("[?&]newsId=(\\d+)"), Optional.empty());

        assertThat(keys(
                        source,
                        "https://ports.example/view.do?newsId=15&pageIndex=1&startDate=2025-01-07&period=",
                        "https://ports.example/view.do?pageIndex=4&startDate=2025-01-08&newsId=15",
                        "https://ports.example/view.do?newsId=15&from=side"))
                .containsExactly("https://ports.example/view.do?newsId=15");
    }

    @Test
    void a3AndA5EmptyParametersSchemeAndWwwAreFolded() {
        Source source = source(Optional.empty(), Optional.empty());

        assertThat(keys(
                        source,
                        "http://www.ports.example/view?seq=3&srchFr=&srchTo=",
                        "https://ports.example/view?srchTo=&seq=3"))
                .containsExactly("https://ports.example/view?seq=3");
    }

    @Test
    void a6ANumberCountsInItsBoardOnly() {
        Source source = source(Optional.of("(m_\\d+)/view\\.do\\?(?:.*&)?seq=(\\d+)"), Optional.empty());

        Identity january = Identity.of(URI.create("https://ports.example/eng/m_5676/view.do?seq=319652"), source);
        Identity february = Identity.of(URI.create("https://ports.example/eng/m_5679/view.do?seq=319652"), source);

        assertThat(january.siteId()).contains("m_5676-319652");
        assertThat(february.siteId()).contains("m_5679-319652");
        assertThat(january.key()).isNotEqualTo(february.key());
    }

    @Test
    void a7FeedAndPageUseDifferentPathsForOneRelease() {
        Source source = source(
                Optional.of("(m_\\d+)/view\\.do\\?(?:.*&)?seq=(\\d+)"), Optional.of("/eng/brd/{1}/view.do?seq={2}"));

        assertThat(keys(
                        source,
                        "http://www.ports.example/www/brd/m_5676/view.do?seq=323320",
                        "https://ports.example/eng/brd/m_5676/view.do?page=2&seq=323320"))
                .containsExactly("https://ports.example/eng/brd/m_5676/view.do?seq=323320");
    }

    @Test
    void a8SisterHostsThatAnswerTheSamePathsAreNotTheSourcesUnlessItNamesThem() {
        Source source = source(Optional.empty(), Optional.empty());

        assertThat(source.covers(URI.create("https://embassy.ports.example/eng/view.do?seq=3")))
                .isFalse();
        assertThat(source.covers(URI.create("http://www.ports.example/eng/view.do?seq=3")))
                .isTrue();
    }

    @Test
    void a9OneReleaseUnderFivePageNamesIsOne() {
        Source source = source(Optional.of("(?i)[?&]PRID=(\\d+)"), Optional.of("/PressReleasePage.aspx?PRID={1}"));

        assertThat(keys(
                        source,
                        "https://ports.example/PressReleaseIframePage.aspx?PRID=77",
                        "https://ports.example/PressReleseDetailm.aspx?PRID=77&lang=1",
                        "https://ports.example/Pressreleaseshare.aspx?prid=77"))
                .containsExactly("https://ports.example/PressReleasePage.aspx?PRID=77");
    }

    @Test
    void a10OneMessageOnSeveralDepartmentsHostsIsOne() {
        Source source =
                source(Optional.of("msg-id-(\\d+)\\.html"), Optional.of("https://admin.example/news/msg-id-{1}.html"));

        assertThat(keys(source, "https://war.example/de/msg-id-9.html", "https://law.example/fr/home/msg-id-9.html"))
                .containsExactly("https://admin.example/news/msg-id-9.html");
    }

    @Test
    void a11AQueryWithoutKeysIsLeftAlone() {
        Source source = source(Optional.empty(), Optional.empty());

        assertThat(keys(source, "https://ports.example/briefings.htm?dtl/28545/Transcript+of+it"))
                .containsExactly("https://ports.example/briefings.htm?dtl/28545/Transcript+of+it");
    }

    @Test
    void a12OnlyTheNumberCountsAndTheLanguage() {
        Source source = source(Optional.of("/(en|fi)/press/(\\d{8}IPR\\d+)"), Optional.of("/{1}/press/{2}/"));

        assertThat(keys(
                        source,
                        "https://ports.example/en/press/20221014IPR43206/tides-rise",
                        "https://ports.example/en/press/20221014IPR43206/tides-rise-again",
                        "https://ports.example/fi/press/20221014IPR43206/vesi-nousee"))
                .containsExactly(
                        "https://ports.example/en/press/20221014IPR43206/",
                        "https://ports.example/fi/press/20221014IPR43206/");
    }

    @Test
    void anAddressWithoutTheIdIsKnownByItself() {
        Source source = source(Optional.of("[?&]newsId=(\\d+)"), Optional.empty());

        assertThat(Identity.of(URI.create("https://ports.example/about?x=1"), source))
                .isEqualTo(new Identity(URI.create("https://ports.example/about?x=1"), Optional.empty()));
    }

    private static List<String> keys(Source source, String... urls) {
        return Stream.of(urls)
                .map(url -> Identity.of(URI.create(url), source).key().toString())
                .distinct()
                .toList();
    }

    private static Source source(Optional<String> siteId, Optional<String> canonical) {
        return new Source(
                "ports",
                Optional.empty(),
                List.of(new SourceList(URI.create("https://ports.example/list"), Optional.empty())),
                Duration.ofMinutes(10),
                Source.Revisits.DEFAULT,
                siteId.map(Pattern::compile),
                canonical,
                List.of(),
                List.of(),
                false,
                AttachmentRules.DEFAULT,
                PageSelectors.none());
    }
}
