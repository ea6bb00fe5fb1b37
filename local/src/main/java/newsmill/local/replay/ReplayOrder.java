package newsmill.local.replay;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import newsmill.article.Iso8601;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.enrich.Enricher;

/**
 * What somebody asks to be replayed, in the words of the command line.
 *
 * @param files files, folders and globs; empty if it is a topic
 * @param topic {@code raw}, {@code enriched}, or the name of a topic; or null
 * @param from first moment of publication, a date or a date-time; or null
 * @param to the moment behind the last; and {@code raw} or {@code enriched}, where they go; either may be left out
 * @param sources globs of sources' ids and hosts
 * @param olderThan version of the taggers, or null
 * @param rate articles a second, {@code 500} or {@code 500/s}; or null
 * @param speed times faster than life, {@code 60} or {@code 60x}; or null
 * @param ahead how many records may lie before the readers of the target, or {@code all}; or null
 * @param run a name, or null
 * @param restart whether to begin anew what was broken off
 */
public record ReplayOrder(
        List<String> files,
        String topic,
        String from,
        List<String> to,
        List<String> sources,
        String olderThan,
        String rate,
        String speed,
        String ahead,
        String run,
        boolean restart) {
    private static final String ENRICHED = "enriched";
    private static final Set<String> TARGETS = Set.of("raw", ENRICHED);

    /** A second or less of enrich's work, and more than it commits at once. */
    private static final long USUAL_AHEAD = 2_000;

    /** Checks what can be checked without looking at files or Kafka; the message says which option is wrong. */
    public ReplayOrder {
        files = files == null ? List.of() : List.copyOf(files);
        sources = sources == null ? List.of() : List.copyOf(sources);
        if (files.isEmpty() == (topic == null)) {
            throw new IllegalArgumentException(
                    topic == null
                            ? "give files to replay, or --topic"
                            : "--topic replays a topic; leave out the files");
        }
        to = to == null ? List.of() : List.copyOf(to);
        if (to.stream().filter(TARGETS::contains).count() > 1
                || to.stream().filter(at -> !TARGETS.contains(at)).count() > 1) {
            throw new IllegalArgumentException("--to " + String.join(" --to ", to)
                    + ": should be one time, or one of raw and enriched, or one of each");
        }
        if (olderThan != null && !("raw".equals(topic) && !to.contains(ENRICHED))) {
            throw new IllegalArgumentException(
                    "--enricher-older-than sends raw articles to be tagged again: it needs --topic raw, and --to raw");
        }
        if (olderThan != null && !TaggerVersion.known(olderThan)) {
            throw new IllegalArgumentException(
                    "--enricher-older-than " + olderThan + ": should be a version such as " + Enricher.VERSION);
        }
        if (run != null && !run.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("--run " + run + ": use letters, digits, '.', '_' or '-'");
        }
        time("--from", from);
        time("--to", until(to));
        number("--rate", rate, "/s");
        number("--speed", speed, "x");
        most(ahead);
    }

    Plan plan(Topics topics, Settings settings) throws IOException {
        Selection selection = new Selection(
                time("--from", from),
                time("--to", until(to)),
                sources.stream().map(Selection::glob).toList());
        Target target = to.contains(ENRICHED)
                ? Target.enriched(topics.enriched(), Enricher.standard(settings))
                : Target.raw(topics.raw());
        return new Plan(FileSet.of(files), topicName(topics), selection, olderThan, target);
    }

    Pace pace() {
        return new Pace(number("--rate", rate, "/s"), number("--speed", speed, "x"));
    }

    long mostAhead() {
        return most(ahead);
    }

    private String topicName(Topics topics) {
        if (topic == null) {
            return null;
        }
        return topic.equals("raw") ? topics.raw() : topic.equals("enriched") ? topics.enriched() : topic;
    }

    private static String until(List<String> to) {
        return to.stream().filter(at -> !TARGETS.contains(at)).findAny().orElse(null);
    }

    private static long most(String ahead) {
        if (ahead == null) {
            return USUAL_AHEAD;
        }
        if (ahead.equals("all")) {
            return Long.MAX_VALUE;
        }
        double most = number("--ahead", ahead, "");
        if (most < 1) {
            throw new IllegalArgumentException("--ahead " + ahead + ": should be at least 1, or all");
        }
        return (long) most;
    }

    private static Instant time(String option, String text) {
        Instant time = text == null ? null : Iso8601.instant(text);
        if (text != null && time == null) {
            throw new IllegalArgumentException(option + " " + text
                    + ": should be a date such as 2025-01-31, or a time such as 2025-01-31T08:00:00Z");
        }
        return time;
    }

    private static double number(String option, String text, String unit) {
        if (text == null) {
            return 0;
        }
        String plain =
                text.toLowerCase(Locale.ROOT).endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
        if (!plain.matches("\\d{1,9}(\\.\\d{1,6})?") || Double.parseDouble(plain) == 0) {
            throw new IllegalArgumentException(option + " " + text + ": should be a number above 0"
                    + (unit.isEmpty() ? "" : ", such as 60" + unit));
        }
        return Double.parseDouble(plain);
    }
}
