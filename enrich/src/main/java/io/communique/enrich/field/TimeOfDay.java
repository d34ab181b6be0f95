package io.communique.enrich.field;

import io.communique.contract.release.Published;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Whether one witness of a publication says the same as another and more: readers are often shown the day alone, machines are told the time. */
final class TimeOfDay {
    /** Zones are at most so far from that of the other witness. */
    private static final long MOST_MINUTES = Duration.ofHours(14).toMinutes();

    /** They lie a multiple of this apart. */
    private static final long STEP_MINUTES = 15;

    private TimeOfDay() {}

    /**
     * Returns whether {@code told} has the day of {@code seen} and besides a time of day that {@code seen} lacks, or the zone of the time that
     * {@code seen} has. Midnight is no time: it is what a day becomes on its way through a computer.
     */
    static boolean adds(Published told, Published seen) {
        Optional<OffsetDateTime> instant = told.at().flatMap(TimeOfDay::withZone);
        if (instant.isEmpty()
                || instant.get().toLocalTime().equals(LocalTime.MIDNIGHT)
                || !day(told).equals(day(seen))) {
            return false;
        }
        return seen.precision().equals(Optional.of(Published.Precision.DAY))
                || seen.at()
                        .flatMap(TimeOfDay::withoutZone)
                        .filter(time -> isSame(time, instant.get().toLocalDateTime()))
                        .isPresent();
    }

    private static boolean isSame(LocalDateTime one, LocalDateTime other) {
        long apart = Math.abs(Duration.between(one, other).toMinutes());
        return apart <= MOST_MINUTES && apart % STEP_MINUTES == 0;
    }

    private static String day(Published published) {
        String at = published.at().orElse("");
        return at.substring(0, Math.min(at.length(), "2000-01-01".length()));
    }

    private static Optional<OffsetDateTime> withZone(String at) {
        try {
            return Optional.of(OffsetDateTime.parse(at));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> withoutZone(String at) {
        try {
            return Optional.of(LocalDateTime.parse(at));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
