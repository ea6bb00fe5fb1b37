package newsmill.ingest.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese, Japanese and Korean dates, whose numbers carry their units: put as ISO 8601 would have them. */
final class EastAsianDates {
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号]?");
    private static final Pattern TIME = Pattern.compile(
            "(오전|오후|上午|下午|午前|午後)?\\s?(\\d{1,2})(?:[時时点시]\\s?(\\d{1,2})[分분]?|:(\\d{1,2}))(?::(\\d{1,2}))?");

    private EastAsianDates() {}

    static String western(String line) {
        Matcher day = DAY.matcher(line);
        if (!day.find()) {
            return line;
        }
        String date =
                "%s-%02d-%02d".formatted(day.group(1), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        String rest = line.substring(day.end());
        Matcher time = TIME.matcher(rest);
        if (!time.find()) {
            return date;
        }
        String minute = time.group(3) == null ? time.group(4) : time.group(3);
        String second = time.group(5) == null ? "00" : time.group(5);
        return date + " " + time.group(2) + ":" + minute + ":" + second + half(time.group(1))
                + rest.substring(time.end());
    }

    private static String half(String name) {
        if (name == null) {
            return " ";
        }
        return name.equals("오후") || name.equals("下午") || name.equals("午後") ? " PM " : " AM ";
    }
}
