package io.communique.enrich.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.template.HostTemplate.KnownPage;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostTemplateTest {
    private static final String MENU = "<ul><li><a href=/a>Ministry</a></li><li><a href=/b>Harbours</a></li></ul>";
    private static final String BANNER =
            "<div class=box>The ministry takes part in the week of the sea; come to our stand on the quay.</div>";

    @Test
    void aMemoryOfFewerThanThreeOtherPagesSaysNothing() {
        HostTemplate two = site(2);

        assertThat(repetition(two, page(7)).pages()).isZero();
        assertThat(repetition(two, page(7)).isTemplate("Ministry")).isFalse();
    }

    @Test
    void whatStandsOnThreeOtherPagesIsTemplateAndWhatStandsHereIsNot() {
        Repetition repetition = repetition(site(3), page(7));

        assertThat(repetition.pages()).isEqualTo(3);
        assertThat(repetition.isTemplate("Ministry")).isTrue();
        assertThat(repetition.isTemplate("Harbour number 7 opens")).isFalse();
        assertThat(repetition.isTemplate("Freight of the harbour number 7 follows in the autumn, the ministry said."))
                .isFalse();
    }

    @Test
    void theSameWordsWithOtherNumbersRepeatOnlyWithFoldedDigits() {
        Repetition repetition = repetition(site(5), page(7));

        assertThat(repetition.pagesWith("Harbour number 7 opens")).isEqualTo(5);
        assertThat(repetition.pagesWithExactly("Harbour number 7 opens")).isZero();
        assertThat(repetition.pagesWith("MINISTRY")).isEqualTo(5);
    }

    @Test
    void aPageThatIsReadAgainAndAgainCountsOnce() {
        HostTemplate template = HostTemplate.none();
        for (int i = 0; i < 100; i++) {
            template = template.seen(blocks("one", page(1) + "<p>Edit number " + "x".repeat(i) + "</p>"));
        }

        assertThat(template.pages()).hasSize(1);
        assertThat(repetition(template, page(7)).pages()).isZero();
    }

    @Test
    void whereOnlyACounterMovedNothingIsRememberedAnew() {
        HostTemplate template = site(3);

        HostTemplate after = template.seen(blocks("2", page(2).replace("Visitors 12,002", "Visitors 99,999")));

        assertThat(after).isSameAs(template);
    }

    @Test
    void aPagesOwnEarlierVisitIsNoOtherPage() {
        HostTemplate template = site(3).seen(blocks("7", page(7)));

        assertThat(template.repetition(blocks("7", page(7)), read(page(7))).pages())
                .isEqualTo(3);
    }

    @Test
    void aReleaseUnderManyAddressesIsNoTemplate() {
        HostTemplate template = site(3);
        for (String address : List.of("board", "other-board", "print", "mobile")) {
            template = template.seen(blocks(address, page(7)));
        }

        Repetition repetition = template.repetition(blocks("fifth", page(7)), read(page(7)));

        assertThat(repetition.pages()).isEqualTo(3);
        assertThat(repetition.isTemplate("Harbour number 7 opens")).isFalse();
        assertThat(repetition.isTemplate("Ministry")).isTrue();
    }

    @Test
    void aTemplateThatARedesignDidAwayWithIsForgotten() {
        HostTemplate template = site(10);
        for (int i = 100; i < 100 + HostTemplate.PAGES_MAX; i++) {
            template = template.seen(blocks(Integer.toString(i), page(i).replace("Ministry", "Department")));
        }

        Repetition repetition = repetition(template, page(7));

        assertThat(template.pages()).hasSize(HostTemplate.PAGES_MAX);
        assertThat(repetition.pagesWith("Ministry")).isZero();
        assertThat(repetition.isTemplate("Department")).isTrue();
    }

    @Test
    void notesAndMarksThatEveryReleaseEndsWithAreNoTemplate() {
        String end = "<p>* unofficial translation</p><p>- 30 -</p><p>*****</p>";
        HostTemplate template = HostTemplate.none();
        for (int i = 0; i < 5; i++) {
            template = template.seen(blocks(Integer.toString(i), page(i) + end));
        }

        Repetition repetition = repetition(template, page(7) + end);

        assertThat(repetition.pagesWithExactly("* unofficial translation")).isEqualTo(5);
        assertThat(repetition.isTemplate("* unofficial translation")).isFalse();
        assertThat(repetition.isTemplate("- 30 -")).isFalse();
        assertThat(repetition.isTemplate("*****")).isFalse();
    }

    @Test
    void whatRepeatsAmongNewSentencesStaysAndWhatRepeatsAloneGoes() {
        HostTemplate template = HostTemplate.none();
        for (int i = 0; i < 5; i++) {
            template = template.seen(blocks(Integer.toString(i), release(i)));
        }

        List<TextBlock> marked =
                KnownFurniture.mark(read(release(7)), template.repetition(blocks("7", release(7)), read(release(7))));

        assertThat(marked.stream().filter(TextBlock::furniture).map(TextBlock::text))
                .containsExactly(
                        "Ministry",
                        "Harbours",
                        "The ministry takes part in the week of the sea; come to our stand on the quay.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theMemoryNeverHoldsMoreThanItsLimitsAndKeepsTheLatest(long seed) {
        Random random = new Random(seed);
        HostTemplate template = HostTemplate.none();
        for (int i = 0; i < 120; i++) {
            String name = Integer.toString(random.nextInt(60));
            template = template.seen(blocks(name, longPage(random)));

            assertThat(template.pages()).hasSizeLessThanOrEqualTo(HostTemplate.PAGES_MAX);
            assertThat(template.pages())
                    .extracting(KnownPage::number)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(template.pages())
                    .extracting(page -> page.blocks().page())
                    .doesNotHaveDuplicates();
            assertThat(template.pages())
                    .allSatisfy(page ->
                            assertThat(page.blocks().fingerprints()).hasSizeLessThanOrEqualTo(PageBlocks.BLOCKS_MAX));
        }
        assertThat(HostTemplate.of(template.pages())).isEqualTo(template);
    }

    private static String longPage(Random random) {
        StringBuilder page = new StringBuilder();
        for (int i = random.nextInt(1_500); i >= 0; i--) {
            page.append("<p>").append(random.nextInt());
        }
        return page.toString();
    }

    private static String release(int i) {
        return MENU + BANNER + "<div class=view><h2>Harbour of the town " + "abcdefghij".charAt(i)
                + " opens</h2><div class=con>"
                + "<p>" + "abcdefghij".charAt(i)
                + " is the town whose harbour opens this week, the ministry said on Monday.</p>"
                + "<h3>Background</h3><p>The ministry pays for one half of the cranes of " + "abcdefghij".charAt(i)
                + ".</p><p>Ends</p></div><table><tr><th>Port</th><th>Tonnes</th></tr><tr><td>North</td><td>7,90" + i
                + "</td></tr></table></div>";
    }

    private static String page(int i) {
        return MENU + "<h1>Harbour number " + i + " opens</h1><p>Freight of the harbour number " + i
                + " follows in the autumn, the ministry said.</p><div>Visitors 12,00" + i + "</div>";
    }

    private static HostTemplate site(int pages) {
        HostTemplate template = HostTemplate.none();
        for (int i = 0; i < pages; i++) {
            template = template.seen(blocks(Integer.toString(i), page(i)));
        }
        return template;
    }

    private static Repetition repetition(HostTemplate template, String html) {
        return template.repetition(blocks("another", html), read(html));
    }

    private static PageBlocks blocks(String name, String html) {
        return PageBlocks.of(name, read(html));
    }

    private static List<TextBlock> read(String html) {
        return BlockReader.read(Jsoup.parse(html));
    }
}
