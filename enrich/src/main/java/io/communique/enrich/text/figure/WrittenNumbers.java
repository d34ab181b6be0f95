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
        NumeralReader reader = new NumeralReader(tokens, lexicon);
        List<WrittenNumber> numbers = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int minus = minus(tokens, at);
            Optional<Numeral> numeral = reader.at(minus)
                    .map(number -> over(tokens, reader, number))
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

    /** "One over three": a quotient. In running text "over" is "during" or "more than" too often for figures to know it. */
    private Numeral over(Tokens tokens, NumeralReader reader, Numeral above) {
        Optional<Numeral> below = lexicon.has("over", tokens.lower(above.to()))
                ? reader.at(above.to() + 1).filter(number -> number.value().signum() > 0)
                : Optional.empty();
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
