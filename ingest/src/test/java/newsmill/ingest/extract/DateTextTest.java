package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-28T10:15:30+02:00|2020-01-28T10:15:30+02:00",
                "2020-01-28T10:15:30.123Z|2020-01-28T10:15:30Z",
                "2020-01-28 10:15|2020-01-28T10:15:00Z",
                "2020-01-28|2020-01-28",
                "20200128|2020-01-28",
                "Tue, 28 Jan 2020 10:15:00 -0500|2020-01-28T10:15:00-05:00",
                "1580206530|2020-01-28T10:15:30Z",
                "January 28th, 2020, 4:05 p.m. EST|2020-01-28T16:05:00-05:00",
                "28. Januar 2020 um 10:15 Uhr|2020-01-28T10:15:00Z",
                "28 de enero de 2020|2020-01-28",
                "le 28 janvier 2020 à 10h15|2020-01-28T10:15:00Z",
                "Stand: 28.01.2020, 10.15 Uhr|2020-01-28T10:15:00Z",
                "28.01.20|2020-01-28",
                "2020年1月28日 10:15|2020-01-28T10:15:00Z",
                "2020년 1월 28일|2020-01-28",
                "28 января 2020 г.|2020-01-28",
                "28 มกราคม 2563 28/01/2563|2020-01-28",
                "3/4/2020|2020-03-04",
                "28/1/2020|2020-01-28",
            })
    void readsDatesAsTheyAreWritten(String text, String iso) {
        assertEquals(iso, DateText.find(text, true).iso());
    }

    @Test
    void dayComesFirstWhereTheCountryWritesItSo() {
        assertEquals("2020-04-03", DateText.find("3/4/2020", false).iso());
    }

    @Test
    void aDayThatDoesNotExistIsNoDate() {
        assertNull(DateText.find("2020-02-31", true));
        assertNull(DateText.find("0000-00-00", true));
        assertNull(DateText.find("call 020 7946 0958", true));
    }
}
