package newsmill.ingest.source;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Set;

/**
 * The day in the text of a date.
 *
 * @param from the first piece that says it
 * @param to the piece behind the last
 */
record FeedDay(LocalDate date, int from, int to) {
    private static final int EARLIEST = 1000;
    private static final Set<String> SUFFIXES =
            Set.of("st", "nd", "rd", "th", "er", "º", "ª", "de", "of", "del", "di", "da", "г");

    private record Numbers(List<DatePiece> pieces) {
        /** The digits of a number, 0 for a word, -1 where there is nothing. */
        int digits(int i) {
            return i >= 0 && i < pieces.size() ? pieces.get(i).digits() : -1;
        }

        int value(int i) {
            return pieces.get(i).value();
        }

        String word(int i) {
            return digits(i) == 0 ? pieces.get(i).text() : "";
        }

        String gap(int i) {
            return i < pieces.size() ? pieces.get(i).gap() : "";
        }
    }

    /** What the pieces say; null if they name no day. Numbers lead: in "mar, 7 abr 2026" the first word is a Tuesday. */
    static FeedDay in(List<DatePiece> pieces) {
        Numbers numbers = new Numbers(pieces);
        FeedDay truncated = truncated(numbers);
        if (truncated != null) {
            return truncated;
        }
        for (int i = 0; i < pieces.size(); i++) {
            FeedDay day = pieces.get(i).isWord() ? null : numberFirst(numbers, i);
            if (day != null) {
                return day;
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            FeedDay day = pieces.get(i).isWord() ? monthFirst(numbers, i) : null;
            if (day != null) {
                return day;
            }
        }
        if (numbers.digits(0) == 0 && numbers.digits(1) == 4) {
            return day(numbers.value(1), Months.number(numbers.word(0)), 1, 0, 2);
        }
        return pieces.size() == 1 && numbers.digits(0) == 4 ? day(numbers.value(0), 1, 1, 0, 1) : null;
    }

    /** ISO 8601:1988, 5.2: without the century, 03-335 and 03335 by the day of the year, -03-12 and -0312 by the month. */
    private static FeedDay truncated(Numbers n) {
        boolean dash = n.gap(0).equals("-");
        int end = n.digits(1) < 0 ? 1 : n.digits(2) < 0 && n.gap(1).equals("-") ? 2 : 0;
        if (!dash && (end == 1 && n.digits(0) == 5 || end == 2 && n.digits(0) == 2 && n.digits(1) == 3)) {
            int year = year(end == 1 ? n.value(0) / 1_000 : n.value(0), 2);
            return ofYear(year, end == 1 ? n.value(0) % 1_000 : n.value(1), 0, end);
        }
        if (dash && (end == 1 && n.digits(0) == 4 || end == 2 && n.digits(0) == 2 && n.digits(1) == 2)) {
            int year = year(end == 1 ? n.value(0) / 100 : n.value(0), 2);
            return day(year, end == 1 ? n.value(0) % 100 : n.value(1), 1, 0, end);
        }
        return null;
    }

    static LocalDate compact(long digits) {
        return LocalDate.of((int) (digits / 10_000), (int) (digits / 100 % 100), (int) (digits % 100));
    }

    private static FeedDay numberFirst(Numbers n, int i) {
        int first = n.value(i);
        return switch (n.digits(i)) {
            case 8 -> day(first / 10_000, first / 100 % 100, first % 100, i, i + 1);
            case 7 -> ofYear(first / 1_000, first % 1_000, i, i + 1);
            case 6 ->
                i == 0 && n.digits(1) < 0
                        ? day(year(first / 10_000, 2), first / 100 % 100, first % 100, i, i + 1)
                        : null;
            case 4 -> yearFirst(n, i);
            case 1, 2 -> dayFirst(n, i);
            default -> null;
        };
    }

    /** 2026-03-02, 2026/3/2, 2026-061, 2026-W10-1, 2026-03, 2026 Mar 02, 2026年3月2日. */
    private static FeedDay yearFirst(Numbers n, int i) {
        int year = n.value(i);
        if (n.digits(i + 1) == 0) {
            String word = n.word(i + 1);
            if (word.equals("w")) {
                return week(n, i, year);
            }
            int month = word.equals("年") || word.equals("년") ? 0 : Months.number(word);
            if (month > 0 && isDay(n, i + 2) && !isTime(n, i + 2)) {
                return day(year, month, n.value(i + 2), i, i + 3);
            }
            boolean named = (word.equals("年") || word.equals("년")) && isDay(n, i + 2) && isDay(n, i + 4);
            return named ? day(year, n.value(i + 2), n.value(i + 4), i, i + 5) : null;
        }
        if (!isSeparator(n.gap(i + 1))) {
            return null;
        }
        if (n.digits(i + 1) == 3 && n.gap(i + 1).equals("-")) {
            // A month with a zero too many: 2003-012-31.
            boolean month =
                    n.value(i + 1) <= 12 && n.digits(i + 2) == 2 && n.gap(i + 2).equals("-");
            return month ? day(year, n.value(i + 1), n.value(i + 2), i, i + 3) : ofYear(year, n.value(i + 1), i, i + 2);
        }
        if (!isDay(n, i + 1)) {
            return null;
        }
        boolean whole = isDay(n, i + 2) && n.gap(i + 2).equals(n.gap(i + 1));
        if (!whole && isTime(n, i + 1)) {
            // "March 2, 2026 - 3:09": the dash is no part of the day.
            return null;
        }
        return day(year, n.value(i + 1), whole ? n.value(i + 2) : 1, i, whole ? i + 3 : i + 2);
    }

    private static FeedDay week(Numbers n, int i, int year) {
        boolean together = n.digits(i + 2) == 3;
        boolean apart = n.digits(i + 3) == 1 && n.gap(i + 3).equals("-");
        if (!together && n.digits(i + 2) != 2) {
            return null;
        }
        int week = together ? n.value(i + 2) / 10 : n.value(i + 2);
        int weekday = together ? n.value(i + 2) % 10 : apart ? n.value(i + 3) : 1;
        LocalDate date = LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(ChronoField.DAY_OF_WEEK, weekday);
        return new FeedDay(date, i, apart && !together ? i + 4 : i + 3);
    }

    /** 2 Mar 2026, 2nd of March, 2026, 2. März 2026, 2 de marzo de 2026, 2.3.2026, 3/2/2026, 26-03-02. */
    private static FeedDay dayFirst(Numbers n, int i) {
        int next = i + 1;
        if (n.digits(next) > 0) {
            return threeNumbers(n, i);
        }
        while (SUFFIXES.contains(n.word(next))) {
            next++;
        }
        String word = n.word(next);
        boolean numbered = word.equals("tháng") && isDay(n, next + 1);
        int month = numbered ? n.value(next + 1) : Months.number(word);
        if (month == 0) {
            return null;
        }
        next += numbered ? 2 : 1;
        while (SUFFIXES.contains(n.word(next))) {
            next++;
        }
        boolean year = n.digits(next) == 4 || n.digits(next) == 2 && !isTime(n, next);
        return year ? day(year(n.value(next), n.digits(next)), month, n.value(i), i, next + 1) : null;
    }

    /**
     * Day.month.year, also with spaces; month/day/year unless only day/month/year is possible; year-month-day with two
     * digits.
     */
    private static FeedDay threeNumbers(Numbers n, int i) {
        String gap = n.gap(i + 1);
        int digits = n.digits(i + 2);
        if (!isSeparator(gap) && !(gap.isEmpty() && digits == 4)
                || !isDay(n, i + 1)
                || digits != 2 && digits != 4
                || !n.gap(i + 2).equals(gap)) {
            return null;
        }
        int first = n.value(i);
        int second = n.value(i + 1);
        int third = year(n.value(i + 2), digits);
        if (gap.equals("-") && digits == 2) {
            return day(year(first, 2), second, n.value(i + 2), i, i + 3);
        }
        boolean american = gap.equals("/") && first <= 12 || second > 12;
        return american ? day(third, first, second, i, i + 3) : day(third, second, first, i, i + 3);
    }

    /** Mar 2, 2026; Mon Mar 2 10:00:00 CET 2026. */
    private static FeedDay monthFirst(Numbers n, int i) {
        int month = isDay(n, i + 1) && !isTime(n, i + 1) ? Months.number(n.word(i)) : 0;
        if (month == 0) {
            return null;
        }
        for (int at = i + 2; n.digits(at) >= 0; at++) {
            boolean near = n.digits(at) == 2 && n.gap(at).startsWith(",") && !isTime(n, at);
            boolean year = n.digits(at) == 4
                    && (n.gap(at).isEmpty() || ",-./)".indexOf(n.gap(at).charAt(0)) >= 0);
            if (near || year && !isOffset(n, at)) {
                int end = at == i + 2 || SUFFIXES.contains(n.word(i + 2)) && at == i + 3 ? at + 1 : i + 2;
                return day(year(n.value(at), n.digits(at)), month, n.value(i + 1), i, end);
            }
        }
        return null;
    }

    /** "-0500" behind a time. */
    private static boolean isOffset(Numbers n, int i) {
        return n.gap(i).equals("-") && n.digits(i - 1) == 2 && n.gap(i - 1).equals(":");
    }

    private static boolean isDay(Numbers n, int i) {
        return n.digits(i) == 1 || n.digits(i) == 2;
    }

    private static boolean isTime(Numbers n, int i) {
        return n.digits(i + 1) > 0 && n.gap(i + 1).equals(":");
    }

    private static boolean isSeparator(String gap) {
        return gap.length() == 1 && "-/.\u2010\u2011\u2013".contains(gap);
    }

    /** RFC 2822, 4.3: two digits below 50 are in this century. */
    private static int year(int number, int digits) {
        return digits > 2 ? number : number < 50 ? 2000 + number : 1900 + number;
    }

    private static FeedDay day(int year, int month, int day, int from, int to) {
        boolean possible = year >= EARLIEST && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return possible ? new FeedDay(LocalDate.of(year, month, 1).plusDays(day - 1L), from, to) : null;
    }

    private static FeedDay ofYear(int year, int day, int from, int to) {
        boolean possible = year >= EARLIEST && day >= 1 && day <= 366;
        return possible ? new FeedDay(LocalDate.of(year, 1, 1).plusDays(day - 1L), from, to) : null;
    }
}
