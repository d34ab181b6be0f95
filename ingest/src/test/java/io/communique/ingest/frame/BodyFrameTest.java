package io.communique.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyFrameTest {
    private static final URI ADDRESS = URI.create("https://www.ports.example/news/view?id=7");
    private static final String SHELL =
            "<nav><a href='/'>Home</a></nav><h1>Northern Harbour Opens</h1><div class='body'>%s</div>";
    private static final String SENTENCE =
            "The ministry opens the northern harbour to ferries this week, the minister said on Monday. ";

    @Test
    void aPageWithoutTextOfItsOwnLeavesItToItsFrame() {
        assertThat(frame(SHELL.formatted("<iframe src='/doc/7.html' width='100%'></iframe>")))
                .contains(URI.create("https://www.ports.example/doc/7.html"));
        assertThat(frame(SHELL.formatted("<iframe src='https://ports.example/doc/7.html'></iframe>")))
                .contains(URI.create("https://ports.example/doc/7.html"));
    }

    @Test
    void ofFramesBesideEachOtherTheOneNamedForTheTextIsTaken() {
        assertThat(frame(
                        "<frameset cols='20%,80%'><frame name='leftMenu' src='menu.html'><frame name='intro' src='intro.html'>"
                                + "<frame name='main' src='text.html'></frameset>"))
                .contains(URI.create("https://www.ports.example/news/text.html"));
        assertThat(frame("<frameset rows='90,*'><frame name='top' src='top.html'><frame src='text.html'></frameset>"))
                .contains(URI.create("https://www.ports.example/news/text.html"));
    }

    @Test
    void aPageThatHasTextNeedsNoFrame() {
        assertThat(frame(SHELL.formatted("<p>" + SENTENCE.repeat(5) + "</p><iframe src='/doc/7.html'></iframe>")))
                .isEmpty();
        String korean = "해양부는 이번 주에 북항을 여객선에 개방한다고 월요일 부두에서 밝혔다. ";
        assertThat(frame(SHELL.formatted("<p>" + korean.repeat(6) + "</p><iframe src='/doc/7.html'></iframe>")))
                .isEmpty();
    }

    @Test
    void menusScriptsAndHiddenTextAreNoTextOfThePage() {
        String unread = "<div id='gnb'><p>" + SENTENCE.repeat(9) + "</p></div><script>" + SENTENCE.repeat(9)
                + "</script><p style='display: none'>" + SENTENCE.repeat(9) + "</p><ul><li><a href='/x'>"
                + SENTENCE.repeat(9) + "</a></li></ul><footer>" + SENTENCE.repeat(9) + "</footer>";

        assertThat(frame(SHELL.formatted(unread + "<iframe src='/doc/7.html'></iframe>")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='https://video.example/embed/7'></iframe>",
                "<iframe src='https://other.ports.example/7'></iframe>",
                "<iframe src='/videoPlayer.do?id=7'></iframe>",
                "<iframe src='/common/map.html'></iframe>",
                "<iframe class='ad-slot' src='/slot/7'></iframe>",
                "<iframe src='/px/7' width='1' height='1'></iframe>",
                "<iframe src='/doc/7' style='display:none'></iframe>",
                "<iframe src='/news/view?id=7'></iframe>",
                "<iframe src='javascript:void(0)'></iframe>",
                "<iframe src='about:blank'></iframe>",
                "<iframe src=''></iframe>",
                "<iframe></iframe>",
                "<p>Nothing here yet.</p>"
            })
    void whatHoldsNoTextOfTheSiteIsNotFollowed(String content) {
        assertThat(frame(SHELL.formatted(content))).isEmpty();
    }

    private static Optional<URI> frame(String html) {
        return BodyFrame.of(Jsoup.parse(html, ADDRESS.toString()), ADDRESS);
    }
}
