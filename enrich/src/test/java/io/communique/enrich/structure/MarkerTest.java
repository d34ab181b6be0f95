package io.communique.enrich.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.enrich.structure.Marker.Style;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1. The harbour opens      | 1.   | NUMBER
            12) The harbour opens     | 12)  | NUMBER_PARENTHESIS
            (3) The harbour opens     | (3)  | NUMBER_PARENTHESES
            1.2. The harbour opens    | 1.2. | NUMBER
            ① 항만을 연다             | ①    | ENCLOSED
            ㉮ 항만을 연다            | ㉮   | ENCLOSED
            가. 항만을 연다           | 가.  | LETTER
            나) 항만을 연다           | 나)  | LETTER_PARENTHESIS
            (다) 항만을 연다          | (다) | LETTER_PARENTHESES
            a) the harbour opens      | a)   | LETTER_PARENTHESIS
            II. The harbour opens     | II.  | ROMAN
            Ⅲ. 항만을 연다            | Ⅲ.   | ROMAN
            □ 항만을 연다             | □    | SQUARE
            ▣ 항만을 연다             | ▣    | SQUARE
            ○ 항만을 연다             | ○    | CIRCLE
            ◦ The harbour opens       | ◦    | CIRCLE
            ° The harbour opens       | °    | CIRCLE
            o The harbour opens       | o    | BULLET
            • The harbour opens       | •    | BULLET
            - The harbour opens       | -    | DASH
            -항만을 연다              | -    | DASH
            · 항만을 연다             | ·    | DOT
            ※ 항만을 연다             | ※    | ASIDE
            * unofficial translation  | *    | ASIDE
            ** as of today            | **   | ASIDE
            [2] See the annex         | [2]  | FOOTNOTE
            ¹² See the annex          | ¹²   | FOOTNOTE
            1.                        | 1.   | NUMBER
            """)
    void theMarkIsAsWritten(String text, String mark, Style style) {
        assertThat(Marker.of(text)).contains(new Marker(mark, style));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5 million passengers came",
                "2026. A year of ferries",
                "3. März 2026, Hafenstadt",
                "5. 17. 항만부는",
                "A. Exempel opened the harbour",
                "다만 항만은 열지 않는다",
                "- 30 -",
                "*****",
                "* * *",
                "-5 degrees at the quay",
                "(see the annex) the harbour opens",
                "of the harbour",
                "[sic] the harbour opens",
                ""
            })
    void whatOnlyLooksLikeAMarkIsNone(String text) {
        assertThat(Marker.of(text)).isEmpty();
    }

    @Test
    void marksNestAsTheyAppear() {
        Nesting nesting = new Nesting();

        assertThat(List.of(
                                Style.NUMBER,
                                Style.CIRCLE,
                                Style.DASH,
                                Style.CIRCLE,
                                Style.NUMBER,
                                Style.LETTER,
                                Style.NUMBER_PARENTHESIS,
                                Style.NUMBER)
                        .stream()
                        .map(nesting::level)
                        .toList())
                .containsExactly(1, 2, 3, 2, 1, 2, 3, 1);
    }

    @Test
    void aNumberBehindADashIsNotSurelyBelowIt() {
        Nesting nesting = new Nesting();

        assertThat(nesting.level(Style.DASH)).isEqualTo(1);
        assertThat(nesting.level(Style.NUMBER)).isEqualTo(1);
        assertThat(nesting.level(Style.DASH)).isEqualTo(2);
        nesting.reset();
        assertThat(nesting.level(Style.DASH)).isEqualTo(1);
    }
}
