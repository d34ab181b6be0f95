package io.communique.ingest.listing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a text writes a date; what it means is for enrich to say. */
final class WrittenDay {
    private static final String MONTHS =
            "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember"
                    + "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
                    + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
                    + "|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro";

    private static final Pattern FULL =
            Pattern.compile("(?iu)(?:令和|平成|昭和)\\s?(?:\\d{1,2}|元)\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日"
                    + "|(?<!\\d)(?:19|20)\\d\\d\\s?[-./年년]\\s?\\d{1,2}\\s?[-./月월]\\s?\\d{1,2}(?!\\d)\\s?[日일]?(?:[T ]\\d\\d:\\d\\d(?::\\d\\d)?)?"
                    + "|(?<!\\d)\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)\\d\\d(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)?(?:\\s(?:de\\s)?)(?:" + MONTHS
                    + ")\\p{L}{0,7}\\.?,?\\s(?:de\\s|del\\s)?(?:19|20)\\d\\d(?!\\d)"
                    + "|(?<!\\p{L})(?:" + MONTHS
                    + ")\\p{L}{0,7}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d\\d(?!\\d)");
    private static final Pattern MONTH_DAY = Pattern.compile("(?<!\\d)\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일]");
    private static final Pattern YEAR =
            Pattern.compile("(?:令和|平成|昭和)\\s?(?:\\d{1,2}|元)\\s?年|(?<!\\d)(?:19|20)\\d\\d\\s?[年년]");

    private WrittenDay() {}

    static Optional<String> full(String text) {
        return first(FULL, text);
    }

    static Optional<String> monthAndDay(String text) {
        return first(MONTH_DAY, text);
    }

    static Optional<String> year(String text) {
        return first(YEAR, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
    }
}
