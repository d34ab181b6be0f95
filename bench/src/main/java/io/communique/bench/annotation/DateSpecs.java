package io.communique.bench.annotation;

import io.communique.contract.json.Json;
import io.communique.contract.release.DateMention;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.Annotator;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The date specifications of Recognizers-Text: sentences with what they say, by a reference date.
 *
 * <p>Their form is mapped to ours: times of the day are left out, so a date with a time is its day; durations, sets and times alone are no
 * dates, and none may be found there; what is counted in hours or minutes may be left out. Their ranges end with the first day that is not meant, or, between two named ends, with the first
 * day of the second: ours may end there, the day before, or with the month, quarter or year that begins there. Where a date can lie in the past and
 * in the future, either is right. Of "before 2018" and "after 2018" the year is compared. A case is right if all its dates are, and
 * nothing else is found.
 */
final class DateSpecs {
    private static final Set<String> DATED = Set.of("date", "datetime", "daterange", "datetimerange");

    private static final Pattern TIME = Pattern.compile(
            "(?i)^(?:right )?now$|\\b(?:hours?|minutes?|seconds?)\\b|\\dh$|\\beod$|^end of (?:the )?day$");

    private final Annotator annotator = Annotator.byRules();
    private final String language;

    DateSpecs(String language) {
        this.language = language;
    }

    /** What came of a file: the cases that the Java port supports or all, and how many were right. */
    record Outcome(int cases, int right, List<String> wrong) {}

    /**
     * Runs the cases of {@code file}.
     *
     * @param all whether to run those too that the library's own Java port does not support
     */
    Outcome run(Path file, boolean all) {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (JsonNode spec : Json.mapper().readTree(file)) {
            if (all || isSupported(spec)) {
                cases++;
                List<DateMention> found = found(spec);
                if (!isRight(spec, found)) {
                    wrong.add(told(spec, found));
                }
            }
        }
        return new Outcome(cases, cases - wrong.size(), wrong);
    }

    static boolean isSupported(JsonNode spec) {
        String unsupported = spec.path("NotSupported").asString("") + ","
                + spec.path("NotSupportedByDesign").asString("");
        return !List.of(unsupported.replace(" ", "").split(",", -1)).contains("java");
    }

    private List<DateMention> found(JsonNode spec) {
        Optional<LocalDate> reference = Optional.of(
                        spec.path("Context").path("ReferenceDateTime").asString(""))
                .filter(day -> day.length() >= 10)
                .map(day -> LocalDate.parse(day.substring(0, 10)));
        AnnotationInput input = new AnnotationInput(
                spec.path("Input").asString(), List.of(), Optional.of(language), reference, Optional.empty());
        List<DateMention> whole = new ArrayList<>();
        for (DateMention date : annotator.annotate(input).dates()) {
            // The ends of a range are named again inside it.
            if (whole.isEmpty() || date.start() >= whole.get(whole.size() - 1).end()) {
                whole.add(date);
            }
        }
        return whole;
    }

    private static boolean isRight(JsonNode spec, List<DateMention> found) {
        List<JsonNode> wanted = stream(spec.path("Results"))
                .filter(result -> DATED.contains(type(result)) && !isUnresolved(result) && !isTime(result))
                .toList();
        List<JsonNode> dated = stream(spec.path("Results"))
                .filter(result -> DATED.contains(type(result)))
                .toList();
        return wanted.stream()
                        .allMatch(
                                result -> found.stream().anyMatch(date -> overlap(result, date) && means(result, date)))
                && found.stream().allMatch(date -> dated.stream().anyMatch(result -> overlap(result, date)));
    }

    static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String type(JsonNode result) {
        return result.path("TypeName").asString("").replaceFirst(".*\\.", "");
    }

    /** "Now", "in 5 minutes", "end of the day": no day is named. */
    private static boolean isTime(JsonNode result) {
        return TIME.matcher(result.path("Text").asString("")).find();
    }

    private static boolean isUnresolved(JsonNode result) {
        return stream(result.path("Resolution").path("values"))
                .allMatch(value -> value.path("value").asString("").startsWith("not"));
    }

    private static boolean overlap(JsonNode result, DateMention date) {
        return date.start() <= result.path("End").asInt()
                && result.path("Start").asInt() < date.end();
    }

    private static boolean means(JsonNode result, DateMention date) {
        return stream(result.path("Resolution").path("values")).anyMatch(value -> {
            Optional<LocalDate> at = day(value, "value");
            return at.isPresent()
                    ? date.from().equals(at.get()) && date.to().equals(at.get())
                    : isRange(day(value, "start"), day(value, "end"), date);
        });
    }

    private static boolean isRange(Optional<LocalDate> start, Optional<LocalDate> end, DateMention date) {
        if (start.isPresent() && end.isPresent()) {
            return date.from().equals(start.get()) && endsWith(end.get(), date.to());
        }
        return start.filter(day -> day.equals(date.from()) || day.minusDays(1).equals(date.to()))
                .or(() -> end.filter(day -> day.equals(date.from()) || endsWith(day, date.to())))
                .isPresent();
    }

    private static boolean endsWith(LocalDate end, LocalDate to) {
        boolean month =
                end.getDayOfMonth() == 1 && to.equals(YearMonth.from(end).atEndOfMonth());
        boolean quarter = end.getDayOfMonth() == 1
                && end.getMonthValue() % 3 == 1
                && to.equals(end.plusMonths(3).minusDays(1));
        boolean year = end.getDayOfYear() == 1 && to.equals(end.plusYears(1).minusDays(1));
        return to.equals(end) || to.equals(end.minusDays(1)) || month || quarter || year;
    }

    private static Optional<LocalDate> day(JsonNode value, String member) {
        return Optional.of(value.path(member).asString(""))
                .filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d.*"))
                .map(day -> LocalDate.parse(day.substring(0, 10)));
    }

    private static String told(JsonNode spec, List<DateMention> found) {
        List<String> ours = found.stream()
                .map(date -> "[" + date.text() + "] " + date.from() + ".." + date.to())
                .toList();
        List<String> theirs = stream(spec.path("Results"))
                .map(result -> type(result) + " [" + result.path("Text").asString("") + "] "
                        + stream(result.path("Resolution").path("values"))
                                .map(value -> value.path("value").asString("")
                                        + value.path("start").asString("") + ".."
                                        + value.path("end").asString(""))
                                .distinct()
                                .toList())
                .toList();
        return spec.path("Input").asString() + "\n    wanted " + theirs + "\n    found  " + ours;
    }
}
