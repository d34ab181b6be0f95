package io.communique.enrich.text.date;

import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.Around;
import io.communique.enrich.text.date.Expression.DayIn;
import io.communique.enrich.text.date.Expression.EveryYear;
import io.communique.enrich.text.date.Expression.FiscalShift;
import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.HalfOf;
import io.communique.enrich.text.date.Expression.MonthDay;
import io.communique.enrich.text.date.Expression.Nearest;
import io.communique.enrich.text.date.Expression.PartOf;
import io.communique.enrich.text.date.Expression.PeriodBefore;
import io.communique.enrich.text.date.Expression.PeriodTold;
import io.communique.enrich.text.date.Expression.Range;
import io.communique.enrich.text.date.Expression.SameIn;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Stretch;
import io.communique.enrich.text.date.Expression.ToDate;
import io.communique.enrich.text.date.Expression.UpTo;
import io.communique.enrich.text.date.Expression.WeekOf;
import io.communique.enrich.text.date.Expression.Weekday;
import io.communique.enrich.text.date.Expression.WeekdayOf;
import io.communique.enrich.text.date.Expression.WorkingDays;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Expression.YearlyIn;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds the days that an {@link Expression} means where it stands. What nothing around it settles is no date. */
final class Resolver {
    private static final int HALF_MONTH_DAYS = 15;

    /** So near to the publication, a day without a year is the one of these weeks and not of a year that an earlier sentence told of. */
    private static final int NEAR_DAYS = 100;
    /** The same in a text about the past. */
    private static final int NEAR_DAYS_OF_HISTORY = 21;

    /** A tense is a hint: a day of next week in a sentence that tells of the past is still not one of last year. */
    private static final int AGAINST_TENSE_DAYS = 300;

    private static final int DAYS_OF_TWO_YEARS = 731;

    private final Narrative narrative;

    Resolver(Narrative narrative) {
        this.narrative = narrative;
    }

    /** Returns the days that {@code expression} means in a sentence of this tense; empty if that cannot be known. */
    Optional<Span> resolve(Expression expression, Tense tense) {
        try {
            return span(expression, tense).filter(span -> !YearBehind.isNothing(span));
        } catch (DateTimeException | ArithmeticException e) {
            // Beyond the calendar's own limits.
            return Optional.empty();
        }
    }

    /** Tells the narrative what was read. */
    void note(Expression expression, Span span) {
        if (span.from().getYear() < 1) {
            return;
        }
        boolean counted = expression instanceof PeriodTold
                || expression instanceof PeriodBefore
                || (expression instanceof FiscalShift fiscal && fiscal.from() == From.NARRATIVE)
                || (expression instanceof Shift shift && shift.from() == From.NARRATIVE);
        narrative.note(span, isNamed(expression), counted);
        if (isAside(expression)) {
            narrative.noteAside(span.from().getYear());
        }
    }

    /** Tells the narrative of a date that was read as something held against what is told. */
    void noteMeasure(Span span) {
        narrative.note(span, false, true);
    }

    /** "Last year" says what its sentence is about, not what the next ones are. */
    private static boolean isAside(Expression expression) {
        return expression instanceof YearlyIn
                || (expression instanceof Shift shift
                        && shift.unit() == Unit.YEAR
                        && shift.from() == From.PUBLICATION
                        && !shift.rule().equals("ago"));
    }

    private static boolean isNamed(Expression expression) {
        if (expression instanceof Absolute absolute) {
            return absolute.named()
                    && absolute.span().unit() != Unit.DECADE
                    && absolute.span().unit() != Unit.CENTURY;
        }
        if (expression instanceof PartOf part) {
            return isNamed(part.whole());
        }
        if (expression instanceof HalfOf half) {
            return isNamed(half.month());
        }
        if (expression instanceof Range range) {
            return isNamed(range.to());
        }
        return expression instanceof Shift shift && shift.unit() == Unit.YEAR && shift.from() == From.STORY;
    }

    private static Span half(int number, Span month) {
        LocalDate middle = month.from().plusDays(HALF_MONTH_DAYS);
        LocalDate from = number == 1 ? month.from() : middle;
        LocalDate to = number == 1 ? middle.minusDays(1) : month.to();
        return new Span(from, to, Unit.SPAN, "half-of-" + month.rule());
    }

    private Optional<Span> span(Expression expression, Tense tense) {
        if (expression instanceof Absolute absolute) {
            return Optional.of(absolute.span());
        }
        if (expression instanceof EveryYear part) {
            return yearly(part, tense);
        }
        if (expression instanceof YearlyIn part) {
            return span(part.year(), tense)
                    .flatMap(year -> part.part().in(year.from().getYear()));
        }
        if (expression instanceof PartOf part) {
            return span(part.whole(), tense).map(whole -> part.third().of(whole));
        }
        if (expression instanceof SameIn other) {
            Optional<Span> year = span(other.year(), tense);
            // Where nothing was named before, the year is all that is known.
            return year.flatMap(in -> span(other.same(), tense)
                            .map(same -> same.movedTo(in.from().getYear())))
                    .or(() -> year);
        }
        if (expression instanceof PeriodTold told) {
            return periodTold(told);
        }
        if (expression instanceof PeriodBefore before) {
            return periodBefore(before);
        }
        if (expression instanceof FiscalShift shift) {
            return fiscalYear(shift);
        }
        if (expression instanceof HalfOf half) {
            return span(half.month(), tense).map(month -> half(half.number(), month));
        }
        if (expression instanceof Range range) {
            return range(range, tense);
        }
        if (expression instanceof Nearest nearest) {
            return nearest(nearest);
        }
        if (expression instanceof Shift shift) {
            return shift(shift, tense);
        }
        if (expression instanceof Stretch stretch) {
            // "The next five years" of a life are not counted from the day on which it was written down.
            return narrative.isHistory() ? Optional.empty() : narrative.today().map(today -> stretch(stretch, today));
        }
        if (expression instanceof WorkingDays days) {
            return narrative.today().map(today -> workingDays(days.count(), today));
        }
        if (expression instanceof Weekday weekday) {
            return weekday(weekday, tense);
        }
        if (expression instanceof WeekOf week) {
            return span(week.whole(), tense).map(whole -> week(week.number(), whole));
        }
        if (expression instanceof WeekdayOf weekday) {
            return span(weekday.whole(), tense).map(whole -> weekday(weekday, whole));
        }
        if (expression instanceof Around around) {
            return span(around.day(), tense).map(day -> around.unit().around(day.from(), "week-of-day"));
        }
        if (expression instanceof ToDate part) {
            return narrative
                    .today()
                    .map(today -> new Span(part.unit().around(today, "").from(), today, Unit.SPAN, "to-date"));
        }
        if (expression instanceof UpTo part) {
            return span(part.end(), tense).map(end -> upTo(part, end.to()));
        }
        if (expression instanceof DayIn part) {
            return span(part.month(), tense)
                    .map(month -> Unit.DAY.around(month.from().withDayOfMonth(part.day()), "day-of-month"));
        }
        return monthDay((MonthDay) expression, tense);
    }

    // ---- days and months without a year

    private Optional<Span> yearly(EveryYear part, Tense tense) {
        Optional<LocalDate> today = narrative.today();
        OptionalInt sentence = narrative.sentenceYear();
        if (sentence.isPresent()
                && !(tense == Tense.FUTURE && isBeforeToday(part, sentence.getAsInt()))
                && !(tense == Tense.ELAPSED && isAfterToday(part, sentence.getAsInt()))) {
            return part.in(sentence.getAsInt());
        }
        Optional<Span> near = today.flatMap(day -> near(part, day, tense)).filter(span -> isNear(span, today));
        if (near.isPresent()) {
            return near;
        }
        OptionalInt paragraph = narrative.paragraphYear();
        if (paragraph.isPresent()
                && !(tense == Tense.FUTURE && isBeforeToday(part, paragraph.getAsInt()))
                && !(isPast(tense) && isAfterToday(part, paragraph.getAsInt()))) {
            return part.in(paragraph.getAsInt());
        }
        boolean ahead = tense == Tense.FUTURE && paragraph.isEmpty();
        if (today.isPresent()
                && (ahead || !(narrative.isHistory() && narrative.lastYear().isPresent()))) {
            return near(part, today.get(), tense);
        }
        OptionalInt last = narrative.textYear();
        return last.isPresent() ? part.in(last.getAsInt()) : Optional.empty();
    }

    private static boolean isPast(Tense tense) {
        return tense == Tense.PAST || tense == Tense.ELAPSED;
    }

    private boolean isBeforeToday(EveryYear part, int year) {
        Optional<Span> then = part.in(year);
        return narrative
                .today()
                .filter(today -> then.isPresent() && then.get().to().isBefore(today.minusDays(1)))
                .isPresent();
    }

    private boolean isAfterToday(EveryYear part, int year) {
        Optional<Span> then = part.in(year);
        return !narrative.isHistory()
                && narrative
                        .today()
                        .filter(today -> then.isPresent() && then.get().from().isAfter(today.plusDays(2)))
                        .isPresent();
    }

    private boolean isNear(Span span, Optional<LocalDate> today) {
        return span.unit() == Unit.DAY
                && today.filter(day -> Math.abs(ChronoUnit.DAYS.between(day, span.from()))
                                <= (narrative.isHistory() ? NEAR_DAYS_OF_HISTORY : NEAR_DAYS))
                        .isPresent();
    }

    /** Returns the one of three years that the tense asks for, or else that lies nearest to {@code today}. */
    private static Optional<Span> near(EveryYear part, LocalDate today, Tense tense) {
        // 29 February is not in every year.
        return IntStream.rangeClosed(today.getYear() - 4, today.getYear() + 4)
                .mapToObj(part::in)
                .flatMap(Optional::stream)
                .min((a, b) -> Long.compare(distance(a, today, tense), distance(b, today, tense)));
    }

    /** Returns how far off, in days; what the tense speaks against counts as much farther. */
    private static long distance(Span span, LocalDate today, Tense tense) {
        long days = span.from().isAfter(today)
                ? ChronoUnit.DAYS.between(today, span.from())
                : span.to().isBefore(today) ? ChronoUnit.DAYS.between(span.to(), today) : 0;
        boolean against = tense == Tense.PAST
                ? span.from().isAfter(today.plusDays(2))
                : tense == Tense.FUTURE && span.to().isBefore(today.minusDays(2));
        boolean never = tense == Tense.ELAPSED && span.from().isAfter(today);
        return never ? days + DAYS_OF_TWO_YEARS : against ? days + AGAINST_TENSE_DAYS : days;
    }

    private Optional<Span> nearest(Nearest nearest) {
        Optional<LocalDate> today = narrative.today();
        if (today.isEmpty()) {
            return Optional.empty();
        }
        int year = today.get().getYear();
        if (nearest.direction() == 0) {
            return nearest.part().in(year);
        }
        IntStream years = nearest.direction() < 0
                ? IntStream.iterate(year, y -> y - 1).limit(3)
                : IntStream.iterate(year, y -> y + 1).limit(3);
        return years.mapToObj(nearest.part()::in)
                .flatMap(Optional::stream)
                .filter(span -> nearest.direction() < 0
                        ? span.to().isBefore(today.get())
                        : span.from().isAfter(today.get()))
                .findFirst();
    }

    // ---- ranges

    private Optional<Span> periodTold(PeriodTold told) {
        Optional<Span> period = narrative
                .lastPeriod()
                .filter(span -> told.unit().isEmpty() || told.unit().get() == span.unit() || span.unit() == Unit.SPAN);
        return period.map(span -> span.movedBy(told.years(), told.rule()));
    }

    private Optional<Span> periodBefore(PeriodBefore before) {
        return narrative
                .lastPeriod()
                .filter(span ->
                        before.unit().map(unit -> months(unit) == span.months()).orElse(span.months() > 1))
                .map(span -> span.monthsBefore(before.rule()));
    }

    private static int months(Unit unit) {
        return unit == Unit.QUARTER ? 3 : 1;
    }

    private Optional<Span> fiscalYear(FiscalShift shift) {
        Optional<LocalDate> told = narrative
                .lastTold()
                .filter(span -> shift.from() == From.NARRATIVE && span.rule().equals(FiscalYears.RULE))
                .map(Span::from);
        return told.or(narrative::today)
                .map(day -> FiscalYears.around(day.plusYears(shift.count()), Optional.of(shift.country())));
    }

    private Optional<Span> range(Range range, Tense tense) {
        Expression left = range.from();
        Expression right = range.to();
        if (left instanceof Yearly first && right instanceof Yearly last) {
            // One year is sought for both: "between August and October" can have begun.
            return yearly(
                    new Yearly(first.fromMonth(), first.fromDay(), last.toMonth(), last.toDay(), Unit.SPAN, "range"),
                    tense);
        }
        Optional<Span> from;
        Optional<Span> to;
        if (left instanceof Yearly first && !(right instanceof Yearly || right instanceof MonthDay)) {
            to = span(right, tense);
            from = to.flatMap(end -> before(first, end));
        } else {
            from = span(left, tense);
            to = from.flatMap(begin -> right instanceof Yearly second
                    ? after(second, begin)
                    : right instanceof MonthDay day
                            ? after(day, begin)
                            : right instanceof Weekday day && day.week().isEmpty()
                                    ? Optional.of(after(day, begin))
                                    : span(right, tense));
        }
        if (from.isEmpty() || to.isEmpty() || to.get().to().isBefore(from.get().from())) {
            return Optional.empty();
        }
        return Optional.of(new Span(from.get().from(), to.get().to(), Unit.SPAN, "range"));
    }

    /** "March to August 2011": the year that stands behind the last month is that of the first. */
    private static Optional<Span> before(Yearly part, Span end) {
        int year = end.from().getYear();
        return part.in(year).filter(span -> !span.from().isAfter(end.to())).or(() -> part.in(year - 1));
    }

    private static Optional<Span> after(Yearly part, Span begin) {
        int year = begin.from().getYear();
        return part.in(year).filter(span -> !span.to().isBefore(begin.from())).or(() -> part.in(year + 1));
    }

    /** "From Monday to Wednesday": the first Wednesday from then on. */
    private static Span after(Weekday day, Span begin) {
        return Unit.DAY.around(begin.from().with(TemporalAdjusters.nextOrSame(day.day())), day.rule());
    }

    /** "17일~18일": the second day is the first of its number from the first on. */
    private static Optional<Span> after(MonthDay day, Span begin) {
        return IntStream.rangeClosed(0, 2)
                .mapToObj(begin.from()::plusMonths)
                .filter(month -> day.day() <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(day.day()))
                .filter(date -> !date.isBefore(begin.from()))
                .findFirst()
                .map(date -> Unit.DAY.around(date, day.rule()));
    }

    /** Returns the days of the {@code end} of a range whose days are known: its year may stand with the other end. */
    Optional<Span> end(Expression end, Span whole, boolean first) {
        if (end instanceof Yearly part) {
            LocalDate day = first ? whole.from() : whole.to();
            return IntStream.rangeClosed(day.getYear() - 1, day.getYear())
                    .mapToObj(part::in)
                    .flatMap(Optional::stream)
                    .filter(span -> first ? span.from().equals(day) : span.to().equals(day))
                    .findFirst();
        }
        return end instanceof MonthDay || end instanceof Weekday
                ? Optional.of(Unit.DAY.around(first ? whole.from() : whole.to(), whole.rule()))
                : resolve(end, Tense.UNKNOWN)
                        .filter(span -> first
                                ? span.from().equals(whole.from())
                                : span.to().equals(whole.to()));
    }

    // ---- what is counted from another date

    private Optional<Span> shift(Shift shift, Tense tense) {
        // "The year to March, and the previous year".
        Optional<Span> yearTo = narrative
                .lastPeriod()
                .filter(span -> shift.unit() == Unit.YEAR && shift.from() == From.NARRATIVE && shift.count() == -1)
                .filter(span -> span.rule().equals("up-to") && span.months() == 12)
                .filter(span -> narrative.lastTold().equals(Optional.of(span)));
        if (yearTo.isPresent()) {
            return yearTo.map(span -> span.movedBy(-1, shift.rule()));
        }
        if (shift.rule().equals("in-units") && tense != Tense.FUTURE) {
            return Optional.empty();
        }
        if (shift.rule().equals("rest-of") && isElsewhere()) {
            // "For the rest of the year" in a paragraph about 2015.
            return Optional.empty();
        }
        if (shift.rule().equals("later-this") || shift.rule().equals("rest-of")) {
            return narrative
                    .today()
                    .map(today -> new Span(
                            today, shift.unit().around(today, shift.rule()).to(), Unit.SPAN, shift.rule()));
        }
        if (shift.rule().equals("earlier-this")) {
            return narrative
                    .today()
                    .map(today ->
                            new Span(shift.unit().around(today, shift.rule()).from(), today, Unit.SPAN, shift.rule()));
        }
        boolean published = shift.from() == From.PUBLICATION;
        // "By the end of the year" of something planned is the year that goes on.
        boolean ahead = tense == Tense.FUTURE && shift.from() == From.NARRATIVE && shift.count() == 0;
        if (shift.rule().equals("year-end")) {
            ahead = narrative.sentenceYear().isEmpty();
        }
        Optional<LocalDate> day =
                published || (ahead && narrative.today().isPresent()) ? narrative.today() : told(shift);
        Unit unit = shift.unit();
        if (unit == Unit.WEEKEND && published) {
            return day.map(today -> unit.around(unit.move(today, weekend(shift, today, tense)), shift.rule()));
        }
        // A week ago is a day, a year ago a year.
        boolean exact = unit == Unit.WEEK
                && Math.abs(shift.count()) >= 1
                && (shift.rule().equals("ago")
                        || shift.rule().equals("in-units")
                        || shift.rule().equals("later"));
        return day.map(from -> (exact ? Unit.DAY : unit).around(unit.move(from, shift.count()), shift.rule()));
    }

    private boolean isElsewhere() {
        OptionalInt told = narrative.sentenceYear().isPresent() ? narrative.sentenceYear() : narrative.paragraphYear();
        return narrative.isHistory()
                || narrative
                        .today()
                        .filter(today -> told.orElse(today.getYear()) != today.getYear())
                        .isPresent();
    }

    private static int weekend(Shift shift, LocalDate today, Tense tense) {
        boolean begun = today.getDayOfWeek().getValue() >= 6;
        // "Floods hit the north over the weekend" seldom speaks of one to come.
        boolean past = isPast(tense) || (shift.rule().equals("weekend") && tense != Tense.FUTURE);
        boolean back = shift.count() == 0 && past && !begun;
        return back ? -1 : shift.count();
    }

    /** Returns the date last named; it must be as exact as what is counted from it. */
    private Optional<LocalDate> told(Shift shift) {
        Unit unit = shift.unit();
        Optional<Span> quarter = narrative.lastPeriod().filter(span -> span.unit() == Unit.QUARTER);
        if (unit == Unit.QUARTER && shift.from() == From.SAME && quarter.isPresent()) {
            return quarter.map(Span::from);
        }
        if (unit == Unit.YEAR) {
            OptionalInt year = narrative.sentenceYear().isPresent()
                    ? narrative.sentenceYear()
                    : narrative.paragraphYear().isPresent() ? narrative.paragraphYear() : OptionalInt.empty();
            if (year.isPresent()) {
                return Optional.of(LocalDate.of(year.getAsInt(), 1, 1));
            }
        }
        Optional<LocalDate> last = (shift.from() == From.NARRATIVE ? narrative.lastTold() : narrative.last())
                .filter(span -> span.unit().size() <= unit.size() || (span.unit() == Unit.SPAN && unit == Unit.YEAR))
                .map(Span::from);
        if (last.isPresent()) {
            return last;
        }
        if (unit == Unit.YEAR && narrative.lastYear().isPresent()) {
            return Optional.of(LocalDate.of(narrative.lastYear().getAsInt(), 1, 1));
        }
        return shift.from() == From.NARRATIVE ? narrative.today() : Optional.empty();
    }

    /** Days and weeks past end with yesterday, months and years with today; those to come begin tomorrow. */
    private static Span stretch(Stretch stretch, LocalDate today) {
        Unit unit = stretch.unit();
        LocalDate other = unit.move(today, stretch.count());
        if (stretch.count() > 0) {
            return new Span(today.plusDays(1), other, Unit.SPAN, stretch.rule());
        }
        boolean brief = unit == Unit.DAY || unit == Unit.WEEK || unit == Unit.WEEKEND;
        return brief
                ? new Span(other, today.minusDays(1), Unit.SPAN, stretch.rule())
                : new Span(other.plusDays(1), today, Unit.SPAN, stretch.rule());
    }

    private static Span upTo(UpTo part, LocalDate last) {
        LocalDate from = part.unit().move(last.plusDays(1), -part.count());
        return new Span(from, last, Unit.SPAN, "up-to");
    }

    private static Span workingDays(int count, LocalDate today) {
        int step = Integer.signum(count);
        LocalDate first = nextWorkingDay(today, step);
        LocalDate last = first;
        for (int i = 1; i < Math.abs(count); i++) {
            last = nextWorkingDay(last, step);
        }
        return new Span(step > 0 ? first : last, step > 0 ? last : first, Unit.SPAN, "working-days");
    }

    private static LocalDate nextWorkingDay(LocalDate day, int step) {
        LocalDate next = day.plusDays(step);
        while (next.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
            next = next.plusDays(step);
        }
        return next;
    }

    private Optional<Span> weekday(Weekday weekday, Tense tense) {
        Optional<LocalDate> today = narrative.today();
        if (today.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = today.get();
        LocalDate ofWeek =
                day.plusDays(weekday.day().getValue() - day.getDayOfWeek().getValue());
        LocalDate meant;
        if (weekday.week().isPresent()) {
            meant = ofWeek.plusWeeks(weekday.week().get());
        } else if (weekday.rule().equals("last-weekday")) {
            meant = ofWeek.isBefore(day) ? ofWeek : ofWeek.minusWeeks(1);
        } else if (weekday.rule().equals("coming-weekday")) {
            meant = ofWeek.isAfter(day) ? ofWeek : ofWeek.plusWeeks(1);
        } else if (tense == Tense.FUTURE) {
            meant = ofWeek.isBefore(day) ? ofWeek.plusWeeks(1) : ofWeek;
        } else {
            meant = ofWeek.isAfter(day) ? ofWeek.minusWeeks(1) : ofWeek;
        }
        return Optional.of(Unit.DAY.around(meant, weekday.rule()));
    }

    /** ISO 8601: a week belongs to the month or year in which its Thursday lies. */
    private static Span week(int number, Span whole) {
        LocalDate thursday = number < 0
                ? whole.to().with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY))
                : whole.from()
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))
                        .plusWeeks(number - 1L);
        return Unit.WEEK.around(thursday, "week-of-" + whole.rule());
    }

    private static Span weekday(WeekdayOf weekday, Span whole) {
        LocalDate day = weekday.number() < 0
                ? whole.to().with(TemporalAdjusters.previousOrSame(weekday.day()))
                : whole.from().with(TemporalAdjusters.nextOrSame(weekday.day())).plusWeeks(weekday.number() - 1L);
        return Unit.DAY.around(day, "weekday-of-" + whole.rule());
    }

    /**
     * A day without its month is the one nearest to a day or month named before in its sentence; else to the publication, if the tense is
     * not against it; without one, of the month last named.
     */
    private Optional<Span> monthDay(MonthDay day, Tense tense) {
        if (day.direction() != 0) {
            return narrative.today().flatMap(today -> monthDayFrom(today, day));
        }
        Optional<LocalDate> sentence =
                narrative.lastInSentence().filter(Resolver::isInMonth).map(Span::from);
        Optional<LocalDate> anchor = sentence.or(narrative::today)
                .or(() -> narrative.last().filter(Resolver::isInMonth).map(Span::from));
        Tense meant = sentence.isPresent() ? Tense.UNKNOWN : tense;
        return anchor.flatMap(from -> IntStream.rangeClosed(-2, 2)
                .mapToObj(from::plusMonths)
                .filter(month -> day.day() <= month.lengthOfMonth())
                .map(month -> Unit.DAY.around(month.withDayOfMonth(day.day()), day.rule()))
                .min((a, b) -> Long.compare(distance(a, from, meant), distance(b, from, meant))));
    }

    private static Optional<Span> monthDayFrom(LocalDate today, MonthDay day) {
        return IntStream.rangeClosed(0, 2)
                .mapToObj(months -> today.plusMonths((long) months * day.direction()))
                .filter(month -> day.day() <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(day.day()))
                .filter(found -> day.direction() < 0 ? found.isBefore(today) : found.isAfter(today))
                .findFirst()
                .map(found -> Unit.DAY.around(found, day.rule()));
    }

    private static boolean isInMonth(Span span) {
        return span.from().getYear() == span.to().getYear()
                && span.from().getMonthValue() == span.to().getMonthValue();
    }
}
