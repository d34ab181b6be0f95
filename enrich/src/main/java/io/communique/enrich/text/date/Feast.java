package io.communique.enrich.text.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Feasts that English texts name as days, the longer names first. Those that fall on different days in different countries are left out. */
enum Feast {
    CHRISTMAS_EVE("christmas eve", 12, 24),
    CHRISTMAS_DAY("christmas day", 12, 25),
    CHRISTMAS("christmas", 12, 25),
    BOXING_DAY("boxing day", 12, 26),
    HALLOWEEN("halloween", 10, 31),
    ASH_WEDNESDAY("ash wednesday", -46),
    PALM_SUNDAY("palm sunday", -7),
    MAUNDY_THURSDAY("maundy thursday", -3),
    GOOD_FRIDAY("good friday", -2),
    EASTER_SUNDAY("easter sunday", 0),
    EASTER_MONDAY("easter monday", 1),
    EASTER("easter", 0),
    WHIT_MONDAY("whit monday", 50),
    BLACK_FRIDAY("black friday", 0) {
        /** Returns the day after the fourth Thursday of November. */
        @Override
        LocalDate in(int year) {
            return LocalDate.of(year, Month.NOVEMBER, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                    .plusDays(1);
        }
    };

    /** What their names begin with. */
    static final String FIRST_WORDS = "christmas boxing halloween ash palm maundy good easter whit black";

    private final String name;
    private final int month;
    private final int day;

    /** Falls on the same day each year. */
    Feast(String name, int month, int day) {
        this.name = name;
        this.month = month;
        this.day = day;
    }

    /** Moves with Easter, {@code daysAfterEaster} behind it. */
    Feast(String name, int daysAfterEaster) {
        this(name, 0, daysAfterEaster);
    }

    List<String> words() {
        return List.of(name.split(" ", -1));
    }

    /** Whether the name alone says a date. */
    boolean isChristmas() {
        return name.startsWith("christmas");
    }

    LocalDate in(int year) {
        return month > 0 ? LocalDate.of(year, month, day) : easter(year).plusDays(day);
    }

    /** Easter Sunday of the Gregorian calendar, by the rule of Butcher's Ecclesiastical Calendar (1876), after Oudin. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        int days = moon - weekday;
        int month = 3 + (days + 40) / 44;
        return LocalDate.of(year, month, days + 28 - 31 * (month / 4));
    }
}
