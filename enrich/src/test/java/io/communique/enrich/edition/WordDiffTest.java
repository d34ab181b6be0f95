package io.communique.enrich.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.change.WordChange;
import io.communique.contract.release.Release;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordDiffTest {
    private static final List<String> WORDS =
            List.of("pier", "island", "4", "million", "부두", "건설", "港を", "作る", "—", "Ä");

    @ParameterizedTest
    @CsvSource({
        "The pier costs 4 million euros.,The pier costs 5 million euros.,4,5",
        "The old pier opens.,The pier opens.,' old',''",
        "부두를 3월에 연다.,부두를 4월에 연다.,3월에,4월에",
        "新しい港を作る。,古い港を作る。,新しい,古い",
    })
    void onlyTheWordsThatDifferAreNamed(String before, String after, String old, String now) {
        List<WordChange> changes = WordDiff.between(before, after);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(before.substring(change.beforeStart(), change.beforeEnd()))
                    .isEqualTo(old);
            assertThat(after.substring(change.afterStart(), change.afterEnd())).isEqualTo(now);
        });
    }

    @Test
    void theSamePassageHasNoChange() {
        assertThat(WordDiff.between("The pier opens.", "The pier opens.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theChangesTurnTheEarlierPassageIntoTheLaterOne(long seed) {
        Random random = new Random(seed);
        String before = passage(random, 40);
        String after = passage(random, 40);

        assertThat(applied(before, after, WordDiff.between(before, after))).isEqualTo(after);
    }

    @Test
    void passagesTooLongToCompareDifferAsAWhole() {
        String before = "pier ".repeat(40_000);
        String after = before + "island";

        assertThat(WordDiff.between(before, after))
                .containsExactly(new WordChange(0, before.length(), 0, after.length()));
    }

    /** Two texts of 2 MB, of which every other paragraph is another: as many passages as there can be, and nothing the same in any. */
    @Test
    @Timeout(60)
    void aRevisionOfEveryOtherParagraphIsFoundInBoundedTime() {
        Random random = new Random(20);
        Release before = text(random);
        Release after = text(random);

        assertThat(Revision.between(before, after).text()).hasSizeGreaterThan(500);
    }

    private static Release text(Random random) {
        StringBuilder body = new StringBuilder();
        for (int paragraph = 0; paragraph < 1_900; paragraph++) {
            body.append(paragraph == 0 ? "" : "\n\n").append("Chapter ").append(paragraph);
            for (int word = 0; paragraph % 2 == 1 && word < 300; word++) {
                body.append(' ').append(Integer.toString(random.nextInt(1 << 30), 36));
            }
        }
        return EditionsTest.release("T", body.toString(), Instant.parse("2026-03-02T08:00:00Z"));
    }

    private static String passage(Random random, int words) {
        return random.ints(random.nextInt(words), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" "));
    }

    private static String applied(String before, String after, List<WordChange> changes) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (WordChange change : changes) {
            out.append(before, at, change.beforeStart()).append(after, change.afterStart(), change.afterEnd());
            at = change.beforeEnd();
        }
        return out.append(before.substring(at)).toString();
    }
}
