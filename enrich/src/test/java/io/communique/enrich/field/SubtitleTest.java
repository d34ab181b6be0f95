package io.communique.enrich.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.enrich.block.BlockReader;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubtitleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class='subtitle'",
                "class='article-subheadline'",
                "class='untertitel'",
                "class='sous-titre'",
                "class='subtitulo'",
                "class='sub_tit'",
                "class='standfirst'",
                "itemprop='alternativeHeadline'",
                "role='doc-subtitle'"
            })
    void lineUnderTheTitleThatIsMarkedAsOneIsTheSubtitle(String mark) {
        assertThat(subtitle("<h1>Lamps</h1><p " + mark + ">Nine burn again</p><p>Text.</p>"))
                .contains("Nine burn again");
    }

    @Test
    void lineWithoutAMarkIsNoSubtitle() {
        assertThat(subtitle("<h1>Lamps</h1><p>Nine burn again</p>")).isEmpty();
        assertThat(subtitle("<h1>Lamps</h1><p class='subscribe-title'>Nine burn again</p>"))
                .isEmpty();
    }

    @Test
    void textOfAParagraphsLengthIsNoSubtitle() {
        assertThat(subtitle("<h1>Lamps</h1><p class='subtitle'>" + "Nine burn again. ".repeat(30) + "</p>"))
                .isEmpty();
    }

    @Test
    void pageWithoutATitleHasNoSubtitle() {
        assertThat(Subtitle.find(BlockReader.read(Jsoup.parse("<p class='subtitle'>Nine</p>")), -1))
                .isEmpty();
    }

    private static Optional<String> subtitle(String html) {
        return Subtitle.find(BlockReader.read(Jsoup.parse(html)), 0);
    }
}
