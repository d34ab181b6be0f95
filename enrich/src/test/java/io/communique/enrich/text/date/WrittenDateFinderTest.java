package io.communique.enrich.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Block;
import io.communique.contract.release.DateMention;
import io.communique.enrich.text.AnnotationInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenDateFinderTest {
    private static final WrittenDateFinder FINDER = new WrittenDateFinder();
    /** A Friday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2018, 5, 18);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The port opened on 3 March 2016.                     | 3 March 2016            | 2016-03-03 | 2016-03-03
            It was signed on the 3rd of March, 2016.             | 3rd of March, 2016      | 2016-03-03 | 2016-03-03
            Signed March 3, 2016 in Halden.                      | March 3, 2016           | 2016-03-03 | 2016-03-03
            Signed on Thursday, March 3rd, 2016.                 | Thursday, March 3rd, 2016 | 2016-03-03 | 2016-03-03
            The law of 2016-03-03 applies.                       | 2016-03-03              | 2016-03-03 | 2016-03-03
            It is valid from 13/03/2016.                         | 13/03/2016              | 2016-03-13 | 2016-03-13
            Filed on 12-Mar-2016 by the bureau.                  | 12-Mar-2016             | 2016-03-12 | 2016-03-12
            The treaty of March 2016 was ratified.               | March 2016              | 2016-03-01 | 2016-03-31
            Work began in Feb. 2016.                             | Feb. 2016               | 2016-02-01 | 2016-02-29
            The harbour was dug in 1874.                         | 1874                    | 1874-01-01 | 1874-12-31
            The 2016 census counted 4 million.                   | 2016                    | 2016-01-01 | 2016-12-31
            The abbey was founded in AD 842.                     | AD 842                  | 0842-01-01 | 0842-12-31
            """)
    void aWholeDateStandsByItself(String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text), words, from, to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The season 2015/16 was wet.", "In 2015/16 it was wet."})
    void aSeasonOverTwoYearsIsOneDate(String text) {
        assertThat(find(text)).singleElement().satisfies(season -> {
            assertThat(season.from()).isEqualTo(LocalDate.of(2015, 1, 1));
            assertThat(season.to()).isEqualTo(LocalDate.of(2016, 12, 31));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Exports rose in Q3 2017.                             | Q3 2017                 | 2017-07-01 | 2017-09-30
            Exports rose in 2017 Q3.                             | 2017 Q3                 | 2017-07-01 | 2017-09-30
            Exports rose in 3Q17.                                | 3Q17                    | 2017-07-01 | 2017-09-30
            Exports rose in Q3'17.                               | Q3'17                   | 2017-07-01 | 2017-09-30
            Exports rose in 2H17, as said.                       | 2H17                    | 2017-07-01 | 2017-12-31
            Exports rose in the third quarter of 2017.           | third quarter of 2017   | 2017-07-01 | 2017-09-30
            The 4th quarter of last year was weak.               | 4th quarter of last year | 2017-10-01 | 2017-12-31
            Output fell in the first half of 2017.               | first half of 2017      | 2017-01-01 | 2017-06-30
            H2 2017 brought a loss.                              | H2 2017                 | 2017-07-01 | 2017-12-31
            Next year's first quarter will bring more.           | Next year's first quarter | 2019-01-01 | 2019-03-31
            The budget for FY2017 was spent.                     | FY2017                  | 2017-01-01 | 2017-12-31
            The budget for fiscal 2017 was spent.                | fiscal 2017             | 2017-01-01 | 2017-12-31
            In the summer of 2016 it was dry.                    | summer of 2016          | 2016-06-01 | 2016-08-31
            In the winter of 2016-17 it froze.                   | winter of 2016-17       | 2016-12-01 | 2017-02-28
            The roads of the 1990s are worn.                     | 1990s                   | 1990-01-01 | 1999-12-31
            The roads of the sixties are worn.                   | sixties                 | 1960-01-01 | 1969-12-31
            A 17th-century bridge was mended.                    | 17th-century            | 1600-01-01 | 1699-12-31
            It is the longest of the twentieth century.          | twentieth century       | 1900-01-01 | 1999-12-31
            The tunnel opens in early May.                       | early May               | 2018-05-01 | 2018-05-10
            The tunnel opened in mid-April.                      | mid-April               | 2018-04-11 | 2018-04-20
            The tunnel opened in late 2017.                      | late 2017               | 2017-09-01 | 2017-12-31
            The first week of July 2017 was warm.                | first week of July 2017 | 2017-07-03 | 2017-07-09
            The first half of July 2017 was warm.                | first half of July 2017 | 2017-07-01 | 2017-07-15
            The second half of February 2017 was warm.           | second half of February 2017 | 2017-02-16 | 2017-02-28
            They meet on the last Monday of June 2018.           | the last Monday of June 2018 | 2018-06-25 | 2018-06-25
            """)
    void aPartOfAYearHasItsDays(String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text), words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The fair runs from 3 to 5 May.                       | 3 to 5 May              | 2018-05-03 | 2018-05-05
            The fair of May 3-5, 2017, was full.                 | May 3-5, 2017           | 2017-05-03 | 2017-05-05
            The fair of 5 – 6 September 2017 was full.           | 5 – 6 September 2017    | 2017-09-05 | 2017-09-06
            From 28 April to 3 May 2017 the road was shut.       | 28 April to 3 May 2017  | 2017-04-28 | 2017-05-03
            Trade doubled between 2011 and 2017.                 | 2011 and 2017           | 2011-01-01 | 2017-12-31
            Trade doubled in 2011-2017.                          | 2011-2017               | 2011-01-01 | 2017-12-31
            The season 2016-17 was short.                        | 2016-17                 | 2016-01-01 | 2017-12-31
            Rain fell from March to August 2016.                 | March to August 2016    | 2016-03-01 | 2016-08-31
            Rain fell from November to February 2017.            | November to February 2017 | 2016-11-01 | 2017-02-28
            From the 17th to the 19th century it grew.           | 17th to the 19th century | 1600-01-01 | 1899-12-31
            """)
    void aRangeRunsFromTheOneToTheOther(String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text), words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Trade grew 3 % in the third quarter, against 2 % in the second quarter. | second quarter | 2017-04-01 | 2017-06-30
            Trade grew in the fourth quarter and in the first quarter.              | first quarter  | 2018-01-01 | 2018-03-31
            Trade grew in January from December.                                    | December       | 2017-12-01 | 2017-12-31
            """)
    void whatAPartOfAYearIsMeasuredAgainstWasBeforeIt(String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text), words, from, to);
    }

    @Test
    void everyDayOfAListIsOfTheMonthBehindTheLast() {
        assertThat(find("The envoys met on 3, 7 and 12 May; in 2017 on 3 and 4 June 2017."))
                .extracting(DateMention::from)
                .contains(
                        LocalDate.of(2018, 5, 3),
                        LocalDate.of(2018, 5, 7),
                        LocalDate.of(2018, 5, 12),
                        LocalDate.of(2017, 6, 3),
                        LocalDate.of(2017, 6, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They met on 3 May 2018 (Thursday).",
                "They met on May 3 (Thursday).",
                "They met on 3 May (Thursday) in Halden.",
                "They met on 3 May, a Thursday."
            })
    void theWeekdayOfADateIsNoOtherDate(String text) {
        assertThat(find(text)).singleElement().satisfies(date -> {
            assertThat(date.from()).isEqualTo(LocalDate.of(2018, 5, 3));
            assertThat(date.to()).isEqualTo(LocalDate.of(2018, 5, 3));
        });
    }

    @Test
    void theEndsOfARangeFollowIt() {
        List<DateMention> dates = find("Trade doubled between 2011 and March 2017.");

        assertThat(dates).extracting(DateMention::text).containsExactly("2011 and March 2017", "2011", "March 2017");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The envoys met yesterday.                            | yesterday               | 2018-05-17 | 2018-05-17
            The bill passes today.                               | today                   | 2018-05-18 | 2018-05-18
            The day after tomorrow they will part.               | The day after tomorrow  | 2018-05-20 | 2018-05-20
            The envoys met last week.                            | last week               | 2018-05-07 | 2018-05-13
            The envoys meet this week.                           | this week               | 2018-05-14 | 2018-05-20
            The envoys will meet next month.                     | next month              | 2018-06-01 | 2018-06-30
            The envoys met last Tuesday.                         | last Tuesday            | 2018-05-15 | 2018-05-15
            The envoys met on Monday.                            | Monday                  | 2018-05-14 | 2018-05-14
            The envoys will meet on Monday.                      | Monday                  | 2018-05-21 | 2018-05-21
            The envoys will meet next week on Tuesday.           | next week on Tuesday    | 2018-05-22 | 2018-05-22
            Over the past five years trade doubled.              | the past five years     | 2013-05-19 | 2018-05-18
            Over the next three years roads will be built.       | the next three years    | 2018-05-19 | 2021-05-18
            The mine shut two years ago.                         | two years ago           | 2016-01-01 | 2016-12-31
            The mine shut ten days ago.                          | ten days ago            | 2018-05-08 | 2018-05-08
            The mine will open in three weeks.                   | in three weeks          | 2018-06-08 | 2018-06-08
            Last summer the mine was shut.                       | Last summer             | 2017-06-01 | 2017-08-31
            Exports of the year to date are up.                  | year to date            | 2018-01-01 | 2018-05-18
            More will follow later this year.                    | later this year         | 2018-05-18 | 2018-12-31
            From Wednesday to Friday the mine is shut.           | Wednesday to Friday     | 2018-05-16 | 2018-05-18
            From Friday to Monday the mine is shut.              | Friday to Monday        | 2018-05-18 | 2018-05-21
            In the 12 months to the end of April sales fell.     | 12 months to the end of April | 2017-05-01 | 2018-04-30
            In the three months to end-March sales fell.         | three months to end-March | 2018-01-01 | 2018-03-31
            Debt stood at $5 at end-March.                       | March                   | 2018-03-01 | 2018-03-31
            On 3 May they met; on the 5th they left.             | the 5th                 | 2018-05-05 | 2018-05-05
            """)
    void whatCountsFromThePublicationIsCountedFromIt(String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text), words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In 2015 they met twice, in March and in July.        | July                    | 2015-07-01 | 2015-07-31
            Trade fell in 2015. In July it rose.                 | July                    | 2015-07-01 | 2015-07-31
            Trade rose in 2015 from the year before.             | the year before         | 2014-01-01 | 2014-12-31
            Trade rose in 2015. The following year it fell.      | The following year      | 2016-01-01 | 2016-12-31
            Trade rose in 2015. Two years later it fell.         | Two years later         | 2017-01-01 | 2017-12-31
            Trade rose in 2015; tourism fell in the same year.   | the same year           | 2015-01-01 | 2015-12-31
            It was founded in 2015. Later that year it moved.    | that year               | 2015-01-01 | 2015-12-31
            It was founded in May 2015. A month later it moved.  | A month later           | 2015-06-01 | 2015-06-30
            It rose in 2015; in May of the same year it fell.    | May of the same year    | 2015-05-01 | 2015-05-31
            In May, June and July 2015 it rained.                | May                     | 2015-05-01 | 2015-05-31
            The treaty dates from 2015. Talks are slated for June 12. | June 12            | 2018-06-12 | 2018-06-12
            The treaty dates from 2015. They met on May 17.      | May 17                  | 2018-05-17 | 2018-05-17
            Places for the May 24 workshop were taken.           | May 24                  | 2018-05-24 | 2018-05-24
            He will travel from Sunday to Tuesday.               | Tuesday                 | 2018-05-22 | 2018-05-22
            The school year 2016/17 was short.                   | 2016/17                 | 2016-01-01 | 2017-12-31
            They met on December 28.                             | December 28             | 2017-12-28 | 2017-12-28
            They will meet on February 3.                        | February 3              | 2019-02-03 | 2019-02-03
            In November exports fell.                            | November                | 2017-11-01 | 2017-11-30
            """)
    void whatHasNoYearTakesThatOfTheNarrative(String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text), words, from, to);
    }

    @Test
    void aParagraphDoesNotInheritTheYearOfTheOneBefore() {
        List<DateMention> dates = find("Exports fell in 2015.\n\nOn April 27 the ministers met.");

        assertFound(dates, "April 27", LocalDate.of(2018, 4, 27), LocalDate.of(2018, 4, 27));
    }

    @Test
    void aListGoesOnWithTheYearOfItsIntroduction() {
        List<DateMention> dates = find("The meetings in 2015 were:\n\nthe talks in March\n");

        assertFound(dates, "March", LocalDate.of(2015, 3, 1), LocalDate.of(2015, 3, 31));
    }

    @Test
    void aHeadingSaysTheYearOfWhatStandsUnderIt() {
        String text = "Events in 2015\n\nThe bridge opened in March.\n\nThe tunnel opened in July.";
        List<Block> blocks = List.of(
                block(Block.Kind.HEADING, 0, 14),
                block(Block.Kind.PARAGRAPH, 16, 43),
                block(Block.Kind.PARAGRAPH, 45, 71));

        List<DateMention> dates = FINDER.find(
                new AnnotationInput(text, blocks, Optional.of("en"), Optional.of(PUBLISHED), Optional.empty()));

        assertFound(dates, "March", LocalDate.of(2015, 3, 1), LocalDate.of(2015, 3, 31));
        assertFound(dates, "July", LocalDate.of(2015, 7, 1), LocalDate.of(2015, 7, 31));
    }

    @Test
    void anUndatedTextHasTheYearOfItsOwnDates() {
        List<DateMention> dates =
                undated("They met on May 17. Trade grew in 2014. The games were held in February 2016.");

        assertFound(dates, "May 17", LocalDate.of(2016, 5, 17), LocalDate.of(2016, 5, 17));
    }

    @Test
    void anUndatedTextWithoutAYearHasNoDates() {
        assertThat(undated("They met on May 17, on Friday, and will meet next week and in July."))
                .isEmpty();
    }

    @Test
    void aDatelineIsTheDayThatTheTextSpeaksFrom() {
        List<DateMention> dates = find("Bridge opened\nWednesday, May 16, 2018\nThe bridge opened yesterday.");

        assertFound(dates, "yesterday", LocalDate.of(2018, 5, 15), LocalDate.of(2018, 5, 15));
    }

    @Test
    void aTextAboutThePastCountsFromItsOwnYears() {
        String text =
                "He was born in 1801. In 1820 he moved to Halden. In 1830 he wed. In 1831 a son was born. In 1835 he built a mill.\n\n"
                        + "The mill burnt down on October 3.";

        assertFound(find(text), "October 3", LocalDate.of(1835, 10, 3), LocalDate.of(1835, 10, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US | The budget of fiscal year 2018 was passed.       | 2017-10-01 | 2018-09-30
            JP | The budget of fiscal year 2018 was passed.       | 2018-04-01 | 2019-03-31
            AU | The budget of the financial year 2017-18 passed. | 2017-07-01 | 2018-06-30
            KR | The budget of fiscal year 2018 was passed.       | 2018-01-01 | 2018-12-31
            """)
    void aFiscalYearIsTheCountrysOwnWhereItIsKnown(String country, String text, LocalDate from, LocalDate to) {
        List<DateMention> dates = FINDER.find(
                new AnnotationInput(text, List.of(), Optional.of("en"), Optional.of(PUBLISHED), Optional.of(country)));

        assertThat(dates).singleElement().satisfies(date -> {
            assertThat(date.from()).isEqualTo(from);
            assertThat(date.to()).isEqualTo(to);
        });
    }

    @Test
    void numbersAreReadInTheCountrysOrder() {
        LocalDate american = only("Due on 04/05/2017.", "US").from();
        LocalDate british = only("Due on 04/05/2017.", "GB").from();

        assertThat(american).isEqualTo(LocalDate.of(2017, 4, 5));
        assertThat(british).isEqualTo(LocalDate.of(2017, 5, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister may go, and they may march on.",
                "May I ask who is there?",
                "Minister Clara May said so.",
                "The March for peace was long.",
                "Prices rose for a second time.",
                "The Sun rose over the harbour.",
                "Call 02-2100-2018 or +82 2 2100 2018.",
                "Version 2018.1.3 is out, and so is v2.0.2019.",
                "It costs $2018, USD 2018 or €2,018.50.",
                "Some 2000 people came, and 1950 delegates.",
                "See page 2018 and Section 2017.",
                "Expo 2020 Halden and INNOTECH-2018 were shown.",
                "Vision 2030 and Agenda 2063 go on.",
                "They live at 1900 Harbour View Avenue.",
                "It is the 30th anniversary.",
                "She is aged 20 years and served for two years.",
                "A 5-year plan of six months is odd.",
                "It is open 24/7 and at 10:30 a.m.",
                "On May 35 and February 30, 2018 nothing happened.",
                "They meet every Friday and each Monday.",
                "It was built in 300 BC.",
                "Room 2018-A is closed.",
                "Of 2018.5 metres, 3.5 percent are steep.",
                "The year before the war was quiet.",
                "The first half of the match was dull.",
                "The mine opened two years earlier than planned.",
                "They met on a Thursday.",
                "She lives on the 5th floor.",
                "Good Friday and Easter Monday are holidays."
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ko | 장관은 2018년 5월 17일(목) 항구를 찾았다.           | 2018년 5월 17일(목)   | 2018-05-17 | 2018-05-17
            ko | 지난해 수출이 늘었다.                          | 지난해              | 2017-01-01 | 2017-12-31
            ko | 올해 상반기에 수출이 늘 전망이다.                 | 올해 상반기          | 2018-01-01 | 2018-06-30
            ko | 올해 1~4월 수출이 늘었다.                       | 올해 1~4월           | 2018-01-01 | 2018-04-30
            ko | 2017년 1∼3분기 수출이 늘었다.                    | 2017년 1∼3분기       | 2017-01-01 | 2017-09-30
            ko | 최근(2013~2017년) 화재가 늘었다.                 | 2013~2017년         | 2013-01-01 | 2017-12-31
            ko | 수출은 2~4월에 늘었다.                          | 2~4월               | 2018-02-01 | 2018-04-30
            ja | 2018年1～4月の輸出額は増えた。                    | 2018年1～4月         | 2018-01-01 | 2018-04-30
            ko | 2017년 3분기 수출이 늘었다.                     | 2017년 3분기        | 2017-07-01 | 2017-09-30
            ko | 회의는 17일(목) 열렸다.                        | 17일(목)           | 2018-05-17 | 2018-05-17
            ko | 회의는 5월 3~5일 열렸다.                       | 5월 3~5일          | 2018-05-03 | 2018-05-05
            ko | 2015년에는 5월에 만났고 같은 해 9월에 또 만났다.    | 같은 해 9월          | 2015-09-01 | 2015-09-30
            ko | 최근 5년간 수출이 늘었다.                       | 최근 5년간          | 2013-05-19 | 2018-05-18
            ko | 1990년대 초 항구가 열렸다.                      | 1990년대 초         | 1990-01-01 | 1992-12-31
            ko | 회담이 지난 28일 오슬로에서 열렸다.               | 지난 28일          | 2018-04-28 | 2018-04-28
            ko | 회의는 지난 23~24일 열렸다.                      | 지난 23~24일       | 2018-04-23 | 2018-04-24
            ko | 기간은 오는 12월 15일까지다.                      | 오는 12월 15일      | 2018-12-15 | 2018-12-15
            ko | 법은 지난 3월 5일 나왔다.                        | 지난 3월 5일        | 2018-03-05 | 2018-03-05
            ko | 비가 지난 28일간 왔다.                          | 지난 28일간         | 2018-04-20 | 2018-05-17
            ko | 지난달 수는 작년 같은 달보다 늘었다.                | 작년 같은 달         | 2017-04-01 | 2017-04-30
            ko | 3월 수출은 전년 동월 대비 늘었다.                  | 전년 동월           | 2017-03-01 | 2017-03-31
            ko | 3월 수출은 1년 전보다 늘었다.                     | 1년 전             | 2017-03-01 | 2017-03-31
            ko | 3월 1~20일 수출은 전년 동기 대비 늘었다.            | 전년 동기           | 2017-03-01 | 2017-03-20
            ko | 4월 1일부터 10일까지는 지난해 같은 기간보다 적다.        | 지난해 같은 기간       | 2017-04-01 | 2017-04-10
            ko | 4월 지수는 전월 대비 올랐다.                       | 전월              | 2018-03-01 | 2018-03-31
            ko | 1분기 생산은 전기 대비 늘었다.                      | 전기              | 2017-10-01 | 2017-12-31
            ja | 前年同月比で増えた4月の輸出です。                    | 前年同月            | 2017-04-01 | 2017-04-30
            ja | 1～3月の生産は前期比で減った。                      | 前期              | 2017-10-01 | 2017-12-31
            ja | 2018年度の予算は前年度を上回る。                    | 前年度             | 2017-04-01 | 2018-03-31
            ja | 今年度の予算です。                             | 今年度             | 2018-04-01 | 2019-03-31
            de | Im April sank sie gegenüber dem Vorjahresmonat. | Vorjahresmonat    | 2017-04-01 | 2017-04-30
            de | Im ersten Quartal sank sie zum Vorquartal.   | Vorquartal        | 2017-10-01 | 2017-12-31
            de | Im April stieg sie zum Vormonat.             | Vormonat          | 2018-03-01 | 2018-03-31
            ko | 지난주 금요일 회의가 열렸다.                     | 지난주 금요일         | 2018-05-11 | 2018-05-11
            ko | 2018. 5. 17.(목) 보도                       | 2018. 5. 17.(목)   | 2018-05-17 | 2018-05-17
            ja | 平成30年5月17日(木)に会談が行われました。            | 平成30年5月17日(木)    | 2018-05-17 | 2018-05-17
            ja | 令和元年6月に始まります。                          | 令和元年6月           | 2019-06-01 | 2019-06-30
            ja | ２０１８年５月１７日に会談が行われました。              | ２０１８年５月１７日      | 2018-05-17 | 2018-05-17
            ja | 2018年度の予算です。                            | 2018年度           | 2018-04-01 | 2019-03-31
            ja | 2017年第3四半期の輸出です。                      | 2017年第3四半期      | 2017-07-01 | 2017-09-30
            ja | 昨年の輸出は増えました。                          | 昨年               | 2017-01-01 | 2017-12-31
            ja | 来月10日に予定です。                            | 来月10日            | 2018-06-10 | 2018-06-10
            ja | 5月上旬に行われました。                           | 5月上旬             | 2018-05-01 | 2018-05-10
            de | Am 17. Mai 2018 tagte der Rat.              | 17. Mai 2018      | 2018-05-17 | 2018-05-17
            de | Der Rat tagte vom 3. bis 5. Mai 2017.        | 3. bis 5. Mai 2017 | 2017-05-03 | 2017-05-05
            de | In den ersten neun Monaten stieg die Zahl.   | ersten neun Monaten | 2017-01-01 | 2017-09-30
            de | In den ersten drei Monaten des Jahres stieg sie. | ersten drei Monaten des Jahres | 2018-01-01 | 2018-03-31
            fr | Au cours des quatre premiers mois de l'année, il a plu. | quatre premiers mois de l'année | 2018-01-01 | 2018-04-30
            es | En los nueve primeros meses, bajaron.        | nueve primeros meses | 2017-01-01 | 2017-09-30
            es | En los tres primeros meses del año subieron. | tres primeros meses del año | 2018-01-01 | 2018-03-31
            de | Im November stieg die Zahl.                  | November          | 2017-11-01 | 2017-11-30
            de | Im dritten Quartal 2017 stieg die Zahl.      | dritten Quartal 2017 | 2017-07-01 | 2017-09-30
            de | Letzte Woche tagte der Rat.                 | Letzte Woche      | 2018-05-07 | 2018-05-13
            de | Vor zwei Jahren tagte der Rat.              | Vor zwei Jahren   | 2016-01-01 | 2016-12-31
            de | Im Jahr 2016 stieg die Zahl zum Vorjahr.     | Vorjahr           | 2015-01-01 | 2015-12-31
            de | Die Straßen der 1990er Jahre sind alt.      | 1990er Jahre      | 1990-01-01 | 1999-12-31
            fr | Le conseil a siégé le 17 mai 2018.          | 17 mai 2018       | 2018-05-17 | 2018-05-17
            fr | Il a siégé du 3 au 5 mai 2017.              | 3 au 5 mai 2017   | 2017-05-03 | 2017-05-05
            fr | Le premier trimestre 2017 fut bon.          | premier trimestre 2017 | 2017-01-01 | 2017-03-31
            fr | Le mois dernier, le conseil a siégé.        | Le mois dernier   | 2018-04-01 | 2018-04-30
            fr | Le conseil a siégé il y a deux ans.         | il y a deux ans   | 2016-01-01 | 2016-12-31
            fr | Au cours des cinq dernières années.         | cinq dernières années | 2013-05-19 | 2018-05-18
            fr | La ministre se rendra à Lyon le 3 avril.     | 3 avril           | 2019-04-03 | 2019-04-03
            fr | Le pacte, signé le 3 juillet, expirera.      | 3 juillet         | 2017-07-03 | 2017-07-03
            es | La ministra visitará Lima el 3 de abril.     | 3 de abril        | 2019-04-03 | 2019-04-03
            es | La feria es el próximo 3 de abril.           | el próximo 3 de abril | 2019-04-03 | 2019-04-03
            es | La feria fue el pasado 3 de julio.           | el pasado 3 de julio | 2017-07-03 | 2017-07-03
            es | La ley 12/2014, de 3 de abril, se aplica.    | 3 de abril        | 2014-04-03 | 2014-04-03
            de | Die Messe ist am kommenden 3. April.         | kommenden 3. April | 2019-04-03 | 2019-04-03
            es | El consejo se reunió el 17 de mayo de 2018.  | 17 de mayo de 2018 | 2018-05-17 | 2018-05-17
            es | Se reunió del 3 al 5 de mayo de 2017.        | 3 al 5 de mayo de 2017 | 2017-05-03 | 2017-05-05
            es | El tercer trimestre de 2017 fue bueno.       | tercer trimestre de 2017 | 2017-07-01 | 2017-09-30
            es | El año pasado se reunió el consejo.          | El año pasado     | 2017-01-01 | 2017-12-31
            es | El consejo se reunió hace dos años.          | hace dos años     | 2016-01-01 | 2016-12-31
            es | El consejo se reunió esta mañana.            | esta mañana       | 2018-05-18 | 2018-05-18
            es | El consejo se reúne mañana.                  | mañana            | 2018-05-19 | 2018-05-19
            de | Am Donnerstag, 17. 5., tagte der Rat.        | Donnerstag, 17. 5. | 2018-05-17 | 2018-05-17
            de | Der Rat tagte am 17. 5. 2017 in Halden.      | 17. 5. 2017       | 2017-05-17 | 2017-05-17
            fr | Le conseil siège mer. 23 mai.                | mer. 23 mai       | 2018-05-23 | 2018-05-23
            de | In der 14. Kalenderwoche 2017 schneite es.   | 14. Kalenderwoche 2017 | 2017-04-03 | 2017-04-09
            de | Im Jahr 2016 war es nass. Im letzten Jahr regnete es mehr. | letzten Jahr | 2017-01-01 | 2017-12-31
            de | Die Messe ist am kommenden Sonntag.                    | kommenden Sonntag       | 2018-05-20 | 2018-05-20
            de | Die Messe ist am kommenden Freitag.                    | kommenden Freitag       | 2018-05-25 | 2018-05-25
            fr | La foire a lieu dimanche prochain.                     | dimanche prochain       | 2018-05-20 | 2018-05-20
            es | La feria es el próximo domingo.                        | el próximo domingo      | 2018-05-20 | 2018-05-20
            fr | Au cours des neuf premiers mois de 2017, rien.         | neuf premiers mois de 2017 | 2017-01-01 | 2017-09-30
            es | En los nueve primeros meses de 2017, nada.             | nueve primeros meses de 2017 | 2017-01-01 | 2017-09-30
            """)
    void otherLanguagesAreReadAlike(String language, String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text, language), words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ko | 30주년을 3개월, 5일 동안, 10일째, 제3차로 1,500일 기념했다.
            ko | 전기 요금이 전월에 올랐다고 한다.
            ko | 전화 02-2100-2018, 2018명, 2000억 원
            ja | 30周年、3か月、10日間、3日目、第3回、2018名
            de | Rund 2000 Menschen, Seite 2018, 3,5 Millionen Euro, jeden Montag
            fr | La mer est calme, en mer Noire comme en mer du Nord.
            fr | Les règles sont venues vingt ans plus tard que les autres.
            es | El mar está en calma; por la mañana y a las nueve de la mañana.
            de | Es war das letzte Jahr der Förderung, das dritte und letzte Jahr des Vorhabens; Abschnitt 3. 4. gilt.
            fr | Environ 2000 personnes, page 2018, 3,5 millions, chaque lundi
            es | Unos 2000 habitantes, página 2018, 3,5 millones, cada lunes
            """)
    void whatIsNoDateInOtherLanguagesIsNone(String language, String text) {
        assertThat(find(text, language)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    /** Texts of the pieces that dates are made of, in any order. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDateReadsWhatItClaimsInEveryLanguage(long seed) {
        Random random = new Random(seed);
        String text = generated(random);
        String language = List.of("en", "de", "fr", "es", "ko", "ja").get(random.nextInt(6));

        List<DateMention> dates = find(text, language);

        int start = 0;
        int end = 0;
        for (DateMention date : dates) {
            assertThat(text.substring(date.start(), date.end())).isEqualTo(date.text());
            assertThat(date.rule()).isPresent();
            assertThat(date.start()).isGreaterThanOrEqualTo(start);
            assertThat(date.start() >= end || date.end() <= end).isTrue();
            start = date.start();
            end = Math.max(end, date.end());
        }
        assertThat(find(text, language)).isEqualTo(dates);
    }

    private static String generated(Random random) {
        String[] pieces = {
            "May",
            "March",
            "3",
            "17",
            "31",
            "2018",
            "1990",
            "99",
            "2016-17",
            "1990s",
            "Q3",
            "FY2018",
            "the",
            "last",
            "next",
            "year",
            "week",
            "before",
            "later",
            "ago",
            "two",
            "first",
            "third",
            "quarter",
            "half",
            "of",
            "from",
            "to",
            "between",
            "and",
            "in",
            "on",
            "early",
            "mid-",
            "-",
            "–",
            ",",
            ".",
            "\n",
            "\n\n",
            "/",
            ":",
            "(",
            ")",
            "'",
            "s",
            "%",
            "$",
            "Friday",
            "today",
            "summer",
            "century",
            "20th",
            "same",
            "that",
            "il y a",
            "hace",
            "vor",
            "Jahren",
            "3.",
            "Mai",
            "mayo",
            "de",
            "년",
            "월",
            "일",
            "2018년",
            "5월",
            "지난해",
            "분기",
            "平成",
            "30年",
            "5月",
            "17日",
            "上旬",
            "😀",
            "é",
            "０５月",
            "99999999",
            "000000000000",
            "\u00a0",
            "\u200b",
            "AD",
            "BC",
            "week of",
            "now"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 3 + random.nextInt(50); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static Block block(Block.Kind kind, int start, int end) {
        return new Block(kind, Optional.empty(), 1, start, end);
    }

    private static DateMention only(String text, String country) {
        List<DateMention> dates = FINDER.find(
                new AnnotationInput(text, List.of(), Optional.of("en"), Optional.of(PUBLISHED), Optional.of(country)));
        assertThat(dates).hasSize(1);
        return dates.get(0);
    }

    private static List<DateMention> find(String text) {
        return find(text, "en");
    }

    private static List<DateMention> find(String text, String language) {
        return FINDER.find(
                new AnnotationInput(text, List.of(), Optional.of(language), Optional.of(PUBLISHED), Optional.empty()));
    }

    private static List<DateMention> undated(String text) {
        return FINDER.find(new AnnotationInput(text, List.of(), Optional.of("en"), Optional.empty(), Optional.empty()));
    }

    private static void assertFound(List<DateMention> dates, String words, LocalDate from, LocalDate to) {
        assertThat(dates).anySatisfy(date -> {
            assertThat(date.text()).isEqualTo(words);
            assertThat(date.from()).isEqualTo(from);
            assertThat(date.to()).isEqualTo(to);
        });
    }
}
