package io.communique.enrich.text.entity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecondReadingTest {
    /** Twelve words of a piece each, between the marks of begin and end. */
    private static final Pieces PART = Pieces.cut(
                    Collections.nCopies(12, "a"),
                    new WordPieces(new ByteArrayInputStream("a\n".getBytes(StandardCharsets.UTF_8))))
            .get(0);

    @Test
    void aDoubtfulWordGoesOnWithFourOnEitherSide() {
        SecondReading reading = SecondReading.of(PART, scores(6));

        assertThat(reading.hidden(counted(), 1).array()).containsExactly(0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13);
        assertThat(reading.length()).isEqualTo(11);
    }

    @Test
    void atTheEdgesThereIsLessBesideIt() {
        assertThat(SecondReading.of(PART, scores(0)).hidden(counted(), 1).array())
                .containsExactly(0, 1, 2, 3, 4, 5, 13);
        assertThat(SecondReading.of(PART, scores(11)).hidden(counted(), 1).array())
                .containsExactly(0, 8, 9, 10, 11, 12, 13);
    }

    @Test
    void aSureNameGoesOnOnlyBesideADoubtfulWord() {
        float[] scores = scores(11);
        scores[PART.firsts()[0] * NameLabel.COUNT + 1] = 18;

        assertThat(SecondReading.of(PART, scores).hidden(counted(), 1).array())
                .containsExactly(0, 8, 9, 10, 11, 12, 13);
    }

    @Test
    void whatIsReadAgainReplacesWhatWasSaidOfTheSameWordsAlone() {
        float[] scores = scores(6);
        SecondReading reading = SecondReading.of(PART, scores);
        float[] upper = new float[reading.length() * NameLabel.COUNT];
        for (int at = 0; at < upper.length; at++) {
            upper[at] = 100 * (at / NameLabel.COUNT);
        }

        reading.correct(scores, upper);

        assertThat(List.of(first(scores, 1), first(scores, 2), first(scores, 10), first(scores, 11)))
                .containsExactly(9f, 100f, 900f, 9f);
    }

    private static float first(float[] scores, int word) {
        return scores[PART.firsts()[word] * NameLabel.COUNT];
    }

    /** Scores by which no word is part of a name, but for one that nobody knows. */
    private static float[] scores(int doubtful) {
        float[] scores = new float[PART.length() * NameLabel.COUNT];
        for (int word = 0; word < PART.firsts().length; word++) {
            scores[PART.firsts()[word] * NameLabel.COUNT] = word == doubtful ? 0 : 9;
        }
        return scores;
    }

    private static FloatBuffer counted() {
        float[] numbers = new float[PART.length()];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = at;
        }
        return FloatBuffer.wrap(numbers);
    }
}
