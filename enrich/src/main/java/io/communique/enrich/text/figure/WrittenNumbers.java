package io.communique.enrich.text.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All numbers of an English text in digits or words, whether they measure something or not. What the figures are built on, by itself. */
public final class WrittenNumbers {
    /**
     * One number.
     *
     * @param start first UTF-16 code unit
     * @param end one past the last
     * @param value exact; fractions that have no end to sixteen digits
     */
    public record WrittenNumber(int start, int end, BigDecimal value) {
        public WrittenNumber {
            requireNonNull(value, "value");
        }
    }

    private final Lexicon lexicon = Lexicon.of("en", RuleFigureFinder.POINT);

    /** Returns the numbers, in the order of the text, apart from each other. */
    public List<WrittenNumber> in(String text) {
        Tokens tokens = Tokens.of(text, lexicon.format());
        NumeralReader reader = new NumeralReader(tokens, lexicon, Optional.empty());
        List<WrittenNumber> numbers = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int minus = minus(tokens, at);
            Optional<Numeral> numeral = reader.at(minus)
                    .map(number -> quotient(tokens, reader, lettered(tokens, number)))
                    .filter(number -> stands(tokens, number));
            if (numeral.isPresent()) {
                BigDecimal value = numeral.get().value();
                int start = tokens.start(at);
                int end = tokens.end(numeral.get().to() - 1);
                numbers.add(new WrittenNumber(start, end, minus > at ? value.negate() : value));
            }
            at = numeral.map(Numeral::to).orElse(at + 1);
        }
        return numbers;
    }

    private int minus(Tokens tokens, int at) {
        boolean word = lexicon.has("minus", tokens.lower(at));
        boolean sign = tokens.isSymbol(at, "-−") && !tokens.glued(at) && tokens.isNumber(at + 1);
        return word || sign ? at + 1 : at;
    }

    /**
     * "10k", "2.3 k", "1.2b", "10G": a letter that multiplies. Figures know only those that a currency stands beside, for in running text "5G" is a
     * name and "1m" a length; a small "m" is no number here either.
     */
    private Numeral lettered(Tokens tokens, Numeral number) {
        int at = number.to();
        boolean apart = tokens.isWord(at) && !tokens.glued(at);
        Optional<BigDecimal> scale = number.form() == Numeral.Form.DIGITS && !number.scaled()
                ? lexicon.number(apart ? "letter-apart" : "letter-scale", tokens.written(at))
                : Optional.empty();
        return scale.map(factor -> new Numeral(
                        number.from(),
                        at + 1,
                        Quantity.plain(number.value().multiply(factor)),
                        Numeral.Form.DIGITS,
                        factor))
                .orElse(number);
    }

    /** "One over three", "one out of three": a quotient. In running text "over" is "during" or "more than" too often for figures to know it. */
    private Numeral quotient(Tokens tokens, NumeralReader reader, Numeral above) {
        int at = lexicon.has("over", tokens.lower(above.to()))
                ? above.to() + 1
                : lexicon.phrase("out-of", tokens, above.to())
                        .map(Phrases.Match::to)
                        .orElse(-1);
        Optional<Numeral> below = reader.at(at)
                .filter(number -> at >= 0 && number.value().signum() > 0)
                .filter(number -> tokens.is(at - 1, "over") || number.value().compareTo(above.value()) > 0);
        return below.map(number -> new Numeral(
                        above.from(),
                        number.to(),
                        Quantity.plain(above.value().divide(number.value(), MathContext.DECIMAL64)),
                        Numeral.Form.FRACTION,
                        BigDecimal.ONE))
                .orElse(above);
    }

    /** Letters right before or behind make a name or a measure of it: "G20", "29km". */
    private static boolean stands(Tokens tokens, Numeral number) {
        boolean before = tokens.glued(number.from()) && tokens.isWord(number.from() - 1);
        boolean behind = tokens.glued(number.to()) && tokens.isWord(number.to());
        return !before && !behind;
    }
}
