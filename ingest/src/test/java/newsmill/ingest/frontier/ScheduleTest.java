package newsmill.ingest.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import newsmill.article.Settings;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceType;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Schedule schedule = new Schedule(ScheduleSettings.from(new Settings(Map.of())));

    private static SourceState source(String id, String every) {
        return SourceState.fresh(
                new SourceEntry(id, "http://news.example/" + id, SourceType.AUTO, null, null, null, every, null), 0);
    }

    private long after(int polls, boolean news, Duration hint) {
        SourceState source = source("s", null);
        for (int poll = 0; poll < polls; poll++) {
            source = source.rhythm(schedule.interval(source, hint, news));
        }
        return source.interval();
    }

    @Test
    void newsMakesItFasterDownToTheFloor() {
        assertEquals(40 * MINUTE, after(1, true, null));
        assertEquals(10 * MINUTE, after(20, true, null));
    }

    @Test
    void quietMakesItSlowerUpToThreeTimesTheUsual() {
        assertEquals(75 * MINUTE, after(1, false, null));
        assertEquals(3 * HOUR, after(20, false, null));
    }

    @Test
    void aSourceIsNotAskedSoonerThanItSaysNorLaterThanTheCeiling() {
        assertEquals(12 * HOUR, after(3, true, Duration.ofHours(12)));
        assertEquals(12 * HOUR, after(3, false, Duration.ofHours(12)));
        assertEquals(DAY, after(3, true, Duration.ofDays(365)));
        assertEquals(40 * MINUTE, after(1, true, Duration.ofMinutes(1)));
    }

    @Test
    void theOperatorsWordStandsWithinFloorAndCeiling() {
        assertEquals(3 * HOUR, schedule.interval(source("s", "3h"), Duration.ofHours(20), true));
        assertEquals(10 * MINUTE, schedule.interval(source("s", "1m"), null, true));
        assertEquals(DAY, schedule.interval(source("s", "30d"), null, true));
    }

    @Test
    void sourcesAddedTogetherDriftApartByUpToATenth() {
        long[] waits = IntStream.range(0, 200)
                .mapToLong(n -> schedule.untilPoll(source("source-" + n, "1h"), null, false))
                .sorted()
                .toArray();
        assertTrue(waits[0] >= HOUR && waits[199] <= HOUR * 11 / 10, waits[0] + " to " + waits[199]);
        assertTrue(waits[199] - waits[0] > 4 * MINUTE, waits[0] + " to " + waits[199]);
        assertTrue(IntStream.range(1, 200).filter(i -> waits[i] == waits[i - 1]).count() < 40);
    }

    @Test
    void errorsDoubleTheWaitUpToTheCeilingAndTheRhythmSurvivesThem() {
        SourceState source = source("s", null).rhythm(HOUR);
        long before = 0;
        long now = 0;
        for (int failure = 1; failure <= 6; failure++) {
            source = source.failed(schedule.worse(source, "status 500", false, now));
            long wait = schedule.untilRetry(source);
            assertTrue(wait >= Math.min(DAY, HOUR << failure), failure + ": " + wait);
            assertTrue(wait <= DAY * 11 / 10 && wait >= before, failure + ": " + wait);
            before = wait;
            now += wait;
        }
        SourceState well = source.failed(null);
        assertEquals(0, well.failures());
        assertEquals(75 * MINUTE, schedule.interval(well, null, false));
    }

    @Test
    void aWeekOfErrorsParks() {
        SourceState source = source("s", null);
        source = source.failed(schedule.worse(source, "status 500", false, 0));
        assertTrue(!schedule.worse(source, "status 500", false, 7 * DAY - 1).parked());
        source = source.failed(schedule.worse(source, "status 500", false, 7 * DAY));
        assertTrue(source.illness().parked());
        assertTrue(schedule.untilRetry(source) >= 7 * DAY);
    }
}
