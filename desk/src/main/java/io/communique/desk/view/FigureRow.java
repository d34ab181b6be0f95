package io.communique.desk.view;

import io.communique.contract.release.Figure;
import io.communique.desk.query.Asked;
import io.communique.sink.store.StoredFigure;
import java.math.BigDecimal;

/**
 * A figure in a table; empty text is what the release does not say.
 *
 * @param text as written
 * @param kind as the record's JSON has it
 * @param amount every digit, with its unit
 * @param sort the value, or a range's lower end, for sorting
 * @param about the thing measured
 * @param aboutAddress the page with all figures about it
 * @param change increase or decrease
 * @param period that it is about
 * @param title of the release
 * @param release address of its page
 * @param published as the page says
 * @param source id
 */
public record FigureRow(
        String text,
        String kind,
        String amount,
        String sort,
        String about,
        String aboutAddress,
        String change,
        String period,
        String title,
        String release,
        String published,
        String source) {
    /** Makes the row of a figure beside its own release. */
    public static FigureRow of(Figure figure) {
        return new FigureRow(
                figure.text(),
                Labels.of(figure.kind()),
                Labels.amount(figure),
                figure.value().or(figure::low).map(BigDecimal::toPlainString).orElse(""),
                figure.about().orElse(""),
                aboutAddress(figure),
                figure.change().map(Labels::of).orElse(""),
                figure.period().map(Labels::period).orElse(""),
                "",
                "",
                "",
                "");
    }

    /** Makes the row of a figure among others; what it is about leads to all of the same, within the same search. */
    public static FigureRow of(StoredFigure figure, Asked asked) {
        return new FigureRow(
                figure.text(),
                Labels.of(figure.kind()),
                Labels.amount(figure.value(), figure.low(), figure.high(), figure.unit()),
                figure.value().or(figure::low).map(BigDecimal::toPlainString).orElse(""),
                figure.about().orElse(""),
                figure.about()
                        .map(about -> {
                            Asked narrowed = asked.with("about", about).with("kind", Labels.of(figure.kind()));
                            return "/figures?"
                                    + figure.unit()
                                            .map(unit -> narrowed.with("unit", unit))
                                            .orElse(narrowed)
                                            .address();
                        })
                        .orElse(""),
                figure.change().map(Labels::of).orElse(""),
                figure.period().map(Labels::period).orElse(""),
                figure.title().orElse(figure.id()),
                Card.address(figure.id()),
                figure.published().orElse(""),
                figure.source());
    }

    /** Returns the page with all figures about the same thing in the same unit; empty text if the rules found no thing. */
    static String aboutAddress(Figure figure) {
        String unit = figure.unit().map(text -> "&unit=" + Asked.encoded(text)).orElse("");
        return figure.about()
                .map(about -> "/figures?about=" + Asked.encoded(about) + unit)
                .orElse("");
    }
}
