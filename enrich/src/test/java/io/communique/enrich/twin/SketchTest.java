package io.communique.enrich.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.communique.contract.release.Provenance;
import io.communique.contract.release.Published;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SketchTest {
    private static final String STATISTICS =
            "In %s the ports of the country handled %d thousand tonnes of goods, %d per cent more than a year before. Containers made up %d"
                    + " thousand tonnes, bulk goods %d thousand and liquid goods %d thousand. The largest port handled %d thousand tonnes, the"
                    + " second largest %d thousand. Passengers on ferries numbered %d thousand, of whom %d thousand travelled to the islands. The"
                    + " ministry publishes these figures every month; the next ones come out at the end of the month after.";

    @Test
    void theSameTextOnTwoBoardsIsFoundWhateverStandsAroundIt() {
        String text = prose(1, 300);

        assertThat(areFound("a:1", text, "2026-03-02", "b:9", text, "2026-03-02"))
                .isTrue();
        assertThat(areFound("a:1", text, "2026-03-02", "b:9", "Issued by the ministry. " + text + " Ends.", null))
                .isTrue();
    }

    @Test
    void aCorrectionWithOneOtherNumberIsFound() {
        String text = STATISTICS.formatted("May", 910, 4, 331, 402, 177, 388, 205, 1_204, 640);

        assertThat(areFound("a:1", text, "2026-06-30", "a:2", text.replace("1204", "1240"), "2026-07-02"))
                .isTrue();
    }

    @Test
    void twoMonthsOfOneStatisticAreTwoReleases() {
        assertThat(areFound(
                        "a:1",
                        STATISTICS.formatted("May", 910, 4, 331, 402, 177, 388, 205, 1_204, 640),
                        "2026-06-30",
                        "a:2",
                        STATISTICS.formatted("June", 925, 3, 340, 399, 186, 391, 211, 1_377, 702),
                        "2026-07-30"))
                .isFalse();
    }

    @Test
    void theSameGreetingAYearLaterIsAnotherRelease() {
        String text = prose(2, 120);

        assertThat(areFound("a:1", text, "2025-12-24", "a:2", text, "2026-12-24"))
                .isFalse();
    }

    @Test
    void shortNoticesAreNotCompared() {
        assertThat(Sketch.of(release("a:1", "The ministry is closed on Monday.", null)))
                .isEmpty();
    }

    @Test
    void koreanAndJapaneseTextsAreCompared() {
        String korean = "해양수산부는 전국 무역항의 안전 점검 결과를 발표하고 후속 조치를 시행한다고 밝혔다. ".repeat(8);
        String japanese = "国土交通省は港湾の安全点検の結果を公表し、必要な対策を実施すると発表した。".repeat(4);

        assertThat(areFound("a:1", korean, null, "b:1", korean + "끝.", null)).isTrue();
        assertThat(areFound("a:1", japanese, null, "b:1", japanese, null)).isTrue();
        assertThat(areFound("a:1", korean, null, "b:1", japanese, null)).isFalse();
    }

    /** Of a hash that is good, each of the 48 minima is shared with the probability that two runs are: .75 and .5 here. */
    @Test
    void minimaAreSharedAsOftenAsRuns() {
        assertThat(shared(600, 100)).isCloseTo(0.75, within(0.02));
        assertThat(shared(400, 200)).isCloseTo(0.5, within(0.02));
    }

    private static double shared(int common, int own) {
        int same = 0;
        int all = 0;
        for (int seed = 0; seed < 60; seed++) {
            String both = prose(3 * seed, common);
            List<Integer> first = minima(prose(3 * seed + 1, own) + " " + both);
            List<Integer> second = minima(prose(3 * seed + 2, own) + " " + both);
            for (int i = 0; i < first.size(); i++, all++) {
                same += first.get(i).equals(second.get(i)) ? 1 : 0;
            }
        }
        return (double) same / all;
    }

    private static List<Integer> minima(String text) {
        return Sketch.of(release("a:1", text, null)).orElseThrow().minima();
    }

    /** Texts of one ministry's style, half of their sentences the same, are none. */
    @Test
    void noTwoOfManyTextsThatShareSentencesAreTaken() {
        List<Sketch> all = IntStream.range(0, 400)
                .mapToObj(number -> Sketch.of(
                                release("a:" + number, prose(3, 60) + " " + prose(100 + number, 90), "2026-03-02"))
                        .orElseThrow())
                .toList();

        for (Sketch one : all) {
            assertThat(all.stream().filter(one::isTwinOf)).isEmpty();
        }
    }

    /** Whether both meet in a band and are held for twins. */
    private static boolean areFound(
            String one, String text, String day, String other, String otherText, String otherDay) {
        Sketch first = Sketch.of(release(one, text, day)).orElseThrow();
        Sketch second = Sketch.of(release(other, otherText, otherDay)).orElseThrow();
        Set<Long> common = new HashSet<>(first.bands());
        common.retainAll(second.bands());
        assertThat(first.isTwinOf(second)).isEqualTo(second.isTwinOf(first));
        return !common.isEmpty() && first.isTwinOf(second);
    }

    private static String prose(int seed, int words) {
        Random random = new Random(seed);
        return IntStream.range(0, words)
                .mapToObj(i -> "w" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)))
                .collect(Collectors.joining(" "));
    }

    private static Release release(String id, String body, String day) {
        Instant at = Instant.parse("2026-03-02T08:00:00Z");
        Optional<String> published = Optional.ofNullable(day);
        return new Release(
                Release.SCHEMA,
                id,
                1,
                Release.State.PUBLISHED,
                id.substring(0, 1),
                Optional.empty(),
                URI.create("https://" + id.charAt(0) + ".example/" + id.substring(2)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Published(
                        published,
                        published.map(any -> Published.Precision.DAY),
                        published.isPresent() ? Published.From.PAGE : Published.From.NONE),
                at,
                at,
                body,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Provenance("ab", "test", Optional.empty(), new Quality(1, List.of())));
    }
}
