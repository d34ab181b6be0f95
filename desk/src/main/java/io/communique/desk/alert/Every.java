package io.communique.desk.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How often mail goes out. */
public enum Every {
    @JsonProperty("hour")
    HOUR,
    @JsonProperty("day")
    DAY;

    /**
     * Returns the last moment up to {@code now} at which mail goes out: on the hour, or at one time of each day.
     *
     * @param at time of day
     * @param zone of that time; a day on which its clock leaves it out has the next time there is
     */
    Instant last(Instant now, LocalTime at, ZoneId zone) {
        if (this == HOUR) {
            return now.truncatedTo(ChronoUnit.HOURS);
        }
        ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone);
        return (today.toInstant().isAfter(now)
                        ? today.toLocalDate().minusDays(1).atTime(at).atZone(zone)
                        : today)
                .toInstant();
    }
}
