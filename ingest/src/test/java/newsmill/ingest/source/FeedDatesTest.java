package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FAULTS 29. */
class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thu, 01 Jan 2004 19:48:21 GMT         | 2004-01-01T19:48:21Z
            Thu, 1 Jan 2004 19:48:21 +0530        | 2004-01-01T19:48:21+05:30
            Thu, 01 Jan 04 19:48 EST              | 2004-01-01T19:48:00-05:00
            01 Jan 2004 19:48:21 PDT              | 2004-01-01T19:48:21-07:00
            Thursday, 1 January 2004, 7:48 pm CET | 2004-01-01T19:48:00+01:00
            Thu, 31 Jun 2004 19:48:21 GMT         |
            Thu, 01 Jan 2004 19:48:61 GMT         | 2004-01-01T19:48:59Z
            Thu, 01 Jan 2004 24:00:00 GMT         | 2004-01-02T00:00:00Z
            Thu Jan  1 19:48:21 2004              | 2004-01-01T19:48:21Z
            Thu Jan 01 19:48:21 +0100 2004        | 2004-01-01T19:48:21+01:00
            January 5, 2004 8:05 AM               | 2004-01-05T08:05:00Z
            Jan 5th, 2004                         | 2004-01-05
            2003-12-31T10:14:55-08:00             | 2003-12-31T10:14:55-08:00
            2003-12-31T10:14:55.123Z              | 2003-12-31T10:14:55Z
            2003-12-31T10:14Z                     | 2003-12-31T10:14:00Z
            2003-12-31 10:14:55                   | 2003-12-31T10:14:55Z
            2003-12-31T10:14:55 -0800             | 2003-12-31T10:14:55-08:00
            20031231T101455Z                      | 2003-12-31T10:14:55Z
            2003-12-31                            | 2003-12-31
            20031231                              | 2003-12-31
            2003-12                               | 2003-12-01
            2003                                  | 2003-01-01
            2003-365                              | 2003-12-31
            2003-W01-2                            | 2002-12-31
            31.12.2003 10:14                      | 2003-12-31T10:14:00Z
            31/12/2003                            | 2003-12-31
            12/31/2003                            | 2003-12-31
            2003/12/31 10:14                      | 2003-12-31T10:14:00Z
            5. März 2026, 14:30 Uhr               | 2026-03-05T14:30:00Z
            5 mars 2026 à 14h30                   | 2026-03-05T14:30:00Z
            5 de marzo de 2026 14:30              | 2026-03-05T14:30:00Z
            5 марта 2026 14:30 MSK                | 2026-03-05T14:30:00+03:00
            03-12-31                              | 2003-12-31
            2026年3月2日 下午3:05                 | 2026-03-02T15:05:00Z
            2026년 03월 02일 오후 11:31:25        | 2026-03-02T23:31:25Z
            Κυρ, 11 Ιούλ 2004 12:00:00 EST        | 2004-07-11T12:00:00-05:00
            2004. július 13. 9:15                 | 2004-07-13T09:15:00Z
            2004-július-13T9:15-05:00             | 2004-07-13T09:15:00-05:00
            Sun, 29 Mar 2026 02:30:00 +0100       | 2026-03-29T02:30:00+01:00
            Mon, 02 Mar 2099 00:00:00 GMT         | 2099-03-02T00:00:00Z
            Wed, 02 Oct 2002 13:00:00 Z           | 2002-10-02T13:00:00Z
            Wed, 02 Oct 2002 13:00:00 UT          | 2002-10-02T13:00:00Z
            """)
    void everySpellingIsRead(String text, String iso) {
        assertEquals(iso, FeedDates.iso(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "32 Jan 2004", "2004-13-01", "99/99/9999", "Mon, GMT", "Foo 5, 2004", "-"})
    void whatIsNoDateIsNone(String text) {
        assertNull(FeedDates.iso(text));
    }

    @Test
    void longNonsenseTakesNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (String piece : new String[] {"1 ", "a", "1:", "2004-", "Jan 1 ", "+"}) {
                FeedDates.iso(piece.repeat(20));
                FeedDates.iso(piece.repeat(100_000));
            }
        });
    }
}
