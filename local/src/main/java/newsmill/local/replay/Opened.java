package newsmill.local.replay;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import newsmill.article.KafkaSettings;

/** How the archive of a plan is opened, at its beginning or behind a cursor. */
final class Opened implements Replay.Opening {
    private final Plan plan;
    private final KafkaSettings kafka;
    private final Wanted wanted;
    private Map<String, Long> ends = Map.of();

    /** @param kafka where a topic's past is read; may be null for files */
    Opened(Plan plan, KafkaSettings kafka, Wanted wanted) {
        this.plan = plan;
        this.kafka = kafka;
        this.wanted = wanted;
    }

    @Override
    public Archive at(Cursor from) {
        if (plan.topic() == null) {
            return new FileArchive(plan.files(), from == null ? Cursor.Position.START : from.position());
        }
        ends = from == null ? TopicPast.ends(kafka, plan.topic()) : from.ends();
        if (plan.olderThan() != null) {
            wanted.is(Renewal.of(kafka, plan.topic(), plan.olderThan(), ends));
        }
        Instant begin = plan.selection().from();
        Map<String, Long> starts = new TreeMap<>(TopicPast.starts(kafka, plan.topic(), begin));
        if (from != null) {
            starts.putAll(from.position().offsets());
        }
        return new TopicPast(kafka, plan.topic(), starts, ends);
    }

    @Override
    public Map<String, Long> ends() {
        return ends;
    }
}
