package io.communique.enrich.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Published;
import io.communique.contract.release.Published.From;
import io.communique.contract.release.Published.Precision;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeOfDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-03,       2026-03-03T18:40+01:00",
        "2026-03-03,       2026-03-03T18:40:09.5Z",
        "2026-03-03T18:40, 2026-03-03T18:40+01:00",
        "2026-03-03T18:40, 2026-03-03T17:40Z",
        "2026-03-03T18:40, 2026-03-03T13:10Z",
    })
    void theSameDayWithATimeOrTheSameTimeWithAZoneSaysMore(String seen, String told) {
        assertThat(TimeOfDay.adds(published(told), published(seen))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03,             2026-03-04T18:40+01:00",
        "2026-03-03,             2026-03-03T00:00Z",
        "2026-03-03,             2026-03-03T18:40",
        "2026-03-03,             2026-03-03",
        "2026-03,                2026-03-03T18:40Z",
        "2026-03-03T18:40,       2026-03-03T18:33Z",
        "2026-03-03T18:40,       2026-03-03T02:40Z",
        "2026-03-03T18:40+01:00, 2026-03-03T17:40Z",
    })
    void anotherDayAnotherTimeMidnightAndATimeWithoutZoneSayNoMore(String seen, String told) {
        assertThat(TimeOfDay.adds(published(told), published(seen))).isFalse();
    }

    private static Published published(String at) {
        Precision precision =
                at.contains("T") ? Precision.TIME : at.length() == "2026-03".length() ? Precision.MONTH : Precision.DAY;
        return new Published(Optional.of(at), Optional.of(precision), From.PAGE);
    }
}
