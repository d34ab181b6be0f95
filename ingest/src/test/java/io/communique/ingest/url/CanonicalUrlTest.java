package io.communique.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CanonicalUrlTest {
    private static final URI BASE = URI.create("https://www.ports.example/news/list.do?page=2");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    view.do?id=7                        | https://www.ports.example/news/view.do?id=7
                    ?id=7                               | https://www.ports.example/news/list.do?id=7
                    //cdn.ports.example/a.pdf           | https://cdn.ports.example/a.pdf
                    /a b/ü?q=x y                        | https://www.ports.example/a%20b/%C3%BC?q=x%20y
                    HTTP://PORTS.example:80/a#top       | http://ports.example/a
                    /a?x=1&amp;y=2                      | https://www.ports.example/a?x=1&y=2
                    /a;jsessionid=51A2.live922?x=1      | https://www.ports.example/a?x=1
                    /50%-off                            | https://www.ports.example/50%25-off
                    """)
    void linksAreResolvedAsBrowsersDo(String link, String expected) {
        assertThat(CanonicalUrl.resolve(BASE, link)).contains(URI.create(expected));
    }

    @ParameterizedTest
    @CsvSource({"javascript:go(1)", "mailto:a@ports.example", "ftp://ports.example/a", "https:///nowhere"})
    void whatIsNoWebAddressIsNone(String link) {
        assertThat(CanonicalUrl.resolve(BASE, link)).isEmpty();
    }

    @Test
    void anEndlessAddressIsNone() {
        assertThat(CanonicalUrl.resolve(BASE, "/" + "a/".repeat(2_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://www.ports.example/v?seq=3                             | https://ports.example/v?seq=3
                    https://ports.example/v?seq=3&srchFr=&srchTo=&titleNm=       | https://ports.example/v?seq=3
                    https://ports.example/v?itm=0&seq=3                          | https://ports.example/v?seq=3
                    https://ports.example/v?seq=3&utm_source=feed                | https://ports.example/v?seq=3
                    https://ports.example/v?seq=3&amp;srchTo=x                   | https://ports.example/v?seq=3
                    https://ports.example/v;jsessionid=9F.2_cid324?seq=3         | https://ports.example/v?seq=3
                    https://ports.example/m.htm?dtl/28545/Transcript             | https://ports.example/m.htm?dtl/28545/Transcript
                    https://ports.example                                        | https://ports.example/
                    """)
    void onePageHasOneKeyHoweverItWasWritten(String url, String key) {
        assertThat(CanonicalUrl.key(URI.create(url), List.of("itm"))).isEqualTo(URI.create(key));
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 300).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void canonicalisingTwiceChangesNothing(long seed) {
        Random random = new Random(seed);
        String pieces = "ab/?&=#%;.:@ éü한\"<>|{}[]\\^`'+~-_09";
        StringBuilder link = new StringBuilder("/");
        for (int i = random.nextInt(60); i > 0; i--) {
            link.append(pieces.charAt(random.nextInt(pieces.length())));
        }

        CanonicalUrl.resolve(BASE, link.toString()).ifPresent(url -> {
            assertThat(CanonicalUrl.resolve(url, url.toString())).contains(url);
            URI key = CanonicalUrl.key(url, List.of());
            assertThat(CanonicalUrl.key(key, List.of())).isEqualTo(key);
        });
    }
}
