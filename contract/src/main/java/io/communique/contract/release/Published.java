package io.communique.contract.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * When the publisher says that the release appeared; never the time of the fetch.
 *
 * @param at ISO 8601: a date-time with offset, a date, a month or a year, as {@code precision} says; empty if nothing said it
 * @param precision how exact {@code at} is; empty exactly if {@code at} is
 * @param from where the value was found
 */
public record Published(Optional<String> at, Optional<Precision> precision, From from) {
    private static final Published UNKNOWN = new Published(Optional.empty(), Optional.empty(), From.NONE);

    public Published {
        Objects.requireNonNull(from, "from");
        if (at.isPresent() != precision.isPresent()) {
            throw new IllegalArgumentException("a publication date has a precision, and only then");
        }
        if (at.isPresent() == (from == From.NONE)) {
            throw new IllegalArgumentException(
                    "a publication date comes from somewhere, and only then: " + at + " from " + from);
        }
        at.ifPresent(Published::requireIso);
    }

    /** Returns what is said of a release that nobody dated. */
    public static Published unknown() {
        return UNKNOWN;
    }

    private static void requireIso(String at) {
        if (!at.matches("\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?")) {
            throw new IllegalArgumentException("publication date must be ISO 8601: " + at);
        }
    }

    /** How much of a date is known. */
    public enum Precision {
        @JsonProperty("year")
        YEAR,
        @JsonProperty("month")
        MONTH,
        @JsonProperty("day")
        DAY,
        @JsonProperty("time")
        TIME
    }

    /** Where a publication date was found, the most trusted first. */
    public enum From {
        /** Visible text near the title. */
        @JsonProperty("page")
        PAGE,
        @JsonProperty("json-ld")
        JSON_LD,
        @JsonProperty("meta")
        META,
        @JsonProperty("feed")
        FEED,
        @JsonProperty("listing")
        LISTING,
        @JsonProperty("url")
        URL,
        /** The release's own text. */
        @JsonProperty("text")
        TEXT,
        @JsonProperty("none")
        NONE
    }
}
