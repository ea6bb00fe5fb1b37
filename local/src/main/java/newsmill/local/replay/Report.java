package newsmill.local.replay;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import newsmill.article.Json;
import newsmill.local.filter.Printable;

/** What a replay prints at its end, for people or as JSON. */
final class Report {
    private Report() {}

    static String of(String run, Replay.Result result) {
        Tally.Counts counts = result.counts();
        return String.format(
                Locale.ROOT,
                "%s%s: %s",
                run,
                result.done() ? "" : " (stopped; run it again to go on)",
                counted(counts));
    }

    static String json(String run, Replay.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", run);
        json.put("done", result.done());
        json.put("resumed", result.resumed());
        put(json, result.counts());
        return text(json);
    }

    /** How many articles a replay would send, by day and source. */
    static String of(Tally tally) {
        Map<String, Long> sources = new TreeMap<>();
        StringBuilder table = new StringBuilder(String.format("%-12s %-34s %10s%n", "DAY", "SOURCE", "ARTICLES"));
        tally.days()
                .forEach((day, counts) -> counts.forEach((source, count) -> {
                    sources.merge(source, count, Long::sum);
                    table.append(String.format(
                            Locale.ROOT, "%-12s %-34s %,10d%n", name(day), Printable.text(source), count));
                }));
        table.append(String.format("%n%-47s %10s%n", "SOURCE", "ARTICLES"));
        sources.forEach((source, count) ->
                table.append(String.format(Locale.ROOT, "%-47s %,10d%n", Printable.text(source), count)));
        return table.append('\n').append(counted(tally.counts())).toString();
    }

    static String json(Tally tally) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Map<String, Long>> days = new LinkedHashMap<>();
        tally.days().forEach((day, counts) -> days.put(name(day), counts));
        json.put("days", days);
        put(json, tally.counts());
        return text(json);
    }

    private static void put(Map<String, Object> json, Tally.Counts counts) {
        json.put("read", counts.read());
        json.put("sent", counts.sent());
        json.put("leftOut", counts.leftOut());
        json.put("others", counts.others());
        json.put("rejected", counts.rejected());
    }

    private static String counted(Tally.Counts counts) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT, "%,d read, %,d articles, %,d rejected", counts.read(), counts.sent(), counts.rejected()));
        list(line, "left out", counts.leftOut());
        list(line, "no articles", counts.others());
        return line.toString();
    }

    private static void list(StringBuilder line, String what, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            line.append(String.format(Locale.ROOT, ", %,d %s (", all, what))
                    .append(counts.entrySet().stream()
                            .map(each -> String.format(
                                    Locale.ROOT, "%,d %s", each.getValue(), Printable.text(each.getKey())))
                            .collect(Collectors.joining(", ")))
                    .append(')');
        }
    }

    private static String name(LocalDate day) {
        return day.equals(LocalDate.MIN) ? "no date" : day.toString();
    }

    private static String text(Object json) {
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }
}
