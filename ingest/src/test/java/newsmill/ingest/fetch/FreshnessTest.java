package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final String NOON = "Sat, 28 Nov 2026 12:00:00 GMT";
    private static final String ONE = "Sat, 28 Nov 2026 13:00:00 GMT";

    private static Duration fresh(String... namesAndValues) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return Freshness.of(new Response(URI.create("http://news.example/"), 200, headers, new byte[0], null, null));
    }

    @Test
    void maxAgeSaysHowLong() {
        assertEquals(Duration.ofMinutes(10), fresh("cache-control", "public, Max-Age=600"));
    }

    @Test
    void whatItLayInCachesOnTheWayIsTakenOff() {
        assertEquals(Duration.ofMinutes(4), fresh("cache-control", "max-age=600", "age", "360"));
        assertNull(fresh("cache-control", "max-age=600", "age", "600"));
    }

    @Test
    void expiresIsMeasuredByTheServersOwnClock() {
        assertEquals(Duration.ofHours(1), fresh("date", NOON, "expires", ONE));
    }

    @Test
    void maxAgeWinsOverExpiresAndOtherWordsDoNot() {
        assertEquals(Duration.ofMinutes(1), fresh("cache-control", "max-age=60", "date", NOON, "expires", ONE));
        assertEquals(Duration.ofHours(1), fresh("cache-control", "public", "date", NOON, "expires", ONE));
    }

    @Test
    void whatIsNotToBeKeptOrMakesNoSenseSaysNothing() {
        assertNull(fresh());
        assertNull(fresh("cache-control", "max-age=0"));
        assertNull(fresh("cache-control", "max-age=soon"));
        assertNull(fresh("cache-control", "no-cache, max-age=600"));
        assertNull(fresh("cache-control", "no-store", "date", NOON, "expires", ONE));
        assertNull(fresh("expires", "0"));
        assertNull(fresh("date", ONE, "expires", NOON));
    }
}
