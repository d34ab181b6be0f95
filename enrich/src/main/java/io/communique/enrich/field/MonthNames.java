package io.communique.enrich.field;

import java.text.DateFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Month names, long and short, of the languages that ministries write, from the platform's own data (CLDR). */
public final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "de-AT", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "sl",
            "hr", "sr-Latn", "ru", "uk", "bg", "sr", "mk", "el", "hu", "ro", "et", "lv", "lt", "sq", "tr", "id", "ms",
            "ca", "ga", "ar", "ar-SY", "fa", "he", "hi", "th", "kk");
    /** Shorter names differ from each other by one letter. */
    private static final int MISSPELT_LENGTH_MIN = 6;
    /** Only long names of these are guessed at. */
    private static final List<String> GUESSED = List.of("en", "de", "fr", "es", "pt", "it");

    private static final Map<String, Integer> NAMES = names(LANGUAGES);
    private static final Map<String, Integer> LONG = longNames();

    private MonthNames() {}

    /** Returns the month, 1 to 12, that {@code name} means in any language; 0 if it means none. */
    public static int number(String name) {
        String key = name.toLowerCase(Locale.ROOT).replace("\u0307", "").replaceAll("\\.$", "");
        Integer exact = NAMES.get(key);
        return exact != null ? exact : misspelt(key);
    }

    /** "Decemver": one letter wrong, missing or too many, and only one month so near. */
    private static int misspelt(String key) {
        if (key.length() < MISSPELT_LENGTH_MIN) {
            return 0;
        }
        int found = 0;
        for (Map.Entry<String, Integer> name : LONG.entrySet()) {
            if (isOneOff(name.getKey(), key)) {
                if (found != 0 && found != name.getValue()) {
                    return 0;
                }
                found = name.getValue();
            }
        }
        return found;
    }

    private static boolean isOneOff(String name, String written) {
        if (name.length() < MISSPELT_LENGTH_MIN || Math.abs(name.length() - written.length()) > 1) {
            return false;
        }
        int from = 0;
        int shorter = Math.min(name.length(), written.length());
        while (from < shorter && name.charAt(from) == written.charAt(from)) {
            from++;
        }
        int nameTo = name.length();
        int writtenTo = written.length();
        while (nameTo > from && writtenTo > from && name.charAt(nameTo - 1) == written.charAt(writtenTo - 1)) {
            nameTo--;
            writtenTo--;
        }
        boolean swapped = nameTo - from == 2
                && writtenTo - from == 2
                && name.charAt(from) == written.charAt(from + 1)
                && name.charAt(from + 1) == written.charAt(from);
        return swapped || (nameTo - from <= 1 && writtenTo - from <= 1);
    }

    private static Map<String, Integer> names(List<String> languages) {
        Map<String, Integer> names = new HashMap<>();
        for (String tag : languages) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(tag));
            add(names, symbols.getMonths(), 3);
            add(names, symbols.getShortMonths(), 3);
        }
        add(
                names,
                new String[] {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
                3);
        names.put("sept", 9);
        // In the nominative, where the platform has the genitive; months in capitals and spellings of the press.
        add(
                names,
                new String[] {
                    "январь",
                    "февраль",
                    "март",
                    "апрель",
                    "май",
                    "июнь",
                    "июль",
                    "август",
                    "сентябрь",
                    "октябрь",
                    "ноябрь",
                    "декабрь"
                },
                3);
        add(
                names,
                new String[] {
                    "يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو", "يوليو", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر",
                    "ديسمبر"
                },
                3);
        add(
                names,
                new String[] {
                    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر",
                    "ديسمبر"
                },
                3);
        return names;
    }

    private static Map<String, Integer> longNames() {
        Map<String, Integer> names = new HashMap<>();
        for (String tag : GUESSED) {
            add(names, DateFormatSymbols.getInstance(Locale.forLanguageTag(tag)).getMonths(), MISSPELT_LENGTH_MIN);
        }
        return names;
    }

    private static void add(Map<String, Integer> months, String[] names, int lengthMin) {
        for (int i = 0; i < 12; i++) {
            String name = names[i].toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            if (name.length() >= lengthMin && name.chars().anyMatch(Character::isLetter)) {
                months.putIfAbsent(name, i + 1);
            }
        }
    }
}
