package newsmill.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newsmill.article.Source;
import newsmill.ingest.fetch.Validators;
import newsmill.ingest.health.VisitReport;
import newsmill.ingest.health.VisitReport.Kind;
import newsmill.ingest.health.VisitReport.Result;
import newsmill.ingest.source.Item;
import newsmill.ingest.source.SourceContent;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceType;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the sources: when each is polled, and what becomes of what it lists. */
final class SourceDesk {
    /** Ids of sources in the queue and the store; those of links are hex digits. */
    private static final String PREFIX = "s:";

    private static final int DEEPEST_INDEX = 3;

    /** Validators that lie are found out by asking without them, at most once in this time. */
    private static final long PROBE = Duration.ofHours(24).toMillis();

    private final KeyValueStore<Bytes, byte[]> seen;
    private final HostQueue queue;
    private final Schedule schedule;
    private final LinkDesk links;
    private final SitemapParts parts;
    private final Press press;

    SourceDesk(
            KeyValueStore<Bytes, byte[]> seen,
            HostQueue queue,
            Schedule schedule,
            LinkDesk links,
            SitemapParts parts,
            Press press) {
        this.parts = parts;
        this.press = press;
        this.seen = seen;
        this.queue = queue;
        this.schedule = schedule;
        this.links = links;
    }

    /** True if an id in the queue is a source's. */
    static boolean owns(String id) {
        return id.startsWith(PREFIX);
    }

    /** Takes an entry of sources.yaml, new or changed. */
    void configured(SourceEntry entry, long now) {
        String id = PREFIX + entry.id();
        SourceState before = state(id);
        if (before == null) {
            schedule(id, SourceState.fresh(entry, now));
            return;
        }
        queue.remove(new Due(before.host(), before.due(), id));
        boolean same = before.entry().url().equals(entry.url());
        SourceState after = same ? before.with(entry) : SourceState.fresh(entry, now);
        long soonest = now + schedule.interval(after.rhythm(0), null, false);
        schedule(id, after.due(same ? Math.min(before.due(), soonest) : now));
    }

    /** Forgets a source that was taken out. */
    void removed(String sourceId, long now) {
        removed(sourceId);
        press.forgotten(sourceId, now);
    }

    private void removed(String sourceId) {
        String id = PREFIX + sourceId;
        SourceState before = state(id);
        if (before != null) {
            queue.remove(new Due(before.host(), before.due(), id));
            seen.delete(QueueKeys.host(id));
            links.forget(sourceId);
            parts.forget(sourceId).forEach(this::removed);
        }
    }

    /** The visit that is due, or null if there is none any more. */
    Visit visit(Due due, long now) {
        SourceState source = state(due.id());
        if (source == null || source.due() != due.time()) {
            return null;
        }
        boolean probe = now - source.full() >= PROBE;
        return new Visit.OfSource(
                source.address(),
                probe ? Validators.NONE : source.validators(),
                source.entry().type(),
                source.entry().pattern());
    }

    /** robots.txt does not let us see it. */
    void barred(Due due, long now) {
        SourceState source = state(due.id());
        if (source != null) {
            String problem = "robots.txt disallows it";
            SourceState barred = source.failed(schedule.worse(source, problem, false, now));
            long wait = Math.max(schedule.settings().ceiling().toMillis(), schedule.untilRetry(barred));
            SourceState next = barred.due(now + wait);
            schedule(due.id(), next);
            report(next, Result.BARRED, null, 0, now);
        }
    }

    /** Takes what a poll gave. */
    void apply(Due due, Outcome outcome, long now) {
        SourceState source = state(due.id());
        if (source == null || source.due() != due.time()) {
            return;
        }
        if (outcome instanceof Outcome.Listed listed) {
            String sourceId = due.id().substring(PREFIX.length());
            int fresh = offer(sourceId, source, listed.content(), now);
            listParts(sourceId, source, listed.content(), now);
            Duration hint =
                    longer(listed.content().hints().every(), listed.answer().freshFor());
            SourceState next = again(due.id(), source.answered(listed.answer(), now, true), hint, fresh > 0, now);
            report(next, Result.LISTED, listed.content(), fresh, now);
        } else if (outcome instanceof Outcome.Unchanged unchanged) {
            SourceState next = again(
                    due.id(),
                    source.answered(unchanged.answer(), now, false),
                    // What it said of itself when it was last read still holds: its rhythm has that.
                    longer(unchanged.answer().freshFor(), Duration.ofMillis(source.interval())),
                    false,
                    now);
            report(next, Result.UNCHANGED, null, 0, now);
        } else {
            failed(due.id(), source, outcome, now);
        }
    }

    /** An index that lists itself, or goes too deep, ends here. */
    private void listParts(String sourceId, SourceState index, SourceContent content, long now) {
        int depth = index.part() == null ? 1 : index.part().depth() + 1;
        if (!content.format().equals("sitemapindex") || depth > DEEPEST_INDEX) {
            return;
        }
        List<String> ids = new ArrayList<>();
        for (SourceContent.Part listed : SitemapParts.worthALook(content.parts(), now)) {
            if (!listed.url().equals(index.entry().url()) && listed.url().startsWith("http")) {
                String partId = SitemapParts.id(sourceId, listed);
                ids.add(partId);
                listPart(PREFIX + partId, index, listed, depth, now + ids.size());
            }
        }
        parts.replace(sourceId, ids).forEach(this::removed);
    }

    private void listPart(String id, SourceState index, SourceContent.Part listed, int depth, long due) {
        SourceState before = state(id);
        SourceState.Part part = new SourceState.Part(index.host(), depth, listed.modified());
        if (before == null) {
            SourceEntry of = index.entry();
            SourceEntry entry = new SourceEntry(
                    of.id(), listed.url(), SourceType.SITEMAP, of.name(), of.language(), of.country(), null, of.tags());
            schedule(id, SourceState.part(entry, due, part));
        } else if (before.due() < 0
                && (listed.modified() == null
                        || !listed.modified().equals(before.part().modified()))) {
            schedule(id, before.listedAs(part).due(due));
        }
    }

    private int offer(String sourceId, SourceState source, SourceContent content, long now) {
        Source from = source.source(content.title());
        return links.offer(
                sourceId,
                content.items().stream()
                        .filter(item -> item.url() != null)
                        .map(item -> link(item, from))
                        .toList(),
                now);
    }

    private static LinkEntry link(Item item, Source from) {
        String published = item.published() == null ? item.updated() : item.published();
        return new LinkEntry(item.url(), from, published, item.title(), 0);
    }

    private SourceState again(String id, SourceState source, Duration hint, boolean news, long now) {
        if (source.part() != null) {
            seen.put(QueueKeys.host(id), StateJson.write(source.due(-1)));
            return source;
        }
        long interval = schedule.interval(source, hint, news);
        long wait = schedule.untilPoll(source, hint, news);
        SourceState next = source.rhythm(interval).due(now + wait);
        schedule(id, next);
        return next;
    }

    private void failed(String id, SourceState source, Outcome outcome, long now) {
        long pause = 0;
        String reason;
        if (outcome instanceof Outcome.Busy busy) {
            reason = "status " + busy.status();
            pause = busy.pause() == null ? 0 : busy.pause().toMillis();
        } else if (outcome instanceof Outcome.Gone gone) {
            reason = "status " + gone.status();
        } else {
            reason = outcome instanceof Outcome.Failed failed ? failed.reason() : outcome.toString();
        }
        boolean gone = outcome instanceof Outcome.Gone said && said.status() == 410;
        SourceState failed = source.failed(schedule.worse(source, reason, gone, now));
        SourceState next = failed.due(now + Math.max(pause, schedule.untilRetry(failed)));
        schedule(id, next);
        report(next, outcome instanceof Outcome.Gone ? Result.GONE : Result.FAILED, null, 0, now);
    }

    private void report(SourceState source, Result result, SourceContent content, int fresh, long now) {
        SourceState.Illness illness = source.illness();
        press.report(new VisitReport(
                source.entry().id(),
                source.part() == null ? Kind.SOURCE : Kind.PART,
                source.address(),
                Instant.ofEpochMilli(now),
                result,
                illness == null ? null : illness.problem(),
                source.source(content == null ? null : content.title()).name(),
                content == null ? null : content.items().size(),
                fresh,
                null,
                null,
                source.part() == null ? Instant.ofEpochMilli(source.due()) : null,
                source.failures(),
                illness != null && illness.parked(),
                illness != null && illness.gone()));
    }

    private void schedule(String id, SourceState source) {
        seen.put(QueueKeys.host(id), StateJson.write(source));
        queue.add(new Due(source.host(), source.due(), id));
    }

    private SourceState state(String id) {
        return StateJson.read(seen.get(QueueKeys.host(id)), SourceState.class);
    }

    private static Duration longer(Duration a, Duration b) {
        return a == null ? b : b == null || a.compareTo(b) >= 0 ? a : b;
    }
}
