package io.communique.enrich.text.entity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.enrich.text.entity.model.NameLabel.Kind;
import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ViterbiTest {
    @Test
    void aNameGoesFromItsFirstWordToItsLast() {
        float[] scores = new float[4 * NameLabel.COUNT];
        set(scores, 0, NameLabel.NONE, 5);
        set(scores, 1, NameLabel.first(Kind.PERSON), 5);
        set(scores, 2, NameLabel.further(Kind.PERSON), 5);
        set(scores, 3, NameLabel.first(Kind.PLACE), 5);

        assertThat(names(scores, 4))
                .extracting(LabelledName::from, LabelledName::to, LabelledName::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 3, Kind.PERSON),
                        org.assertj.core.groups.Tuple.tuple(3, 4, Kind.PLACE));
    }

    @Test
    void aNameThatDidNotBeginDoesNotGoOn() {
        float[] scores = new float[2 * NameLabel.COUNT];
        set(scores, 0, NameLabel.NONE, 5);
        set(scores, 1, NameLabel.further(Kind.PERSON), 5);
        set(scores, 1, NameLabel.first(Kind.PERSON), 4);

        assertThat(names(scores, 2))
                .extracting(LabelledName::from, LabelledName::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 2));
    }

    @Test
    void aSentenceWithoutWordsHasNoNames() {
        assertThat(Viterbi.names(new float[0], 0, new int[0])).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesAreInOrderApartAndOfAProbability(long seed) {
        Random random = new Random(seed);
        int words = 1 + random.nextInt(30);
        float[] scores = new float[words * NameLabel.COUNT];
        IntStream.range(0, scores.length).forEach(i -> scores[i] = (float) (4 * random.nextGaussian()));
        int at = 0;
        for (LabelledName name : names(scores, words)) {
            assertThat(name.from()).isGreaterThanOrEqualTo(at);
            assertThat(name.to()).isGreaterThan(name.from()).isLessThanOrEqualTo(words);
            assertThat(name.score()).isBetween(0.0, 1.0);
            at = name.to();
        }
    }

    private static void set(float[] scores, int word, int label, float score) {
        scores[word * NameLabel.COUNT + label] = score;
    }

    private static List<LabelledName> names(float[] scores, int words) {
        return Viterbi.names(scores, 0, IntStream.range(0, words).toArray());
    }
}
