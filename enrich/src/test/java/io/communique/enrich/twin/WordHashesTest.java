package io.communique.enrich.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored sketches are compared with new ones, so a word keeps its hash. */
class WordHashesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The port's 1,234.5 tonnes, 7. of May: x.y 3,a é-bâtiment",
                "İSTANBUL ΟΔΥΣΣΕΎΣ Größe ÅNGSTRÖM",
                "항만을 새로 연다 2026년 3,000억",
                "日本の港は12月に開く ２０２６",
                "",
                " ,.; "
            })
    void wordsAreThoseOfTheTextInLowerCase(String text) {
        List<String> words = words(text);
        WordHashes hashes = WordHashes.of(text, 1_000);

        assertThat(hashes.count()).isEqualTo(words.size());
        assertThat(IntStream.range(0, hashes.count()).mapToObj(hashes::at))
                .isEqualTo(words.stream().map(WordHashesTest::hash).toList());
        assertThat(hashes.numbers().boxed())
                .containsExactlyElementsOf(words.stream()
                        .filter(word -> Character.isDigit(word.charAt(0)))
                        .map(WordHashesTest::hash)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The port's 1,234.5 tonnes, 7. of May: x.y 3,a é-bâtiment a1,2 3b a4.5,6 7",
                "항만을 새로 연다 2026년 3,000억 9日の 日9 ２０２６ x２ ,5 .6 1,,2 3..4",
                "COVID-19 1st 2,3a 4"
            })
    void numbersAreTheSameWhereverTheOtherWordsEnd(String text) {
        List<Long> numbers = WordHashes.of(text, 1_000).numbers().boxed().toList();

        for (int most = 0; most < 12; most++) {
            assertThat(WordHashes.of(text, most).numbers().boxed())
                    .as("%d words", most)
                    .containsExactlyElementsOf(numbers);
        }
    }

    @Test
    void behindTheMostNumbersAloneAreHashed() {
        WordHashes hashes = WordHashes.of("one 2 three 4 five 6,000", 3);

        assertThat(hashes.count()).isEqualTo(3);
        assertThat(hashes.numbers().boxed()).containsExactly(hash("2"), hash("4"), hash("6,000"));
    }

    /** FNV-1a over UTF-16 code units and a space behind them. */
    private static long hash(String word) {
        long hash = 0xcbf2_9ce4_8422_2325L;
        for (char c : (word + " ").toCharArray()) {
            hash = (hash ^ c) * 0x100_0000_01b3L;
        }
        return hash;
    }

    /** The plain way, with a string for each word. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDense = c >= 0x3040 && c <= 0x9fff;
            boolean separates = !Character.isLetterOrDigit(c) && !isWithinNumber(text, i, word);
            if ((isDense || separates) && !word.isEmpty()) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
            if (isDense) {
                words.add(String.valueOf(c));
            } else if (!separates) {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static boolean isWithinNumber(String text, int at, StringBuilder word) {
        return (text.charAt(at) == ',' || text.charAt(at) == '.')
                && !word.isEmpty()
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }
}
