package io.communique.enrich.text.entity.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordPiecesTest {
    private static final List<String> VOCABULARY =
            List.of("[PAD]", "oslo", "os", "##lo", "##s", "-", "u", ".", "s", "##l", "##o");
    private static final WordPieces PIECES = new WordPieces(
            new ByteArrayInputStream(String.join("\n", VOCABULARY).getBytes(UTF_8)));

    @ParameterizedTest
    @CsvSource({
        "Oslo, oslo/3",
        "oslos, oslo/0 ##s/0",
        "OSLO, oslo/5",
        "Óslö, oslo/3",
        "Oslo-OSLO, oslo/3 -/9 oslo/13",
        "U.S., u/4 ./9 s/12 ./9",
        "OsLo, oslo/6",
        "osLo, oslo/7"
    })
    void aWordIsCutIntoTheLongestPiecesEachWithItsShape(String word, String pieces) {
        assertThat(cut(word)).isEqualTo(pieces);
    }

    @Test
    void whatTheVocabularyDoesNotHaveIsOneUnknownPiece() {
        assertThat(numbers("Quito")).containsExactly(100);
        assertThat(numbers("\u200b")).hasSize(1);
        assertThat(numbers("x".repeat(5000))).containsExactly(100);
    }

    @Test
    void aVocabularyWithCapitalsAndAccentsIsAskedForWordsAsTheyAre() {
        List<Integer> found = new ArrayList<>();
        WordPieces pieces = WordPieces.withCapitals(new ByteArrayInputStream("os\nOs\nÓs\n##LO".getBytes(UTF_8)));

        pieces.cut("OsLO", (piece, shape) -> found.add(piece));
        pieces.cut("ÓsLO", (piece, shape) -> found.add(piece));

        assertThat(found).containsExactly(1, 3, 2, 3);
    }

    @Test
    void aWordHasAtMostEightPieces() {
        assertThat(numbers("o-s-l-o-o-s-l-o-o-s-l-o")).hasSizeBetween(1, 8);
    }

    private static String cut(String word) {
        List<String> found = new ArrayList<>();
        PIECES.cut(word, (piece, shape) -> found.add(VOCABULARY.get(piece) + "/" + shape));
        return String.join(" ", found);
    }

    private static List<Integer> numbers(String word) {
        List<Integer> found = new ArrayList<>();
        int count = PIECES.cut(word, (piece, shape) -> found.add(piece));
        assertThat(found).hasSize(count);
        return found;
    }
}
