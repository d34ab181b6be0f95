package io.communique.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Mention;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnnotatorTest {
    private static final Annotator ANNOTATOR = Annotator.withModel();
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 5, 18);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    They met on May 17.                                          | May 17           | 2026-05-17 | 2026-05-17
                    They met on 3 May 2019.                                      | 3 May 2019       | 2019-05-03 | 2019-05-03
                    In 2017, they met in July.                                   | July             | 2017-07-01 | 2017-07-31
                    Trade grew in 2017 from the year before.                     | the year before  | 2016-01-01 | 2016-12-31
                    It grew in 2019; exports fell in the same year.              | the same year    | 2019-01-01 | 2019-12-31
                    Exports fell last year.                                      | last year        | 2025-01-01 | 2025-12-31
                    The bridge opened in February 2018.                          | February 2018    | 2018-02-01 | 2018-02-28
                    2025년에는 3월 4일에 열렸다.                                    | 3월 4일           | 2025-03-04 | 2025-03-04
                    """)
    void datesAreResolvedAgainstWhatTheTextIsAbout(String text, String words, LocalDate from, LocalDate to) {
        assertThat(annotate(text).dates()).anySatisfy(date -> {
            assertThat(date.text()).isEqualTo(words);
            assertThat(date.from()).isEqualTo(from);
            assertThat(date.to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister may go.",
                "They march on.",
                "Room 2018-A is open.",
                "It costs $2018.",
                "On May 35 nothing happened."
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(annotate(text).dates()).isEmpty();
    }

    @Test
    void withoutAnyYearADayIsNoDate() {
        AnnotationInput undated = new AnnotationInput(
                "They met on May 17.", List.of(), Optional.of("en"), Optional.empty(), Optional.empty());

        assertThat(ANNOTATOR.annotate(undated).dates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Trade rose to $19 bln in 2017.                   | MONEY            | 19000000000    | USD
                    It costs 12.5 million euros.                     | MONEY            | 12500000       | EUR
                    The loan of KRW 3,000 was repaid.                | MONEY            | 3000           | KRW
                    Exports fell by 4.2 percent.                     | PERCENT          | 4.2            | %
                    The rate rose 2 percentage points.               | PERCENTAGE_POINT | 2              | percentage point
                    The round came six months later.                 | DURATION         | 6              | month
                    Some 510,000 people took part.                   | COUNT            | 510000         | people
                    They held three telephone conversations.         | COUNT            | 3              | telephone conversation
                    예산은 3조 2천억 원이다.                            | MONEY            | 3200000000000  | KRW
                    이용객은 1,530만 명이었다.                          | COUNT            | 15300000       | 명
                    """)
    void figuresHaveValueAndUnit(String text, Figure.Kind kind, BigDecimal value, String unit) {
        assertThat(annotate(text).figures()).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(kind);
            assertThat(figure.value()).contains(value);
            assertThat(figure.unit()).contains(unit);
        });
    }

    @Test
    void hedgesAndDirectionsAreKept() {
        Figure growth = annotate("Officials spoke of some 40% growth in the two-way trade to last year's level.")
                .figures()
                .get(0);
        Figure least = annotate("At least 300 boats were lost.").figures().get(0);
        Figure fall = annotate("Catches fell by 8 percent.").figures().get(0);

        assertThat(growth.approximate()).isTrue();
        assertThat(growth.change()).contains(Figure.Direction.INCREASE);
        assertThat(growth.about()).contains("two-way trade");
        assertThat(least.comparator()).contains(Figure.Comparator.AT_LEAST);
        assertThat(fall.change()).contains(Figure.Direction.DECREASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the 18th round",
                "the G20 summit",
                "the INNOPROM-2018 fair",
                "call 02-2100-2114",
                "1. First of all",
                "since 2017"
            })
    void whatMeasuresNothingIsNoFigure(String text) {
        assertThat(annotate(text).figures()).isEmpty();
    }

    @Test
    void aTitleMakesAPersonAndALaterMentionIsTheSameOne() {
        List<Entity> entities = annotate(
                        "Deputy Foreign Minister for Political Affairs Han Ji-woo met Foreign Minister Ann Berg of Norway. Deputy Minister Han"
                                + " thanked Minister Berg.")
                .entities();

        assertThat(entities)
                .filteredOn(entity -> entity.type() == Entity.Type.PERSON)
                .satisfiesExactly(
                        han -> {
                            assertThat(han.name()).isEqualTo("Han Ji-woo");
                            assertThat(han.role()).contains("Deputy Foreign Minister for Political Affairs");
                            assertThat(han.mentions()).extracting(Mention::text).containsExactly("Han Ji-woo", "Han");
                        },
                        berg -> {
                            assertThat(berg.name()).isEqualTo("Ann Berg");
                            assertThat(berg.country()).contains("NO");
                            assertThat(berg.mentions()).hasSize(2);
                        });
    }

    @Test
    void bothSidesOfACompoundAreCountries() {
        assertThat(annotate("The ROK-Russia talks and the visit of the Republic of Korea to Norway.")
                        .entities())
                .filteredOn(entity -> entity.type() == Entity.Type.PLACE)
                .extracting(entity -> entity.country().orElse(""))
                .containsExactly("KR", "RU", "NO");
    }

    @Test
    void aLanguageWithoutRulesSaysSoAndNothingElse() {
        Annotations annotations = ANNOTATOR.annotate(new AnnotationInput(
                "รัฐมนตรี 2018 $3", List.of(), Optional.of("th"), Optional.of(PUBLISHED), Optional.empty()));

        assertThat(annotations.dates()).isEmpty();
        assertThat(annotations.figures()).isEmpty();
        assertThat(annotations.warnings())
                .contains("no date rules for th", "no figure rules for th", "no entity rules for th");
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 500).boxed();
    }

    /** Offsets are exact and findings of a kind stand apart, whatever the text. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyFindingReadsWhatItClaims(long seed) {
        Random random = new Random(seed);
        String[] words = {
            "Deputy Minister",
            "Han Ji-woo",
            "Han",
            "of",
            "Norway",
            "ROK-Russia",
            "in",
            "May",
            "17,",
            "2018.",
            "$19",
            "bln",
            "40%",
            "growth",
            "some",
            "510,000",
            "people",
            "six",
            "months",
            "\n\n",
            "1.",
            "°",
            "\uD83D\uDE00",
            "3조",
            "2천억",
            "원",
            "3월",
            "4일",
            "President",
            "–",
            "the year before"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 5 + random.nextInt(60); i > 0; i--) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(8) == 0 ? "" : " ");
        }

        Annotations found = annotate(text.toString());

        for (Entity entity : found.entities()) {
            for (Mention mention : entity.mentions()) {
                assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.text());
            }
        }
        int end = 0;
        for (DateMention date : found.dates()) {
            assertThat(text.substring(date.start(), date.end())).isEqualTo(date.text());
            // The ends of a range stand inside it.
            assertThat(date.start() >= end || date.end() <= end).isTrue();
            end = Math.max(end, date.end());
        }
        end = 0;
        for (Figure figure : found.figures()) {
            assertThat(text.substring(figure.start(), figure.end())).isEqualTo(figure.text());
            assertThat(figure.start()).isGreaterThanOrEqualTo(end);
            end = figure.end();
        }
    }

    private static Annotations annotate(String text) {
        String language = text.codePoints().anyMatch(c -> c >= 0xac00 && c < 0xd7a4) ? "ko" : "en";
        return ANNOTATOR.annotate(
                new AnnotationInput(text, List.of(), Optional.of(language), Optional.of(PUBLISHED), Optional.of("KR")));
    }
}
