package io.communique.enrich.text.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Figure.Comparator;
import io.communique.contract.release.Figure.Direction;
import io.communique.contract.release.Figure.Kind;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.date.WrittenDateFinder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule that a release of a ministry needs, in ten sentences or more, with the dates that our own finder gives. */
final class FigureSentencesTest {
    private static final RuleFigureFinder FIGURES = new RuleFigureFinder();
    private static final WrittenDateFinder DATES = new WrittenDateFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Two-way trade reached $7 bln in 2016.                             | 7000000000    | USD | Two-way trade           | 2016
                    Trade volume stood at US$31.5 bln in 2014.                        | 31500000000   | USD | Trade volume            | 2014
                    In 2015, cement exports totalled $640 mln.                        | 640000000     | USD | cement exports          | 2015
                    Investment in ports amounted to €2.5 billion in 2019.             | 2500000000    | EUR | Investment in ports     | 2019
                    The budget for lighthouses was £12m in 2018.                      | 12000000      | GBP | budget for lighthouses  | 2018
                    A grant of CHF 900,000 was paid in 2020.                          | 900000        | CHF | grant                   | 2020
                    Remittances hit Rs 300 crore in 2013.                             | 3000000000    | INR | Remittances             | 2013
                    They pledged 15 billion won for flood relief in 2021.             | 15000000000   | KRW | flood relief            | 2021
                    Ferry revenue rose to A$88 million in 2017.                       | 88000000      | AUD | Ferry revenue           | 2017
                    The loan of $1.2 trillion was granted in 2009.                    | 1200000000000 | USD | loan                    | 2009
                    """)
    void aSumHasItsCurrencyWhatItIsAndItsYear(String text, BigDecimal value, String currency, String about, int year) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(Kind.MONEY);
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).contains(currency);
            assertThat(figure.about()).contains(about);
            assertThat(figure.period()).map(period -> period.from()).contains(LocalDate.of(year, 1, 1));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Grain exports rose by about 12 percent in 2017 compared with 2016.     | 12   | true  |           | INCREASE | Grain exports
                    Arrivals grew nearly 8 percent in 2018.                                | 8    | true  |           | INCREASE | Arrivals
                    Piracy fell by at least 30 percent in 2019.                            | 30   | false | AT_LEAST  | DECREASE | Piracy
                    Visa fees were cut by more than 15 percent in 2015.                    | 15   | false | MORE_THAN | DECREASE |
                    There was roughly 4.5 percent growth in ferry traffic in 2016.         | 4.5  | true  |           | INCREASE | ferry traffic
                    A decline of almost 9 percent in catches was seen in 2014.             | 9    | true  |           | DECREASE | catches
                    Freight dropped some 3 percent in 2013.                                | 3    | true  |           | DECREASE | Freight
                    Rice output has increased by up to 20 percent since 2011.              | 20   | false | UP_TO     | INCREASE | Rice output
                    Border crossings went up by over 60 percent in 2022.                   | 60   | false | MORE_THAN | INCREASE | Border crossings
                    Steel imports were down around 7 percent in 2012.                      | 7    | true  |           | DECREASE | Steel imports
                    The law cuts greenhouse gas (GHG) emissions by 40 percent by 2030.     | 40   | false |           | DECREASE | greenhouse gas (GHG) emissions
                    """)
    void theSizeOfAChangeIsHedgedAndDirected(
            String text, BigDecimal value, boolean approximate, Comparator comparator, Direction change, String about) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(Kind.PERCENT);
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.approximate()).isEqualTo(approximate);
            assertThat(figure.comparator()).isEqualTo(Optional.ofNullable(comparator));
            assertThat(figure.change()).contains(change);
            assertThat(Optional.ofNullable(about)).isIn(figure.about(), Optional.empty());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Some 70,000 people engaging in student exchanges crossed the strait.   | 70000   | people     | true  |           | student exchanges
                    Over 4,200 volunteers taking part in coastal patrols were thanked.     | 4200    | volunteer  | false | MORE_THAN | coastal patrols
                    About 90 vessels involved in salvage work left.                        | 90      | vessel     | true  |           | salvage work
                    A total of 312 delegates came.                                         | 312     | delegate   | false |           | delegates
                    As many as 25,000 families were moved.                                 | 25000   | family     | false | UP_TO     | families
                    At least six bridges were closed.                                      | 6       | bridge     | false | AT_LEAST  | bridges
                    Some 300 mine-clearing airmen came.                                    | 300     | mine-clearing airman | true | | mine-clearing airmen
                    They found four rebel-held villages.                                   | 4       | rebel-held village | false |     | rebel-held villages
                    They ran one easy-to-use service.                                      | 1       | easy-to-use service | false |   | easy-to-use service
                    The harbour offers 40 hands-on courses.                                | 40      | hands-on course | false |        | hands-on courses
                    The text is up to 150 characters-long.                                 | 150     | character  | false | UP_TO     | characters
                    They shut 14 Hamas-run camps.                                          | 14      | Hamas-run camp | false |         | Hamas-run camps
                    They own 1,200 Harbourworks common shares.                             | 1200    | Harbourworks common share | false | | Harbourworks common shares
                    They found three weapons caches.                                       | 3       | weapons cache | false |          | weapons caches
                    They sold 24K tickets.                                                 | 24000   | ticket     | false |           | tickets
                    Nearly two million travellers passed.                                  | 2000000 | traveller  | true  |           | travellers
                    The office handled 605 reports of theft.                               | 605     | report     | false |           | reports
                    They approved 14 plans for dams.                                       | 14      | plan       | false |           | plans
                    Fewer than 40 cadets passed.                                           | 40      | cadet      | false | LESS_THAN | cadets
                    """)
    void aCountHasItsNounItsHedgeAndWhatItIsAbout(
            String text, BigDecimal value, String unit, boolean approximate, Comparator comparator, String about) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(Kind.COUNT);
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).contains(unit);
            assertThat(figure.approximate()).isEqualTo(approximate);
            assertThat(figure.comparator()).isEqualTo(Optional.ofNullable(comparator));
            assertThat(figure.about()).contains(about);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The port handled 35 ferries in May and 40 in June.             | 40   | ferry
                    Five sailors drowned and 12 were rescued.                      | 12   | sailor
                    They sold 435 boats by auction and 187 by tender.              | 187  | boat
                    The motion passed by 451 votes to 137.                         | 137  | vote
                    The report passed with 310 votes in favour, 88 against.        | 88   | vote
                    It was adopted with 62 votes (3 against).                      | 3    | vote
                    The party won 30 seats to 21.                                  | 21   | seat
                    Three wardens retired and two were hired.                      | 2    | warden
                    Sixty schools reopened in Altmark, but 14 in Brona stayed shut. | 14   | school
                    The line carried 300 km of track in 1990, and 180 in 2010.     | 180  | kilometre
                    """)
    void aNumberThatLeavesItsNounOutTakesTheOneBefore(String text, BigDecimal value, String unit) {
        List<Figure> figures = find(text);

        assertThat(figures.get(figures.size() - 1)).satisfies(figure -> {
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).contains(unit);
            assertThat(figure.rule()).contains("ellipsis");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The treaty has 12 articles, and 2017 was its year.",
                "Ten ships sailed on 5 and 7 May.",
                "Two clerks work in rooms 5 and 7 on the ground floor.",
                "Nine envoys spoke under Articles 3, 5 and 7 of the charter."
            })
    void whatIsACalendarOrALabelTakesNoNoun(String text) {
        assertThat(find(text)).extracting(Figure::rule).doesNotContain(Optional.of("ellipsis"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Shares fell to 164p on Monday.                       | COUNT    | 164    | penny
                    The harbour pilot, who is 58, retires.               | DURATION | 58     | year of age
                    Their 6-month-old son slept.                         | DURATION | 6      | month of age
                    They had a turnout percentage of 62.5 in all.        | PERCENT  | 62.5   | %
                    What percentage of 10 voters came?                   | COUNT    | 10     | voter
                    A two-day-old lamb was found.                        | DURATION | 2      | day of age
                    The valve takes a 12 gauge pipe.                     | COUNT    | 12     | gauge
                    The crate weighs 35 [kg] in all.                     | QUANTITY | 35     | kilogram
                    The wall is 3 m high.                                | QUANTITY | 3      | metre
                    It sold for twelve dollars thirty.                   | MONEY    | 12.30  | USD
                    Farms sold 400 bushels.                              | QUANTITY | 400    | bushel
                    Turnout was 61.                                      | COUNT    | 61     |
                    The islet has a population of 5400.                  | COUNT    | 5400   |
                    The plant holds 6.2 × 10^5 litres.                   | QUANTITY | 620000 | litre
                    """)
    void unitsAreReadAsTheyAreWritten(String text, Kind kind, BigDecimal value, String unit) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(kind);
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).isEqualTo(Optional.ofNullable(unit));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a 1080p screen", "24703 L-202", "the 5G network", "rather 2-0 down", "the 4 M-class boats"})
    void whatLooksLikeAUnitIsNone(String text) {
        assertThat(find(text)).extracting(Figure::kind).doesNotContain(Kind.QUANTITY, Kind.PERCENT, Kind.MONEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The yard reported a net loss of $5 million.              | net loss
                    A gain of $70 million was booked.                        | gain
                    They had losses of $3 million.                           | losses
                    The council set up a $10 million fund.                   | fund
                    Fares rose, resulting in a record revenue of $3 billion. | record revenue
                    """)
    void aResultInMoneyIsNoChange(String text, String about) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.about()).contains(about);
            assertThat(figure.change()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The yard, which is old, had a net loss of $5 million, or 91 cents a share. | net loss
                    The yard had net income of $132,000, or three cents a share.               | net income
                    On the exchange, ferry shares closed at $35, up 12 cents.                  | ferry shares
                    Ferry prices edged up 3%.                                                  | Ferry prices
                    Ferry fares inched down 0.2%.                                              | Ferry fares
                    Sales for the full year were $6 million.                                   | Sales
                    It raised its quarterly dividend to $1.20 a share from $1.05.              | quarterly dividend
                    """)
    void allSumsOfAClauseAreOfItsSubject(String text, String about) {
        assertThat(find(text))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.about()).contains(about));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Injured: 4,877                       | Injured
                    Treated and discharged: 4,257        | Treated and discharged
                    Exports of rice: 5,300 tonnes        | Exports of rice
                    Budget: $5 million                   | Budget
                    - Budget: $5 million a year          | Budget
                    • Growth: 3 %, as expected           | Growth
                    Total: 6,200                         |
                    """)
    void aLineHasALabelAndItsNumber(String line, String label) {
        assertThat(find("Figures\n" + line + "\nFerries stop."))
                .singleElement()
                .satisfies(figure -> assertThat(figure.about()).isEqualTo(Optional.ofNullable(label)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The yard is 61%-owned by a bank.",
                "The harbour added $18 million to its reserves.",
                "The harbour is paying $18 million."
            })
    void whoOwnsOrGivesIsNotMeasured(String text) {
        assertThat(find(text))
                .singleElement()
                .satisfies(figure -> assertThat(figure.about()).isEmpty());
    }

    @Test
    void anotherVerbBetweenTwoSumsIsNotWhatTheSecondIsOf() {
        assertThat(find("They paid $5 million and opened a $3 million office."))
                .last()
                .satisfies(figure -> assertThat(figure.about()).contains("office"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They act so that one day they can go home.",
                "They will one day return.",
                "They hope one day to return.",
                "It was a 10K race on 4K screens."
            })
    void aDayToComeIsNoDurationAndANameIsNoCount(String text) {
        assertThat(find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    They want to set up a shelter every 40 km.              |
                    The chamber kept access until May 2021 by 60 votes.     | votes
                    The harbour will contribute an additional $40 million.  |
                    """)
    void whatStandsNearIsNotAlwaysMeant(String text, String about) {
        assertThat(find(text)).singleElement().satisfies(figure -> {
            assertThat(figure.about()).isEqualTo(Optional.ofNullable(about));
            assertThat(figure.period()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    회의에는 전문가 25여 명이 참석했다.      | 25 | 전문가
                    시민 활동가 12명이 모였다.             | 12 | 활동가
                    행사에 어린이 300명이 왔다.            | 300 | 어린이
                    """)
    void aKoreanNounThatEndsLikeAParticleStaysWhole(String text, BigDecimal value, String about) {
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of("ko"), Optional.empty(), Optional.of("KR"));

        assertThat(FIGURES.find(input, List.of())).singleElement().satisfies(figure -> {
            assertThat(figure.value()).contains(value);
            assertThat(figure.about()).contains(about);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ko | 사업 개요\\n- 사업비: 150억원               | 15000000000  | 사업비
                    ko | 사업 개요\\n○ 참가 인원 : 300명            | 300          | 참가 인원
                    ko | 등대는 모두 새것(사업비: 150억 원)이다.     | 15000000000  | 사업비
                    ko | 수출이 늘었고 반도체(44.5%)가 컸다.         | 44.5         | 반도체
                    ko | 고용률(청년)은 66.6%로 올랐다.             | 66.6         | 고용률
                    ko | 교역이 늘었다(수출 69억 달러).              | 6900000000   | 수출
                    ko | 30개 기업이 협약을 맺었다.                 | 30           | 기업
                    ko | 1,200여 명의 기업인이 왔다.                | 1200         | 기업인
                    ko | 정부는 총 50조 원을 투자한다.               | 50000000000000 |
                    ko | 수출이 연속 500억 달러를 넘었다.             | 50000000000  | 수출
                    ko | 응답자의 73.5%가 찬성했다.                 | 73.5         | 응답자
                    ko | 연간 1조 원의 비용이 든다.                 | 1000000000000 | 비용
                    ko | 화재는 총 21만 건 발생했다.                | 210000       | 화재
                    ja | 回答者の73.5%が賛成した。                   | 73.5         | 回答者
                    ko | 공사는 5년간 이어진다.                     | 5            |
                    ko | 지원금은 가구당 최대 100만 원이다.           | 1000000      | 지원금
                    ja | 概要\\n・事業費:150億円                     | 15000000000  | 事業費
                    ja | 概要\\n参加者数：300人                      | 300          | 参加者数
                    ja | 失業率（季節調整値）は2.5%だった。            | 2.5          | 失業率
                    ja | 20万人の雇用を創出する。                     | 200000       | 雇用
                    ja | 島民の3人に1人が船に乗る。                 | 0.3333333333333333 | 島民
                    ja | 参加者100人中87人が満足した。               | 0.87         | 参加者
                    ja | 港の鉛濃度は35µg/m³であった。               | 35           | 鉛濃度
                    ja | 港の補助金は1社当たり最大200万円である。      | 2000000      | 補助金
                    ja | 出生数は68万6,061人で、最少となった。         | 686061       | 出生数
                    ko | 섬 주민 10명 중 7명은 배를 탄다.              | 0.7          | 주민
                    ko | 어린이 5명 중 1명이 안경을 쓴다.              | 0.2          | 어린이
                    ko | 강물의 질소 농도는 0.02㎎/L로 나타났다.       | 0.02         | 질소 농도
                    ko | 등대 점검 건수는 총 1만2,345건으로 집계됐다.   | 12345        | 점검 건수
                    ko | 전국 35개 시·군이 참여한다.                  | 35           | 시·군
                    ko | 정부는 2조 3,000억 원 규모의 예산안을 냈다.     | 2300000000000 | 예산안
                    ko | 농가는 닭 3만 2천 마리를 잃었다.              | 32000        | 닭
                    ko | 신규 채용 규모는 약 2만 6천여 명으로 정했다.     | 26000        | 채용 규모
                    """)
    void inKoreanAndJapaneseWhatStandsBesideANumberIsWhatItMeasures(
            String language, String text, BigDecimal value, String about) {
        AnnotationInput input = new AnnotationInput(
                text.replace("\\n", "\n"), List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).singleElement().satisfies(figure -> {
            assertThat(figure.value()).contains(value);
            assertThat(figure.about()).isEqualTo(Optional.ofNullable(about));
        });
    }

    @Test
    void inKoreanALevelMayComeFromAnother() {
        AnnotationInput input = new AnnotationInput(
                "금리는 1.50%에서 1.75%로 인상되었다.", List.of(), Optional.of("ko"), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).last().satisfies(figure -> {
            assertThat(figure.value()).contains(new BigDecimal("1.75"));
            assertThat(figure.baseline()).contains(new BigDecimal("1.5"));
        });
    }

    @Test
    void aTimeOfDayIsNoLabelAndItsNumber() {
        AnnotationInput input = new AnnotationInput(
                "회의는 10:30명단 확인 후 시작한다.", List.of(), Optional.of("ko"), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The number of ferries (27,478) fell.                          | 27478  | number of ferries
                    en | They sold scrap iron ($5,000) there.                          | 5000   | scrap iron
                    de | Hoch lag auch die Zahl der Fähren (27.478) im Hafen.          | 27478  | Zahl der Fähren
                    de | Dort stieg das bewilligte Volumen nahezu auf 5.000 Euro.      | 5000   | bewilligte Volumen
                    """)
    void whatIsAloneInBracketsAndWhatAVerbIsSaidOfHaveTheirNoun(
            String language, String text, BigDecimal value, String about) {
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).singleElement().satisfies(figure -> {
            assertThat(figure.value()).contains(value);
            assertThat(figure.about()).contains(about);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The port raised the fee for night berths to $40 from $25.            | fee for night berths
                    en | The plan is to cut exhaust (EX) gases from ferries by 2%.            | exhaust (EX) gases from ferries
                    en | Ministers cut duties on sails to 5% in May.                          | duties on sails
                    en | The council increased the winter fare to $3.                         | winter fare
                    en | Fares rose in the islands to $3 from $2.                             | Fares
                    en | Catches dropped the following month to 50 tonnes.                    | Catches
                    de | Der Hafen erhöht die Gebühr auf 40 Euro.                             | Gebühr
                    de | Das Amt hat den Zuschuss um 3 Millionen Euro auf 9 Millionen Euro erhöht. | Zuschuss
                    fr | Le port relève le tarif de nuit à 40 euros.                          | tarif de nuit
                    fr | La ministre a porté le budget de la pêche à 40 millions d'euros.     | budget de la pêche
                    es | El puerto sube la tarifa a 40 euros.                                 | tarifa
                    """)
    void whatIsRaisedOrCutIsWhatBothLevelsMeasure(String language, String text, String about) {
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of()))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.about()).contains(about));
    }

    @Test
    void whatAFigureIsMeasuredAgainstHasItsOwnDate() {
        Figure turnout = find("Turnout was 61.2%, compared to 58.4% in 2016.").get(0);

        assertThat(turnout.period()).isEmpty();
        assertThat(turnout.baseline()).contains(new BigDecimal("58.4"));
        assertThat(turnout.comparedWith().orElseThrow().from()).isEqualTo("2016-01-01");
    }

    @Test
    void aSpanBehindFromIsNoBaseOfComparison() {
        Figure growth = find("The port is expected to grow at a rate of 6.9% from 2025 to 2030.")
                .get(0);

        assertThat(growth.period().orElseThrow().to()).isEqualTo("2030-12-31");
    }

    @Test
    void oneDateIsSaidOfTwoSharesSideBySide() {
        assertThat(find("Pilots were late more often (31% vs. 12%) in 2021."))
                .allSatisfy(figure ->
                        assertThat(figure.period().orElseThrow().from()).isEqualTo("2021-01-01"));
    }

    @Test
    void theYearOfALastRecordIsNotWhatAChangeIsCountedFrom() {
        Figure catches =
                find("Catches fell by 12,000 tonnes, the lowest since 1974.").get(0);

        assertThat(catches.period()).isEmpty();
        assertThat(catches.comparedWith()).isEmpty();
    }

    @Test
    void aSpanIsThePeriodRatherThanItsEnds() {
        List<Figure> figures =
                find("Between January and March, 4,500 boats came, a 15% increase on the same period of 2022.");

        assertThat(figures)
                .allSatisfy(
                        figure -> assertThat(figure.period().orElseThrow().to()).isEqualTo("2023-03-31"));
        assertThat(figures.get(1).comparedWith().orElseThrow().from()).isEqualTo("2022-01-01");
    }

    @Test
    void aShareInBracketsLendsItsUnitToNoOtherNumber() {
        assertThat(find("Of 1,200 permits, 840 (70%) were given and 60 are open."))
                .filteredOn(figure -> figure.unit().equals(Optional.of("%")))
                .hasSize(1);
    }

    @Test
    void aVerbBehindACountedNounIsNoPartOfIt() {
        assertThat(find("One in five children lives by the sea."))
                .extracting(figure -> figure.unit().orElse(""))
                .containsExactly("child");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ko | 2022년 어획량은 전년 대비 8.2% 증가했다.             | 어획량   | 2022-01-01 | 2021-01-01
                    ko | 2022년 3월 어획량은 전년 동월 대비 8.2% 늘었다.      | 어획량   | 2022-03-01 | 2021-03-01
                    ja | 2022年の漁獲量は前年比8.2%増となった。               | 漁獲量   | 2022-01-01 | 2021-01-01
                    """)
    void aYearOnYearChangeIsOfItsOwnYear(
            String language, String text, String about, LocalDate from, LocalDate comparedFrom) {
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, DATES.find(input))).singleElement().satisfies(figure -> {
            assertThat(figure.about()).contains(about);
            assertThat(figure.period().orElseThrow().from()).isEqualTo(from);
            assertThat(figure.comparedWith().orElseThrow().from()).isEqualTo(comparedFrom);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    배추값이 평년보다 11.3% 낮다.          | DECREASE
                    운임이 작년보다 5% 높은 수준이다.       | INCREASE
                    수온이 1.4% 낮아졌다.               | DECREASE
                    지수는 전날보다 23.41포인트 내린 채 끝났다. | DECREASE
                    """)
    void inKoreanWhatIsLowerThanBeforeHasGoneDown(String text, Direction change) {
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of("ko"), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, DATES.find(input)))
                .singleElement()
                .satisfies(figure -> assertThat(figure.change()).contains(change));
    }

    @Test
    void inKoreanBothLevelsOfAChangeAreOfItsSubject() {
        AnnotationInput input = new AnnotationInput(
                "전기배 보급 대수는 2020년 13만 5천 대에서 2025년 82만 대로 늘었다. 등대 327곳 중 41곳이 낡았다.",
                List.of(),
                Optional.of("ko"),
                Optional.empty(),
                Optional.empty());

        assertThat(FIGURES.find(input, DATES.find(input)))
                .extracting(figure -> figure.about().orElse(""))
                .containsExactly("보급 대수", "보급 대수", "등대", "등대");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ko | 항만청은 정박료를 3만 원으로 인상했다.      | 정박료
                    ko | 정박료가 3만 원으로 인상됐다.               | 정박료
                    ko | 선원 수는 2만 명으로 줄었다.                | 선원 수
                    ja | 港湾局は停泊料を3万円に引き上げた。         | 停泊料
                    de | Die Zahl der Boote sank im Hafen um 5 Prozent. | Zahl der Boote
                    """)
    void whatIsRaisedOrFallsIsMeasuredInOtherLanguagesToo(String language, String text, String about) {
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of()))
                .singleElement()
                .satisfies(figure -> assertThat(figure.about()).contains(about));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The port took a $40 million loss from closed routes.                  | 40000000 | USD           | loss
                    The charges were offset by a $3 million gain on the sale of a tug.    | 3000000  | USD           | gain
                    The port wrote off about $6 million in costs.                         | 6000000  | USD           | costs
                    They asked the port for $4 million in exchange for the land.          | 4000000  | USD           |
                    Officials had predicted earnings of more than $4 million.             | 4000000  | USD           | earnings
                    The delay would result in a fine of less than $4 million.             | 4000000  | USD           | fine
                    The rate is equivalent to a fee of $17 a tonne.                       | 17       | USD per tonne | fee
                    The agency had a write-off of $5 million in 2019.                     | 5000000  | USD           | write-off
                    The agency spent $11 million related to the storm.                    | 11000000 | USD           |
                    The agency took a $4 million charge related to the storm.             | 4000000  | USD           | charge
                    A fine of $14 million in the latest quarter covering the spill hurt.  | 14000000 | USD           | fine
                    The stock closed at $38.88 apiece.                                    | 38.88    | USD           | stock
                    Its $380 million of preferred stock doesn't meet the rule.            | 380000000 | USD          | preferred stock
                    The fund holds 12% of miners' pension claims.                         | 12       | %             | miners' pension claims
                    He leads an eight-person rescue team.                                 | 8        | person        | rescue team
                    The toll was 25 Canadian cents.                                       | 25       | Canadian cent | toll
                    The programme cost 3 billion birr.                                    | 3000000000 | ETB         | programme
                    The yard issued one new preferred share.                              | 1        | new preferred share | new preferred share
                    Members receive 0.75 share for each old one.                          | 0.75     | share         | share
                    Three of the ministry's inspectors resigned.                          | 3        | inspector     | ministry's inspectors
                    The fund made a $35-a-share offer for the port.                       | 35       | USD per share | offer
                    Last week $1.6 billion flowed out of the funds.                       | 1600000000 | USD         |
                    The swap will end dividend payments of $17 million.                   | 17000000 | USD           | dividend payments
                    The port will post additional pretax profit of about $33 million.     | 33000000 | USD           | additional pretax profit
                    An investor has signed a letter of intent to buy it for $3 million.   | 3000000  | USD           |
                    He sought approval to boost his harbour stake above 10%.              | 10       | %             |
                    The port faces a $32-a-share tender offer.                            | 32       | USD per share | tender offer
                    He expects revenue in May to reach $28 million.                       | 28000000 | USD           | revenue
                    The rescue plan would cost $3 million.                                | 3000000  | USD           | rescue plan
                    The pump I use is $18.                                                | 18       | USD           |
                    They swapped one Old Mill share for it.                               | 1        | Old Mill share | Old Mill share
                    An offer of $25 a share was made.                                     | 25       | USD per share | offer
                    """)
    void whatASumIsOfIsTheNearestNounAndNoVerbOrPeriod(String text, BigDecimal value, String unit, String about) {
        assertThat(find(text)).first().satisfies(figure -> {
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).contains(unit);
            assertThat(figure.about()).isEqualTo(Optional.ofNullable(about));
            assertThat(figure.change()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The council cut ferry fares 5 percent last year.                    | 5    | DECREASE | ferry fares
                    The council boosted its annual grant 20% to $3 million.             | 20   | INCREASE | annual grant
                    The bank cut its growth forecast 0.4 percentage points.             | 0.4  | DECREASE | growth forecast
                    The ministry is cutting back its research staff by up to 15%.       | 15   | DECREASE | research staff
                    The bank expects the region's exports to increase by 8% next year.  | 8    | INCREASE | region's exports
                    The minister wants spending to fall by 3 percent.                   | 3    | DECREASE | spending
                    The agency posted a 34% profit gain.                                | 34   | INCREASE | profit
                    The 0.3-point drop in the jobless rate helped.                      | 0.3  | DECREASE | jobless rate
                    The ministry has been doubling its grants annually.                 | 2    | INCREASE | grants
                    Net rose 12% to $4 million.                                         | 12   | INCREASE | Net
                    Profit grew a robust 19% from a year ago.                           | 19   | INCREASE | Profit
                    The merger would dilute port earnings by about 9% this year.        | 9    | DECREASE | port earnings
                    The ferry fare rose 12 pence to 90 pence.                           | 12   | INCREASE | ferry fare
                    """)
    void whatIsCutOrRaisedMayStandBeforeTheNumber(String text, BigDecimal value, Direction change, String about) {
        assertThat(find(text)).first().satisfies(figure -> {
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.change()).contains(change);
            assertThat(figure.about()).contains(about);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The fund posted a net loss of $12 million to $15 million.           | 12000000 | 15000000
                    Catches fell 40% to 60% below the usual level.                      | 40       | 60
                    Fares go from 15 cents to 20 cents a ride in the new zone.          | 15       | 20
                    The agency will trim only about 120 to 150 of its jobs.             | 120      | 150
                    """)
    void aRangeIsOneFigureThoughAVerbOfChangeStandsNear(String text, BigDecimal low, BigDecimal high) {
        assertThat(find(text)).first().satisfies(figure -> {
            assertThat(figure.low())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(low));
            assertThat(figure.high())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(high));
        });
    }

    @Test
    void howFarAnIndexMovedIsSaidTwice() {
        assertThat(find("The index tumbled 5.3%, or 6.43, to 437.68."))
                .extracting(figure -> figure.value().orElseThrow().toPlainString())
                .containsExactly("5.3", "6.43", "437.68");
    }

    @Test
    void acrossTheCellsOfATableNothingIsCounted() {
        assertThat(find("Zero Trust Plans\tPorts are named\n3\tBergen\t2.5 km\tRock bed"))
                .extracting(figure -> figure.text() + "|" + figure.about().orElse(""))
                .containsExactly("2.5 km|");
    }

    @Test
    void aNumberIsOfTheLabelInTheCellBefore() {
        assertThat(find("Catches of cod:\t6,434 tonnes"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.about()).contains("Catches of cod"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Jeder fünfte Haushalt heizt mit Holz.               | 0.2     | Haushalt
                    en | Every fifth household heats with wood.              | 0.2     | household
                    de | Die Hafenluft hatte 18 µg/m³ Feinstaub.             | 18      | microgram per cubic metre
                    en | The harbour's air had 18 µg/m3 of dust.             | 18      | microgram per cubic metre
                    de | Eine halbe Million Boote fischt.                    | 500000  | Boote
                    de | Anderthalb Millionen Menschen fischen.              | 1500000 | Menschen
                    fr | Un demi-million de marins et plus.                  | 500000  | marins
                    fr | Un million et demi de marins.                       | 1500000 | marins
                    es | Medio millón de marineros.                          | 500000  | marineros
                    es | Un millón y medio de marineros.                     | 1500000 | marineros
                    es | El paro subió una décima.                           | 0.1     | percentage point
                    en | It has a quarter of a million members.              | 250000  | member
                    en | It has three quarters of a million members.         | 750000  | member
                    en | Mortality is 37 deaths per 1,000 live births.       | 37      | death per 1000 live births
                    ja | 漁民の三割が反対した。                              | 30      | %
                    ja | 漁獲量は2割減った。                                 | 20      | %
                    ko | 운임은 달러당 1,472원이다.                          | 1472    | KRW per USD
                    en | Fees came to MAD 300 million.                       | 300000000 | MAD
                    en | Fees came to COP 50,000.                            | 50000   | COP
                    """)
    void numbersAreReadAsTheyAreSaid(String language, String text, BigDecimal value, String unit) {
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).singleElement().satisfies(figure -> {
            assertThat(figure.value())
                    .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
            assertThat(figure.unit()).contains(unit);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delegates to COP30 met in the harbour.",
                "COP 29 opened in the harbour.",
                "WORLD CUP 2026 OPENS",
                "The flaw is CVE-2024-1234.",
                "The TOP500 list was published."
            })
    void aCodeThatIsAWordOrAnAcronymTooMakesNoSum(String text) {
        assertThat(find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Von den 1.200 Booten kamen 640 heim.                    | 640          | Booten
                    en | Of the 281 old boats 243 are afloat.                    | 243          | old boat
                    fr | Le plan coûte 2 milliards d'euros, dont 400 millions dès mai. | 400 millions | EUR
                    """)
    void aPartIsInTheUnitOfItsWhole(String language, String text, String part, String unit) {
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of()))
                .filteredOn(figure -> figure.text().equals(part))
                .singleElement()
                .satisfies(figure -> assertThat(figure.unit()).contains(unit));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ko | 어민의 4분의 3이 찬성했다.  | 4분의 3 | 어민
                    ja | 漁民の4分の3が賛成した。    | 4分の3  | 漁民
                    """)
    void partsOfAWholeAreAShare(String language, String sentence, String text, String about) {
        AnnotationInput input =
                new AnnotationInput(sentence, List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).singleElement().satisfies(figure -> {
            assertThat(figure.text()).isEqualTo(text);
            assertThat(figure.kind()).isEqualTo(Kind.RATIO);
            assertThat(figure.value())
                    .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.75"));
            assertThat(figure.about()).contains(about);
        });
    }

    @Test
    void aMonthBeforeIsWhatAChangeIsCountedFrom() {
        String text = "4月の運賃指数は118点で前月から2％下がった。";
        AnnotationInput input = new AnnotationInput(
                text, List.of(), Optional.of("ja"), Optional.of(LocalDate.of(2023, 5, 20)), Optional.empty());

        assertThat(FIGURES.find(input, DATES.find(input)))
                .filteredOn(figure -> figure.unit().equals(Optional.of("%")))
                .singleElement()
                .satisfies(figure -> assertThat(figure.period())
                        .hasValueSatisfying(period -> assertThat(period.from()).isEqualTo(LocalDate.of(2023, 4, 1))));
    }

    @Test
    void aNumberThatACountIsComparedWithCountsTheSame() {
        assertThat(find("They will hire 1,200 pilots, compared to 950 this year."))
                .extracting(figure -> figure.text() + "|" + figure.unit().orElse("") + "|"
                        + figure.baseline().map(BigDecimal::toPlainString).orElse(""))
                .containsExactly("1,200 pilots|pilot|950", "950|pilot|");
    }

    @Test
    void theSizeOfAChangeMayStandBetweenItsTwoLevels() {
        assertThat(find("Sales were $6.6 million, up 13 % from $5.8 million."))
                .filteredOn(figure -> figure.text().equals("$6.6 million"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.baseline())
                        .hasValueSatisfying(base -> assertThat(base).isEqualByComparingTo("5800000")));
    }

    @Test
    void aSignedShareIsComparedWithTheOneBefore() {
        String text = "En avril 2023, les prix augmentent de 0,9 %, après +1,2 % en mars 2023.";
        AnnotationInput input =
                new AnnotationInput(text, List.of(), Optional.of("fr"), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, DATES.find(input)).get(0).period())
                .hasValueSatisfying(period -> assertThat(period.from()).isEqualTo(LocalDate.of(2023, 4, 1)));
    }

    @Test
    void theNameOfAModelIsNoFigure() {
        assertThat(find("It said that its 60200 pump is safe.")).isEmpty();
    }

    @Test
    void onlyOneThatIsCountedIsAFigure() {
        assertThat(find("Some said that the port was safe, with one even talking of victory."))
                .isEmpty();
    }

    private static List<Figure> find(String text) {
        AnnotationInput input = new AnnotationInput(
                text, List.of(), Optional.of("en"), Optional.of(LocalDate.of(2023, 5, 4)), Optional.empty());
        List<DateMention> dates = DATES.find(input);
        return FIGURES.find(input, dates);
    }
}
