package io.communique.ingest.source;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The year in the address of a list that begins anew each January. */
final class YearInAddress {
    private static final String PLACE = "{year}";

    private YearInAddress() {}

    static boolean isIn(@Nullable String address) {
        return address != null && address.contains(PLACE);
    }

    /** Returns the years whose lists are read: this one, and until the end of February the last one, for December's releases come late. */
    static List<Year> of(LocalDate today) {
        Year now = Year.from(today);
        return today.getMonth().compareTo(Month.FEBRUARY) <= 0 ? List.of(now, now.minusYears(1)) : List.of(now);
    }

    static @Nullable String put(@Nullable String address, Year year) {
        return address == null ? null : address.replace(PLACE, year.toString());
    }
}
