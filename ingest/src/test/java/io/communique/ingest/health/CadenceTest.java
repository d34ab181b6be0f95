package io.communique.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CadenceTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Test
    void aWeekendIsNoSilenceForASourceOfWorkdays() {
        Cadence cadence = Cadence.of(workdays(6), Set.of()).orElseThrow();

        // The last is on a Friday at noon: the next is expected on Monday, and its absence is a silence by Wednesday.
        assertThat(cadence.usual()).isEqualTo(Duration.ofDays(1));
        assertThat(cadence.expectedNext()).isEqualTo(at(MONDAY, 12));
        assertThat(cadence.deadline()).isBetween(at(MONDAY.plusDays(1), 0), at(MONDAY.plusDays(2), 23));
    }

    @Test
    void aHolidayPutsTheDeadlineOff() {
        Instant usual = Cadence.of(workdays(6), Set.of()).orElseThrow().deadline();

        Instant holiday = Cadence.of(workdays(6), Set.of(MONDAY)).orElseThrow().deadline();

        assertThat(Duration.between(usual, holiday)).isGreaterThanOrEqualTo(Duration.ofHours(20));
    }

    @Test
    void tooLittleTeachesNothing() {
        assertThat(Cadence.of(workdays(1), Set.of())).isEmpty();
        assertThat(Cadence.of(List.of(), Set.of())).isEmpty();
    }

    @Test
    void aSourceOfThreeBusyDaysHasNoRhythmYet() {
        List<Instant> arrivals = new ArrayList<>();
        for (int hour = 0; hour < 72; hour += 2) {
            arrivals.add(at(MONDAY, 0).plus(Duration.ofHours(hour)));
        }

        assertThat(Cadence.of(arrivals, Set.of())).isEmpty();
    }

    @Test
    void aMonthlySourceIsMissedAfterAMonthOrTwoAndNoSooner() {
        List<Instant> arrivals = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            arrivals.add(at(LocalDate.of(2025, 1, 15).plusMonths(month), 9));
        }

        Cadence cadence = Cadence.of(arrivals, Set.of()).orElseThrow();

        assertThat(Duration.between(arrivals.get(11), cadence.deadline()))
                .isBetween(Duration.ofDays(35), Duration.ofDays(70));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSourceThatPublishesAsItLikesIsSeldomMissedWhileItDoes(long seed) {
        Random random = new Random(seed);
        List<Instant> all = new ArrayList<>();
        Instant at = at(MONDAY, 0);
        for (int i = 0; i < 1_000; i++) {
            at = at.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * 86_400));
            all.add(at);
        }
        int alarms = 0;
        for (int i = 60; i < all.size(); i++) {
            Cadence cadence = Cadence.of(all.subList(i - 60, i), Set.of()).orElseThrow();
            alarms += all.get(i).isAfter(cadence.deadline()) ? 1 : 0;
        }

        // Two and a half years of arrivals at random, about one a day.
        assertThat(alarms).isLessThanOrEqualTo(2);
    }

    @Test
    void aDayOnWhichHardlyAnybodyPublishesIsQuiet() {
        List<List<Instant>> sources = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<Instant> arrivals = new ArrayList<>(workdays(6));
            arrivals.remove(at(MONDAY.minusDays(4), 12));
            sources.add(arrivals);
        }

        assertThat(QuietDays.of(sources, at(MONDAY.minusDays(3), 18))).containsExactly(MONDAY.minusDays(4));
        assertThat(QuietDays.of(sources.subList(0, 2), at(MONDAY.minusDays(3), 18)))
                .as("two sources say nothing about a country")
                .isEmpty();
    }

    /** Every workday at noon, for so many weeks before the Monday. */
    private static List<Instant> workdays(int weeks) {
        List<Instant> arrivals = new ArrayList<>();
        for (LocalDate day = MONDAY.minusWeeks(weeks); day.isBefore(MONDAY); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                arrivals.add(at(day, 12));
            }
        }
        return arrivals;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
}
