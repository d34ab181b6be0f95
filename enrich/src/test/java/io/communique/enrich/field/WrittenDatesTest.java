package io.communique.enrich.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-05-18                                  | 2026-05-18
                    2026.05.18 (월)                              | 2026-05-18
                    2026. 5. 18.                                | 2026-05-18
                    2026년 5월 18일                              | 2026-05-18
                    令和8年8月12日                                | 2026-08-12
                    平成元年1月9日                                | 1989-01-09
                    2017年10月13日                               | 2017-10-13
                    发布日期：2017-10-13【浏览字号：大中小】          | 2017-10-13
                    Monday, 18 May 2026                         | 2026-05-18
                    May 18, 2026                                | 2026-05-18
                    Sept. 13, 2012                              | 2012-09-13
                    18. Mai 2026                                | 2026-05-18
                    18.05.2026                                  | 2026-05-18
                    27.01.2022MineralölINFO                     | 2022-01-27
                    7\u00a0décembre 2017                        | 2017-12-07
                    3 de marzo de 2026                          | 2026-03-03
                    1º de março de 2026                         | 2026-03-01
                    5 мая 2005                                  | 2005-05-05
                    08-Jun-05                                   | 2005-06-08
                    05/10/2018 - Publicado por                  | 2018-10-05
                    09/25/2025                                  | 2025-09-25
                    18-07-2019 - 13:11                          | 2019-07-18T13:11
                    Wed, 11 Mar 2026 09:00:00 JST               | 2026-03-11T09:00+09:00
                    Monday, April 15, 2013 - 2:23pm             | 2013-04-15T14:23
                    11 Mar 2026 09:00 GMT                       | 2026-03-11T09:00Z
                    2026-03-11T09:00:00Z                        | 2026-03-11T09:00Z
                    """)
    void theFormsOfMinistriesAreRead(String text, String at) {
        assertThat(WrittenDates.first(text.replace('\u00a0', ' '), false))
                .map(WrittenDate::at)
                .contains(at);
    }

    @Test
    void slashesAreReadByTheCountry() {
        assertThat(WrittenDates.first("11/06/2012", true)).map(WrittenDate::at).contains("2012-11-06");
        assertThat(WrittenDates.first("11/06/2012", false)).map(WrittenDate::at).contains("2012-06-11");
        assertThat(WrittenDates.first("11.06.2012", true)).map(WrittenDate::at).contains("2012-06-11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31 June 2026",
                "2026-13-01",
                "call 2026-1234",
                "version 1.2.2026.7",
                "12,408 visitors",
                "20260518123",
                "20260518IPR123"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(WrittenDates.find(text, false)).isEmpty();
    }

    @Test
    void allDatesOfALineAreFoundInOrder() {
        assertThat(WrittenDates.find("from 3 May 2026 to 2026-06-01", false))
                .extracting(WrittenDate::at)
                .containsExactly("2026-05-03", "2026-06-01");
    }
}
