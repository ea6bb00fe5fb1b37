package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FAULTS 29. */
class FeedDatesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/newsmill/ingest/feed-dates.txt", delimiter = '|')
    void everySpellingIsRead(String text, String iso) {
        assertEquals(iso, FeedDates.iso(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "32 Jan 2004",
                "2004-13-01",
                "99/99/9999",
                "Mon, GMT",
                "Foo 5, 2004",
                "-",
                "12:30",
                "٣"
            })
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
