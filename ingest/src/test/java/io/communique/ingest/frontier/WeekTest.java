package io.communique.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.frontier.Absence;
import io.communique.contract.page.RawPage;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.status.SourceStatus.State;
import io.communique.ingest.frontier.SimulatedMinistry.Habit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A week of two hundred ministries, on a clock that the test moves. Four fall silent, one is rebuilt, one deletes a release, one blocks us, one is
 * down for a day, and all but the busiest have a holiday in the middle.
 */
final class WeekTest {
    /** A Monday. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    private static final Instant END = MONDAY.plus(Duration.ofDays(7));
    private static final Instant PAST = MONDAY.minus(Duration.ofDays(84));
    private static final Set<LocalDate> HOLIDAY = Set.of(LocalDate.parse("2026-03-04"));
    /** Days' worth of releases that may be missed before a silence is named, and releases of a source with fewer than one a day. */
    private static final double MISSED_DAYS_MAX = 4.5;

    private final Map<String, SimulatedMinistry> ministries = new LinkedHashMap<>();
    private final List<String> troubled = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 1)
    void eachThatNeedsALookIsNamedAndNoneElse(long seed) {
        List<Habit> habits = List.of(Habit.values());
        for (int i = 0; i < 200; i++) {
            Habit habit = habits.get(i % habits.size());
            Instant silent = switch (i) {
                case 0 -> at(0, 0);
                case 1 -> at(0, 12);
                case 2 -> at(-1, 0);
                case 4 -> at(-8, 0);
                default -> Instant.MAX;
            };
            SimulatedMinistry ministry =
                    new SimulatedMinistry("m" + i, habit, PAST, END, HOLIDAY, silent, seed * 1_000 + i);
            ministry.crawlDelay = i % 10 == 6;
            ministries.put(ministry.host(), ministry);
        }
        SimulatedMinistry rebuilt = ministry(7);
        SimulatedMinistry deletes = ministry(8);
        SimulatedMinistry blocks = ministry(9);
        SimulatedMinistry down = ministry(10);
        rebuilt.redesignedFrom = at(2, 9);
        blocks.blockedFrom = at(3, 0);
        down.downFrom = at(1, 0);
        down.downUntil = at(2, 0);
        MovedClock clock = new MovedClock(MONDAY);
        Crawl crawl = new Crawl(
                clock,
                ministries.values().stream().map(SimulatedMinistry::source).toList(),
                ask -> ministries.get(ask.url().getHost()).answer(ask, clock.instant()));

        crawl.until(at(1, 20));
        int gone = deletes.newest(clock.instant());
        deletes.deleted.add(gone);
        crawl.until(END);

        for (int silent : List.of(0, 1, 2, 4)) {
            assertNamed(crawl, ministry(silent));
        }
        assertThat(crawl.first("m7", State.STALE)).hasValueSatisfying(status -> {
            assertThat(status.reason())
                    .hasValueSatisfying(why -> assertThat(why).contains("no items"));
            assertThat(Duration.between(rebuilt.redesignedFrom, status.asOf())).isLessThan(Duration.ofHours(2));
        });
        assertThat(crawl.first("m9", State.BLOCKED)).hasValueSatisfying(status -> {
            assertThat(status.reason())
                    .hasValueSatisfying(why -> assertThat(why).contains("challenge"));
            assertThat(Duration.between(blocks.blockedFrom, status.asOf())).isLessThan(Duration.ofHours(1));
        });
        assertThat(crawl.first("m10", State.STALE))
                .hasValueSatisfying(status -> assertThat(status.reason())
                        .hasValueSatisfying(why -> assertThat(why).containsAnyOf("http-503", "robots-unreachable")));
        assertThat(last(crawl, "m10").state()).isEqualTo(State.COMPLETE);
        troubled.addAll(List.of("m0", "m1", "m2", "m4", "m7", "m9", "m10"));
        assertNoFalseAlarm(crawl);
        assertOneDeletion(crawl, deletes, gone);
        ministries.values().forEach(WeekTest::assertPolite);
        assertAccounted(crawl);
        System.out.printf(
                "[week] seed %d: %d requests, %d visits, %d pages published, blocked host asked %d times after it blocked%n",
                seed,
                ministries.values().stream().mapToInt(m -> m.log.size()).sum(),
                crawl.counts.counters().visits(),
                crawl.published.size(),
                blocks.log.stream().filter(at -> at.isAfter(blocks.blockedFrom)).count());
    }

    private static void assertNamed(Crawl crawl, SimulatedMinistry silent) {
        assertThat(crawl.first(silent.id, State.STALE)).as(silent.id).hasValueSatisfying(status -> {
            assertThat(status.reason())
                    .hasValueSatisfying(why -> assertThat(why).contains("nothing new since"));
            double missed = silent.wouldHaveHad(silent.silentFrom, status.asOf());
            double aDay = Math.max(1, silent.habit.aDay());
            System.out.printf(
                    "[week] %s (%s) silent from %s, named at %s after %.0f missed releases%n",
                    silent.id, silent.habit, silent.silentFrom, status.asOf(), missed);
            assertThat(missed).isGreaterThanOrEqualTo(1);
            assertThat(missed / aDay).as("missed by " + silent.habit).isLessThanOrEqualTo(MISSED_DAYS_MAX);
        });
    }

    private void assertNoFalseAlarm(Crawl crawl) {
        crawl.statuses.forEach((source, statuses) -> {
            if (!troubled.contains(source)) {
                assertThat(statuses)
                        .as("states of %s", source)
                        .allSatisfy(status ->
                                assertThat(status.state()).as("%s", status).isEqualTo(State.COMPLETE));
            }
        });
        assertThat(crawl.statuses).hasSize(200);
    }

    private static void assertOneDeletion(Crawl crawl, SimulatedMinistry deletes, int gone) {
        List<RawPage> evidence = crawl.published.stream()
                .filter(page -> page.facts().absence().isPresent())
                .toList();

        assertThat(evidence).singleElement().satisfies(page -> {
            assertThat(page.url()).hasToString("https://" + deletes.host() + "/news/" + gone);
            assertThat(page.facts().status()).isEqualTo(404);
            Absence absence = page.facts().absence().orElseThrow();
            assertThat(absence.times()).isGreaterThanOrEqualTo(3);
            assertThat(Duration.between(absence.since(), absence.last())).isGreaterThanOrEqualTo(Duration.ofHours(24));
        });
    }

    /** From the server's own log: between any two requests lies what it may expect. */
    private static void assertPolite(SimulatedMinistry ministry) {
        Duration delay = ministry.crawlDelay ? Duration.ofSeconds(10) : Crawl.DELAY;
        for (int i = 2; i < ministry.log.size(); i++) {
            assertThat(Duration.between(ministry.log.get(i - 1), ministry.log.get(i)))
                    .as("requests %d and %d to %s", i - 1, i, ministry.id)
                    .isGreaterThanOrEqualTo(delay);
        }
    }

    private static void assertAccounted(Crawl crawl) {
        var all = crawl.counts.counters();
        assertThat(all.visits())
                .isEqualTo(all.listings()
                        + all.published()
                        + all.unchanged()
                        + all.moved()
                        + all.missing()
                        + all.tooLarge()
                        + all.refused()
                        + all.failed());
    }

    private static SourceStatus last(Crawl crawl, String source) {
        List<SourceStatus> statuses = crawl.statuses.get(source);
        return statuses.get(statuses.size() - 1);
    }

    private SimulatedMinistry ministry(int number) {
        return ministries.get("m" + number + ".example");
    }

    private static Instant at(int day, int hour) {
        return MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
    }
}
