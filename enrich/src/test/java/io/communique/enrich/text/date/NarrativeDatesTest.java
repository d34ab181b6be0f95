package io.communique.enrich.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.DateMention;
import io.communique.enrich.text.AnnotationInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a release says of time by pointing at what it said before. All were published on Friday, 18 May 2018, but the undated ones. */
final class NarrativeDatesTest {
    private static final WrittenDateFinder FINDER = new WrittenDateFinder();
    private static final LocalDate PUBLISHED = LocalDate.of(2018, 5, 18);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fish exports grew by a tenth to 4 mln tonnes in 2015 from the year before.              | the year before     | 2014 | 2014
            In 2013 the council heard 90 cases, twice as many as the year before.                   | the year before     | 2012 | 2012
            Visitors numbered 40,000 in 2016, up from 31,000 the previous year.                     | the previous year   | 2015 | 2015
            The deficit of 2012 was smaller than that of the preceding year.                        | the preceding year  | 2011 | 2011
            The ferry carried 9,000 cars in 2014, compared with 8,000 a year earlier.               | a year earlier      | 2013 | 2013
            Harvests fell in 2011 after a record the year before; ships lay idle.                   | the year before     | 2010 | 2010
            Output of 2009 was half that of two years before.                                       | two years before    | 2007 | 2007
            The 2017 budget is 3 percent larger than the year before.                               | the year before     | 2016 | 2016
            Trade shrank in 2016. Tourism, which had boomed the year before, shrank too.            | the year before     | 2015 | 2015
            In the first quarter of 2017, rents rose faster than in the previous year.              | the previous year   | 2016 | 2016
            """)
    void theYearBeforeIsCountedFromTheYearThatIsTold(String text, String words, int from, int to) {
        assertYears(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The treaty was signed in 2009 and ratified in the same year.                            | the same year       | 2009 | 2009
            In 2014 the port was widened; that same year the light was lit.                         | that same year      | 2014 | 2014
            The academy opened in 2003. Later that year a library was added.                        | that year           | 2003 | 2003
            Sales reached 12 mln in 2016, and profits 1 mln the same year.                          | the same year       | 2016 | 2016
            A first envoy came in March 2007, and a second in the same year.                        | the same year       | 2007 | 2007
            The law dates from 1998. In that year the two banks merged.                             | that year           | 1998 | 1998
            He became mayor in 2001 and, in the same year, chair of the fund.                       | the same year       | 2001 | 2001
            Rainfall in 2011 was low. The same year saw two large fires.                            | The same year       | 2011 | 2011
            The dam was begun on 4 June 1955; the road was finished the same year.                  | the same year       | 1955 | 1955
            Since 2010 the fund has grown, though in 2013 it paused; the same year fees were cut.    | the same year       | 2013 | 2013
            """)
    void theSameYearIsTheOneThatIsTold(String text, String words, int from, int to) {
        assertYears(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The visits in 2016 were the one in March to the shipyard and the one in October.        | October | 2016-10-01 | 2016-10-31
            In 2015 the ministers met in Halden in April.                                           | April      | 2015-04-01 | 2015-04-30
            Meetings in 2014 included the one held in June on the margins of a summit.              | June       | 2014-06-01 | 2014-06-30
            The year 2013 began badly. In February the bank closed.                                 | February   | 2013-02-01 | 2013-02-28
            During 2012 three ships sank: two in January, one in August.                            | August     | 2012-08-01 | 2012-08-31
            Exports fell in 2016. By September they had recovered.                                  | September  | 2016-09-01 | 2016-09-30
            Calls between the two in 2017 were made in May, in July and in November.                | November   | 2017-11-01 | 2017-11-30
            In 2011 the dialogue opened on 3 May and closed on 9 June.                              | 9 June     | 2011-06-09 | 2011-06-09
            In 2010, between March and July, no rain fell.                                          | July       | 2010-07-01 | 2010-07-31
            In 2010, between January and March, no rain fell.                                       | January and March | 2010-01-01 | 2010-03-31
            In 2010, rain fell in January, March and July.                                          | March      | 2010-03-01 | 2010-03-31
            In 2010, less rain fell in the three months to September.                               | three months to September | 2010-07-01 | 2010-09-30
            The year ended 31 March 2010 was wet.                                                   | The year ended 31 March 2010 | 2009-04-01 | 2010-03-31
            The week ending May 7, 2010 was wet.                                                    | The week ending May 7, 2010 | 2010-05-01 | 2010-05-07
            On May 7, 2010, it rained; on May 9, 212 boats sank.                                    | May 9      | 2010-05-09 | 2010-05-09
            Throughout 2009 prices rose, except in December.                                        | December   | 2009-12-01 | 2009-12-31
            """)
    void aMonthIsOneOfTheYearThatItsParagraphIsAbout(String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text), words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A summit is slated to take place in Halden on June 12.                                  | June 12       | 2018-06-12
            The envoys, who first met in 2011, are slated to meet again on July 3.                  | July 3        | 2018-07-03
            The vote is scheduled for 9 January.                                                    | 9 January     | 2019-01-09
            The hearing, planned for March 2, was announced today.                                  | March 2       | 2019-03-02
            The new bridge is expected to open on 1 September.                                      | 1 September   | 2018-09-01
            A follow-up to the 2016 talks will be held on May 30.                                   | May 30        | 2018-05-30
            The forthcoming conference on April 4 is the third.                                     | April 4       | 2019-04-04
            The fair is to be held on 2 February in Norvik.                                         | 2 February    | 2019-02-02
            The two sides plan to sign on Monday.                                                   | Monday        | 2018-05-21
            The fair takes place on Monday.                                                         | Monday        | 2018-05-21
            The fair opens on Monday.                                                               | Monday        | 2018-05-21
            A decision is due on Monday.                                                            | Monday        | 2018-05-21
            The office announced that, as of 1 July, fees will rise.                                | 1 July        | 2018-07-01
            The office said on Friday that from 1 July fees would rise.                             | 1 July        | 2018-07-01
            The hearing, set for Monday, is public.                                                 | Monday        | 2018-05-21
            The minister shall report by 15 December on the spending of 2017.                       | 15 December   | 2018-12-15
            """)
    void whatIsSlatedLiesAhead(String text, String words, LocalDate day) {
        assertFound(find(text), words, day, day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Steel output rose in the first quarter.                                                 | first quarter            | 2018-01-01 | 2018-03-31
            Steel output rose in the fourth quarter of 2016.                                        | fourth quarter of 2016   | 2016-10-01 | 2016-12-31
            In 2016, output fell in the second quarter.                                             | second quarter           | 2016-04-01 | 2016-06-30
            Loans grew from Q1 2017 to Q3 2017.                                                     | Q1 2017 to Q3 2017       | 2017-01-01 | 2017-09-30
            The 3Q 2015 report is out.                                                              | 3Q 2015                  | 2015-07-01 | 2015-09-30
            Growth in the last quarter was slow.                                                     | the last quarter         | 2018-01-01 | 2018-03-31
            Growth will slow next quarter.                                                          | next quarter             | 2018-07-01 | 2018-09-30
            In the third quarter of last year rents rose.                                           | third quarter of last year | 2017-07-01 | 2017-09-30
            The 2nd quarter of 2014 was dry.                                                        | 2nd quarter of 2014      | 2014-04-01 | 2014-06-30
            Prices rose in Q4 of 2013.                                                              | Q4 of 2013               | 2013-10-01 | 2013-12-31
            The first and second quarters of 2017 were alike.                                       | second quarters of 2017  | 2017-04-01 | 2017-06-30
            """)
    void aQuarterIsOneOfTheYearThatIsTold(String text, String words, LocalDate from, LocalDate to) {
        assertFound(find(text), words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Spending of fiscal year 2016 was low.                  |    | fiscal year 2016           | 2016-01-01 | 2016-12-31
            Spending of FY2016 was low.                            | US | FY2016                     | 2015-10-01 | 2016-09-30
            Spending of FY 2016 was low.                           | US | FY 2016                    | 2015-10-01 | 2016-09-30
            Spending of FY16 was low.                              | US | FY16                       | 2015-10-01 | 2016-09-30
            Spending of FY 2015-16 was low.                        | AU | FY 2015-16                 | 2015-07-01 | 2016-06-30
            Spending of the financial year 2015/16 was low.        |    | financial year 2015/16     | 2015-01-01 | 2016-12-31
            The second quarter of fiscal 2016 was weak.            | US | second quarter of fiscal 2016 | 2016-01-01 | 2016-03-31
            The fiscal 2016 budget was passed.                     | JP | fiscal 2016                | 2016-04-01 | 2017-03-31
            From FY2014 to FY2016 aid doubled.                     | US | FY2014 to FY2016           | 2013-10-01 | 2016-09-30
            The 2016 fiscal year ended well.                       | US | 2016 fiscal year           | 2015-10-01 | 2016-09-30
            In the 2015-16 financial year costs fell.              | AU | 2015-16 financial year     | 2015-07-01 | 2016-06-30
            """)
    void aFiscalYearIsThatOfTheCountryOrElseTheYearOfItsName(
            String text, String country, String words, LocalDate from, LocalDate to) {
        List<DateMention> dates = FINDER.find(new AnnotationInput(
                text, List.of(), Optional.of("en"), Optional.of(PUBLISHED), Optional.ofNullable(country)));

        assertFound(dates, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The quarter was built in the 1970s.                    | 1970s                 | 1970 | 1979
            The quarter was built in the 1970's.                   | 1970's                | 1970 | 1979
            The quarter was built in the late 1980s.               | late 1980s            | 1987 | 1989
            The quarter was built in the '60s.                     | 60s                   | 1960 | 1969
            From the 1950s to the 1970s it grew.                   | 1950s to the 1970s    | 1950 | 1979
            The songs of the nineties are back.                    | nineties              | 1990 | 1999
            In the early 2000s the canal was closed.               | early 2000s           | 2000 | 2002
            The mid-1990s were lean years.                         | mid-1990s             | 1993 | 1996
            The decade of the 1930s was hard.                      | decade of the 1930s   | 1930 | 1939
            In the 1960s and 1970s people left.                    | 1970s                 | 1970 | 1979
            Between the 1980s and the 1990s it doubled.            | 1980s and the 1990s   | 1980 | 1999
            """)
    void aDecadeIsTenYears(String text, String words, int from, int to) {
        assertYears(text, words, from, to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ministers met on May 17. They had last met in November 2017 and in March 2018.              | May 17    | 2018-05-17
            On 3 March the envoys met. The accord was signed on 9 September 2015.                           | 3 March   | 2015-03-03
            They spoke on April 29, 2016, and met on May 3.                                                 | May 3     | 2016-05-03
            The plan runs until 2030. Talks were held on 8 June 2014 and again on 2 July.                   | 2 July    | 2014-07-02
            A fair in February 2013 drew crowds. The next opened on 4 April.                                | 4 April   | 2013-04-04
            Founded in 1949, the fund met on 5 May. Its report for March 2012 is out.                       | 5 May     | 2012-05-05
            On June 7 the council sat. It had sat in 2009, in 2010 and, for the last time, in 2011.         | June 7    | 2011-06-07
            The office opened in January 2016. A second was added on October 10.                            | October 10 | 2016-10-10
            (Halden, 6 December 2010) A tunnel will be dug. Work starts on 13 December.                     | 13 December | 2010-12-13
            The envoy was received on 11 May. In 2017 trade rose; a summit was held in Norvik in March 2018. | 11 May   | 2018-05-11
            """)
    void aTextWithoutADateHasTheYearOfItsOwnDates(String text, String words, LocalDate day) {
        List<DateMention> dates = FINDER.find(
                new AnnotationInput(text, List.of(), Optional.of("en"), Optional.empty(), Optional.empty()));

        assertFound(dates, words, day, day);
    }

    @Test
    void theYearBeforeSaidTwiceIsOneYear() {
        List<DateMention> dates =
                find("Sales were at the level of the year before.\n\nAs in the year before, fees were low.");

        assertThat(dates).hasSize(2).allSatisfy(date -> assertThat(date.from()).isEqualTo(LocalDate.of(2017, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The fund, founded in 1949, met on 2 May.                                   | 2 May       | 2018-05-02
            Founded in 1949, the fund met on 2 May.                                    | 2 May       | 2018-05-02
            Established by decree in 2003, the agency opened its doors on Monday, 7 May. | Monday, 7 May | 2018-05-07
            The museum (opened in 1911) will be shut on 4 June.                        | 4 June      | 2018-06-04
            The treaty, which was signed in 1998, was renewed on 3 April.              | 3 April     | 2018-04-03
            Built in 1874, the pier burnt down on March 9.                             | March 9     | 2018-03-09
            Mr Halvard, born in 1950, takes office on 1 June.                          | 1 June      | 2018-06-01
            The code, adopted at the assembly in 2009, was changed on 5 May.           | 5 May       | 2018-05-05
            Launched in 2015, the scheme ends on 31 July.                              | 31 July     | 2018-07-31
            The bank, set up in 1994, reports on 30 May.                               | 30 May      | 2018-05-30
            """)
    void aYearToldInPassingIsNotThatOfTheSentence(String text, String words, LocalDate day) {
        assertFound(find(text), words, day, day);
    }

    private static List<DateMention> find(String text) {
        return FINDER.find(
                new AnnotationInput(text, List.of(), Optional.of("en"), Optional.of(PUBLISHED), Optional.empty()));
    }

    private static void assertYears(String text, String words, int from, int to) {
        assertFound(find(text), words, LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31));
    }

    private static void assertFound(List<DateMention> dates, String words, LocalDate from, LocalDate to) {
        assertThat(dates).anySatisfy(date -> {
            assertThat(date.text()).isEqualTo(words);
            assertThat(date.from()).isEqualTo(from);
            assertThat(date.to()).isEqualTo(to);
        });
    }
}
