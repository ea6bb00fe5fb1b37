package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** FAULTS 19. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void secondsAndDatesAreBothTaken() {
        assertEquals(Duration.ofSeconds(120), RetryAfter.of("120", NOW));
        assertEquals(Duration.ofMinutes(5), RetryAfter.of("Mon, 02 Mar 2026 08:05:00 GMT", NOW));
    }

    @Test
    void nonsenseIsAsIfItWereAbsent() {
        for (String header : new String[] {null, "", "-5", "soon", "Sun, 01 Mar 2026 08:00:00 GMT", "1.5"}) {
            assertNull(RetryAfter.of(header, NOW), header);
        }
    }

    @Test
    void tenYearsAreADay() {
        assertEquals(Duration.ofHours(24), RetryAfter.of("315360000", NOW));
        assertEquals(Duration.ofHours(24), RetryAfter.of("999999999999999", NOW));
    }
}
