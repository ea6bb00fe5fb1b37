package newsmill.ingest.health;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A source's day.
 *
 * @param day days since 1970, UTC
 * @param fresh links that it had not listed before
 * @param readings first visits to its pages, by what they gave: a body's verdict, or {@code failed}, {@code gone},
 *     {@code barred}
 * @param characters of all bodies that are usable
 * @param gap the longest time without anything new that ended on this day, in ms
 */
public record Day(long day, int fresh, Map<String, Integer> readings, long characters, long gap) {
    /** Readings that gave a text, or as much of it as the publisher shows. */
    static final Set<String> SOUND = Set.of("ok", "short", "paywall");

    public Day {
        readings = readings == null ? Map.of() : Map.copyOf(readings);
    }

    static Day empty(long day) {
        return new Day(day, 0, Map.of(), 0, 0);
    }

    Day fresh(int more, long gapBefore) {
        return new Day(day, fresh + more, readings, characters, Math.max(gap, gapBefore));
    }

    Day reading(String reading, int length) {
        Map<String, Integer> counts = new TreeMap<>(readings);
        counts.merge(reading, 1, Integer::sum);
        return new Day(day, fresh, counts, characters + (SOUND.contains(reading) ? length : 0), gap);
    }

    int sound() {
        return SOUND.stream()
                .mapToInt(reading -> readings.getOrDefault(reading, 0))
                .sum();
    }
}
