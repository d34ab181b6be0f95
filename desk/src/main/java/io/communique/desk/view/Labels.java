package io.communique.desk.view;

import io.communique.contract.json.Json;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Period;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Values as people read them. */
public final class Labels {
    private static final Map<Enum<?>, String> OF_CONSTANTS = new ConcurrentHashMap<>();

    private Labels() {}

    /** Returns the word that records' JSON has for a constant. */
    public static String of(Enum<?> constant) {
        return OF_CONSTANTS.computeIfAbsent(
                constant, one -> Json.mapper().valueToTree(one).asString());
    }

    /** Returns a number with every digit, in groups of three. */
    public static String number(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** Returns a value or range with its unit; empty text if there is neither. */
    public static String amount(
            Optional<BigDecimal> value, Optional<BigDecimal> low, Optional<BigDecimal> high, Optional<String> unit) {
        String number = value.map(Labels::number)
                .orElseGet(() -> low.map(Labels::number).orElse("") + " – "
                        + high.map(Labels::number).orElse(""));
        return number + unit.map(text -> text.equals("%") ? " %" : " " + text).orElse("");
    }

    /** Returns a figure's value or range with its unit. */
    static String amount(Figure figure) {
        return amount(figure.value(), figure.low(), figure.high(), figure.unit());
    }

    /** Returns a day, or the first and the last of several. */
    public static String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? from.toString() : from + " – " + to;
    }

    /** Returns a period, as one day, month or year where it is one. */
    public static String period(Period period) {
        String from = period.from().toString();
        String to = period.to().toString();
        if (from.endsWith("-01-01") && to.equals(from.substring(0, 4) + "-12-31")) {
            return from.substring(0, 4);
        }
        boolean isMonth = from.endsWith("-01")
                && period.to().equals(period.from().plusMonths(1).minusDays(1));
        return isMonth ? from.substring(0, 7) : days(period.from(), period.to());
    }

    /** Returns all that is known of a figure in one line. */
    public static String explained(Figure figure) {
        List<String> words = new ArrayList<>();
        words.add(of(figure.kind()));
        words.add(figure.comparator().map(word -> of(word) + " ").orElse("")
                + (figure.approximate() ? "≈ " : "")
                + amount(figure));
        figure.change().map(Labels::of).ifPresent(words::add);
        figure.about().ifPresent(words::add);
        figure.period().map(Labels::period).ifPresent(words::add);
        return String.join(" · ", words);
    }
}
