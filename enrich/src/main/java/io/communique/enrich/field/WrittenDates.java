package io.communique.enrich.field;

import io.communique.contract.release.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds whole dates in a line of text, in the forms that ministries write: Gregorian with names or numbers, Japanese eras, the Hijri
 * calendar (Umm al-Qura, as {@link HijrahDate} has it), years of the Buddhist era and of the Republic of China. Pure.
 */
public final class WrittenDates {
    /** The Buddhist era begins 543 years before ours. */
    private static final int BUDDHIST_ERA = 543;

    private static final int MINGUO_ERA = 1911;
    private static final int HIJRI_FROM = 1400;
    private static final int HIJRI_TO = 1500;
    private static final int LENGTH_MAX = 20_000;

    private static final String YEAR = "((?:19|20|25)\\d\\d)";
    /** A word, or two for the Levant's months. */
    private static final String MONTH = "((?:كانون|تشرين)\\s(?:الأول|الاول|الثاني)|[\\p{L}\\p{M}]{3,14})";

    private static final String TIME =
            "(?:[T\\s,|–-]{1,4}(?:at |um |klo |à |kl\\.? |ob )?(\\d{1,2})[:.h](\\d\\d)(?![.\\d]*\\d{4})(?::\\d\\d(?:[.,]\\d+)?)?\\s?([ap]\\.?m\\b\\.?)?\\s?(Z\\b|GMT|UTC|JST|KST|HKT|SGT|MSK|CEST|CET|EST|EDT|PST|PDT|[+-]\\d\\d:?\\d\\d\\b)?)?";

    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)" + YEAR
            + "\\s?[-./年년]\\s?(\\d{1,2})\\s?[-./月월]\\s?(\\d{1,2})(?!\\d)\\.?\\s?[日일]?(?:\\s?\\(.\\))?" + TIME);
    private static final Pattern COMPACT =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d|(?!T\\d)[A-Za-z])");
    private static final Pattern ERA = Pattern.compile(
            "(令和|平成|昭和|\\b[RH](?=\\d{1,2}[.]\\d))\\s?(\\d{1,2}|元)\\s?[年.]\\s?(\\d{1,2})\\s?[月.]\\s?(\\d{1,2})\\s?日?");
    private static final Pattern MINGUO =
            Pattern.compile("民國\\s?(\\d{2,3})\\s?[年./-]\\s?(\\d{1,2})\\s?[月./-]\\s?(\\d{1,2})\\s?日?");
    private static final Pattern VIETNAMESE =
            Pattern.compile("(?iu)(\\d{1,2})\\s*tháng\\s*(\\d{1,2}),?\\s*năm\\s*(\\d{4})");
    private static final Pattern DAY_MONTH_NAME = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.|-?го|-?е)?[\\s-]{0,2}(?:de |of |d[’'])?" + MONTH
                    + "\\.?,?[\\s-]{0,2}(?:de |del |г\\. )?(" + YEAR.substring(1, YEAR.length() - 1)
                    + "|(?<=[\\s-])\\d\\d(?![\\d:]))(?!\\d)"
                    + TIME);
    private static final Pattern MONTH_NAME_DAY = Pattern.compile("(?iu)(?<![\\p{L}\\p{M}])" + MONTH
            + "\\.?\\s{0,2}(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s?|\\s)\\s?" + YEAR + "(?!\\d)" + TIME);
    private static final Pattern YEAR_MONTH_NAME = Pattern.compile(
            "(?iu)(?<!\\d)" + YEAR + "[.,]?\\s(?:m\\.\\s|m\\s)?" + MONTH + "\\.?\\s(\\d{1,2})(?!\\d|:)\\.?");
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\d./-])(\\d{1,2})(\\s?[./-]\\s?)(\\d{1,2})\\2("
            + YEAR.substring(1, YEAR.length() - 1) + "|(?<=[./])\\d\\d(?!\\s?[%:]))(?!\\d|[./-]\\d)" + TIME);
    private static final Pattern HIJRI_NUMBERS = Pattern.compile(
            "(?<!\\d)(?:(1[45]\\d\\d)\\s?[-/]\\s?(\\d{1,2})\\s?[-/]\\s?(\\d{1,2})|(\\d{1,2})\\s?[-/]\\s?(\\d{1,2})\\s?[-/]\\s?(1[45]\\d\\d))(?!\\d)");

    private static final Map<String, Integer> HIJRI_MONTHS = Map.ofEntries(
            Map.entry("محرم", 1),
            Map.entry("صفر", 2),
            Map.entry("ربيع الأول", 3),
            Map.entry("ربيع الآخر", 4),
            Map.entry("ربيع الثاني", 4),
            Map.entry("جمادى الأولى", 5),
            Map.entry("جمادى الأول", 5),
            Map.entry("جمادى الآخرة", 6),
            Map.entry("جمادى الثانية", 6),
            Map.entry("جمادى الآخر", 6),
            Map.entry("رجب", 7),
            Map.entry("شعبان", 8),
            Map.entry("رمضان", 9),
            Map.entry("شوال", 10),
            Map.entry("ذو القعدة", 11),
            Map.entry("ذي القعدة", 11),
            Map.entry("ذو الحجة", 12),
            Map.entry("ذي الحجة", 12));
    private static final Pattern HIJRI_NAMES = Pattern.compile("(?<!\\d)(\\d{1,2})[\\s/،,-]{1,3}(?:من\\s)?(?:شهر\\s)?("
            + String.join(
                    "|",
                    HIJRI_MONTHS.keySet().stream()
                            .sorted((a, b) -> b.length() - a.length())
                            .toList())
            + ")[\\s/،,-]{1,3}(?:عام\\s|سنة\\s|لعام\\s)?(1[45]\\d\\d)(?!\\d)");
    private static final Pattern MONTH_YEAR = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])" + MONTH
                    + "\\.?,?\\s(?:de |of )?((?:19|20)\\d\\d)(?!\\d)|(?<!\\d)((?:19|20)\\d\\d)\\s?[年년]\\s?(\\d{1,2})\\s?[月월](?!\\s?\\d)");

    private static final Pattern TATWEEL_AND_MARKS = Pattern.compile("[\\u0640\\u064b-\\u0652\\u200e\\u200f]");

    private WrittenDates() {}

    /**
     * Returns {@code text} as dates are looked for in it: one form of digit, hard spaces and presentation forms folded, tatweel gone.
     * Offsets of dates are into this.
     */
    public static String normalised(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean arabic = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c > '9' && Character.isDigit(c);
            boolean space = c != '\n' && Character.isSpaceChar(c);
            arabic |= c >= '\u0600' && c <= '\ufefc' && (c < '\u0700' || c >= '\ufb50');
            plain.append(
                    digit ? (char) ('0' + Character.digit(c, 10)) : space ? ' ' : c == '／' ? '/' : c == '．' ? '.' : c);
        }
        if (!arabic) {
            return plain.toString();
        }
        String folded = java.text.Normalizer.normalize(plain, java.text.Normalizer.Form.NFKC);
        return TATWEEL_AND_MARKS.matcher(folded).replaceAll("");
    }

    /**
     * Returns the dates in {@code text}, in order; offsets are into the {@linkplain #normalised normalised} text.
     *
     * @param monthFirst whether {@code 11/06/2012} is the sixth of November
     */
    public static List<WrittenDate> find(String text, boolean monthFirst) {
        List<WrittenDate> dates = new ArrayList<>();
        if (!hasDigit(text)) {
            return dates;
        }
        String plain = normalised(text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text);
        DateShape shape = DateShape.of(plain);
        if (shape.mayBeginWithYear()) {
            collect(YEAR_FIRST, plain, dates, m -> date(m, year(m.group(1)), number(m, 2), number(m, 3), 4));
        }
        if (shape.mayHaveName()) {
            collectEras(plain, dates, shape);
        }
        if (shape.arabic() || shape.mayHaveNumbers()) {
            collectHijri(plain, dates, shape);
        }
        if (shape.mayHaveName()) {
            collectNames(plain, dates, shape);
        }
        if (shape.mayHaveNumbers()) {
            collect(NUMBERS, plain, dates, m -> numbers(m, monthFirst));
        }
        if (shape.mayBeCompact()) {
            collect(COMPACT, plain, dates, m -> date(m, number(m, 1), number(m, 2), number(m, 3)));
        }
        dates.sort((a, b) -> a.start() - b.start());
        return dates;
    }

    private static void collectEras(String plain, List<WrittenDate> dates, DateShape shape) {
        if (shape.mayHaveEra()) {
            collect(ERA, plain, dates, WrittenDates::era);
        }
        if (plain.contains("民國")) {
            collect(MINGUO, plain, dates, m -> date(m, number(m, 1) + MINGUO_ERA, number(m, 2), number(m, 3)));
        }
        if (shape.mayHaveYear() && mayBeVietnamese(plain)) {
            collect(VIETNAMESE, plain, dates, m -> date(m, number(m, 3), number(m, 2), number(m, 1)));
        }
    }

    private static boolean mayBeVietnamese(String plain) {
        return plain.indexOf('á') >= 0 || plain.indexOf('Á') >= 0;
    }

    private static void collectHijri(String plain, List<WrittenDate> dates, DateShape shape) {
        if (shape.arabic()) {
            collect(
                    HIJRI_NAMES,
                    plain,
                    dates,
                    m -> hijri(m, number(m, 3), HIJRI_MONTHS.getOrDefault(m.group(2), 0), number(m, 1)));
        }
        if (shape.mayHaveNumbers() && shape.mayHaveYear()) {
            collect(
                    HIJRI_NUMBERS,
                    plain,
                    dates,
                    m -> m.group(1) != null
                            ? hijri(m, number(m, 1), number(m, 2), number(m, 3))
                            : hijri(m, number(m, 6), number(m, 5), number(m, 4)));
        }
    }

    private static void collectNames(String plain, List<WrittenDate> dates, DateShape shape) {
        collect(DAY_MONTH_NAME, plain, dates, m -> date(m, year(m.group(3)), month(m.group(2)), number(m, 1), 4));
        if (!shape.mayHaveYear()) {
            return;
        }
        collect(MONTH_NAME_DAY, plain, dates, m -> date(m, year(m.group(3)), month(m.group(1)), number(m, 2), 4));
        collect(YEAR_MONTH_NAME, plain, dates, m -> date(m, year(m.group(1)), month(m.group(2)), number(m, 3)));
    }

    /** Returns the first date in {@code text}; empty if there is none. */
    public static Optional<WrittenDate> first(String text, boolean monthFirst) {
        return find(text, monthFirst).stream().findFirst();
    }

    /** Returns the first month with its year in {@code text}, for where no day is written; empty if there is none. */
    public static Optional<WrittenDate> firstMonth(String text) {
        String plain = normalised(text);
        Matcher m = MONTH_YEAR.matcher(plain);
        for (int from = 0; m.find(from); from = m.start() + 1) {
            int month = m.group(1) == null ? number(m, 4) : month(m.group(1));
            int year = Integer.parseInt(m.group(1) == null ? m.group(3) : m.group(2));
            if (month >= 1 && month <= 12) {
                String at = String.format(Locale.ROOT, "%04d-%02d", year, month);
                return Optional.of(new WrittenDate(
                        at, Published.Precision.MONTH, LocalDate.of(year, month, 1), m.start(), m.end()));
            }
        }
        return Optional.empty();
    }

    /** Returns whether {@code text} has a date in numbers that can only be read with the month first, or only with the day first. */
    static Optional<Boolean> monthFirstIn(String text) {
        if (!hasDigit(text)) {
            return Optional.empty();
        }
        String plain = normalised(text);
        DateShape shape = DateShape.of(plain);
        if (!shape.slash() || !shape.mayHaveNumbers()) {
            return Optional.empty();
        }
        Matcher m = NUMBERS.matcher(plain);
        while (m.find()) {
            int first = number(m, 1);
            int second = number(m, 3);
            if (m.group(2).contains("/") && (first <= 12) != (second <= 12)) {
                return Optional.of(second > 12);
            }
        }
        return Optional.empty();
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void collect(
            Pattern pattern, String text, List<WrittenDate> dates, Function<Matcher, Optional<WrittenDate>> reader) {
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            Optional<WrittenDate> read = isTaken(matcher, dates) ? Optional.empty() : reader.apply(matcher);
            read.ifPresent(dates::add);
            // "5 people 12 May 2026": what began like a date may hide one.
            from = read.isPresent() ? matcher.end() : Math.max(matcher.start() + 1, from + 1);
        }
    }

    private static boolean isTaken(Matcher matcher, List<WrittenDate> dates) {
        return dates.stream().anyMatch(known -> known.start() < matcher.end() && matcher.start() < known.end());
    }

    /** Dots mean day first everywhere; slashes and hyphens are read by the reader's country, unless only one reading is a date. */
    private static Optional<WrittenDate> numbers(Matcher m, boolean monthFirst) {
        int first = number(m, 1);
        int second = number(m, 3);
        int year = year(m.group(4));
        boolean month = (monthFirst && !m.group(2).contains(".") && first <= 12) || second > 12;
        return month ? date(m, year, first, second, 5) : date(m, year, second, first, 5);
    }

    private static Optional<WrittenDate> era(Matcher m) {
        return date(m, eraYear(m.group(1), m.group(2)), number(m, 3), number(m, 4));
    }

    /**
     * Returns the year of our calendar that is {@code year} (digits, or 元 for the first) of {@code era}. Eras are counted on beyond their
     * end on old templates ("Heisei 38"); {@code JapaneseDate} refuses such years, so they are counted from the era's first: Reiwa 2019,
     * Heisei 1989, Showa 1926, Taisho 1912, Meiji 1868.
     */
    public static int eraYear(String era, String year) {
        int first = switch (era) {
            case "令和", "R" -> 2019;
            case "平成", "H" -> 1989;
            case "大正" -> 1912;
            case "明治" -> 1868;
            default -> 1926;
        };
        return first + (year.equals("元") ? 1 : Integer.parseInt(year)) - 1;
    }

    private static Optional<WrittenDate> hijri(Matcher m, int year, int month, int day) {
        if (year < HIJRI_FROM || year > HIJRI_TO) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.from(HijrahDate.of(year, month, day));
            return Optional.of(new WrittenDate(date.toString(), Published.Precision.DAY, date, m.start(), m.end()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<WrittenDate> date(Matcher m, int year, int month, int day) {
        return date(m, year, month, day, Integer.MAX_VALUE);
    }

    /** Impossible days ("31 June") and months are no dates. */
    private static Optional<WrittenDate> date(Matcher m, int year, int month, int day, int timeGroup) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            Optional<String> time = timeGroup > m.groupCount() ? Optional.empty() : time(m, timeGroup);
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
        if (m.group(group) == null) {
            return Optional.empty();
        }
        int hour = hour(number(m, group), m.group(group + 2));
        int minute = number(m, group + 1);
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT, "%02d:%02d%s", hour, minute, zone(m.group(group + 3))));
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static String zone(@Nullable String written) {
        if (written == null) {
            return "";
        }
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "Z", "GMT", "UTC" -> "Z";
            case "JST", "KST" -> "+09:00";
            case "HKT", "SGT" -> "+08:00";
            case "MSK" -> "+03:00";
            case "CEST" -> "+02:00";
            case "CET" -> "+01:00";
            case "EDT" -> "-04:00";
            case "EST" -> "-05:00";
            case "PDT" -> "-07:00";
            case "PST" -> "-08:00";
            default -> written.length() == 5 ? written.substring(0, 3) + ":" + written.substring(3) : written;
        };
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (year >= 2400) {
            return year - BUDDHIST_ERA;
        }
        return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String name) {
        return MonthNames.number(name);
    }
}
