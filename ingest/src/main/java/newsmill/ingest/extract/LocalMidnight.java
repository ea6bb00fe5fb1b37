package newsmill.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * A date kept as the midnight that began it, then written in UTC, is the evening before; where the site's country has
 * one time zone ({@code zones.txt}), the day itself comes back.
 */
final class LocalMidnight {
    private static final Map<String, ZoneId> ZONES = new HashMap<>();

    static {
        for (String line : Resources.lines("zones.txt")) {
            int space = line.indexOf(' ');
            try {
                ZONES.put(line.substring(0, space), ZoneId.of(line.substring(space + 1)));
            } catch (DateTimeException e) {
                // This JVM's zones are older than the file; the country does without.
            }
        }
    }

    private LocalMidnight() {}

    /** The stamp with its country's offset if it is exactly midnight there; else the stamp itself. */
    static Stamp of(Stamp stamp, String url) {
        String host = PageAddress.host(url);
        ZoneId zone = ZONES.get(host.substring(host.lastIndexOf('.') + 1));
        if (zone == null || !ZoneOffset.UTC.equals(stamp.offset()) || stamp.time() == null) {
            return stamp;
        }
        ZonedDateTime local =
                stamp.date().atTime(stamp.time()).atZone(ZoneOffset.UTC).withZoneSameInstant(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new Stamp(local.toLocalDate(), local.toLocalTime(), local.getOffset())
                : stamp;
    }
}
