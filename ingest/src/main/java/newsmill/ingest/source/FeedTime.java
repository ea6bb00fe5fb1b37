package newsmill.ingest.source;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * The clock in the text of a date.
 *
 * @param hour 0 to 24; at 24 the next day begins
 * @param end the piece behind the last that says it
 */
record FeedTime(int hour, int minute, int second, int end) {
    private static final Set<String> HOUR_WORDS = Set.of("h", "時", "时", "点", "點", "시", "uhr", "u");
    private static final Set<String> MORNING = Set.of("am", "오전", "上午", "午前", "πμ");
    private static final Set<String> EVENING = Set.of("pm", "오후", "下午", "午後", "μμ");

    boolean isMidnightAfter() {
        return hour == 24;
    }

    LocalTime clock() {
        return LocalTime.of(hour, minute, second);
    }

    /** The first clock behind the day, or else before it; null if there is none. */
    static FeedTime in(List<DatePiece> pieces, FeedDay day) {
        FeedTime time = between(pieces, day.to(), pieces.size(), true);
        return time == null ? between(pieces, 0, day.from(), false) : time;
    }

    private static FeedTime between(List<DatePiece> pieces, int from, int to, boolean behindDay) {
        for (int i = from; i < to; i++) {
            DatePiece piece = pieces.get(i);
            boolean follows =
                    i == 0 || !isSign(piece.gap()) || i == from && piece.gap().equals("-") && i + 1 < to;
            FeedTime time = piece.isWord() || !follows ? null : at(pieces, i, to, behindDay);
            if (time != null) {
                return time.minute < 60 && time.hour <= 24 ? time : null;
            }
        }
        return null;
    }

    private static FeedTime at(List<DatePiece> pieces, int i, int to, boolean behindDay) {
        DatePiece hour = pieces.get(i);
        boolean afterT =
                i > 0 && pieces.get(i - 1).text().equals("t") && hour.gap().isEmpty();
        if (afterT && (hour.digits() == 6 || hour.digits() == 4)) {
            boolean seconds = hour.digits() == 6;
            int all = seconds ? hour.value() : hour.value() * 100;
            return new FeedTime(
                    all / 10_000, all / 100 % 100, Math.min(59, all % 100), afterFraction(pieces, i + 1, to));
        }
        if (hour.digits() > 2) {
            return null;
        }
        int next = i + 1;
        boolean word = next < to && HOUR_WORDS.contains(pieces.get(next).text());
        int minuteAt = word ? next + 1 : next;
        DatePiece minute = minuteAt < to ? pieces.get(minuteAt) : null;
        boolean minutes = minute != null
                && (minute.digits() == 1 || minute.digits() == 2)
                && (word
                        ? minute.gap().isEmpty()
                        : isColon(minute.gap()) || behindDay && minute.gap().equals("."));
        if (minutes) {
            return withMinutes(pieces, i, minuteAt, to);
        }
        boolean half = half(pieces, next, to) != null;
        boolean zone = next < to && behindDay && Zones.isKnown(pieces.get(next).text());
        return afterT || word || half || zone
                ? halved(pieces, i, hour.value(), 0, 0, word ? next + 1 : next, to)
                : null;
    }

    private static FeedTime withMinutes(List<DatePiece> pieces, int i, int minuteAt, int to) {
        int end = minuteAt + 1;
        String colon = pieces.get(minuteAt).gap();
        int second = 0;
        if (end < to && pieces.get(end).text().equals("分")
                || end < to && pieces.get(end).text().equals("분")) {
            end++;
        }
        if (end < to && !pieces.get(end).isWord() && pieces.get(end).digits() <= 2 && isPart(pieces.get(end), colon)) {
            // A leap second is the second before it.
            second = Math.min(59, pieces.get(end).value());
            end = afterFraction(pieces, end + 1, to);
        }
        return halved(pieces, i, pieces.get(i).value(), pieces.get(minuteAt).value(), second, end, to);
    }

    private static boolean isPart(DatePiece second, String colon) {
        return second.gap().equals(colon) || isColon(second.gap());
    }

    private static int afterFraction(List<DatePiece> pieces, int i, int to) {
        boolean fraction = i < to
                && !pieces.get(i).isWord()
                && (pieces.get(i).gap().equals(".") || pieces.get(i).gap().equals(","));
        return fraction ? i + 1 : i;
    }

    /** "3:05 pm" and "下午3:05". */
    private static FeedTime halved(List<DatePiece> pieces, int i, int hour, int minute, int second, int end, int to) {
        String behind = half(pieces, end, to);
        String half = behind == null && i > 0 ? half(pieces, i - 1, i) : behind;
        if (half == null || hour > 12 || hour == 0) {
            return new FeedTime(hour, minute, second, behind == null ? end : end + 1);
        }
        int points = behind != null && pieces.get(end).text().length() == 1 ? 2 : 1;
        return new FeedTime(
                hour % 12 + (half.equals("pm") ? 12 : 0), minute, second, behind == null ? end : end + points);
    }

    /** "am" or "pm" by any of their names, or null. */
    private static String half(List<DatePiece> pieces, int i, int to) {
        String word = i < to ? pieces.get(i).text() : "";
        boolean points = i + 1 < to
                && pieces.get(i + 1).text().equals("m")
                && pieces.get(i + 1).gap().equals(".");
        if (EVENING.contains(word) || word.equals("p") && points) {
            return "pm";
        }
        return MORNING.contains(word) || word.equals("a") && points ? "am" : null;
    }

    private static boolean isColon(String gap) {
        return gap.equals(":") || gap.equals("\uff1a");
    }

    private static boolean isSign(String gap) {
        return gap.endsWith("+") || gap.endsWith("-") || gap.endsWith("\u2212");
    }
}
