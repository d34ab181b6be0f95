package io.communique.enrich.text.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Reads powers: "2.5^-1", "12.3e+14", "1.3 × 10^6". Looks at a bounded number of tokens. */
final class Powers {
    /** Beyond this, a number measures nothing, and its digits would fill the memory. */
    private static final BigDecimal EXPONENT_MAX = new BigDecimal(300);

    private static final int SIGNS_MAX = 2;

    private final Tokens tokens;

    Powers(Tokens tokens) {
        this.tokens = tokens;
    }

    /** An exponent and where it ends. */
    private record Exponent(int value, int to) {}

    /** The number with the power that is written behind it; empty if none is. */
    Optional<Numeral> of(Numeral number) {
        return raised(number).or(() -> scientific(number)).or(() -> timesPowerOfTen(number));
    }

    /** "1.1^23". */
    private Optional<Numeral> raised(Numeral base) {
        if (!tokens.isSymbol(base.to(), "^") || !tokens.glued(base.to())) {
            return Optional.empty();
        }
        return exponent(base.to() + 1)
                .filter(exponent -> base.value().signum() != 0)
                .map(exponent -> numeral(base, exponent, base.value().pow(exponent.value(), MathContext.DECIMAL64)));
    }

    /** "12.3e+14"; without sign, "2018e12" may be a code, "1.2e9" is none. */
    private Optional<Numeral> scientific(Numeral number) {
        boolean sign = tokens.isSymbol(number.to() + 1, "+-−");
        boolean decimals = number.value().stripTrailingZeros().scale() > 0;
        boolean e = tokens.is(number.to(), "e") && tokens.glued(number.to()) && (sign || decimals);
        return e
                ? exponent(number.to() + 1)
                        .map(exponent ->
                                numeral(number, exponent, number.value().scaleByPowerOfTen(exponent.value())))
                : Optional.empty();
    }

    /** "1.3x10^6", "1.3 × 10^6". */
    private Optional<Numeral> timesPowerOfTen(Numeral number) {
        int ten = number.to() + 1;
        boolean times = tokens.isSymbol(number.to(), "×") || tokens.is(number.to(), "x");
        if (!times || !tokens.is(ten, "10") || !tokens.isSymbol(ten + 1, "^") || !tokens.glued(ten + 1)) {
            return Optional.empty();
        }
        return exponent(ten + 2)
                .map(exponent -> numeral(number, exponent, number.value().scaleByPowerOfTen(exponent.value())));
    }

    /** Signs and whole digits, nothing between. */
    private Optional<Exponent> exponent(int start) {
        int at = start;
        int sign = 1;
        while (at < start + SIGNS_MAX && tokens.isSymbol(at, "+-−") && tokens.glued(at)) {
            sign = tokens.isSymbol(at, "+") ? sign : -sign;
            at++;
        }
        int signum = sign;
        int to = at + 1;
        return tokens.value(at)
                .filter(value -> tokens.glued(to - 1)
                        && value.compareTo(EXPONENT_MAX) <= 0
                        && value.stripTrailingZeros().scale() <= 0)
                .map(value -> new Exponent(signum * value.intValueExact(), to));
    }

    private static Numeral numeral(Numeral number, Exponent exponent, BigDecimal value) {
        return new Numeral(number.from(), exponent.to(), Quantity.plain(value), Numeral.Form.DIGITS, BigDecimal.ONE);
    }
}
