package io.communique.enrich.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListMarkersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <ol><li>x<li>x</ol>                                       | 1. 2.
            <ol start=0><li>x<li>x</ol>                               | 0. 1.
            <ol start=-1><li>x<li>x</ol>                              | -1. 0.
            <ol start=many><li>x</ol>                                 | 1.
            <ol start=99999999999><li>x</ol>                          | 1.
            <ol reversed><li>x<li>x<li>x</ol>                         | 3. 2. 1.
            <ol><li>x<li value=7>x<li>x</ol>                          | 1. 7. 8.
            <ol type=a start=26><li>x<li>x</ol>                       | z. aa.
            <ol type=A start=28><li>x</ol>                            | AB.
            <ol type=a start=0><li>x</ol>                             | 0.
            <ol type=i start=4><li>x</ol>                             | iv.
            <ol type=I start=1994><li>x</ol>                          | MCMXCIV.
            <ol type=I start=4000><li>x</ol>                          | 4000.
            <ol style='list-style-type: lower-alpha'><li>x</ol>       | a.
            <ol style='list-style:none'><li>x</ol>                    | none
            <ol class='list-unstyled'><li>x</ol>                      | none
            <ul><li>x<li type=1>x</ul>                                | - 2.
            <menu><li>x</menu>                                        | -
            <div><li>x</div>                                          | none
            """)
    void itemsAreMarkedAsABrowserDraws(String html, String marks) {
        ListMarkers lists = new ListMarkers();

        List<String> drawn = Jsoup.parse(html).select("li").stream()
                .map(item -> lists.of(item).orElse("none"))
                .toList();

        assertThat(String.join(" ", drawn)).isEqualTo(marks);
    }
}
