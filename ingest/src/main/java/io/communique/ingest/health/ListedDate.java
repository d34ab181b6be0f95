package io.communique.ingest.health;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of lists and feeds that can be read in one way only: RFC 3339, RFC 9110, and year, month, day in figures. It serves to learn a
 * rhythm before our own time; what date a release bears is for others to read.
 */
public final class ListedDate {
    private static final int CHARS_MAX = 60;
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\s?[-./年년]\\s?(\\d{1,2})\\s?[-./月월]\\s?(\\d{1,2})(?!\\d)");

    private ListedDate() {}

    /** Returns the moment that {@code written} means; of a day alone, its beginning in UTC. Empty if it is not clear. */
    public static Optional<Instant> read(String written) {
        String text = written.strip();
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        return withTime(text).or(() -> day(text));
    }

    private static Optional<Instant> withTime(String text) {
        try {
            return Optional.of(
                    Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0))
                            ? OffsetDateTime.parse(text).toInstant()
                            : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> day(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3)))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
