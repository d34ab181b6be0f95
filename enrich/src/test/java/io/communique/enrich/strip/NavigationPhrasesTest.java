package io.communique.enrich.strip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NavigationPhrasesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Skip to main content",
                "Scroll back to top",
                "VIEWS: 1,024",
                "Zum Inhalt springen",
                "Direkt zur Suche",
                "Aller au contenu principal",
                "Ir al contenido",
                "본문 바로가기",
                "이 페이지에 만족하십니까?",
                "このページの先頭へ",
                "上一篇：港口开放",
                "Поделиться"
            })
    void aWholeLineIsOne(String line) {
        assertThat(NavigationPhrases.matches(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Skip",
                "Members may skip to the second reading of the bill.",
                "Views on the harbour differ",
                "Zum Hafen fährt ab Montag eine zweite Fähre, wie das Ministerium nach der Sitzung des Ausschusses mitteilte.",
                "본문 바로가기를 누르면 된다",
                "1 page"
            })
    void theSameWordsInASentenceAreNone(String line) {
        assertThat(NavigationPhrases.matches(line)).isFalse();
    }
}
