package io.communique.enrich.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NameSentencesTest {
    @Test
    void sentencesWithoutACapitalThatCouldBeginANameAreLeftOut() {
        assertThat(NameSentences.of(
                        "The boats left. Ann Berg stayed. “We row,” they said, and so I did.\nTiskel rowed."))
                .containsExactly(List.of("Ann", "Berg", "stayed", "."), List.of("Tiskel", "rowed", "."));
    }

    @Test
    void aCapitalThatStandsForTheSentenceOrTheCalendarNamesNothing() {
        assertThat(NameSentences.of("Boats left on Monday, in January. Berg saw the boats. May stayed."))
                .containsExactly(List.of("Berg", "saw", "the", "boats", "."), List.of("May", "stayed", "."));
    }
}
