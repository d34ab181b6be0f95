package io.communique.desk.web;

import io.communique.desk.view.Labels;
import io.communique.sink.store.StoredFigure;
import java.math.BigDecimal;
import java.util.Optional;

/** Figures in rows. */
final class Figures {
    private Figures() {}

    /** Returns a row for a spreadsheet; absent values are empty. */
    static Object[] row(StoredFigure figure) {
        return new Object[] {
            figure.id(),
            figure.source(),
            figure.published().orElse(""),
            harmless(figure.title().orElse("")),
            harmless(figure.text()),
            Labels.of(figure.kind()),
            plain(figure.value()),
            plain(figure.low()),
            plain(figure.high()),
            harmless(figure.unit().orElse("")),
            harmless(figure.about().orElse("")),
            figure.change().map(Labels::of).orElse(""),
            figure.period().map(period -> period.from().toString()).orElse(""),
            figure.period().map(period -> period.to().toString()).orElse("")
        };
    }

    /** A spreadsheet takes text that begins like this for a formula and runs it (OWASP, "CSV Injection"). */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }
}
