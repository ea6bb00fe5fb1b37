package newsmill.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsmill.article.SourceHealth;
import newsmill.article.SourceHealth.Condition;
import newsmill.ingest.health.VisitReport.Kind;

/**
 * What is known of a source's health: four weeks by the day, and its latest pages one by one. Pure: a report in, the next
 * chart out. Times are ms since 1970, 0 for never.
 *
 * @param source its id
 * @param name the publisher's name, or null
 * @param url what is polled
 * @param since when it first answered
 * @param polls how its polls went
 * @param days the last four weeks that had anything, oldest first
 * @param hours new links by the hour of the day, UTC; halved from time to time, so that old habits fade
 * @param latest what its latest pages gave, newest last, as in {@link Day#readings}
 * @param lengths of its latest usable texts, in characters, newest last
 * @param condition as judged last
 * @param changed when it came to be so
 * @param reason why, in a sentence; null where all is well
 */
public record Chart(
        String source,
        String name,
        String url,
        long since,
        Polls polls,
        List<Day> days,
        List<Integer> hours,
        List<String> latest,
        List<Integer> lengths,
        Condition condition,
        long changed,
        String reason) {
    /** How many days a chart goes back. */
    static final int DAYS = 28;
    /** How many pages it remembers one by one. */
    static final int LATEST = 20;
    /** How many texts' lengths. */
    static final int LENGTHS = 10;

    /** All that a source lists when it is new is no news. */
    private static final long BACKLOG = Duration.ofHours(1).toMillis();

    private static final int MOST_AN_HOUR = 1000;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    /**
     * How a source's polls went.
     *
     * @param last when it was last polled
     * @param success when it last answered
     * @param news when it last had something new
     * @param next when it is polled next
     * @param failures how many in a row have failed
     * @param problem why the last one failed, or null
     * @param parked whether it is only probed, after long failure
     * @param gone whether it is only probed, since its server says it is gone
     */
    public record Polls(
            long last, long success, long news, long next, int failures, String problem, boolean parked, boolean gone) {
        static final Polls NONE = new Polls(0, 0, 0, 0, 0, null, false, false);

        Polls news(long time) {
            return new Polls(last, success, time, next, failures, problem, parked, gone);
        }
    }

    public Chart {
        days = days == null ? List.of() : List.copyOf(days);
        hours = hours == null || hours.size() != 24 ? Collections.nCopies(24, 0) : List.copyOf(hours);
        latest = latest == null ? List.of() : List.copyOf(latest);
        lengths = lengths == null ? List.of() : List.copyOf(lengths);
        condition = condition == null ? Condition.WELL : condition;
    }

    static Chart blank(String source, long now) {
        return new Chart(
                source, null, null, 0, Polls.NONE, List.of(), null, List.of(), List.of(), Condition.WELL, now, null);
    }

    /** The chart with one report more. */
    Chart after(VisitReport visit) {
        return visit.kind() == Kind.PAGE ? page(visit) : polled(visit);
    }

    private Chart polled(VisitReport visit) {
        long at = visit.at().toEpochMilli();
        int fresh = visit.fresh() == null ? 0 : visit.fresh();
        Polls now = visit.kind() == Kind.PART ? polls : polls(visit, at);
        long began = since == 0 && visit.answered() ? at : since;
        List<Day> counted = days;
        List<Integer> byHour = hours;
        if (fresh > 0) {
            if (at - began >= BACKLOG) {
                long gap = polls.news() == 0 || condition == Condition.SILENT ? 0 : at - polls.news();
                counted = change(at, day(at).fresh(fresh, gap));
                byHour = byHour(at, fresh);
            }
            now = now.news(at);
        }
        return new Chart(
                source,
                visit.name() == null ? name : visit.name(),
                visit.kind() == Kind.PART ? url : visit.url(),
                began,
                now,
                counted,
                byHour,
                latest,
                lengths,
                condition,
                changed,
                reason);
    }

    private Polls polls(VisitReport visit, long at) {
        return new Polls(
                at,
                visit.answered() ? at : polls.success(),
                polls.news(),
                visit.next() == null ? 0 : visit.next().toEpochMilli(),
                visit.failures() == null ? 0 : visit.failures(),
                visit.reason(),
                Boolean.TRUE.equals(visit.parked()),
                Boolean.TRUE.equals(visit.gone()));
    }

    private Chart page(VisitReport visit) {
        long at = visit.at().toEpochMilli();
        String reading = visit.reading();
        int length = visit.length() == null ? 0 : visit.length();
        return new Chart(
                source,
                name,
                url,
                since,
                polls,
                change(at, day(at).reading(reading, length)),
                hours,
                lastOf(latest, reading, LATEST),
                Day.SOUND.contains(reading) ? lastOf(lengths, length, LENGTHS) : lengths,
                condition,
                changed,
                reason);
    }

    Chart judged(Condition found, String why, long now) {
        return new Chart(
                source,
                name,
                url,
                since,
                polls,
                days,
                hours,
                latest,
                lengths,
                found,
                found == condition ? changed : now,
                why);
    }

    /** What an event says, and a status line. */
    public SourceHealth health(Condition was, Instant at) {
        return new SourceHealth(
                source,
                name,
                url,
                condition,
                was,
                reason == null ? "as it always was" : reason,
                at,
                instant(polls.success()),
                instant(polls.news()),
                instant(polls.next()),
                polls.problem(),
                polls.failures(),
                rounded(usualPerDay(day(at))),
                day(at.toEpochMilli()).fresh(),
                latest.isEmpty() ? null : rounded((double) hollow(latest) / latest.size()),
                usualLength(),
                lengths.isEmpty() ? null : mean(lengths));
    }

    /** What its pages gave in the last four weeks, by verdict. */
    public Map<String, Integer> readings() {
        Map<String, Integer> all = new TreeMap<>();
        days.forEach(day -> day.readings().forEach((reading, count) -> all.merge(reading, count, Integer::sum)));
        return all;
    }

    static long day(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), DAY);
    }

    /** The day of a time, empty if nothing happened. */
    Day day(long time) {
        long number = Math.floorDiv(time, DAY);
        return days.stream().filter(day -> day.day() == number).findFirst().orElse(Day.empty(number));
    }

    /** The first whole day of which it is known what came. */
    long firstDay() {
        return since == 0 ? Long.MAX_VALUE : Math.floorDiv(since, DAY) + 1;
    }

    /** New links on a usual day, of the whole days before one; null if there was none. */
    Double usualPerDay(long before) {
        long from = Math.max(firstDay(), before - DAYS);
        return from >= before
                ? null
                : days.stream()
                                .filter(day -> day.day() >= from && day.day() < before)
                                .mapToInt(Day::fresh)
                                .sum()
                        / (double) (before - from);
    }

    /** Mean length of the texts of four weeks; null if there are none. */
    Integer usualLength() {
        int texts = texts();
        return texts == 0
                ? null
                : (int) (days.stream().mapToLong(Day::characters).sum() / texts);
    }

    /** How many texts its four weeks gave. */
    int texts() {
        return days.stream().mapToInt(Day::sound).sum();
    }

    static int hollow(List<String> readings) {
        return (int) readings.stream()
                .filter(reading -> !Day.SOUND.contains(reading))
                .count();
    }

    static int mean(List<Integer> numbers) {
        return (int) numbers.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    private List<Integer> byHour(long time, int fresh) {
        List<Integer> after = new ArrayList<>(hours);
        int hour = (int) (Math.floorMod(time, DAY) / HOUR);
        after.set(hour, after.get(hour) + fresh);
        if (after.get(hour) > MOST_AN_HOUR) {
            after.replaceAll(count -> count / 2);
        }
        return after;
    }

    private List<Day> change(long time, Day changedDay) {
        List<Day> after = new ArrayList<>(days);
        after.removeIf(day -> day.day() == changedDay.day() || day.day() <= changedDay.day() - DAYS);
        after.add(changedDay);
        return after;
    }

    private static <T> List<T> lastOf(List<T> list, T added, int most) {
        List<T> after = new ArrayList<>(list);
        after.add(added);
        return after.size() > most ? after.subList(after.size() - most, after.size()) : after;
    }

    private static Instant instant(long time) {
        return time == 0 ? null : Instant.ofEpochMilli(time);
    }

    private static Double rounded(Double number) {
        return number == null ? null : Math.round(number * 100) / 100.0;
    }
}
