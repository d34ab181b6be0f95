package io.communique.enrich.text.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Figure;
import io.communique.contract.release.Figure.Direction;
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

/** What the figures of a sentence measure, and when, as statistics offices write; each row asks for one figure by its text. */
final class MeasuredTest {
    private static final RuleFigureFinder FIGURES = new RuleFigureFinder();
    private static final WrittenDateFinder DATES = new WrittenDateFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Catches of cod, a third of all landings, fell by 8 %.                         | 8 %         | Catches of cod
                    Sales to Peru, which account for 17 % of the total, rose by 2 %.              | 17 %        | Sales to Peru
                    Sales to Peru, which account for 17 % of the total, rose by 2 %.              | 2 %         | Sales to Peru
                    The loan, worth $40 million, was signed on Monday.                            | $40 million | loan
                    Prices, however, rose by 3 %.                                                 | 3 %         | Prices
                    The pier is 1.2 km long and cost $9 million.                                  | 1.2 km      | pier
                    The pier is 1.2 km long and cost $9 million.                                  | $9 million  | pier
                    Landings reached $5 million and aid $2 million.                               | $2 million  | aid
                    Fish exports grew 4 % while timber 6 %.                                       | 6 %         | timber
                    The rate was 7 % for boats and for ships 9 %.                                 | 9 %         | ships
                    Income from harbours accounted for 6 % of revenue.                            | 6 %         | Income from harbours
                    Sales rose 3 % in March to reach $9 million.                                  | $9 million  | Sales
                    Fees fell from $5 million in 2021 to $4 million in 2022.                      | $4 million  | Fees
                    Shares: makers, 34 %; growers, 11 %; and the fishers, 3 %.                    | 34 %        | makers
                    Shares: makers, 34 %; growers, 11 %; and the fishers, 3 %.                    | 11 %        | growers
                    Shares: makers, 34 %; growers, 11 %; and the fishers, 3 %.                    | 3 %         | fishers
                    The fee for filing the papers is $200.                                        | $200        | fee for filing the papers
                    The fleet shrank by 12 boats.                                                 | 12 boats    | fleet
                    Norway represents 6 % of trade.                                               | 6 %         | Norway
                    The toll from the storm rose to 31.                                           | 31          | toll from the storm
                    Aid promised to Peru reached $3 million.                                      | $3 million  | Aid promised to Peru
                    Landings reached $2 billion, an increase of 5 % from 2021.                    | 5 %         | Landings
                    Fees must fall by 2 % as of 2025, 20 % as of 2035 and 80 % by 2050.           | 20 %        | Fees
                    Fees must fall by 2 % as of 2025, 20 % as of 2035 and 80 % by 2050.           | 80 %        | Fees
                    Aid pledged to Peru reached $3 million.                                       | $3 million  | Aid pledged to Peru
                    The survival rate among chicks under five is 60 %.                            | 60 %        | survival rate among chicks under five
                    Two piers were repaired at a cost of $8 million.                              | $8 million  | cost
                    They seized fins with a market value of $4 million.                           | $4 million  | market value
                    Fares will go up by an average of 5 %.                                        | 5 %         | Fares
                    The plan earmarks $6 million for harbours.                                    | $6 million  | harbours
                    The budget allocates $6 million to harbours.                                  | $6 million  | harbours
                    The office revised its forecast for cod from 4 % to 5 %.                      | 5 %         | forecast for cod
                    The fee is $35 for ships.                                                     | $35         | fee
                    Wages rose by 6 %, outpacing inflation of 2 %.                                | 2 %         | inflation
                    The index of catches stood at 101.3 in April.                                 | 101.3       | index of catches
                    The index was 101.3 in April, compared with 99.8 in March.                    | 99.8        | index
                    Catches of cod fell by 8 % and those of herring by 9 %.                       | 9 %         | Catches of herring
                    The share of trawlers rose to 40 % and that of small boats to 18 %.           | 18 %        | share of small boats
                    Landings rose by 5 % and fees by 3 %.                                         | 3 %         | fees
                    Landings rose by 5 % and fees fell by 3 %.                                    | 3 %         | fees
                    The plan cuts turnaround times from 90 to 40 minutes.                         | 40 minutes  | turnaround times
                    The canal shortens the voyage by 3 days to 11 days.                           | 3 days      | voyage
                    The canal shortens the voyage by 3 days to 11 days.                           | 11 days     | voyage
                    The mean age of the boats is 31 years.                                        | 31 years    | mean age of the boats
                    The wait fell to 3 days.                                                      | 3 days      | wait
                    The loan has a grace period of 4 years.                                       | 4 years     | grace period
                    Crews had 30 hours of training.                                               | 30 hours    | training
                    The course can raise catch rates by 25 % to 60 %.                             | 25 % to 60 % | catch rates
                    The plan has a four-year ban on nets.                                         | four-year   | ban
                    Pilots need two years of relevant experience.                                 | two years   | relevant experience
                    The board kept its base rate at 4 %.                                          | 4 %         | base rate
                    The board left the landing fee unchanged at $9.                               | $9          | landing fee
                    Guards seized 3 tonnes of tea worth $40 million.                              | 3 tonnes    | tea
                    The refund is worth up to $400 for boats costing less than $9,000.            | $400        | refund
                    The refund is worth up to $400 for boats costing less than $9,000.            | $9,000      | boats
                    The wage will go up to $17 per hour, an increase of 40 cents.                 | 40 cents    | wage
                    One in six boats is leased.                                                   | One in six boats | boats
                    The yard's profit before tax dropped by a quarter to NOK 3.2bn.               | a quarter   | yard's profit before tax
                    The yard's profit before tax dropped by a quarter to NOK 3.2bn.               | NOK 3.2bn   | yard's profit before tax
                    The 42-kilometre canal links the lake with the sea.                           | 42-kilometre | canal
                    The port handled 900 calls, 9 % more than in 2022.                            | 9 %         | calls
                    The state will spend $3 billion a year on dykes.                              | $3 billion a year | dykes
                    The fund sets aside $3 million for each island.                               | $3 million  | island
                    There were 12 % fewer landings than a year ago.                               | 12 %        | landings
                    They paid $2 billion for dykes, $300 million more than last year.             | $300 million | dykes
                    The school trained 45,000 pilots, of whom 62 % are women.                     | 62 %        | pilots
                    Some 4.2 million pilots replied, 96 % of them online.                         | 96 %        | pilots
                    Some 68 % of pilots agreed, against 61 % in 2022.                              | 61 %        | pilots
                    Tolls for vans and coaches fell 4.1 %.                                        | 4.1 %       | Tolls for vans and coaches
                    Landings and departures rose 5 %.                                             | 5 %         | Landings and departures
                    Sailings to Oslo fell 7 %, while those to Cork rose 6 %.                      | 7 %         | Sailings to Oslo
                    Absence among pilots aged 55 to 64 stood at 13.8 %.                           | 13.8 %      | Absence among pilots
                    The fare for those aged 65 and over will fall by 9 %.                         | 9 %         | fare
                    Landings rose 0.3 %, following growth of 0.1 % in May.                        | 0.1 %       | Landings
                    The wage goes from 12.41 to 12.82 euros.                                      | 12.82 euros | wage
                    The yard had sales of over $140 million in the Tiskel Alps.                   | $140 million | sales
                    The levy edged down to 6.3 % from 6.4 %.                                      | 6.3 %       | levy
                    The landing age will gradually rise from 65 to 67.                            | 67          | landing age
                    The number of boats fell by 400 (or 3.2 %) from 2021 and now stands at 9,000. | 9,000       | number of boats
                    Of this, $30 million is earmarked for harbour schools.                        | $30 million | harbour schools
                    Per capita income rose to $7,680.                                             | $7,680      | Per capita income
                    A 1 % rise in rates adds about $4 million to costs.                           | 1 %         | rates
                    Output was up 6 tonnes or 2 % on last season.                                 | 2 %         | Output
                    The Harbour Price Index (HPI) rose by 3.6 %.                                  | 3.6 %       | Harbour Price Index
                    Fees fell by 2 % and the levy changed little at 4.4 %.                        | 4.4 %       | levy
                    Sales were little changed at $9 million.                                      | $9 million  | Sales
                    They had 12 lakh boats, a four-fold increase since 2015.                      | four-fold   | boats
                    The board gave a 6.8 % pay rise to all.                                       | 6.8 %       | pay
                    The fleet grew, bringing total capacity to 53 GW.                             | 53 GW       | total capacity
                    Traffic was up by nearly a quarter on 2021, reaching 7.9 million.             | a quarter   | Traffic
                    Traffic was up by nearly a quarter on 2021, reaching 7.9 million.             | 7.9 million | Traffic
                    The catch grew by 2.4 %, extending the 1.7 % growth in the spring.            | 1.7 %       | catch
                    Landings were 204,000, two-thirds lower than a year earlier (649,000).        | 649,000     | Landings
                    The port uses 12 % less water than in 2022.                                   | 12 %        | water
                    They will hire 500 more pilots.                                               | 500 more pilots | pilots
                    A quake of magnitude 6.1 hit the coast.                                       | 6.1         | quake
                    A 6.2-magnitude quake struck the coast.                                       | 6.2-magnitude | quake
                    Catches were twice as high as in 2021.                                        | twice       | Catches
                    The council said 7 of the 12 piers are closed.                                | 7           | piers
                    """)
    void isNamedWhateverStandsBetween(String sentence, String figure, String about) {
        assertThat(find(sentence, figure).about()).contains(about);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The rate will fall by 2 %, releasing $3 million.                              | $3 million
                    It can grow to 10 metres tall.                                                | 10 metres
                    They leave within 3 days of landing.                                          | 3 days
                    They were built over the course of 3 years.                                   | 3 years
                    The crew was over the age of 21.                                              | 21
                    """)
    void isLeftOutWhereItIsNotPlain(String sentence, String figure) {
        assertThat(find(sentence, figure).about()).isEmpty();
    }

    @Test
    void anArticleBehindASumBeginsSomethingElse() {
        assertThat(find("de", "Die Stadt war mit 5 Millionen Euro der größte Geber.", "5 Millionen Euro")
                        .about())
                .contains("Stadt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The report (PDF, 308KB, 25 pages) is out.",
                "Prices of cod (MS Excel Spreadsheet, 1.13MB)",
                "ODS, 12.5KB"
            })
    void theSizeOfAFileIsNone(String line) {
        AnnotationInput input =
                new AnnotationInput(line, List.of(), Optional.of("en"), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Three boats sank and 14 drifted.                                              | 14    | 14 | boat       |
                    Of 90 permits, 70 were given and 20 refused.                                  | 20    | 20 | permit     |
                    They recorded 520 complaints, 31 fewer than in 2022.                          | 31    | 31 | complaint  | DECREASE
                    They approved 12 permits, three more than in 2022.                            | three | 3  | permit     | INCREASE
                    The dock has 60 berths, including 14 for ferries.                             | 14    | 14 | berth      |
                    Seven of the nine boats returned.                                             | Seven | 7  | boat       |
                    Seven of the nine boats returned.                                             | nine boats | 9 | boat    |
                    Ten of 14 boats returned.                                                     | Ten   | 10 | boat       |
                    """)
    void aNumberThatLeavesItsNounOutIsOfTheOneBefore(
            String sentence, String figure, int value, String unit, Direction change) {
        assertThat(find(sentence, figure)).satisfies(found -> {
            assertThat(found.value().orElseThrow()).isEqualByComparingTo(String.valueOf(value));
            assertThat(found.unit()).contains(unit);
            assertThat(found.about()).contains(unit + "s");
            assertThat(found.change()).isEqualTo(Optional.ofNullable(change));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Catches were 9 % below last year.                                             | 9 %  | DECREASE
                    Catches were 9 % above last year.                                             | 9 %  | INCREASE
                    Catches rose by 1 % in March and 2 % in April.                                | 2 %  | INCREASE
                    Fees must fall by 2 % as of 2025, 20 % as of 2035 and 80 % by 2050.           | 80 % | DECREASE
                    Landings were 5 %, compared with 3 % growth in 2022.                          | 3 %  | INCREASE
                    There were 12 % fewer landings than a year ago.                               | 12 % | DECREASE
                    The deficit widened by nearly half to $9 billion.                             | half  | INCREASE
                    Output was up 6 tonnes or 2 % on last season.                                 | 2 %   | INCREASE
                    The catch grew at an annual rate of 5.1 %.                                    | 5.1 % | INCREASE
                    Landings were two-thirds lower than in 2021.                                  | two-thirds | DECREASE
                    They had 12 lakh boats, a four-fold increase since 2015.                      | four-fold | INCREASE
                    The port got 12 % more complaints in 2022 than in 2021.                       | 12 % | INCREASE
                    The bond yields 5.75 % less fees.                                             | 5.75 % |
                    The pump is 12 % less efficient than the old one.                             | 12 % |
                    Catches slumped by 7 %.                                                       | 7 %  | DECREASE
                    Fees will go up by an average of 5 %.                                         | 5 %  | INCREASE
                    Catches were 9 % above the average.                                           | 9 %  |
                    """)
    void aChangeHasItsDirection(String sentence, String figure, Direction change) {
        assertThat(find(sentence, figure).change()).isEqualTo(Optional.ofNullable(change));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Between 2010 and 2020, the share of boats rose from 10 % to 24 %.             | 10 % | 2010-01-01 | 2010-12-31
                    Between 2010 and 2020, the share of boats rose from 10 % to 24 %.             | 24 % | 2020-01-01 | 2020-12-31
                    Fees fell from $5 to $3 between May and July 2022.                            | $5   | 2022-05-01 | 2022-05-31
                    Fees fell from $5 to $3 between May and July 2022.                            | $3   | 2022-07-01 | 2022-07-31
                    Fees will rise by 4 % from 1 July.                                            | 4 %  | 2023-07-01 | 2023-07-01
                    Fees fell in May 2022 by 4 %, after they had risen in April 2022.             | 4 %  | 2022-05-01 | 2022-05-31
                    From 1 July fees will rise by 4 %.                                            | 4 %  | 2023-07-01 | 2023-07-01
                    Gains were $5, compared with losses of $2 in the same month of 2022.          | $2   | 2022-01-01 | 2022-12-31
                    Landings fell from 71 % to 66 % over the past two years.                      | 66 % | 2021-05-05 | 2023-05-04
                    The storm on 3 May 2022 killed 40 people.                                     | 40 people | 2022-05-03 | 2022-05-03
                    The port had 24 ferries in 2022, a 15 % jump from 21 in 2021, and 9 yards.    | 15 % | 2022-01-01 | 2022-12-31
                    The port had 24 ferries in 2022, a 15 % jump from 21 in 2021, and 9 yards.    | 21   | 2021-01-01 | 2021-12-31
                    The port had 24 ferries in 2022, a 15 % jump from 21 in 2021, and 9 yards.    | 9 yards | 2022-01-01 | 2022-12-31
                    """)
    void eachEndOfAChangeHasItsOwnPeriod(String sentence, String figure, LocalDate from, LocalDate to) {
        assertThat(find(sentence, figure).period()).hasValueSatisfying(period -> {
            assertThat(period.from()).isEqualTo(from);
            assertThat(period.to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    From January to March 2023, landings were 6 % higher than in the same period of 2022. | 6 %  | 2022-01-01 | 2022-03-31
                    In February 2023, fees were 4 % lower than in the same month of 2020.                 | 4 %  | 2020-02-01 | 2020-02-29
                    In 2023, fees were 4 % lower than in 2020.                                            | 4 %  | 2020-01-01 | 2020-12-31
                    Losses were 90 in the year ending June 2022, a third lower than a year earlier.       | a third | 2020-07-01 | 2021-06-30
                    The port had 24 ferries in 2022, a 15 % jump from 21 in 2021.                         | 15 % | 2021-01-01 | 2021-12-31
                    """)
    void theSamePeriodOfAnotherYearIsAsLong(String sentence, String figure, LocalDate from, LocalDate to) {
        assertThat(find(sentence, figure).comparedWith()).hasValueSatisfying(period -> {
            assertThat(period.from()).isEqualTo(from);
            assertThat(period.to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The yard has built 12 ferries since its opening in 2019.                      | 12 ferries
                    The yard has built 12 ferries since it opened in 2019.                        | 12 ferries
                    Under the treaty signed in Bergen on 3 May 2022, Norway will receive $5.      | $5
                    The law adopted on 3 May 2022 sets aside $5 for ports.                        | $5
                    """)
    void theDayOfWhatAFigureRestsOnIsNoPeriod(String sentence, String figure) {
        assertThat(find(sentence, figure).period()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spending will reach 2 % by 2028, up from 1 %.", "Spending reached 2 % in 2022 from 1 %."})
    void whatALevelCameFromWasBefore(String sentence) {
        assertThat(find(sentence, "1 %").period()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In the first nine months, landings grew.",
                "She scored twice as Norway won.",
                "The board met over the first three weeks."
            })
    void someNumbersMeasureNothing(String sentence) {
        AnnotationInput input =
                new AnnotationInput(sentence, List.of(), Optional.of("en"), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The toll rose to R25.           | ZA | R25          | ZAR
                    The fine is N50,000.            | NG | N50,000      | NGN
                    The pier cost KSh 2.4 billion.  |    | KSh 2.4 billion | KES
                    The pier cost Kč 900 million.   |    | Kč 900 million  | CZK
                    """)
    void signsOfOneCountryAreReadThere(String sentence, String country, String text, String currency) {
        AnnotationInput input = new AnnotationInput(
                sentence, List.of(), Optional.of("en"), Optional.empty(), Optional.ofNullable(country));

        assertThat(FIGURES.find(input, List.of()))
                .filteredOn(figure -> figure.text().equals(text))
                .singleElement()
                .satisfies(figure -> assertThat(figure.unit()).contains(currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The road R25 is closed.", "Route N50 is closed."})
    void elsewhereTheyAreNone(String sentence) {
        AnnotationInput input =
                new AnnotationInput(sentence, List.of(), Optional.of("en"), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Landings were $9 million, a 12 % increase over 2021.                          | 12 % | 2021-01-01
                    Prices will rise by 3 % from 2021 levels.                                     | 3 %  | 2021-01-01
                    Catches were 9 % below 2021.                                                  | 9 %  | 2021-01-01
                    """)
    void whatAChangeIsCountedFromIsRead(String sentence, String figure, LocalDate from) {
        assertThat(find(sentence, figure).comparedWith())
                .hasValueSatisfying(period -> assertThat(period.from()).isEqualTo(from));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Die Fangquote stieg von 12 auf 15 Prozent.                          | 15 Prozent   | Fangquote         | 12
                    de | Die Wartezeit verkürzt sich von 12 auf 8 Wochen.                    | 8 Wochen     | Wartezeit         | 12
                    de | Die Fangquote stieg von 12 Prozent auf 15 Prozent.                  | 15 Prozent   | Fangquote         | 12
                    de | Der Hafenlohn steigt zum 1. Mai 2024 von 12,4 Euro auf 12,8 Euro.   | 12,8 Euro    | Hafenlohn         | 12.4
                    de | Die Fänge sanken von 5 Tonnen im Jahr 2021 auf 4 Tonnen im Jahr 2022. | 4 Tonnen   | Fänge             | 5
                    fr | Le taux de capture est passé de 12 % à 15 % entre 2010 et 2020.     | 15 %         | taux de capture   | 12
                    es | La tasa de captura pasó del 12 % al 15 % entre 2010 y 2020.         | 15 %         | tasa de captura   | 12
                    """)
    void whatALevelCameFromIsReadInOtherLanguagesToo(
            String language, String sentence, String text, String about, String baseline) {
        assertThat(find(language, sentence, text)).satisfies(figure -> {
            assertThat(figure.about()).contains(about);
            assertThat(figure.baseline().orElseThrow()).isEqualByComparingTo(baseline);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ko | 정부는 예산을 올해보다 2.8% 늘어난 3조 원으로 편성했다.  | 3조 원     | 예산        |      |
                    ko | 참치 수출은 5% 감소한 62억 달러였다.                     | 62억 달러  | 참치 수출   |      |
                    ko | 군은 사업비 30억 원을 들여 부두를 고쳤다.                | 30억 원    | 사업비      |      |
                    ko | 실업률은 3.2%로 지난해 같은 기간보다 0.1%p 하락했다.     | 0.1%p      | 실업률      |      | DECREASE
                    ko | 정박료를 9,000원에서 9,500원으로 인상한다.               | 9,500원    | 정박료      | 9000 |
                    ko | 관광객은 150만 명으로 늘었다.                            | 150만 명   | 관광객      |      |
                    ko | 시는 시민을 위해 100억 원을 투입한다.                    | 100억 원   |             |      |
                    ko | 시는 부두 보수에 50억 원을 투입한다.                     | 50억 원    | 부두 보수   |      |
                    ko | 어민 수당은 시간당 9,860원으로 오른다.                   | 9,860원    | 어민 수당   |      |
                    ko | 입항 선박은 작년의 두 배로 늘었다.                       | 두 배      | 입항 선박   |      | INCREASE
                    ko | 방문객은 150만 명을 기록했다.                            | 150만 명   | 방문객      |      |
                    ja | 市は港の耐震化に50億円を投じる。                         | 50億円     | 耐震化      |      |
                    ja | 今年は10日間の連休となる。                               | 10日間     |             |      |
                    ja | 来場者数は300万人となった。                              | 300万人    | 来場者数    |      |
                    ja | 予算は前年度より5%多い。                                 | 5%         | 予算        |      | INCREASE
                    ja | 料金を500円から600円に引き上げる。                       | 600円      | 料金        | 500  |
                    ja | 漁業収支は23億円の赤字だった。                           | 23億円     | 漁業収支    |      |
                    ja | 予算は7兆円で、昨年の6兆円を上回る。                     | 6兆円      | 予算        |      |
                    ja | 昨年より3％増えた4月の漁獲量は9万トンだった。            | 3％        | 漁獲量      |      | INCREASE
                    ja | 漁民の約3割が賛成した。                                  | 3割        | 漁民        |      |
                    ko | 지난해보다 12% 늘어난 어획량은 계속 는다.                | 12%        | 어획량      |      | INCREASE
                    ko | 어민의 약 73%가 찬성했다.                                | 73%        | 어민        |      |
                    ko | 어획량은 2019년 같은 기간의 109%이다.                    | 109%       | 어획량      |      |
                    ko | 운임은 7원 오른 달러당 1,472원이다.                      | 1,472원    | 운임        |      |
                    ja | 生産額は影響を除いた実質で3％減った。                    | 3％        | 生産額      |      | DECREASE
                    ja | 町は1隻当たり1万円分の燃料を配る。                       | 1万円      | 燃料        |      |
                    ja | 利用者は延べ120万人を超えた。                            | 120万人    | 利用者      |      |
                    ja | 警察は現金約2億円を見つけた。                            | 2億円      | 現金        |      |
                    ja | 株価は前日比98円高くなった。                             | 98円       | 株価        |      | INCREASE
                    """)
    void whatIsMeasuredIsFoundWhereWordsCarryParticles(
            String language, String sentence, String text, String about, BigDecimal baseline, Direction change) {
        assertThat(find(language, sentence, text)).satisfies(figure -> {
            assertThat(figure.about()).isEqualTo(Optional.ofNullable(about));
            assertThat(figure.baseline()).isEqualTo(Optional.ofNullable(baseline));
            assertThat(figure.change()).isEqualTo(Optional.ofNullable(change));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ko | 어민 수당은 시간당 9,860원이다.        | 9,860원 | KRW per hour
                    ko | 가구당 25만 원을 지급한다.             | 25만 원 | KRW per 가구
                    ko | 어민 1인당 25만 원을 지급한다.         | 25만 원 | KRW per 인
                    ja | 手当は1時間当たり1,055円となった。     | 1,055円 | JPY per hour
                    ko | 담당 30명이 참석했다.                  | 30명    | 명
                    """)
    void whatANumberIsCountedByMayStandBeforeIt(String language, String sentence, String text, String unit) {
        AnnotationInput input =
                new AnnotationInput(sentence, List.of(), Optional.of(language), Optional.empty(), Optional.empty());

        assertThat(FIGURES.find(input, List.of())).singleElement().satisfies(figure -> {
            assertThat(figure.text()).isEqualTo(text);
            assertThat(figure.unit()).contains(unit);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | Fänge stiegen um 5 Prozent und Preise um 3 Prozent.                 | 3 Prozent  | Preise           | INCREASE
                    fr | Les prix du sel et des filets ont reculé de 4 %.                    | 4 %        | prix du sel et des filets | DECREASE
                    es | Los precios de la sal y las redes subieron un 4 %.                  | 4 %        | precios de la sal y las redes | INCREASE
                    de | In Bergen stieg die Maut um 3 Prozent.                              | 3 Prozent  | Maut             | INCREASE
                    de | Im Mai sank der Fang der Boote um 3 Prozent.                        | 3 Prozent  | Fang der Boote   | DECREASE
                    de | Die Maut stieg der Behörde zufolge um 3 Prozent.                    | 3 Prozent  | Maut             | INCREASE
                    de | Die Fänge in Bergen, dem größten Hafen, sanken um 3 Prozent.        | 3 Prozent  | Fänge in Bergen  | DECREASE
                    de | Die Preise für Netze und Seile stiegen um 3 Prozent.                | 3 Prozent  | Preise für Netze und Seile | INCREASE
                    de | Es wurden 90 Anträge bewilligt, 15 Prozent mehr als im Vorjahr.     | 15 Prozent | Anträge          | INCREASE
                    de | Die Hilfe stieg auf 5 Millionen Euro, ein Plus von 3 Prozent.       | 3 Prozent  | Hilfe            | INCREASE
                    de | Sie gibt 5 Millionen Euro für den Ausbau der Häfen.                 | 5 Millionen Euro | Ausbau der Häfen |
                    de | Drei der sieben Boote sanken.                                       | Drei       | Boote            |
                    fr | Au total, 90 dossiers ont été acceptés, soit 15 % de plus qu'en 2022. | 15 %     | dossiers         | INCREASE
                    fr | Le budget atteint 5 millions d'euros, en hausse de 4 %.             | 4 %        | budget           | INCREASE
                    fr | Le nombre de morts en mer est passé de 3 244 à 3 170.               | 3 170      | nombre de morts en mer |
                    fr | Trois des sept bateaux ont coulé.                                   | Trois      | bateaux          |
                    de | Der Anteil alter Boote am Fang betrug 52 Prozent.                   | 52 Prozent | Anteil alter Boote am Fang |
                    de | Die Gebühr darf höchstens 8 Euro betragen.                          | 8 Euro     | Gebühr           |
                    fr | La redevance ne doit pas dépasser 8 euros.                          | 8 euros    | redevance        |
                    fr | Le déficit s'est réduit de 5,5 % à 4,4 % du PIB.                    | 5,5 %      | déficit          |
                    fr | Le sel (+3,5 %) et le thé (– 0,4 %) changent de prix.               | 0,4 %      | thé              | DECREASE
                    fr | Les ventes ont augmenté (+3,5 %).                                   | 3,5 %      | ventes           | INCREASE
                    fr | La taxe passera de 3 € à 4 € en mai.                                | 3 €        | taxe             |
                    fr | La bourse, de 400 € par mois, sera versée.                          | 400 € par mois | bourse       |
                    fr | Le fonds est doté de 3 M€.                                          | 3 M€       | fonds            |
                    fr | Le timbre augmente de 5 centimes.                                   | 5 centimes | timbre           | INCREASE
                    fr | Une péniche sur cinq est rentrée.                                   | Une péniche sur cinq | péniche |
                    de | Jede dritte Frau angelt.                                            | Jede dritte Frau | Frau       |
                    es | El plan prevé reducir las capturas en un 30 %.                      | 30 %       | capturas         | DECREASE
                    es | El ozono superó los 180 µg/m³.                                      | 180 µg/m³  | ozono            |
                    es | La renta no podrá superar los 8 euros.                              | 8 euros    | renta            |
                    es | El déficit se redujo del 5,5 % al 4,4 % del PIB.                    | 4,4 %      | déficit          |
                    es | Los costes se duplicaron hasta los 40 millones de euros.            | 40 millones de euros | costes |
                    es | Más del 60 % de los barcos están parados.                           | 60 %       | barcos           |
                    es | Se destinarán 3 millones de euros a puertos.                        | 3 millones de euros | puertos |
                    es | Las capturas crecieron un 5 % y las tasas un 3 %.                   | 3 %        | tasas            | INCREASE
                    es | Se aprobaron 90 solicitudes, un 15 % más que en 2022.               | 15 %       | solicitudes      | INCREASE
                    es | La tasa de paro bajó 0,3 puntos hasta el 11,8 %.                    | 0,3 puntos | tasa de paro     | DECREASE
                    es | Diecisiete de los 27 barcos volvieron.                              | Diecisiete | barcos           |
                    de | Es wurden 12 Prozent mehr Fänge gemeldet als 2022.                  | 12 Prozent | Fänge            | INCREASE
                    fr | En 2022, 12 % de captures de moins ont été déclarées.               | 12 %       | captures         | DECREASE
                    es | Se declaró un 12 % menos de capturas que en 2021.                   | 12 %       | capturas         | DECREASE
                    de | Die Zahl der Unfälle nahm im Vergleich zum Vorjahr um 7 Prozent ab. | 7 Prozent  | Zahl der Unfälle | DECREASE
                    de | Der Umsatz legte um 3 Prozent auf 5 Milliarden Euro zu.             | 3 Prozent  | Umsatz           | INCREASE
                    de | Der Umsatz legte um 3 Prozent auf 5 Milliarden Euro zu.             | 5 Milliarden Euro | Umsatz    |
                    de | Die Mittel werden um 20 Millionen Euro aufgestockt.                 | 20 Millionen Euro | Mittel    | INCREASE
                    de | Die Preise werden ab 1. Januar um 12 Prozent angehoben.             | 12 Prozent | Preise           | INCREASE
                    de | Die Preise haben sich im Mai um 2 Prozent gegenüber 2021 erhöht.    | 2 Prozent  | Preise           | INCREASE
                    de | Im Mai gingen die Fänge um 7 Prozent zurück.                        | 7 Prozent  | Fänge            | DECREASE
                    de | Die Inflation schwächte sich auf 2 Prozent ab.                      | 2 Prozent  | Inflation        |
                    de | Die Quote verharrte bei 6 Prozent.                                  | 6 Prozent  | Quote            |
                    de | Mit 43 Prozent lag der Anteil der Boote hoch.                       | 43 Prozent | Anteil der Boote |
                    de | Der Rat zahlt für Häfen Hilfen in Höhe von 5 Millionen Euro.        | 5 Millionen Euro | Hilfen     |
                    fr | La pêche couvre 28 millions d'hectares.                             | 28 millions d'hectares | pêche |
                    fr | Le déficit s'est creusé de 1 milliard d'euros pour atteindre le double. | 1 milliard d'euros | déficit | INCREASE
                    fr | Le nombre de marins est en hausse de 2 % sur le mois et de 5 % sur un an.   | 5 %       | nombre de marins | INCREASE
                    es | El precio del pescado se disparó un 12 %.                           | 12 %       | precio del pescado | INCREASE
                    es | El paro fue del 3 %, una décima superior al de mayo.                | una décima | paro             | INCREASE
                    de | Die Quote ist auf rund 20 Prozent gestiegen.                        | 20 Prozent | Quote            |
                    de | Der Lohn steigt zum 1. Januar auf 13,90 Euro.                       | 13,90 Euro | Lohn             |
                    de | Seit 2015 halbierte sich die Zahl der Unfälle.                      | halbierte  | Zahl der Unfälle | DECREASE
                    de | Die Renten, die monatlich gezahlt werden, steigen um 2 Prozent.     | 2 Prozent  | Renten           | INCREASE
                    fr | Les pensions, qui sont mensuelles, augmenteront de 2 %.             | 2 %        | pensions         | INCREASE
                    es | Las pensiones, que son mensuales, subirán un 2 %.                   | 2 %        | pensiones        | INCREASE
                    fr | La flotte a été multipliée par trois.                               | multipliée par trois | flotte | INCREASE
                    fr | Le nombre d'accidents a été divisé par deux.                        | divisé par deux | nombre d'accidents | DECREASE
                    es | El presupuesto se multiplica por tres.                              | multiplica por tres | presupuesto | INCREASE
                    es | El paro bajó dos décimas en octubre.                                | dos décimas | paro            | DECREASE
                    es | El coste es tres veces mayor que en 2019.                           | tres veces | coste            |
                    fr | Il touche 2 millions de marins, soit 44 000 de plus qu'en 2021.     | 44 000     | marins           | INCREASE
                    fr | Le budget de la flotte augmente de 3 Md€ par rapport à 2025.        | 3 Md€      | budget de la flotte | INCREASE
                    """)
    void otherLanguagesLeaveWordsOutToo(String language, String sentence, String text, String about, Direction change) {
        assertThat(find(language, sentence, text)).satisfies(figure -> {
            assertThat(figure.about()).contains(about);
            assertThat(figure.change()).isEqualTo(Optional.ofNullable(change));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Catches rose from 3 to 5 million tonnes.          | 3   | 3000000
                    en | Catches fell from 5 to 3 million tonnes.          | 5   | 5000000
                    de | Der Umsatz stieg von 3 auf 5 Millionen Euro.      | 3   | 3000000
                    en | The club grew from 800 to 1.2 million members.    | 800 | 800
                    en | The levy rose from 300 to 500 euros.              | 300 | 300
                    """)
    void aScaleIsSaidOnceForBoth(String language, String sentence, String text, BigDecimal value) {
        assertThat(find(language, sentence, text).value())
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
    }

    @Test
    void oneFrenchWordIsFromAndBy() {
        assertThat(find("fr", "Le nombre a augmenté de 12 000 en mai, à 2,7 millions.", "2,7 millions")
                        .baseline())
                .isEmpty();
        assertThat(find("fr", "Le taux est passé de 5,5 % à 4,4 %.", "4,4 %").baseline())
                .contains(new BigDecimal("5.5"));
    }

    private static Figure find(String sentence, String text) {
        return find("en", sentence, text);
    }

    private static Figure find(String language, String sentence, String text) {
        AnnotationInput input = new AnnotationInput(
                sentence, List.of(), Optional.of(language), Optional.of(LocalDate.of(2023, 5, 4)), Optional.empty());
        return FIGURES.find(input, DATES.find(input)).stream()
                .filter(figure -> figure.text().equals(text))
                .reduce((a, b) -> {
                    throw new AssertionError("twice: " + text);
                })
                .orElseThrow(() -> new AssertionError("no figure " + text));
    }
}
