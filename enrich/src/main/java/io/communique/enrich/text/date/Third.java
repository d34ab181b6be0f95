package io.communique.enrich.text.date;

import java.time.LocalDate;

/** "Early", "mid" and "late": the first, second and last third of a month, season, year, decade or century. */
enum Third {
    EARLY(0),
    MID(1),
    LATE(2);

    private static final int MONTH_THIRD = 10;

    private final int before;

    Third(int before) {
        this.before = before;
    }

    /** Returns this third of {@code whole}; of a month ten days, and what is left. */
    Span of(Span whole) {
        String rule = "third-of-" + whole.rule();
        if (whole.unit() == Unit.MONTH) {
            LocalDate from = whole.from().plusDays((long) before * MONTH_THIRD);
            return new Span(from, this == LATE ? whole.to() : from.plusDays(MONTH_THIRD - 1), Unit.SPAN, rule);
        }
        long months = (whole.to().getYear() - whole.from().getYear()) * 12L
                + whole.to().getMonthValue()
                - whole.from().getMonthValue()
                + 1;
        // Whole years of a decade or century, whole months of a year or season: 3, 4 and 3 years of a decade.
        long step = months >= 120 ? 12 : 1;
        long units = months / step;
        long first = units / 3;
        long begin = this == EARLY ? 0 : this == MID ? first : units - first;
        long end = this == EARLY ? first : this == MID ? units - first : units;
        return new Span(
                whole.from().plusMonths(begin * step),
                whole.from().plusMonths(end * step).minusDays(1),
                Unit.SPAN,
                rule);
    }
}
