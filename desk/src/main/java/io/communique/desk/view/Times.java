package io.communique.desk.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as people read them, in no language. */
final class Times {
    private Times() {}

    /** Returns the two largest units, such as {@code 3 d 4 h}. */
    static String inWords(Duration duration) {
        Duration length = duration.isNegative() ? Duration.ZERO : duration;
        if (length.toDays() > 0) {
            return length.toDays() + " d " + length.toHoursPart() + " h";
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toMinutes() > 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }

    /** Returns a moment in UTC, to the minute. */
    static String minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", " UTC");
    }
}
