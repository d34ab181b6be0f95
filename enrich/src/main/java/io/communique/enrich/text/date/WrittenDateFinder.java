package io.communique.enrich.text.date;

import io.communique.contract.release.DateMention;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.DateFinder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * First rules for English and Korean: whole dates, months, days of a month, years, and "the year before" kind of reference.
 *
 * <p>A day or month without a year takes the year that its paragraph is about: the last year named there, else the publication's, else
 * the first that the text names at all. Where none is known it is no date.
 */
public final class WrittenDateFinder implements DateFinder {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("january", 1),
            Map.entry("february", 2),
            Map.entry("march", 3),
            Map.entry("april", 4),
            Map.entry("may", 5),
            Map.entry("june", 6),
            Map.entry("july", 7),
            Map.entry("august", 8),
            Map.entry("september", 9),
            Map.entry("october", 10),
            Map.entry("november", 11),
            Map.entry("december", 12),
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sept", 9),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private static final String MONTH =
            "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String ORDINAL = "(?:st|nd|rd|th)?";

    /** Alternatives from the most exact to the least; the first that matches at a place wins. */
    private static final Pattern DATE = Pattern.compile("(?<![\\p{L}\\d$€£.,-])(?:"
            + "(?<mdy>(?<mdyM>" + MONTH + ")\\.?\\s(?<mdyD>\\d{1,2})" + ORDINAL + ",?\\s(?<mdyY>" + YEAR + "))"
            + "|(?<dmy>(?<dmyD>\\d{1,2})" + ORDINAL + "\\s(?:of\\s)?(?<dmyM>" + MONTH + ")\\.?,?\\s(?<dmyY>" + YEAR
            + "))"
            + "|(?<iso>(?<isoY>" + YEAR + ")-(?<isoM>\\d\\d)-(?<isoD>\\d\\d))"
            + "|(?<ko>(?<koY>" + YEAR + ")년\\s?(?<koM>\\d{1,2})월(?:\\s?(?<koD>\\d{1,2})일)?)"
            + "|(?<my>(?<myM>" + MONTH + ")\\.?,?\\s(?:of\\s)?(?<myY>" + YEAR + "))"
            + "|(?<md>(?<mdM>" + MONTH + ")\\.?\\s(?<mdD>\\d{1,2})" + ORDINAL
            + "(?!\\d|\\s?(?:%|percent|million|billion)))"
            + "|(?<dm>(?<dmD>\\d{1,2})" + ORDINAL + "\\s(?:of\\s)?(?<dmM>" + MONTH + "))"
            + "|(?<koYear>(?<koYearY>" + YEAR + ")년)"
            + "|(?<koMd>(?<koMdM>\\d{1,2})월\\s?(?<koMdD>\\d{1,2})일)"
            + "|(?<m>(?<=\\b(?:in|since|until|by|from|early|late|mid|of)\\s)(?<mM>" + MONTH + "))"
            + "|(?<relative>(?i:the (?:previous year|year before|year earlier|same year)|last year|this year|next year))"
            + "|(?<year>" + YEAR + "(?!-[\\d\\p{Lu}]|[.,]\\d))"
            + ")(?!\\d|[A-Za-z])");

    private static final Pattern PARAGRAPH = Pattern.compile("\n\n");
    private static final Pattern PLAIN_YEAR =
            Pattern.compile("(?<![\\d\\p{L}$€£.,-])((?:19|20)\\d\\d)(?![\\d\\p{L}-]|[.,]\\d)");

    @Override
    public List<DateMention> find(AnnotationInput input) {
        List<DateMention> dates = new ArrayList<>();
        int start = 0;
        Optional<Integer> fallback = fallbackYear(input);
        for (String paragraph : PARAGRAPH.split(input.text(), -1)) {
            new Paragraph(paragraph, start, fallback, input.published()).read(dates);
            start += paragraph.length() + 2;
        }
        return dates;
    }

    private static Optional<Integer> fallbackYear(AnnotationInput input) {
        if (input.published().isPresent()) {
            return input.published().map(LocalDate::getYear);
        }
        Matcher year = PLAIN_YEAR.matcher(input.text());
        return year.find() ? Optional.of(Integer.valueOf(year.group(1))) : Optional.empty();
    }

    private static final class Paragraph {
        private final String text;
        private final int offset;
        private final Optional<Integer> fallback;
        private final Optional<LocalDate> published;
        private Optional<Integer> named = Optional.empty();

        Paragraph(String text, int offset, Optional<Integer> fallback, Optional<LocalDate> published) {
            this.text = text;
            this.offset = offset;
            this.fallback = fallback;
            this.published = published;
        }

        void read(List<DateMention> dates) {
            Matcher matcher = DATE.matcher(text);
            while (matcher.find()) {
                resolve(matcher).ifPresent(dates::add);
            }
        }

        private Optional<DateMention> resolve(Matcher m) {
            try {
                return span(m).map(span -> mention(m, span));
            } catch (DateTimeException e) {
                // "May 35" is no date.
                return Optional.empty();
            }
        }

        private Optional<Span> span(Matcher m) {
            if (m.group("mdy") != null) {
                return named(day(number(m, "mdyY"), month(m, "mdyM"), number(m, "mdyD"), "month-day-year"));
            }
            if (m.group("dmy") != null) {
                return named(day(number(m, "dmyY"), month(m, "dmyM"), number(m, "dmyD"), "day-month-year"));
            }
            if (m.group("iso") != null) {
                return named(day(number(m, "isoY"), number(m, "isoM"), number(m, "isoD"), "iso"));
            }
            if (m.group("ko") != null) {
                return named(
                        m.group("koD") == null
                                ? month(number(m, "koY"), number(m, "koM"), "year-month")
                                : day(number(m, "koY"), number(m, "koM"), number(m, "koD"), "year-month-day"));
            }
            if (m.group("my") != null) {
                return named(month(number(m, "myY"), month(m, "myM"), "month-year"));
            }
            if (m.group("koYear") != null) {
                return named(year(number(m, "koYearY"), "year"));
            }
            return m.group("year") != null ? named(year(number(m, "year"), "year")) : withoutYear(m);
        }

        private Optional<Span> withoutYear(Matcher m) {
            if (m.group("md") != null) {
                return year().map(year -> day(year, month(m, "mdM"), number(m, "mdD"), "month-day"));
            }
            if (m.group("dm") != null) {
                return year().map(year -> day(year, month(m, "dmM"), number(m, "dmD"), "day-month"));
            }
            if (m.group("koMd") != null) {
                return year().map(year -> day(year, number(m, "koMdM"), number(m, "koMdD"), "month-day"));
            }
            return m.group("m") != null
                    ? year().map(year -> month(year, month(m, "mM"), "month"))
                    : relative(m.group("relative"));
        }

        /** "The year before" counts from the year last named; "last year" from the publication. */
        private Optional<Span> relative(String words) {
            String lower = words.toLowerCase(Locale.ROOT);
            if (lower.endsWith("same year")) {
                return named.map(year -> year(year, "same-year"));
            }
            if (lower.startsWith("the ")) {
                return named.map(year -> year(year - 1, "year-before"));
            }
            int step = lower.startsWith("last") ? -1 : lower.startsWith("next") ? 1 : 0;
            return published.map(day -> year(day.getYear() + step, "year-of-publication"));
        }

        private Optional<Integer> year() {
            return named.or(() -> fallback);
        }

        private Optional<Span> named(Span span) {
            named = Optional.of(span.from().getYear());
            return Optional.of(span);
        }

        private DateMention mention(Matcher m, Span span) {
            return new DateMention(
                    m.group(), span.from(), span.to(), offset + m.start(), offset + m.end(), Optional.of(span.rule()));
        }

        private static Span day(int year, int month, int day, String rule) {
            LocalDate date = LocalDate.of(year, month, day);
            return new Span(date, date, rule);
        }

        private static Span month(int year, int month, String rule) {
            YearMonth whole = YearMonth.of(year, month);
            return new Span(whole.atDay(1), whole.atEndOfMonth(), rule);
        }

        private static Span year(int year, String rule) {
            return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), rule);
        }

        private static int number(Matcher m, String group) {
            return Integer.parseInt(m.group(group));
        }

        private static int month(Matcher m, String group) {
            return MONTHS.getOrDefault(m.group(group).toLowerCase(Locale.ROOT), 0);
        }
    }

    private record Span(LocalDate from, LocalDate to, String rule) {}
}
