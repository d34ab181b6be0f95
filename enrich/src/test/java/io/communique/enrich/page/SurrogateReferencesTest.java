package io.communique.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurrogateReferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a&#xD83D;b | a\ufffdb",
                "&#xD83D;&#xD83D;&#xDE00; | \ufffd&#xD83D;&#xDE00;",
                "&#55357;&#56832; | &#55357;&#56832;",
                "&#xDE00;&#xD83D | \ufffd\ufffd",
                "&#x000D83Dg | \ufffdg",
                "&#; &# &#x &#x; &#99999999999999999999; &#65; &#x1F600; &amp; | &#; &# &#x &#x; &#99999999999999999999; &#65; &#x1F600; &amp;"
            })
    void aHalfAloneIsReplacedAndAllElseStays(String html, String expected) {
        assertThat(SurrogateReferences.replaced(html)).isEqualTo(expected);
    }
}
