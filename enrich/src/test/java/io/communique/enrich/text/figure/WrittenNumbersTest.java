package io.communique.enrich.text.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenNumbersTest {
    private static final WrittenNumbers NUMBERS = new WrittenNumbers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,234,567                              | 1234567
                    12,34,567                              | 1234567
                    40 000                                 | 40000
                    1'250'000                              | 1250000
                    .25                                    | 0.25
                    1,3                                    | 1.3
                    3 1/2                                  | 3.5
                    2½                                     | 2.5
                    -17                                    | -17
                    minus four                             | -4
                    ninety-nine                            | 99
                    four hundred and seven                 | 407
                    a hundred and one                      | 101
                    six thousand two hundred               | 6200
                    eleven billion and forty               | 11000000040
                    two lakh crore                         | 2000000000000
                    seven point two five                   | 7.25
                    five-eighths                           | 0.625
                    six and a half                         | 6.5
                    three hundred and two thirds           | 300.6666666666666667
                    one over eight                         | 0.125
                    4 dozen                                | 48
                    quarter million                        | 250000
                    1.5^2                                  | 2.25
                    4^-1                                   | 0.25
                    -1.5^2                                 | -2.25
                    7.5e+3                                 | 7500
                    2.5e3                                  | 2500
                    6.02 × 10^5                            | 602000
                    3.1x10^-2                              | 0.031
                    45k                                    | 45000
                    3.5 k                                  | 3500
                    7.5b                                   | 7500000000
                    12G                                    | 12000000000
                    900.5 M                                | 900500000
                    five sixty-fourths                     | 0.078125
                    ten forty fifths                       | 0.2222222222222222
                    two hundred fifty fifths               | 3.636363636363636
                    two hundred fifty-one fifths           | 50.2
                    a thirty-second                        | 0.03125
                    a hundred millionths                   | 0.0001
                    one - eighth                           | 0.125
                    three out of eight                     | 0.375
                    """)
    void numbersAreReadAsLongAsTheyGo(String text, BigDecimal value) {
        assertThat(NUMBERS.in(text)).singleElement().satisfies(number -> {
            assertThat(number.value()).isEqualByComparingTo(value);
            assertThat(text.substring(number.start(), number.end())).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"G20", "29km", "an", "the first class", "1.2.3.4", "second-hand"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(NUMBERS.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2^999999999", "9e+99999999", "1.5^1000000000000000000000"})
    void aPowerThatWouldFillTheMemoryIsNotTaken(String text) {
        assertThat(NUMBERS.in(text))
                .allSatisfy(number -> assertThat(number.value().precision()).isLessThan(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1, 2, 3", "22,24,26", "two, three and four"})
    void listsAreSeveralNumbers(String text) {
        assertThat(NUMBERS.in(text)).hasSize(3);
    }
}
