package newsmill.ingest.health;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import newsmill.article.SourceHealth.Condition;

/**
 * What a chart says of a source, each source measured against its own four weeks. Pure arithmetic: the same chart at the
 * same time gives the same. Who is ill stays so until it is clearly better, so that no event follows upon another.
 *
 * @param reason a sentence; null where all is well
 */
record Diagnosis(Condition condition, String reason) {
    /** Nobody is called for less. */
    private static final long SHORTEST_SILENCE = Duration.ofHours(12).toMillis();
    /** How many times its longest pause. */
    private static final double LONGER = 1.5;
    /** How many articles have to be missing, going by its habits, and how much of what it has on a usual day. */
    private static final double MISSING = 3;

    private static final double MISSING_OF_A_DAY = 0.5;
    /** Days on which it had something new, before its rhythm is known. */
    private static final int KNOWN_DAYS = 3;

    private static final int SMALLEST_FLOOD = 100;
    private static final double FLOOD = 5;
    /** Whole days before the last two, before its volume is known. */
    private static final int VOLUME_DAYS = 3;

    private static final int PAGES = 10;
    private static final int HOLLOW_ENTER = 8;
    private static final int HOLLOW_LEAVE = 5;
    private static final int TEXTS = 30;
    private static final double SHRUNK_ENTER = 0.25;
    private static final double SHRUNK_LEAVE = 0.5;

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** How a source is. */
    static Diagnosis of(Chart chart, long now) {
        Chart.Polls polls = chart.polls();
        if (polls.gone()) {
            return new Diagnosis(Condition.GONE, "its server says that it is gone for good: " + polls.problem());
        }
        if (polls.parked()) {
            return new Diagnosis(
                    Condition.PARKED,
                    (polls.success() == 0 ? "never answered" : "no answer for " + ago(now - polls.success())) + ": "
                            + polls.problem());
        }
        String why = unreadable(chart);
        if (why != null) {
            return new Diagnosis(Condition.NOT_EXTRACTING, why);
        }
        why = flood(chart, now);
        if (why != null) {
            return new Diagnosis(Condition.FLOODING, why);
        }
        why = silence(chart, now);
        if (why != null) {
            return new Diagnosis(
                    Condition.SILENT,
                    polls.problem() == null ? why : why + "; its last poll failed: " + polls.problem());
        }
        return polls.failures() > 0
                ? new Diagnosis(Condition.FAILING, polls.problem())
                : new Diagnosis(Condition.WELL, null);
    }

    private static String unreadable(Chart chart) {
        boolean ill = chart.condition() == Condition.NOT_EXTRACTING;
        List<String> pages = last(chart.latest(), PAGES);
        int hollow = Chart.hollow(pages);
        if (pages.size() == PAGES && (hollow >= HOLLOW_ENTER || ill && hollow > HOLLOW_LEAVE)) {
            return hollow + " of its last " + PAGES + " pages gave no usable text: " + String.join(", ", pages);
        }
        if (chart.lengths().size() < Chart.LENGTHS || chart.texts() < TEXTS) {
            return null;
        }
        int usual = chart.usualLength();
        int recent = Chart.mean(chart.lengths());
        return recent < usual * (ill ? SHRUNK_LEAVE : SHRUNK_ENTER)
                ? "its texts are " + recent + " characters long, and used to be " + usual
                : null;
    }

    private static String flood(Chart chart, long now) {
        long today = Math.floorDiv(now, DAY);
        Double usual = chart.usualPerDay(today - 1);
        if (usual == null || today - 1 - chart.firstDay() < VOLUME_DAYS) {
            return null;
        }
        double limit = Math.max(SMALLEST_FLOOD, usual * FLOOD);
        int count = chart.day(now).fresh();
        if (chart.condition() == Condition.FLOODING) {
            count = Math.max(count, chart.day(now - DAY).fresh());
        }
        return count > limit
                ? String.format(Locale.ROOT, "%,d new links in a day; %.1f are usual", count, usual)
                : null;
    }

    private static String silence(Chart chart, long now) {
        long news = chart.polls().news();
        if (chart.condition() == Condition.SILENT && news <= chart.changed()) {
            return chart.reason().replaceFirst("; its last poll failed: .*", "");
        }
        long longest = chart.days().stream().mapToLong(Day::gap).max().orElse(0);
        long quiet = now - news;
        if (news == 0 || quiet <= Math.max(SHORTEST_SILENCE, longest * LONGER)) {
            return null;
        }
        long last = Math.floorDiv(news, DAY);
        double[] weekdays = weekdays(chart, Math.max(chart.firstDay(), last - Chart.DAYS + 1), last);
        double missing = expected(weekdays, chart.hours(), news, now);
        double enough = Math.max(MISSING, Arrays.stream(weekdays).sum() / 7 * MISSING_OF_A_DAY);
        if (missing < enough
                || chart.days().stream().filter(day -> day.fresh() > 0).count() < KNOWN_DAYS) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "nothing new for %s, before never longer than %s; some %.0f articles are missing",
                ago(quiet),
                ago(longest),
                missing);
    }

    /**
     * How much it would have listed between two times, by its habits: many publish little on Sundays, and nothing at night.
     */
    private static double expected(double[] weekdays, List<Integer> hours, long from, long to) {
        double all = Math.max(1, hours.stream().mapToInt(Integer::intValue).sum());
        double sum = 0;
        // After some weeks the sum has long been more than enough.
        long end = Math.min(to, from + Chart.DAYS * DAY);
        for (long hour = Math.floorDiv(from, HOUR); hour * HOUR < end; hour++) {
            double share = hours.get((int) Math.floorMod(hour, 24)) / all;
            long begin = Math.max(from, hour * HOUR);
            double part = (Math.min(end, (hour + 1) * HOUR) - begin) / (double) HOUR;
            sum += weekdays[weekday(Math.floorDiv(hour, 24))] * share * part;
        }
        return sum;
    }

    /** New links on each weekday, on average; 0 for one that was never met. */
    private static double[] weekdays(Chart chart, long first, long last) {
        double[] sums = new double[7];
        int[] counts = new int[7];
        for (long day = first; day <= last; day++) {
            sums[weekday(day)] += chart.day(day * DAY).fresh();
            counts[weekday(day)]++;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] == 0 ? 0 : sums[i] / counts[i];
        }
        return sums;
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day, 7);
    }

    private static <T> List<T> last(List<T> list, int most) {
        return list.size() > most ? list.subList(list.size() - most, list.size()) : list;
    }

    /** A time as one says it. */
    static String ago(long ms) {
        double hours = ms / 3_600_000.0;
        return hours < 1
                ? Math.max(1, ms / 60_000) + " minutes"
                : hours < 48 ? Math.round(hours) + " hours" : String.format(Locale.ROOT, "%.1f days", hours / 24);
    }
}
