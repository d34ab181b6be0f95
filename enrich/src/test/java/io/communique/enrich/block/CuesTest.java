package io.communique.enrich.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CuesTest {
    private static final Cues CUES = Cues.of("licen", "공공누리", "лицензи", "cc");

    @Test
    void aFragmentIsFoundWhereverItStandsAndInAnyCase() {
        assertThat(CUES.areIn("Open Government LICENCE")).isTrue();
        assertThat(CUES.areIn("공공누리")).isTrue();
        assertThat(CUES.areIn("По ЛИЦЕНЗИИ")).isTrue();
        assertThat(CUES.areIn("A photograph, CC")).isTrue();
    }

    @Test
    void aTextWithoutOneHasNone() {
        assertThat(CUES.areIn("")).isFalse();
        assertThat(CUES.areIn("The harbour was opened on Monday. Lice n'")).isFalse();
        assertThat(CUES.areIn("공공기관")).isFalse();
    }
}
