package io.communique.enrich.text.entity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecondReadingTest {
    /** Ten words of a piece each, between the marks of begin and end. */
    private static final Pieces PART = Pieces.cut(
                    Collections.nCopies(10, "a"),
                    new WordPieces(new ByteArrayInputStream("a\n".getBytes(StandardCharsets.UTF_8))))
            .get(0);

    @Test
    void aDoubtfulWordGoesOnWithTwoOnEitherSide() {
        SecondReading reading = SecondReading.of(PART, scores(6));

        assertThat(reading.hidden(counted(), 1).array()).containsExactly(0, 5, 6, 7, 8, 9, 11);
        assertThat(reading.length()).isEqualTo(7);
    }

    @Test
    void atTheEdgesThereIsLessBesideIt() {
        assertThat(SecondReading.of(PART, scores(0)).hidden(counted(), 1).array())
                .containsExactly(0, 1, 2, 3, 11);
        assertThat(SecondReading.of(PART, scores(9)).hidden(counted(), 1).array())
                .containsExactly(0, 8, 9, 10, 11);
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

        assertThat(List.of(first(scores, 3), first(scores, 4), first(scores, 8), first(scores, 9)))
                .containsExactly(9f, 100f, 500f, 9f);
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
