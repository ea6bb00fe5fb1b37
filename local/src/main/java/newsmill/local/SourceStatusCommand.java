package newsmill.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import newsmill.article.Json;
import newsmill.article.Settings;
import newsmill.article.SourceHealth;
import newsmill.ingest.IngestConfig;
import newsmill.ingest.health.Chart;
import newsmill.ingest.health.HealthDesk;
import newsmill.ingest.source.SourceEntry;
import newsmill.local.filter.Printable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        header = "Show how each source is: what it gives, when it last did, when it is polled next.",
        description = {
            "Reads the state that ingest keeps in Kafka; ingest need not run. Sources that need a look come first.",
            "ANSWERED and NEWS say how long ago it last answered, and last listed something new; NEXT when it is polled, or"
                    + " for how long that is overdue: when all are late, ingest does not run. A source that was not polled"
                    + " yet is new.",
            "FRESH/DAY are new links on a usual day of the last four weeks, TODAY those since midnight (UTC), without what"
                    + " it listed in its first hour; TEXTS is the share of the latest 20 pages that gave a usable text,"
                    + " LENGTH their usual length in characters, with that of the latest where it drifts."
        },
        footer = {"", Exit.HELP})
final class SourceStatusCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A poll that waits its turn on a busy host is not late yet. */
    private static final Duration ON_TIME = Duration.ofMinutes(1);

    @Option(names = "--json", description = "a line of JSON for each source, with what its pages gave by verdict")
    boolean json;

    @Option(names = "--unwell", description = "only sources that are not well")
    boolean unwell;

    @Override
    public Integer call() {
        return print(new Settings(System.getenv()), System.out);
    }

    int print(Settings settings, PrintStream out) {
        Cluster cluster = Cluster.of(settings, topics -> List.of(topics.sources()));
        List<Line> lines = lines(cluster, HealthDesk.changelog(IngestConfig.applicationId(settings)));
        Instant now = Instant.now();
        if (json) {
            lines.forEach(line -> out.println(line.json(now)));
        } else if (lines.isEmpty() && unwell) {
            out.println("all sources are well");
        } else if (lines.isEmpty()) {
            out.println("no sources: add some with ./newsmill sources apply FILE");
        } else {
            out.print(table(lines, now));
            out.println(summary(lines));
        }
        return Exit.OK;
    }

    /** A source, and its chart where it has been polled. */
    private record Line(SourceEntry entry, Chart chart) {
        private static final Chart NONE = null;

        boolean unwell() {
            return chart == NONE || chart.condition() != SourceHealth.Condition.WELL;
        }

        String condition() {
            return chart == NONE
                    ? "new"
                    : chart.condition().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String json(Instant now) {
            ObjectNode node = Json.MAPPER.createObjectNode();
            node.put("source", entry.id()).put("url", entry.url()).put("condition", condition());
            if (chart != NONE) {
                ObjectNode health = Json.MAPPER.valueToTree(chart.health(chart.condition(), now));
                health.remove(List.of("source", "url", "condition", "was", "at"));
                node.setAll(health);
                node.put("since", Instant.ofEpochMilli(chart.changed()).toString());
                node.set("readings", Json.MAPPER.valueToTree(chart.readings()));
            }
            return new String(Json.write(node), StandardCharsets.UTF_8);
        }
    }

    private List<Line> lines(Cluster cluster, String changelog) {
        Map<String, SourceEntry> entries = new TreeMap<>();
        Map<String, Chart> charts = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.consumer()) {
            scan(consumer, cluster.kafka().topics().sources(), SourceEntry.class, entries);
            if (!consumer.listTopics().containsKey(changelog)) {
                Console.say("no topic " + changelog + ": ingest has not run here yet");
            } else {
                scan(consumer, changelog, Chart.class, charts);
            }
        }
        List<Line> lines = new ArrayList<>();
        entries.forEach((id, entry) -> lines.add(new Line(entry, charts.get(id))));
        lines.removeIf(line -> unwell && !line.unwell());
        lines.sort(Comparator.comparing((Line line) ->
                        line.chart() == null || !line.chart().condition().alarming())
                .thenComparing(line -> !line.unwell())
                .thenComparing(line -> line.entry().id()));
        return lines;
    }

    private static <T> void scan(
            KafkaConsumer<byte[], byte[]> consumer, String topic, Class<T> type, Map<String, T> into) {
        new TopicScan(consumer, Cluster.partitions(consumer, topic)).forEach(PATIENCE, record -> {
            if (record.key() == null) {
                return;
            }
            String key = new String(record.key(), StandardCharsets.UTF_8);
            try {
                if (record.value() == null) {
                    into.remove(key);
                } else {
                    into.put(key, Json.read(record.value(), type));
                }
            } catch (java.io.IOException e) {
                Console.say(topic + " " + Printable.text(key) + ": " + Console.reason(e));
            }
        });
    }

    private static String table(List<Line> lines, Instant now) {
        int width = lines.stream()
                .mapToInt(line -> line.entry().id().length())
                .max()
                .orElse(6);
        String format = "%-" + Math.max(6, Math.min(40, width)) + "s  %-14s %9s %9s %11s %9s %6s %6s %14s%n";
        StringBuilder table = new StringBuilder(String.format(
                format, "SOURCE", "CONDITION", "ANSWERED", "NEWS", "NEXT", "FRESH/DAY", "TODAY", "TEXTS", "LENGTH"));
        for (Line line : lines) {
            table.append(line.chart() == null ? blank(format, line) : row(format, line, now));
        }
        return table.toString();
    }

    /** How many there are of each condition. */
    private static String summary(List<Line> lines) {
        Map<String, Long> counts = new TreeMap<>();
        lines.forEach(line -> counts.merge(line.condition(), 1L, Long::sum));
        String each = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return lines.size() + (lines.size() == 1 ? " source: " : " sources: ") + each;
    }

    private static String blank(String format, Line line) {
        return String.format(format, line.entry().id(), line.condition(), "-", "-", "-", "-", "-", "-", "-");
    }

    private static String row(String format, Line line, Instant now) {
        SourceHealth health = line.chart().health(line.chart().condition(), now);
        String row = String.format(
                Locale.ROOT,
                format,
                health.source(),
                line.condition(),
                ago(health.lastSuccess(), now),
                ago(health.lastNews(), now),
                ahead(health.nextVisit(), now),
                health.usualPerDay() == null ? "-" : String.format(Locale.ROOT, "%.1f", health.usualPerDay()),
                health.today(),
                health.hollowShare() == null ? "-" : Math.round(100 - 100 * health.hollowShare()) + " %",
                length(health));
        return health.condition() == SourceHealth.Condition.WELL
                ? row
                : row + "    " + Printable.text(health.reason()) + System.lineSeparator();
    }

    private static String length(SourceHealth health) {
        if (health.usualLength() == null) {
            return "-";
        }
        int usual = health.usualLength();
        boolean drifts = health.recentLength() != null
                && (health.recentLength() * 2 < usual || health.recentLength() > usual * 2);
        return usual + (drifts ? " > " + health.recentLength() : "");
    }

    private static String ago(Instant time, Instant now) {
        return time == null ? "never" : shortly(Duration.between(time, now));
    }

    private static String ahead(Instant time, Instant now) {
        if (time == null) {
            return "-";
        }
        Duration wait = Duration.between(now, time);
        return !wait.isNegative()
                ? "in " + shortly(wait)
                : wait.plus(ON_TIME).isNegative() ? shortly(wait.negated()) + " late" : "now";
    }

    private static String shortly(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        long minutes = seconds / 60;
        return seconds < 120
                ? seconds + " s"
                : minutes < 120 ? minutes + " min" : minutes < 48 * 60 ? minutes / 60 + " h" : minutes / 1440 + " d";
    }
}
