package io.communique.enrich.text.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.communique.contract.release.Block;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Figure.Comparator;
import io.communique.contract.release.Figure.Direction;
import io.communique.contract.release.Figure.Kind;
import io.communique.contract.release.Period;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.date.WrittenDateFinder;
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

final class RuleFigureFinderTest {
    private static final RuleFigureFinder FINDER = new RuleFigureFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The dam cost $3.2 bln.                        | 3200000000    | USD
                    A loan of US$45 million was signed.           | 45000000      | USD
                    The fund holds KRW 1.2 trillion.              | 1200000000000 | KRW
                    Some 40 billion won was spent.                | 40000000000   | KRW
                    It sold for €3m.                              | 3000000       | EUR
                    The road took Rs 500 crore.                   | 5000000000    | INR
                    Grants of ₹2 lakh are paid.                   | 200000        | INR
                    The bill came to ₩3,000,000.                  | 3000000       | KRW
                    The port pays A$75 million.                   | 75000000      | AUD
                    The port pays C$1,250.50.                     | 1250.50       | CAD
                    Sales of 2.5 million euros were booked.       | 2500000       | EUR
                    He gave thirteen thousand Swiss francs.       | 13000         | CHF
                    Budget: 12 million Danish kroner.             | 12000000      | DKK
                    Aid worth 50 million USD went out.            | 50000000      | USD
                    The yard got £1.5bn.                          | 1500000000    | GBP
                    Half a million dollars was raised.            | 500000        | USD
                    A one-million-dollar prize was given.         | 1000000       | USD
                    """)
    void moneyHasItsAmountInFullAndItsCurrency(String text, BigDecimal value, String currency) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(Kind.MONEY);
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).contains(currency);
        });
    }

    @Test
    void dollarsOfACountryThatHasItsOwnAreItsOwn() {
        assertThat(find("The bridge cost $5 million.", "en", Optional.of("AU")))
                .extracting(figure -> figure.unit().orElse(""))
                .containsExactly("AUD");
        assertThat(find("The bridge cost 5 million rupees.", "en", Optional.of("PK")))
                .extracting(figure -> figure.unit().orElse(""))
                .containsExactly("PKR");
    }

    @Test
    void aCurrencyWordThatCannotBeToldIsLeftOpen() {
        assertThat(find("The bridge cost 5 million pesos.")).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(Kind.MONEY);
            assertThat(figure.unit()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    They planted twelve million trees.              | COUNT            | 12000000 | tree
                    Twenty-one ferries were idle.                   | COUNT            | 21       | ferry
                    There were two hundred and six cases.           | COUNT            | 206      | case
                    A dozen tugs came.                              | COUNT            | 12       | tug
                    Two and a half million eggs hatched.            | COUNT            | 2500000  | egg
                    They held five telephone conferences.           | COUNT            | 5        | telephone conference
                    One ferry was idle.                             | COUNT            | 1        | ferry
                    In all, 1,100 women applied.                    | COUNT            | 1100     | woman
                    They sent a 14-page paper.                      | COUNT            | 14       | page
                    It rose 0.5 percentage points.                  | PERCENTAGE_POINT | 0.5      | percentage point
                    It rose 25 basis points.                        | PERCENTAGE_POINT | 25       | basis point
                    Turnout was 61 per cent.                        | PERCENT          | 61       | %
                    Turnout was sixty-one percent.                  | PERCENT          | 61       | %
                    The road is 12.5 km long.                       | QUANTITY         | 12.5     | kilometre
                    The park has 300 square miles.                  | QUANTITY         | 300      | square mile
                    The plant makes 450 MW.                         | QUANTITY         | 450      | megawatt
                    It was -12 °C at dawn.                          | QUANTITY         | -12      | celsius
                    A 60-mile canal was dug.                        | QUANTITY         | 60       | mile
                    It lasted six weeks.                            | DURATION         | 6        | week
                    A five-day visit began.                         | DURATION         | 5        | day
                    The diver is 34 years old.                      | DURATION         | 34       | year of age
                    Voters aged 18 came.                            | DURATION         | 18       | year of age
                    The limit is the age of 65.                     | DURATION         | 65       | year of age
                    It cost nine dollars and fifty cents.           | MONEY            | 9.50     | USD
                    Two-thirds of members agreed.                   | RATIO            | 0.6666666666666667 |
                    Half of the fleet sailed.                       | RATIO            | 0.5      |
                    One in four boats leaked.                       | RATIO            | 0.25     | boat
                    Three out of five pupils passed.                | RATIO            | 0.6      | pupil
                    Catches have tripled.                           | RATIO            | 3        |
                    Oil fetched $58.24 per barrel.                  | RATE             | 58.24    | USD per barrel
                    The shelter feeds 3,000 children a day.         | RATE             | 3000     | child per day
                    It rose to 3.4 deaths per 1,000 births.         | RATE             | 3.4      | death per 1000 births
                    There were 12 per 100,000.                      | RATE             | 12       | per 100000
                    Three ships every two weeks call there.         | RATE             | 3        | ship per 2 week
                    It costs 51 dollars per 1,000 cubic metres.     | RATE             | 51       | USD per 1000 cubic metre
                    """)
    void everyKindHasItsValueAndUnit(String text, Kind kind, BigDecimal value, String unit) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(kind);
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).isEqualTo(Optional.ofNullable(unit));
        });
    }

    @Test
    void aQuantityHasItsUcumCodeAndItsValueInSiUnits() {
        Figure.Measure measure =
                find("The canal is 60 miles long.").get(0).measure().orElseThrow();

        assertThat(measure.ucum()).isEqualTo("[mi_i]");
        assertThat(measure.siValue()).contains(new BigDecimal("96560.64"));
        assertThat(measure.siUnit()).contains("m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Growth of between 3 and 5 percent is seen.     | 3         | 5         | %
                    Growth of 3-5 percent is seen.                 | 3         | 5         | %
                    Some 15 to 22 km were paved.                   | 15        | 22        | kilometre
                    It will cost $5-10 million.                    | 5000000   | 10000000  | USD
                    Shares go for between $62 and $68.             | 62        | 68        | USD
                    It took eight or nine days.                    | 8         | 9         | day
                    Tens of thousands of people fled.              | 10000     | 100000    | people
                    Dozens of huts burnt.                          | 12        | 120       | hut
                    Children aged 5 to 17 may come.                | 5         | 17        | year of age
                    The trip takes from two to three hours.        | 2         | 3         | hour
                    """)
    void aRangeHasBothEnds(String text, BigDecimal low, BigDecimal high, String unit) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.value()).isEmpty();
            assertThat(figure.low())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(low));
            assertThat(figure.high())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(high));
            assertThat(figure.unit()).contains(unit);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    About 40 boats sank.                  | true  |
                    Some 40 boats sank.                   | true  |
                    Nearly 40 boats sank.                 | true  |
                    An estimated 40 boats sank.           | true  |
                    40 boats or so sank.                  | true  |
                    More than 40 boats sank.              | false | MORE_THAN
                    Over 40 boats sank.                   | false | MORE_THAN
                    At least 40 boats sank.               | false | AT_LEAST
                    40 or more boats sank.                | false | AT_LEAST
                    Up to 40 boats sank.                  | false | UP_TO
                    As many as 40 boats sank.             | false | UP_TO
                    Fewer than 40 boats sank.             | false | LESS_THAN
                    Up to about 40 boats sank.            | true  | UP_TO
                    Exactly 40 boats sank.                | false |
                    """)
    void hedgesAreKept(String text, boolean approximate, Comparator comparator) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.approximate()).isEqualTo(approximate);
            assertThat(figure.comparator()).isEqualTo(Optional.ofNullable(comparator));
            assertThat(figure.value()).contains(new BigDecimal(40));
        });
    }

    @Test
    void whatIsOverASpanOfTimeIsNotMoreThanIt() {
        assertThat(find("The state pays $5 million over three years."))
                .extracting(Figure::comparator)
                .containsOnly(Optional.empty());
        assertThat(find("The case ran for over three years."))
                .extracting(Figure::comparator)
                .containsExactly(Optional.of(Comparator.MORE_THAN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Fish exports rose by 4.2 percent.                   | INCREASE | Fish exports
                    Fish exports fell 4.2 percent.                      | DECREASE | Fish exports
                    Fish exports have sharply declined by 4.2 percent.  | DECREASE | Fish exports
                    Fish exports are up 4.2 percent.                    | INCREASE | Fish exports
                    There was 4.2 percent growth in fish exports.       | INCREASE | fish exports
                    A 4.2 percent drop in fish exports was seen.        | DECREASE | fish exports
                    The state cut the fee for visas by 4.2 percent.     | DECREASE | fee for visas
                    Fish exports were 4.2 percent lower.                | DECREASE | Fish exports
                    """)
    void aChangeHasItsDirectionAndWhatChanged(String text, Direction direction, String about) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.change()).contains(direction);
            assertThat(figure.about())
                    .hasValueSatisfying(found -> assertThat(found).containsIgnoringCase(about));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Revenue rose to $7 million from $6 million.",
                "Revenue rose from $6 million to $7 million.",
                "Revenue was $7 million, compared with $6 million."
            })
    void aLevelKnowsWhereItCameFrom(String text) {
        Figure level = find(text).stream()
                .filter(figure -> figure.value().orElseThrow().intValueExact() == 7_000_000)
                .findFirst()
                .orElseThrow();

        assertThat(level.change()).isEmpty();
        assertThat(level.baseline()).contains(new BigDecimal(6_000_000));
        assertThat(level.about()).contains("Revenue");
    }

    @Test
    void theSizeOfAChangeAndTheLevelBehindItAreTwoFigures() {
        assertThat(find("The deficit grew by $3 billion to $9 billion."))
                .extracting(figure -> figure.value().orElseThrow().toPlainString(), Figure::change)
                .containsExactly(
                        tuple("3000000000", Optional.of(Direction.INCREASE)), tuple("9000000000", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    About 60 percent of their revenue is taxed.              | revenue
                    A fine of $10 was paid.                                  | fine
                    They signed a $150,000 contract.                         | contract
                    Some 510 people engaging in youth exchanges came.        | youth exchanges
                    The harbour loan amounted to $4 million.                 | harbour loan
                    The total cost of the new bridge reached $4 million.     | total cost of the new bridge
                    They gave $4 million for reconstruction.                 | reconstruction
                    The city will spend up to $4 million on its old bridges. | old bridges
                    It invested about $4 million in clean water in May.      | clean water
                    Ships bring 5 million tonnes of rice.                    | rice
                    It makes up 90% of CO2 emissions.                        | CO2 emissions
                    There were nine bridges.                                 | bridges
                    The town cut its mooring rate to 4%.                     | mooring rate
                    The harbour deficit narrowed to 4% of GDP.               | harbour deficit
                    It will spend 4% of GDP on its old bridges.              | old bridges
                    Some 4% of GDP is fish.                                  | GDP
                    The new lamp is 95% effective.                           | new lamp
                    Fish inflation slowed to 4%.                             | Fish inflation
                    The landing rate fell 4%.                                | landing rate
                    Fish exports are expected to grow by 4%.                 | Fish exports
                    Fish exports are estimated to have fallen by 4%.         | Fish exports
                    Fish exports more than doubled.                          | Fish exports
                    The Tiskel Fish Average rose 4%.                         | Tiskel Fish Average
                    The bank cut its key rate by 4%.                         | key rate
                    The mooring fee will rise to $4 an hour on 1 July.       | mooring fee
                    """)
    void whatIsMeasuredIsSaidInTheTextsOwnWords(String text, String about) {
        assertThat(find(text))
                .singleElement()
                .satisfies(figure -> assertThat(figure.about()).contains(about));
    }

    @Test
    void theSameInAnotherUnitIsBoundedAlike() {
        assertThat(find("The moth flies more than 100 kilometres (62 miles)."))
                .extracting(Figure::comparator)
                .containsExactly(Optional.of(Comparator.MORE_THAN), Optional.of(Comparator.MORE_THAN));
    }

    @Test
    void theTimeOfAFigureAndOfItsBaselineAreToldApart() {
        String text = "Exports grew 8 percent in 2017 compared with 2016.";
        List<DateMention> dates = List.of(year(text, "2017"), year(text, "2016"));

        Figure figure = FINDER.find(input(text, "en", Optional.empty(), List.of()), dates)
                .get(0);

        assertThat(figure.period()).map(Period::from).contains(LocalDate.of(2017, 1, 1));
        assertThat(figure.comparedWith()).map(Period::from).contains(LocalDate.of(2016, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the 18th round",
                "the twenty-first session",
                "since 2017",
                "In 2018 sales were slow.",
                "in the 1980s",
                "on May 17",
                "on 17 May",
                "at 10:45",
                "at 5 p.m.",
                "at 10.45pm",
                "11 Downing Street",
                "call 02-2100-2114",
                "Tel. +82 2 2100 8114",
                "see page 12",
                "under Article 5",
                "under Articles 5, 6 and 7",
                "Resolution 1540",
                "paragraph 3 of the text",
                "No. 12",
                "1. First of all",
                "(2) second",
                "the G20 summit",
                "the INNOFAIR-2018 fair",
                "a Boeing 737",
                "COVID-19",
                "the P5+1 talks",
                "two-way trade",
                "the Six-Party Talks",
                "one of the sides",
                "no one came",
                "one day they met",
                "Room 204",
                "the team won 2-1",
                "24/7",
                "version 2.5",
                "https://example.org/news/2018/5555?id=77 percent",
                "5.6.2018",
                "192.168.0.1",
                "#5",
                "agent 007",
                "Phase Two",
                "the Fortune 500"
            })
    void whatMeasuresNothingIsNoFigure(String text) {
        assertThat(find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    예산은 3조 2천억 원이다.              | MONEY            | 3200000000000 | KRW
                    수출은 683억 달러였다.                | MONEY            | 68300000000   | USD
                    이용객은 1,530만 명이었다.            | COUNT            | 15300000      | 명
                    구급출동은 19만 1,199건이었다.        | COUNT            | 191199        | 건
                    실업률이 2.5%p 하락했다.             | PERCENTAGE_POINT | 2.5           | percentage point
                    세 차례 회담이 열렸다.                | COUNT            | 3             | 차례
                    쌀 30만톤을 보냈다.                  | QUANTITY         | 300000        | tonne
                    3개월간 진행된다.                    | DURATION         | 3             | month
                    생산이 3배 늘었다.                   | RATIO            | 3             |
                    """)
    void koreanCountsInMyriads(String text, Kind kind, BigDecimal value, String unit) {
        assertThat(find(text, "ko", Optional.of("KR"))).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(kind);
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).isEqualTo(Optional.ofNullable(unit));
        });
    }

    @Test
    void koreanHedgesAndChangesStandBehindTheNumber() {
        Figure growth = find("수출액은 전년 대비 약 5.3% 증가했다.", "ko", Optional.empty()).get(0);
        Figure least = find("지원금은 500만원 이상이다.", "ko", Optional.empty()).get(0);
        Figure about = find("주민 100여 명이 모였다.", "ko", Optional.empty()).get(0);
        Figure range = find("물가는 3~5% 올랐다.", "ko", Optional.empty()).get(0);

        assertThat(growth.approximate()).isTrue();
        assertThat(growth.change()).contains(Direction.INCREASE);
        assertThat(growth.about()).contains("수출액");
        assertThat(least.comparator()).contains(Comparator.AT_LEAST);
        assertThat(about.approximate()).isTrue();
        assertThat(about.about()).contains("주민");
        assertThat(range.low()).contains(new BigDecimal(3));
        assertThat(range.high()).contains(new BigDecimal(5));
        assertThat(range.change()).contains(Direction.INCREASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "제18차 회의",
                "제3조 2항",
                "5호선",
                "2018년 5월 17일",
                "전화 02-2100-2114",
                "세종로 77번지",
                "3위를 했다",
                "10대 청소년",
                "G20 정상회의"
            })
    void koreanNumbersThatMeasureNothingAreNoFigures(String text) {
        assertThat(find(text, "ko", Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ja | 予算は3億5,000万円である。           | MONEY   | 350000000  | JPY
                    ja | 参加者は1万2千人だった。             | COUNT   | 12000      | 人
                    ja | 輸出額は12.5％増加した。             | PERCENT | 12.5       | %
                    ja | 二百万人が訪れた。                   | COUNT   | 2000000    | 人
                    de | Das Amt zahlt 3,5 Mio. Euro.         | MONEY   | 3500000    | EUR
                    de | Der Etat umfasst 2,4 Mrd. Euro.      | MONEY   | 2400000000 | EUR
                    de | Es kamen 1.500 Menschen.             | COUNT   | 1500       | Menschen
                    de | Der Export stieg um 4,2 Prozent.     | PERCENT | 4.2        | %
                    fr | Le plan coûte 2,5 milliards d’euros. | MONEY   | 2500000000 | EUR
                    fr | Il y a 1 200 entreprises.            | COUNT   | 1200       | entreprises
                    fr | Une hausse de 4,2 % est prévue.      | PERCENT | 4.2        | %
                    fr | Le plan coûte 2,5 Md€.               | MONEY   | 2500000000 | EUR
                    fr | Le plan coûte 80 M d'euros.          | MONEY   | 80000000   | EUR
                    fr | Environ 4 350 agents sont formés.    | COUNT   | 4350       | agents
                    fr | Un million de foyers en ont un.      | COUNT   | 1000000    | foyers
                    fr | Une centaine de bateaux sont rentrés. | COUNT  | 100        | bateaux
                    fr | Un quart des bateaux sont rentrés.   | RATIO   | 0.25       |
                    fr | Une péniche sur cinq est rentrée.    | RATIO   | 0.2        | péniche
                    fr | 9 péniches sur 10 sont rentrées.     | RATIO   | 0.9        | péniches
                    fr | Le sel (+3,5 %) manque.              | PERCENT | 3.5        | %
                    de | Ein Viertel der Boote kam heim.      | RATIO   | 0.25       |
                    de | Zwei von fünf Booten kamen heim.     | RATIO   | 0.4        | Booten
                    de | Einer von fünf Fischern kam heim.    | RATIO   | 0.2        | Fischern
                    de | Eine Million Fische kam heim.        | COUNT   | 1000000    | Fische
                    es | Cuesta 45 M€ al Estado.              | MONEY   | 45000000   | EUR
                    es | Una de cada cuatro barcas volvió.    | RATIO   | 0.25       | barcas
                    es | Un millón de peces volvió.           | COUNT   | 1000000    | peces
                    es | El plan cuesta 3.500 millones de euros. | MONEY | 3500000000 | EUR
                    es | Hay tres hospitales.                 | COUNT   | 3          | hospitales
                    es | La caída fue del 8 por ciento.       | PERCENT | 8          | %
                    """)
    void otherLanguagesWriteNumbersTheirOwnWay(String language, String text, Kind kind, BigDecimal value, String unit) {
        assertThat(find(text, language, Optional.empty())).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(kind);
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).isEqualTo(Optional.ofNullable(unit));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "de,Die 18. Sitzung",
        "de,gemäß Artikel 5",
        "de,am 3. Mai",
        "de,um 10 Uhr",
        "fr,l'article 5",
        "fr,le 3 mai",
        "fr,la 18e session",
        "es,el artículo 5",
        "es,el 3 de mayo",
        "ja,第18回会合",
        "ja,2018年5月17日"
    })
    void otherLanguagesHaveTheirTrapsToo(String language, String text) {
        assertThat(find(text, language, Optional.empty())).isEmpty();
    }

    @Test
    void aNumberInATableCarriesTheHeadingsOfItsRowAndColumn() {
        String head = "Sector\tExports\tShare";
        String row = "Fishing\t1,200\t4.5%";
        String text = head + "\n" + row;
        List<Block> blocks = List.of(
                new Block(Block.Kind.TABLE_ROW, Optional.empty(), 1, 0, head.length()),
                new Block(Block.Kind.TABLE_ROW, Optional.empty(), 1, head.length() + 1, text.length()));

        List<Figure> figures = FINDER.find(input(text, "en", Optional.empty(), blocks), List.of());

        assertThat(figures)
                .extracting(Figure::text, Figure::cell)
                .containsExactly(
                        tuple("1,200", Optional.of(new Figure.Cell(Optional.of("Fishing"), Optional.of("Exports")))),
                        tuple("4.5%", Optional.of(new Figure.Cell(Optional.of("Fishing"), Optional.of("Share")))));
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 2_000).boxed();
    }

    /** Whatever the text: a figure's text is what stands there, figures stand apart and in order, and each names its rule. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureReadsWhatItClaims(long seed) {
        Random random = new Random(seed);
        String language = List.of("en", "ko", "ja", "de", "fr", "es").get(random.nextInt(6));
        String text = text(random);

        List<Figure> figures = find(text, language, Optional.of("KR"));

        int end = 0;
        for (Figure figure : figures) {
            assertThat(text.substring(figure.start(), figure.end())).isEqualTo(figure.text());
            assertThat(figure.start()).isGreaterThanOrEqualTo(end);
            assertThat(figure.rule()).isPresent();
            end = figure.end();
        }
        assertThat(find(text, language, Optional.of("KR"))).isEqualTo(figures);
    }

    private static String text(Random random) {
        String[] parts = {
            "$19",
            "bln",
            "40%",
            "percent",
            "growth",
            "some",
            "510,000",
            "people",
            "six",
            "months",
            "\n",
            "1.",
            "US$",
            "½",
            "3조",
            "2천억",
            "원",
            "3월",
            "億円",
            "二百万人",
            "5,5",
            "Mio.",
            "Euro",
            "d’euros",
            "milliards",
            "rose",
            "from",
            "to",
            "by",
            "and",
            "between",
            "or",
            "one",
            "hundred",
            "thousand",
            "million",
            "half",
            "of",
            "the",
            "a",
            "-",
            "–",
            "/",
            "(",
            ")",
            ".",
            ",",
            "2018",
            "G20",
            "Article",
            "5",
            "km",
            "\uD83D\uDE00",
            "１２",
            "doubled",
            "two-thirds",
            "per",
            "day",
            "１０社",
            "more than",
            "at least",
            "두",
            "명",
            "約",
            "％",
            "n°",
            "\t",
            "７",
            "99999999999999999999999999999",
            "1/2",
            "0",
            "minus",
            "-3",
            "°C",
            "İ",
            "ß",
            "e\u0301",
            "\u00a0",
            "10\u202f000"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(40); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static DateMention year(String text, String year) {
        int start = text.indexOf(year);
        LocalDate first = LocalDate.of(Integer.parseInt(year), 1, 1);
        return new DateMention(year, first, first.plusYears(1).minusDays(1), start, start + 4, Optional.empty());
    }

    @Test
    void aYearBeforeASumIsNoEndOfARange() {
        assertThat(find("Spending rose from $2 million in 2023 to $3.5 million in 2025."))
                .extracting(figure -> figure.value().orElseThrow().toPlainString())
                .containsExactly("2000000", "3500000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Fish exports rose 4% last month.         | true
                    en | Last month fish exports rose 4%.         | true
                    en | Fish exports rose 4% from last month.    | false
                    en | Fish exports rose 4% on last month.      | false
                    en | Fish exports rose 4% from a month ago.   | false
                    en | Fish exports rose 4% on the same period last year. | false
                    """)
    void lastMonthIsThePeriodUnlessItIsComparedWith(String language, String text, boolean isPeriod) {
        AnnotationInput input = new AnnotationInput(
                text, List.of(), Optional.of(language), Optional.of(LocalDate.of(2024, 5, 6)), Optional.empty());

        assertThat(FINDER.find(input, new WrittenDateFinder().find(input)))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.about())
                            .hasValueSatisfying(about -> assertThat(about).isEqualToIgnoringCase("fish exports"));
                    assertThat(figure.period().isPresent()).isEqualTo(isPeriod);
                    assertThat(figure.comparedWith().isPresent()).isEqualTo(!isPeriod);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Fish exports in March 2024 rose by 4%.                      | Fish exports
                    en | In March 2024 fish exports rose by 4%.                      | fish exports
                    en | Fish exports, in March 2024, rose by 4%.                    | Fish exports
                    en | Fish exports to Peru between May and July 2024 fell by 4%.  | Fish exports to Peru
                    en | Fish inflation at the end of 2024 was 4%.                   | Fish inflation
                    en | Harbour debt at end-2024 was 4% of GDP.                     | Harbour debt
                    en | Fish inflation as of May 2024 stood at 4%.                  | Fish inflation
                    en | Fish exports for the month totalled $4 million.             | Fish exports
                    en | Catches by small boats since 2019 have risen by 4%.         | Catches by small boats
                    en | The cost per ferry in 2024 was $4 million.                  | cost per ferry
                    en | Yards led by Norway built 4% of ferries.                    | ferries
                    de | Die Ausfuhren im März 2024 stiegen um 4 %.                  | Ausfuhren
                    fr | Les exportations en mars 2024 ont augmenté de 4 %.          | exportations
                    es | Las exportaciones en marzo de 2024 aumentaron un 4 %.       | exportaciones
                    """)
    void thePeriodIsNoPartOfWhatIsMeasured(String language, String text, String about) {
        AnnotationInput input = input(text, language, Optional.empty(), List.of());

        assertThat(FINDER.find(input, new WrittenDateFinder().find(input)))
                .first()
                .satisfies(figure -> assertThat(figure.about()).contains(about));
    }

    private static List<Figure> find(String text) {
        return find(text, "en", Optional.empty());
    }

    private static List<Figure> find(String text, String language, Optional<String> country) {
        return FINDER.find(input(text, language, country, List.of()), List.of());
    }

    private static AnnotationInput input(String text, String language, Optional<String> country, List<Block> blocks) {
        return new AnnotationInput(text, blocks, Optional.of(language), Optional.empty(), country);
    }
}
