package io.communique.enrich.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.EncoderNames.Sentence;
import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import org.junit.jupiter.api.Test;

final class EncoderNamesTest {
    private static final String LONG = "The fishing boats that had been out for a week came back to Bergvik with hardly"
            + " any of the cod that the whole of the long coast lives on, says Una Strand.";

    @Test
    void whatIsReadStandsNearACapitalThatCouldBeginAName() {
        assertThat(near(LONG).words())
                .containsExactly(
                        "a", "week", "came", "back", "to", "Bergvik", "with", "hardly", "any", "coast", "lives", "on",
                        ",", "says", "Una", "Strand", ".");
    }

    @Test
    void aMonthAndTheFirstWordAreNoReasonToReadWhatStandsNearThem() {
        assertThat(
                        near("However, on a Friday in March the boats were all of them back again from the ice, says Strand.")
                                .words())
                .containsExactly("from", "the", "ice", ",", "says", "Strand", ".");
    }

    @Test
    void aShortSentenceIsReadWhole() {
        assertThat(near("The boats of Bergvik are back.").words())
                .containsExactly("The", "boats", "of", "Bergvik", "are", "back", ".");
    }

    @Test
    void aNameEndsWhereWordsWereLeftOut() {
        Sentence near = near(LONG);

        NameModel.Span whole = near.span(name(14, 16), Entity.Type.PERSON);
        NameModel.Span cut = near.span(name(5, 16), Entity.Type.PERSON);

        assertThat(new Tokens(LONG).text(whole.from(), whole.to())).isEqualTo("Una Strand");
        assertThat(new Tokens(LONG).text(cut.from(), cut.to())).isEqualTo("Bergvik with hardly any");
    }

    private static LabelledName name(int from, int to) {
        return new LabelledName(from, to, NameLabel.Kind.PERSON, 1);
    }

    private static Sentence near(String text) {
        return EncoderNames.sentences(new Tokens(text)).get(0).nearNames();
    }
}
