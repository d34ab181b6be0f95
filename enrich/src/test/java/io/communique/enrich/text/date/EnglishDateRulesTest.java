package io.communique.enrich.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.DateMention;
import io.communique.enrich.text.AnnotationInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of English that have traps of their own. All was published on Friday, 18 May 2018. */
final class EnglishDateRulesTest {
    private static final WrittenDateFinder FINDER = new WrittenDateFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The office shuts from 5/1-5/7, 2019.                     | 5/1-5/7, 2019            | 2019-05-01 | 2019-05-07
            The office shuts from 5/28-6/2.                          | 5/28-6/2                 | 2018-05-28 | 2018-06-02
            Spring fair (4/3 - 4/9)                                  | 4/3 - 4/9                | 2018-04-03 | 2018-04-09
            Please send the forms for 6/4.                           | 6/4                      | 2018-06-04 | 2018-06-04
            It is due next 5/12.                                     | next 5/12                | 2019-05-12 | 2019-05-12
            It was due this 5/12.                                    | this 5/12                | 2018-05-12 | 2018-05-12
            It ran from 10-1-2017-10-7-2017 in Halden.               | 10-1-2017-10-7-2017      | 2017-10-01 | 2017-10-07
            Seen on 2017 10 16 by a clerk.                           | 2017 10 16               | 2017-10-16 | 2017-10-16
            we met on march eighteenth in Halden.                    | march eighteenth         | 2018-03-18 | 2018-03-18
            """)
    void numbersWithoutAYearAreDatesWhereTheyAreAskedFor(String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fees fell in the 2017 third quarter.                     | 2017 third quarter       | 2017-07-01 | 2017-09-30
            Fees fell in the 2016 first half.                        | 2016 first half          | 2016-01-01 | 2016-06-30
            In the first four months, fees fell.                     | first four months        | 2018-01-01 | 2018-04-30
            In the first nine months, fees fell.                     | first nine months        | 2017-01-01 | 2017-09-30
            Rain was the heaviest since June.                        | June                     | 2017-06-01 | 2017-06-30
            She retired last Oct. 23 after a long illness.           | last Oct. 23             | 2017-10-23 | 2017-10-23
            The late-March storm cost lives.                         | late-March               | 2018-03-21 | 2018-03-31
            The March accession was hard work.                       | March                    | 2018-03-01 | 2018-03-31
            It is bound by a February agreement on fish.             | February                 | 2018-02-01 | 2018-02-28
            Turnout in the May elections was low.                    | May                      | 2018-05-01 | 2018-05-31
            Some 500 people attended a Sunday night service.         | Sunday                   | 2018-05-13 | 2018-05-13
            The bridge will open by year-end.                        | year-end                 | 2018-01-01 | 2018-12-31
            The bridge opens before year's end, they say.            | year's end               | 2018-01-01 | 2018-12-31
            In nineteen ninety-one the mill burnt down.              | nineteen ninety-one      | 1991-01-01 | 1991-12-31
            By the year two thousand it was rebuilt.                 | two thousand             | 2000-01-01 | 2000-12-31
            The dam broke on 3 May. The next morning it was gone.    | The next morning         | 2018-05-04 | 2018-05-04
            A week or so ago nobody knew of it.                      | A week or so ago         | 2018-05-11 | 2018-05-11
            Fares rose over the last year.                           | the last year            | 2017-05-19 | 2018-05-18
            Fares rose in the last quarter.                          | the last quarter         | 2018-01-01 | 2018-03-31
            Losses grew in the fourth quarter ended 31 March.        | fourth quarter ended 31 March | 2018-01-01 | 2018-03-31
            """)
    void aTimeMayBeSaidInManyWays(String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fares rose 5 % in March from a year earlier.             | a year earlier           | 2017-03-01 | 2017-03-31
            Fares were 8 % in March, against 7 % a year ago.         | a year ago               | 2017-03-01 | 2017-03-31
            In March, 5 % had no work. A year earlier, 6 % had none. | A year earlier           | 2017-03-01 | 2017-03-31
            It was 5 in the first quarter; the year-ago quarter, 6.  | year-ago quarter         | 2017-01-01 | 2017-03-31
            It won 5 in the first quarter after a year-earlier loss. | year-earlier             | 2017-01-01 | 2017-03-31
            It lost more than in the year-earlier second quarter.    | year-earlier second quarter | 2017-04-01 | 2017-06-30
            Rain fell in April. The same period last year was dry.   | The same period last year | 2017-04-01 | 2017-04-30
            It fell in April, as in the corresponding month of 2015. | the corresponding month of 2015 | 2015-04-01 | 2015-04-30
            It fell in the quarter ended 31 March. The latest quarter was dry. | The latest quarter | 2018-01-01 | 2018-03-31
            She joined the office in March. She wed a year ago.      | a year ago               | 2017-01-01 | 2017-12-31
            """)
    void whatAPeriodIsHeldAgainstIsAsLongAsItself(String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Talks are set to resume on Monday in Halden.             | Monday                   | 2018-05-21
            The bourse is to reopen on Monday.                       | Monday                   | 2018-05-21
            They were planning to travel on Sunday.                  | Sunday                   | 2018-05-20
            The inspectors might come as soon as Tuesday.            | Tuesday                  | 2018-05-22
            The deadline was extended until 9 a.m. Tuesday.          | Tuesday                  | 2018-05-22
            The court ordered that he remain in town until 6 June.   | 6 June                   | 2018-06-06
            The ministers meet separately on Monday.                 | Monday                   | 2018-05-21
            The dividend is payable 2 January to all holders.        | 2 January                | 2018-01-02
            The rules, effective 1 September, were published.        | 1 September              | 2018-09-01
            The firm said it is calling in its bonds on 7 September. | 7 September              | 2018-09-07
            Just ahead of the visit, the office on Sunday issued it. | Sunday                   | 2018-05-13
            On Monday, when he dropped his holiday plans, it rained. | Monday                   | 2018-05-14
            The office announced the plan on 21 August.              | 21 August                | 2017-08-21
            Neither of them could be reached on Wednesday.           | Wednesday                | 2018-05-16
            The patrol stayed there until Tuesday.                   | Tuesday                  | 2018-05-15
            Parts of the north could be flooded on Sunday.           | Sunday                   | 2018-05-20
            """)
    void theVerbBesideADaySaysOnWhichSideItLies(String text, String words, LocalDate day) {
        assertFound(text, words, day, day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The bank expects to report a loss for the first quarter.  | first quarter           | 2018-01-01 | 2018-03-31
            The bank will close after a first-quarter loss.           | first-quarter           | 2018-01-01 | 2018-03-31
            The bank will open in the first quarter.                  | first quarter           | 2019-01-01 | 2019-03-31
            It was revised on Friday to December's figures.           | December                | 2017-12-01 | 2017-12-31
            """)
    void aQuarterThatIsReportedIsOver(String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In today's world, nobody writes letters.",
                "We teach the leaders of tomorrow.",
                "Fines were paid in two thousand cases.",
                "He was born on a Friday.",
                "It was a Sunday when the dam broke.",
                "The May cabinet fell.",
            })
    void whatIsOfAnyTimeIsNoDate(String text) {
        assertThat(find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Done on the third of May, two thousand and sixteen.      | third of May, two thousand and sixteen | 2016-05-03 | 2016-05-03
            Done on May 3, nineteen ninety-eight.                    | May 3, nineteen ninety-eight | 1998-05-03 | 1998-05-03
            Done in June two thousand.                               | June two thousand        | 2000-06-01 | 2000-06-30
            Done in June twenty twelve.                              | June twenty twelve       | 2012-06-01 | 2012-06-30
            """)
    void aYearMayBeSpeltOut(String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The road is shut w/c 4 June.                             | w/c 4 June               | 2018-06-04 | 2018-06-10
            The road is shut w/e 10 June.                            | w/e 10 June              | 2018-06-04 | 2018-06-10
            The road was shut in week 14.                            | week 14                  | 2018-04-02 | 2018-04-08
            The road was shut in the week 14.                        | the week 14              | 2018-04-02 | 2018-04-08
            The road was shut in week 52 of 2017.                    | week 52 of 2017          | 2017-12-25 | 2017-12-31
            Calendar week 1, 2016, was mild.                         | Calendar week 1, 2016    | 2016-01-04 | 2016-01-10
            The report for 2017-W40 is late.                         | 2017-W40                 | 2017-10-02 | 2017-10-08
            """)
    void aWeekHasItsNumberOrItsFirstDay(String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Earlier this year the dam was filled.                    | Earlier this year        | 2018-01-01 | 2018-05-18
            The dam was filled earlier this month.                   | earlier this month       | 2018-05-01 | 2018-05-18
            The dam was filled earlier this week.                    | earlier this week        | 2018-05-14 | 2018-05-18
            The dam is shut for the rest of the year.                | rest of the year         | 2018-05-18 | 2018-12-31
            The dam is shut for the remainder of this month.         | remainder of this month  | 2018-05-18 | 2018-05-31
            Exports grew in the year.                                | the year                 | 2018-01-01 | 2018-12-31
            Exports fell in 2016. Later in the year, they rose.      | the year                 | 2016-01-01 | 2016-12-31
            Exports rose in April 2017. In the month, 9 ships came. A fair was held in the month. | the month | 2017-04-01 | 2017-04-30
            Answer in the next 4 working days.                       | the next 4 working days  | 2018-05-21 | 2018-05-24
            The last three business days were busy.                  | The last three business days | 2018-05-15 | 2018-05-17
            """)
    void aPartOfTheTimeThatIsGoingOnEndsOrBeginsWithThePublication(
            String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shops made much on Black Friday 2017.                    | Black Friday 2017        | 2017-11-24
            Offices were closed on Good Friday.                      | Good Friday              | 2018-03-30
            Offices will be closed on Easter Monday 2019.            | Easter Monday 2019       | 2019-04-22
            Ash Wednesday, 2000, was a market day.                   | Ash Wednesday, 2000      | 2000-03-08
            The parade on Halloween drew thousands.                  | Halloween                | 2017-10-31
            On Boxing Day 2004 the sea rose.                         | Boxing Day 2004          | 2004-12-26
            They signed on Christmas Eve.                            | Christmas Eve            | 2017-12-24
            They signed on Easter Sunday 1916.                       | Easter Sunday 1916       | 1916-04-23
            """)
    void aFeastIsTheDayOnWhichItFallsInItsYear(String text, String words, LocalDate day) {
        assertFound(text, words, day, day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Exports in the first three months of 2017 rose.          | first three months of 2017      | 2017-01-01 | 2017-03-31
            Exports rose in the first 10 months of last year.        | first 10 months of last year    | 2017-01-01 | 2017-10-31
            In the first five months of the year exports rose.       | first five months of the year   | 2018-01-01 | 2018-05-31
            Exports fell in the last quarter of 2017.                | the last quarter of 2017        | 2017-10-01 | 2017-12-31
            Exports fell in the last two months of 2016.             | the last two months of 2016     | 2016-11-01 | 2016-12-31
            Exports fell in the last month of last year.             | the last month of last year     | 2017-12-01 | 2017-12-31
            Exports in the first two quarters of 2015 were flat.     | first two quarters of 2015      | 2015-01-01 | 2015-06-30
            """)
    void countedMonthsAreThoseOfTheirYear(String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The road will be done by the end of the year.            | the year    | 2018-01-01 | 2018-12-31
            Forty boats have passed since the start of the year.     | the year    | 2018-01-01 | 2018-12-31
            Over the weekend, floods hit the north.                  | the weekend | 2018-05-12 | 2018-05-13
            It will rain at the weekend.                             | the weekend | 2018-05-19 | 2018-05-20
            A rise of 5 % over 2016 was seen.                        | 2016        | 2016-01-01 | 2016-12-31
            In 2015 it rained. By the end of the year, dams broke.   | the year    | 2015-01-01 | 2015-12-31
            A reply is due by the end of the month.                  | the month   | 2018-05-01 | 2018-05-31
            Emissions fell below 1990 levels.                        | 1990        | 1990-01-01 | 1990-12-31
            At 2015 prices, output fell.                             | 2015        | 2015-01-01 | 2015-12-31
            The 2013 elections were peaceful.                        | 2013        | 2013-01-01 | 2013-12-31
            """)
    void theYearMayStandInAPhraseOfItsOwn(String text, String words, LocalDate from, LocalDate to) {
        assertFound(text, words, from, to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cut it to 1/2-3/4 inch.",
                "Send the forms for 3/4 of the members, and for 1/2 price.",
                "The last 3/4 mile and this 1/2 hour are hard.",
                "Page 2/29 of the file.",
                "The last year of the scheme was its best, the last day of the fair its worst.",
                "The March 1 Movement and the May 18 Democratic Uprising were recalled.",
                "At the end of the day it is the end of the week-long fair.",
                "Some 2000 shops and 1990 guards.",
                "Patients at week 24 and in week 12 of the trial were well; week 10 was better.",
                "The employee of the month and the word of the day.",
                "Easter eggs and Good Friday processions are a custom, Black Friday is none.",
                "It was good on Friday's terms for Christmas Island.",
                "He was in the year above, in the month-long camp.",
                "The rest of the years were dull; the rest of the day too.",
                "They may fifth each other and march second to none.",
                "Nineteen five-room flats and twenty one beds.",
                "Call 2018 10 16 22 or 0049 2018 10 16.",
                "The fund w/o members and the 7th day of the week."
            })
    void whatLooksLikeOneOfThemIsNoDate(String text) {
        assertThat(find(text)).filteredOn(date -> !date.text().equals("Friday")).isEmpty();
    }

    private static List<DateMention> find(String text) {
        return FINDER.find(new AnnotationInput(
                text, List.of(), Optional.of("en"), Optional.of(LocalDate.of(2018, 5, 18)), Optional.empty()));
    }

    private static void assertFound(String text, String words, LocalDate from, LocalDate to) {
        assertThat(find(text)).anySatisfy(date -> {
            assertThat(date.text()).isEqualTo(words);
            assertThat(date.from()).isEqualTo(from);
            assertThat(date.to()).isEqualTo(to);
        });
    }
}
