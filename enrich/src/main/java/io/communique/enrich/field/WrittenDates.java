package io.communique.enrich.field;

import io.communique.contract.release.Published;
import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds whole dates in a line of text, in the forms that ministries write. Pure. */
public final class WrittenDates {
    private static final Map<String, Integer> MONTHS = months();
    private static final String MONTH = MONTHS.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String TIME =
            "(?:[T\\s,]{1,3}(?:at |um |klo |à )?(\\d{1,2}):(\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?\\s?(Z|GMT|UTC|JST|KST|[+-]\\d\\d:?\\d\\d)?)?";

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\d)" + YEAR + "\\s?[-./年년]\\s?(\\d{1,2})\\s?[-./月월]\\s?(\\d{1,2})(?!\\d)\\.?\\s?[日일]?" + TIME);
    private static final Pattern ERA =
            Pattern.compile("(令和|平成|昭和)\\s?(\\d{1,2}|元)\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日");
    private static final Pattern DAY_MONTH_NAME =
            Pattern.compile("(?iu)(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s-](?:de |of )?(" + MONTH
                    + ")\\.?,?[\\s-](?:de |del )?((?:19|20)\\d\\d|\\d\\d(?!\\d|:))" + TIME);
    private static final Pattern MONTH_NAME_DAY = Pattern.compile(
            "(?iu)(?<!\\p{L})(" + MONTH + ")\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s" + YEAR + "(?!\\d)" + TIME);
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d.])(\\d{1,2})([./-])(\\d{1,2})\\2" + YEAR + "(?!\\d|\\.\\d)(?:[\\s,-]{1,3}(\\d{1,2}):(\\d\\d))?");

    private WrittenDates() {}

    /**
     * Returns the dates in {@code text}, in order.
     *
     * @param monthFirst whether {@code 11/06/2012} is the sixth of November
     */
    public static List<WrittenDate> find(String text, boolean monthFirst) {
        List<WrittenDate> dates = new ArrayList<>();
        collect(YEAR_FIRST, text, dates, m -> date(m, number(m, 1), number(m, 2), number(m, 3), 4));
        collect(ERA, text, dates, WrittenDates::era);
        collect(DAY_MONTH_NAME, text, dates, m -> date(m, year(m.group(3)), month(m.group(2)), number(m, 1), 4));
        collect(MONTH_NAME_DAY, text, dates, m -> date(m, number(m, 3), month(m.group(1)), number(m, 2), 4));
        collect(NUMBERS, text, dates, m -> numbers(m, monthFirst));
        dates.sort((a, b) -> a.start() - b.start());
        return dates;
    }

    /** Returns the first date in {@code text}; empty if there is none. */
    public static Optional<WrittenDate> first(String text, boolean monthFirst) {
        return find(text, monthFirst).stream().findFirst();
    }

    private static void collect(
            Pattern pattern, String text, List<WrittenDate> dates, Function<Matcher, Optional<WrittenDate>> reader) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            boolean taken =
                    dates.stream().anyMatch(known -> known.start() < matcher.end() && matcher.start() < known.end());
            if (!taken) {
                reader.apply(matcher).ifPresent(dates::add);
            }
        }
    }

    /** Dots mean day first everywhere; slashes and hyphens are read by the reader's country, unless only one reading is a date. */
    private static Optional<WrittenDate> numbers(Matcher m, boolean monthFirst) {
        int first = number(m, 1);
        int second = number(m, 3);
        boolean month = (monthFirst && m.group(2).equals("/") && first <= 12) || second > 12;
        return month ? date(m, number(m, 4), first, second, 5) : date(m, number(m, 4), second, first, 5);
    }

    /** Eras are counted on beyond their end on old templates; the calendar says what year that is. */
    private static Optional<WrittenDate> era(Matcher m) {
        JapaneseEra era = switch (m.group(1)) {
            case "令和" -> JapaneseEra.REIWA;
            case "平成" -> JapaneseEra.HEISEI;
            default -> JapaneseEra.SHOWA;
        };
        int first = LocalDate.from(firstDay(era)).getYear();
        int year = first + (m.group(2).equals("元") ? 1 : number(m, 2)) - 1;
        return date(m, year, number(m, 3), number(m, 4), Integer.MAX_VALUE);
    }

    private static JapaneseDate firstDay(JapaneseEra era) {
        // Reiwa began on 1 May 2019, Heisei on 8 January 1989, Showa on 25 December 1926.
        if (era.equals(JapaneseEra.REIWA)) {
            return JapaneseDate.of(2019, 5, 1);
        }
        return era.equals(JapaneseEra.HEISEI) ? JapaneseDate.of(1989, 1, 8) : JapaneseDate.of(1926, 12, 25);
    }

    /** Impossible days ("31 June") and months are no dates. */
    private static Optional<WrittenDate> date(Matcher m, int year, int month, int day, int timeGroup) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            Optional<String> time = time(m, timeGroup);
            return Optional.of(new WrittenDate(
                    date + time.map(t -> "T" + t).orElse(""),
                    time.isPresent() ? Published.Precision.TIME : Published.Precision.DAY,
                    date,
                    m.start(),
                    m.end()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> time(Matcher m, int group) {
        if (group > m.groupCount() || m.group(group) == null) {
            return Optional.empty();
        }
        int hour = number(m, group);
        int minute = number(m, group + 1);
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        String zone = group + 2 <= m.groupCount() ? zone(m.group(group + 2)) : "";
        return Optional.of(String.format(Locale.ROOT, "%02d:%02d%s", hour, minute, zone));
    }

    private static String zone(@Nullable String written) {
        if (written == null) {
            return "";
        }
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "Z", "GMT", "UTC" -> "Z";
            case "JST", "KST" -> "+09:00";
            default -> written.length() == 5 ? written.substring(0, 3) + ":" + written.substring(3) : written;
        };
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    /** Month names, long and short, of the languages that we read, from the platform's own data. */
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String tag :
                List.of("en", "de", "de-AT", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "pl", "ru", "tr")) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(tag));
            add(months, symbols.getMonths());
            add(months, symbols.getShortMonths());
        }
        add(months, new String[] {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
        months.put("sept", 9);
        return months;
    }

    private static void add(Map<String, Integer> months, String[] names) {
        for (int i = 0; i < 12; i++) {
            String name = names[i].toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            if (name.length() >= 3) {
                months.putIfAbsent(name, i + 1);
            }
        }
    }
}
