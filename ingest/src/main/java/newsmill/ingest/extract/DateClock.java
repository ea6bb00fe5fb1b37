package newsmill.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the time of day, and the offset, that stand behind a date. */
final class DateClock {
    private static final Map<String, Integer> ZONES = new HashMap<>();

    /** Names of a clock that is put forward in summer: the day tells the offset. */
    private static final Map<String, ZoneId> REGIONS = Map.of(
            "et", ZoneId.of("America/New_York"),
            "ct", ZoneId.of("America/Chicago"),
            "mt", ZoneId.of("America/Denver"),
            "pt", ZoneId.of("America/Los_Angeles"));

    /** How many tokens behind the date the time may stand. */
    private static final int WITHIN = 5;

    /** What stands between hours and minutes where no colon does. */
    private static final Set<String> HOURS = Set.of("h", "\u6642", "\u65f6", "\u70b9", "\uc2dc", "ч");

    private static final Set<String> AFTERNOON =
            Set.of("\uc624\ud6c4", "\u4e0b\u5348", "\u5348\u5f8c", "\u0645", "\u03bc\u03bc", "ch", "\u665a\u4e0a");

    static {
        for (String zone : ("gmt 0 utc 0 z 0 est -5 edt -4 cst -6 cdt -5 mst -7 mdt -6 pst -8 pdt -7 bst 1 cet 1 mez 1 "
                        + "cest 2 mesz 2 eet 2 eest 3 msk 3 sgt 8 hkt 8 jst 9 kst 9 aest 10 aedt 11 wib 7")
                .split("(?<=\\d) ")) {
            String[] part = zone.split(" ");
            ZONES.put(part[0], Integer.parseInt(part[1]));
        }
    }

    private final DateTokens tokens;
    private final Stamp day;

    private DateClock(DateTokens tokens, Stamp day) {
        this.tokens = tokens;
        this.day = day;
    }

    /** The day with the time of day that follows it from token {@code next} on, if one does. */
    static Stamp read(DateTokens tokens, int next, Stamp day) {
        return new DateClock(tokens, day).read(next);
    }

    private Stamp read(int next) {
        if (day.time() != null) {
            return day.at(day.time(), day.offset() == null ? offset(next, day.time()) : day.offset());
        }
        boolean afternoon = false;
        for (int i = next; i < Math.min(tokens.size() - 1, next + WITHIN); i++) {
            DateTokens.Token hour = tokens.at(i);
            DateTokens.Token minute = tokens.at(i + 1);
            if (hour.word()) {
                afternoon |= AFTERNOON.contains(hour.text());
                continue;
            }
            if (hour.digits() > 2) {
                break;
            }
            int from = afternoon && hour.number() < 12 ? hour.number() + 12 : hour.number();
            if (minute.word() && HOURS.contains(minute.text())) {
                DateTokens.Token behind = tokens.at(i + 2);
                boolean split = !minute.text().equals("h") && behind.digits() == 1;
                return clock(i + 1, from, behind.digits() == 2 || split ? behind.number() : 0);
            }
            if (minute.digits() == 2 && ":.h\uff1a".indexOf(minute.before()) >= 0) {
                return clock(i, from, minute.number());
            }
        }
        return day;
    }

    private Stamp clock(int i, int hour, int minute) {
        int at = i + 2;
        int second = 0;
        if (tokens.at(at).digits() == 2 && tokens.at(at).before() == ':') {
            second = tokens.at(at++).number();
            at += tokens.at(at).digits() > 0 && ".,".indexOf(tokens.at(at).before()) >= 0 ? 1 : 0;
        }
        String half = tokens.at(at).text();
        boolean noon = half.equals("am") || half.equals("pm") || half.equals("a") || half.equals("p");
        if (noon) {
            hour = half.startsWith("p") ? hour % 12 + 12 : hour % 12;
            at += half.length() == 1 ? 2 : 1;
        } else if (hour < 12 && AFTERNOON.contains(half)) {
            hour += 12;
            at++;
        }
        LocalTime time = time(hour, minute, second);
        return time == null ? day : day.at(time, offset(at, time));
    }

    static LocalTime time(int hour, int minute, int second) {
        return hour < 24 && minute < 60 && second < 60 ? LocalTime.of(hour, minute, second) : null;
    }

    private ZoneOffset offset(int at, LocalTime time) {
        DateTokens.Token zone = tokens.at(tokens.at(at).text().equals("uhr") ? ++at : at);
        try {
            if (zone.word()) {
                Integer hours = ZONES.get(zone.text());
                DateTokens.Token more = tokens.at(at + 1);
                boolean signed = !more.word() && (more.before() == '+' || more.before() == '-');
                if (hours != null && hours == 0 && signed && more.start() == zone.end() + 1) {
                    return offset(at + 1, time);
                }
                ZoneId region = REGIONS.get(zone.text());
                if (region != null) {
                    return region.getRules().getOffset(day.date().atTime(time));
                }
                return hours == null ? null : ZoneOffset.ofHours(hours);
            }
            if ("+-\u2212".indexOf(zone.before()) < 0) {
                return null;
            }
            DateTokens.Token more = tokens.at(at + 1);
            boolean apart = more.before() == ':' && more.digits() == 2;
            int hours = zone.digits() == 4 ? zone.number() / 100 : zone.number();
            int minutes = zone.digits() == 4 ? zone.number() % 100 : apart ? more.number() : 0;
            int sign = zone.before() == '+' ? 1 : -1;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
