package io.communique.enrich.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FurnitureNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nav",
                "Main-NAV",
                "site_footer wide",
                "skipnav",
                "box quickMenu",
                "recommended-2",
                "advertisement",
                "sr-only",
                "text sr-only",
                "x-sr-only-y",
                "visually-hidden",
                "visuallyhidden"
            })
    void aWordOfTheNameSaysSo(String name) {
        assertThat(FurnitureNames.areIn(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "navy",
                "canvas",
                "content",
                "article-body",
                "sr",
                "only",
                "sr-onlyish",
                "skipé",
                "inside",
                "message"
            })
    void partsOfOtherWordsSayNothing(String name) {
        assertThat(FurnitureNames.areIn(name)).isFalse();
    }
}
