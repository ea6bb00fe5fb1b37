package newsmill.ingest.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the first date in a short text, as machines and people of many languages write it. */
final class DateText {
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, Integer> ZONES = new HashMap<>();
    private static final int LONGEST = 300;

    static {
        for (String line : Resources.lines("months.txt")) {
            int colon = line.indexOf(':');
            for (String name : line.substring(colon + 1).strip().split("\\s+")) {
                MONTHS.putIfAbsent(name, Integer.parseInt(line.substring(0, colon)));
            }
        }
        for (String zone :
                ("gmt 0 utc 0 z 0 est -5 edt -4 cst -6 cdt -5 mst -7 mdt -6 pst -8 pdt -7 et -5 bst 1 cet 1 mez 1 "
                                + "cest 2 mesz 2 eet 2 eest 3 msk 3 sgt 8 hkt 8 jst 9 kst 9 aest 10 aedt 11 wib 7")
                        .split("(?<=\\d) ")) {
            String[] part = zone.split(" ");
            ZONES.put(part[0], Integer.parseInt(part[1]));
        }
    }

    /** A run of digits (number >= 0) or letters, and the character before it. */
    private record Token(String text, int number, char before, int start, int end) {
        boolean word() {
            return number < 0;
        }

        int digits() {
            return word() ? 0 : text.length();
        }
    }

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final boolean monthFirst;
    private int next;

    private DateText(String text, boolean monthFirst) {
        this.source = text;
        this.monthFirst = monthFirst;
        int i = 0;
        while (i < text.length() && tokens.size() < 80) {
            int kind = kind(text.charAt(i));
            if (kind == 0) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length() && kind(text.charAt(end)) == kind) {
                end++;
            }
            add(text, i, end, kind);
            i = end;
        }
    }

    private void add(String text, int start, int end, int kind) {
        String part = text.substring(start, end);
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (kind == 1) {
            StringBuilder ascii = new StringBuilder();
            for (int i = 0; i < part.length(); i++) {
                ascii.append(Character.digit(part.charAt(i), 10));
            }
            int number = ascii.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(ascii.toString());
            tokens.add(new Token(ascii.toString(), number, before, start, end));
        } else {
            tokens.add(new Token(part.toLowerCase(Locale.ROOT), -1, before, start, end));
        }
    }

    private static int kind(char c) {
        return Character.isDigit(c)
                ? 1
                : Character.isLetter(c)
                                || Character.getType(c) == Character.NON_SPACING_MARK
                                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                        ? 2
                        : 0;
    }

    /** The first date in the text, or null. With {@code monthFirst} 3/4/2020 is in March. */
    static Stamp find(String text, boolean monthFirst) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String part = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new DateText(part, monthFirst).find();
    }

    private Stamp find() {
        for (int i = 0; i < tokens.size(); i++) {
            Stamp stamp = at(i);
            if (stamp != null) {
                return time(stamp);
            }
        }
        return null;
    }

    private Token token(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : null;
    }

    private Stamp at(int i) {
        Token a = tokens.get(i);
        if (a.word()) {
            return named(i);
        }
        if (a.digits() >= 8) {
            return compact(a, i);
        }
        Token b = token(i + 1);
        Token c = token(i + 2);
        if (b == null) {
            return null;
        }
        if (b.word()) {
            return beforeWord(i, a, b);
        }
        if (c == null || c.word() || b.before != c.before && !(b.before == ' ' && c.before == ' ')) {
            return null;
        }
        return numbers(i, a, b, c);
    }

    /** 2020-01-28, 28.1.2020, 1/28/2020, 28.01.20. */
    private Stamp numbers(int i, Token a, Token b, Token c) {
        char by = b.before;
        boolean spaced = by == ' '
                && (source.charAt(b.start - 2 < 0 ? 0 : b.start - 2) == '.'
                        || source.charAt(b.start - 2 < 0 ? 0 : b.start - 2) == '/');
        if ("-./\u2010\u2011\u2013".indexOf(by) < 0 && !spaced) {
            return null;
        }
        next = i + 3;
        if (a.digits() == 4 && b.digits() <= 2 && c.digits() <= 2) {
            return Stamp.of(era(a.number), b.number, c.number);
        }
        if (a.digits() > 2 || b.digits() > 2 || (c.digits() != 4 && c.digits() != 2)) {
            return null;
        }
        if (c.digits() == 2
                && (by == '-'
                        || (by != '.' && (a.digits() != 2 || b.digits() != 2))
                        || c.number > 40
                        || c.number < 3
                        || follows(c, '.'))) {
            return null;
        }
        int year = c.digits() == 2 ? 2000 + c.number : era(c.number);
        boolean swap = b.number > 12 || (monthFirst && by == '/' && a.number <= 12);
        return swap ? Stamp.of(year, a.number, b.number) : Stamp.of(year, b.number, a.number);
    }

    private boolean follows(Token token, char c) {
        return token.end + 1 < source.length()
                && source.charAt(token.end) == c
                && Character.isDigit(source.charAt(token.end + 1));
    }

    /** Thai pages count from the Buddha. */
    private static int era(int year) {
        return year > 2500 && year < 2600 ? year - 543 : year;
    }

    private Stamp compact(Token a, int i) {
        next = i + 1;
        String digits = a.text;
        if (digits.length() == 8 || digits.length() == 12 || digits.length() == 14) {
            Stamp day = Stamp.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8)));
            if (day == null || digits.length() == 8) {
                return day;
            }
            LocalTime time = time(
                    Integer.parseInt(digits.substring(8, 10)),
                    Integer.parseInt(digits.substring(10, 12)),
                    digits.length() == 14 ? Integer.parseInt(digits.substring(12)) : 0);
            return time == null ? day : day.at(time, null);
        }
        if (tokens.size() == 1 && (digits.length() == 10 || digits.length() == 13)) {
            long seconds = Long.parseLong(digits) / (digits.length() == 13 ? 1000 : 1);
            var moment = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
            Stamp day = Stamp.of(moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth());
            return day == null ? null : day.at(moment.toLocalTime().withNano(0), ZoneOffset.UTC);
        }
        return null;
    }

    /** January 28, 2020; Jan. 28th 2020. */
    private Stamp named(int i) {
        Integer month = MONTHS.get(tokens.get(i).text);
        Token day = token(i + 1);
        if (month == null || day == null || day.digits() < 1 || day.digits() > 2) {
            return null;
        }
        int at = i + 2;
        if (token(at) != null && token(at).word() && ordinal(token(at).text)) {
            at++;
        }
        Token year = token(at);
        if (year == null || year.digits() != 4) {
            return null;
        }
        next = at + 1;
        return Stamp.of(era(year.number), month, day.number);
    }

    /** 28 January 2020; 28. Januar 2020; 28 de enero de 2020; 28th of January; 2020年1月28日; 2020. január 28. */
    private Stamp beforeWord(int i, Token a, Token b) {
        if (a.digits() == 4 && "\u5e74\ub144".contains(b.text)) {
            return asian(i, a);
        }
        int at = i + 1;
        while (token(at) != null
                && token(at).word()
                && (ordinal(token(at).text) || link(token(at).text))
                && at < i + 4) {
            at++;
        }
        Integer month = token(at) == null ? null : MONTHS.get(token(at).text);
        if (month == null) {
            return null;
        }
        int after = at + 1;
        while (token(after) != null && token(after).word() && link(token(after).text) && after < at + 3) {
            after++;
        }
        Token c = token(after);
        if (c == null || c.word()) {
            return null;
        }
        next = after + 1;
        if (a.digits() == 4 && c.digits() <= 2) {
            return Stamp.of(era(a.number), month, c.number);
        }
        if (a.digits() > 2) {
            return null;
        }
        if (c.digits() == 4) {
            return Stamp.of(era(c.number), month, a.number);
        }
        return c.digits() == 2 && (c.before == '-' || c.before == '\'' || c.before == '\u2019')
                ? Stamp.of(2000 + c.number, month, a.number)
                : null;
    }

    private Stamp asian(int i, Token year) {
        Token month = token(i + 2);
        Token day = token(i + 4);
        if (month == null || day == null || month.word() || day.word()) {
            return null;
        }
        next = i + 5;
        return Stamp.of(year.number, month.number, day.number);
    }

    private static boolean ordinal(String word) {
        return switch (word) {
            case "st", "nd", "rd", "th", "er", "º", "o", "a", "da" -> true;
            default -> false;
        };
    }

    private static boolean link(String word) {
        return switch (word) {
            case "de", "of", "del", "di", "d", "г" -> true;
            default -> false;
        };
    }

    /** The time of day that follows within a few words, with the offset behind it. */
    private Stamp time(Stamp day) {
        if (day.time() != null) {
            return day.at(day.time(), day.offset() == null ? offset(next) : day.offset());
        }
        for (int i = next; i < Math.min(tokens.size() - 1, next + 5); i++) {
            Token hour = token(i);
            Token minute = token(i + 1);
            if (!hour.word() && hour.digits() <= 2 && minute.text.equals("h") && token(i + 2) != null) {
                return clock(day, i + 1, hour.number, token(i + 2).digits() == 2 ? token(i + 2).number : 0);
            }
            if (hour.word() || minute.word() || hour.digits() > 2 || minute.digits() != 2) {
                if (!hour.word() && hour.digits() > 2) {
                    break;
                }
                continue;
            }
            if (minute.before != ':' && minute.before != '.' && minute.before != 'h' && minute.before != '\uff1a') {
                continue;
            }
            return clock(day, i, hour.number, minute.number);
        }
        return day;
    }

    private Stamp clock(Stamp day, int i, int hour, int minute) {
        int at = i + 2;
        int second = 0;
        if (token(at) != null && token(at).digits() == 2 && (token(at).before == ':')) {
            second = token(at++).number;
            if (token(at) != null && !token(at).word() && (token(at).before == '.' || token(at).before == ',')) {
                at++;
            }
        }
        Token half = token(at);
        if (half != null
                && half.word()
                && (half.text.startsWith("p") || half.text.startsWith("a"))
                && !ZONES.containsKey(half.text)
                && (half.text.length() == 2 && half.text.charAt(1) == 'm' || half.text.length() == 1)) {
            hour = half.text.startsWith("p") ? hour % 12 + 12 : hour % 12;
            at += half.text.length() == 1 ? 2 : 1;
        }
        LocalTime time = time(hour, minute, second);
        return time == null ? day : day.at(time, offset(at));
    }

    private static LocalTime time(int hour, int minute, int second) {
        return hour < 24 && minute < 60 && second < 60 ? LocalTime.of(hour, minute, second) : null;
    }

    private ZoneOffset offset(int at) {
        Token zone = token(at);
        if (zone != null && zone.word() && zone.text.equals("uhr")) {
            zone = token(++at);
        }
        if (zone == null) {
            return null;
        }
        try {
            if (zone.word()) {
                Integer hours = ZONES.get(zone.text);
                Token more = token(at + 1);
                boolean signed = more != null && !more.word() && (more.before == '+' || more.before == '-');
                if (hours != null && hours == 0 && signed && more.start == zone.end + 1) {
                    return offset(at + 1);
                }
                return hours == null ? null : ZoneOffset.ofHours(hours);
            }
            if (zone.before != '+' && zone.before != '-' && zone.before != '\u2212') {
                return null;
            }
            int hours = zone.digits() == 4 ? zone.number / 100 : zone.number;
            int minutes = zone.digits() == 4
                    ? zone.number % 100
                    : token(at + 1) != null
                                    && token(at + 1).before == ':'
                                    && token(at + 1).digits() == 2
                            ? token(at + 1).number
                            : 0;
            int sign = zone.before == '+' ? 1 : -1;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
