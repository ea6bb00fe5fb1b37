package newsmill.ingest.frontier;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import newsmill.article.Settings;

/**
 * When to visit what.
 *
 * @param gap least time between two requests to a host
 * @param every how often a source is polled before it has shown how often it changes
 * @param floor least time between two polls of a source
 * @param ceiling most time between two polls of a source
 * @param revisits when an article is looked at again, counted from its first visit
 * @param withdrawAfter least time between the two looks that find an article gone before it counts as withdrawn
 * @param retry pause before a failed visit is tried again; doubled each time
 * @param parkAfter how long a source has to fail before it is parked
 * @param probe how often a parked source is tried
 */
public record ScheduleSettings(
        Duration gap,
        Duration every,
        Duration floor,
        Duration ceiling,
        List<Duration> revisits,
        Duration withdrawAfter,
        Duration retry,
        Duration parkAfter,
        Duration probe) {
    public ScheduleSettings {
        revisits = List.copyOf(revisits);
    }

    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static ScheduleSettings from(Settings settings) {
        return new ScheduleSettings(
                settings.time("NEWSMILL_INGEST_HOST_GAP", Duration.ofSeconds(5)),
                settings.time("NEWSMILL_INGEST_EVERY", Duration.ofHours(1)),
                settings.time("NEWSMILL_INGEST_EVERY_FLOOR", Duration.ofMinutes(10)),
                settings.time("NEWSMILL_INGEST_EVERY_CEILING", Duration.ofDays(1)),
                settings.parse(
                        "NEWSMILL_INGEST_REVISITS",
                        durations("1h,6h,24h,7d"),
                        ScheduleSettings::durations,
                        "times such as 1h,6h,24h,7d, or none"),
                settings.time("NEWSMILL_INGEST_WITHDRAW_AFTER", Duration.ofDays(1)),
                settings.time("NEWSMILL_INGEST_RETRY", Duration.ofMinutes(1)),
                settings.time("NEWSMILL_INGEST_PARK_AFTER", Duration.ofDays(7)),
                settings.time("NEWSMILL_INGEST_PROBE", Duration.ofDays(7)));
    }

    private static List<Duration> durations(String text) {
        return text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .map(Settings::duration)
                        .sorted()
                        .toList();
    }
}
