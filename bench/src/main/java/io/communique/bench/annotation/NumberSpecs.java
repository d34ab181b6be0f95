package io.communique.bench.annotation;

import io.communique.contract.json.Json;
import io.communique.contract.release.Figure;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.Annotator;
import io.communique.enrich.text.figure.WrittenNumbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The specifications of Recognizers-Text for numbers, percentages, sums of money and dimensions: sentences with what they hold.
 *
 * <p>Their form is mapped to ours. Numbers are compared with {@link WrittenNumbers}, to twelve digits; the others with the figures of their
 * kind alone, for a sentence about money may well count something else. Units go by name ("Kilometer" is our "kilometre"); a currency that
 * they name by its ISO code must be that one, one they name by a word that several countries use must be one of these or left open. A rate
 * counts by what it measures ("500,000 barrels a day" has the unit barrel), a range by either end. A case is right if all it wants is found
 * where it stands, with value and unit, and nothing else of the kind is.
 *
 * <p>What is wanted without a number ("the dollar", "mcg") names a unit and is no figure for us: it is left out, and counted.
 */
final class NumberSpecs {
    /** A file of specifications, and the kinds of our figures that answer it. */
    enum Model {
        NUMBER("Number"),
        PERCENT("Percent"),
        CURRENCY("Currency"),
        DIMENSION("Dimension");

        private final String file;

        Model(String file) {
            this.file = file;
        }

        private boolean isAnsweredBy(Figure.Kind kind) {
            return switch (this) {
                case NUMBER -> false;
                case PERCENT -> kind == Figure.Kind.PERCENT;
                case CURRENCY -> kind == Figure.Kind.MONEY || kind == Figure.Kind.RATE || kind == Figure.Kind.COUNT;
                case DIMENSION -> kind == Figure.Kind.QUANTITY || kind == Figure.Kind.RATE;
            };
        }

        String file(String language) {
            return language + "." + file + "Model.json";
        }
    }

    /**
     * What came of a file.
     *
     * @param evenCases the cases at even places of those that were run
     * @param leftOut wanted results that name a unit without number
     * @param wrong in words, one text a case
     */
    record Outcome(int cases, int right, int evenCases, int evenRight, int leftOut, List<String> wrong) {}

    /**
     * One number that was wanted or found; the place counts UTF-16 code units.
     *
     * @param currency ISO 4217; empty if it is no money, or not said
     * @param strict whether it is an error to find it where it is not wanted: counts and rates only answer
     */
    private record Value(
            int start, int end, String text, BigDecimal value, String unit, String currency, boolean strict) {
        boolean overlaps(Value other) {
            return start < other.end && other.start < end;
        }

        @Override
        public String toString() {
            return "[" + text + "] " + value.toEngineeringString() + " " + (currency.isEmpty() ? unit : currency);
        }
    }

    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    /** Units whose English names differ by more than spelling. */
    private static final Map<String, String> UNIT_NAMES = Map.of("pound", "pound-mass", "metric ton", "tonne");

    /** The unit of money in a currency that the text leaves open. */
    private static final String OPEN = "money";

    private final Annotator annotator = Annotator.byRules();
    private final WrittenNumbers numbers = new WrittenNumbers();
    private final String language;

    NumberSpecs(String language) {
        this.language = language;
    }

    /** Whether there is something of ours to answer a model: numbers by themselves are read in English alone. */
    boolean reads(Model model) {
        return model != Model.NUMBER || language.equals("en");
    }

    /**
     * Runs the cases of {@code file}.
     *
     * @param all whether to run those too that the library's own Java port does not support
     */
    Outcome run(Model model, Path file, boolean all) {
        List<JsonNode> specs = DateSpecs.stream(Json.mapper().readTree(file))
                .filter(spec -> all || DateSpecs.isSupported(spec))
                .toList();
        List<String> wrong = new ArrayList<>();
        int evenRight = 0;
        int leftOut = 0;
        for (int i = 0; i < specs.size(); i++) {
            JsonNode spec = specs.get(i);
            List<Value> wanted = wanted(model, spec);
            List<Value> found = found(model, spec.path("Input").asString());
            leftOut += spec.path("Results").size() - wanted.size();
            if (!isRight(wanted, found)) {
                wrong.add(spec.path("Input").asString() + "\n    wanted " + wanted + "\n    found  " + found);
            } else if (i % 2 == 0) {
                evenRight++;
            }
        }
        return new Outcome(
                specs.size(), specs.size() - wrong.size(), (specs.size() + 1) / 2, evenRight, leftOut, wrong);
    }

    private static boolean isRight(List<Value> wanted, List<Value> found) {
        return wanted.stream().allMatch(want -> found.stream().anyMatch(value -> isMeant(want, value)))
                && found.stream()
                        .filter(Value::strict)
                        .allMatch(value -> wanted.stream().anyMatch(value::overlaps));
    }

    private static boolean isMeant(Value wanted, Value found) {
        boolean value =
                wanted.value().round(TWELVE_DIGITS).compareTo(found.value().round(TWELVE_DIGITS)) == 0;
        boolean unit = wanted.currency().isEmpty()
                ? isUnit(wanted.unit(), found.unit()) || isCurrencyNamed(wanted.unit(), found)
                : wanted.currency().equals(found.currency());
        return value && unit && wanted.overlaps(found);
    }

    private static boolean isUnit(String wanted, String found) {
        return found.equals(wanted) || (!wanted.isEmpty() && found.startsWith(wanted + " per "));
    }

    /** Whether a word such as "dollar" may mean the currency, or the currency was left open. */
    private static boolean isCurrencyNamed(String word, Value found) {
        return found.currency().isEmpty()
                ? found.unit().equals(OPEN)
                : Currency.getInstance(found.currency())
                        .getDisplayName(Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT)
                        .endsWith(word);
    }

    // ---- their form

    private static List<Value> wanted(Model model, JsonNode spec) {
        return DateSpecs.stream(spec.path("Results"))
                .flatMap(result -> wanted(model, spec.path("Input").asString(), result).stream())
                .toList();
    }

    private static Optional<Value> wanted(Model model, String input, JsonNode result) {
        JsonNode resolution = result.path("Resolution");
        String number = resolution.path("value").asString("").replace("%", "");
        if (number.isEmpty() || number.equals("null")) {
            return Optional.empty();
        }
        String text = result.path("Text").asString("");
        int place = input.toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT));
        int start = result.path("Start").asInt(Math.max(0, place));
        String named = resolution.path("unit").asString("").toLowerCase(Locale.ROOT);
        String unit = switch (model) {
            case NUMBER -> "";
            case PERCENT -> "%";
            case CURRENCY -> named.equals("pence") ? "penny" : named;
            case DIMENSION -> unit(named);
        };
        String currency = resolution.path("isoCurrency").asString("");
        return Optional.of(new Value(start, start + text.length(), text, new BigDecimal(number), unit, currency, true));
    }

    private static String unit(String name) {
        String spelled = name.replaceAll("(?<=^|[a-z ])meter\\b", "metre").replace("liter", "litre");
        return UNIT_NAMES.getOrDefault(spelled, spelled);
    }

    // ---- ours

    private List<Value> found(Model model, String input) {
        return model == Model.NUMBER ? numbers(input) : figures(model, input);
    }

    private List<Value> numbers(String input) {
        return numbers.in(input).stream()
                .map(number -> new Value(
                        number.start(),
                        number.end(),
                        input.substring(number.start(), number.end()),
                        number.value(),
                        "",
                        "",
                        true))
                .toList();
    }

    private List<Value> figures(Model model, String input) {
        AnnotationInput text =
                new AnnotationInput(input, List.of(), Optional.of(language), Optional.empty(), Optional.empty());
        return annotator.annotate(text).figures().stream()
                .filter(figure -> model.isAnsweredBy(figure.kind()))
                .flatMap(figure -> values(model, figure))
                .toList();
    }

    private static Stream<Value> values(Model model, Figure figure) {
        String unit = figure.unit().orElse("");
        String first = unit.split(" ", 2)[0];
        boolean money = figure.kind() == Figure.Kind.MONEY || isCode(first);
        if (money && model == Model.DIMENSION) {
            return Stream.empty();
        }
        boolean strict = money || figure.kind() == Figure.Kind.QUANTITY || figure.kind() == Figure.Kind.PERCENT;
        return Stream.of(figure.value(), figure.low(), figure.high())
                .flatMap(Optional::stream)
                .map(value -> new Value(
                        figure.start(),
                        figure.end(),
                        figure.text(),
                        value,
                        money && unit.isEmpty() ? OPEN : unit,
                        isCode(first) ? first : "",
                        strict));
    }

    private static boolean isCode(String unit) {
        return unit.length() == 3 && unit.equals(unit.toUpperCase(Locale.ROOT));
    }
}
