package newsmill.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newsmill.article.Source;
import newsmill.ingest.fetch.ShownAddress;
import newsmill.ingest.fetch.Validators;
import newsmill.ingest.fetch.WebAddress;
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

    /** Marks, among the parts of an index, the addresses of those on other hosts. */
    private static final String ELSEWHERE = "@";

    private static final int DEEPEST_INDEX = 3;

    /** Validators that lie are found out by asking without them, at most once in this time. */
    private static final long PROBE = Duration.ofHours(24).toMillis();

    private final KeyValueStore<Bytes, byte[]> seen;
    private final HostQueue queue;
    private final Schedule schedule;
    private final LinkDesk links;
    private final SitemapParts parts;
    private final ItemNames names;
    private final Press press;
    private final int mostHops;

    SourceDesk(
            KeyValueStore<Bytes, byte[]> seen,
            HostQueue queue,
            Schedule schedule,
            LinkDesk links,
            KeyValueStore<Bytes, byte[]> offered,
            Press press,
            int mostHops) {
        this.parts = new SitemapParts(offered);
        this.names = new ItemNames(offered);
        this.press = press;
        this.mostHops = mostHops;
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
        if (!same) {
            leaveLodging(before, now);
        }
        long soonest = now + schedule.interval(after.rhythm(0), null, false);
        schedule(id, after.due(same ? Math.min(before.due(), soonest) : now));
    }

    /** Forgets a source that was taken out. */
    void removed(String sourceId, long now) {
        forget(sourceId, now);
        press.forgotten(sourceId, now);
    }

    private void forget(String sourceId, long now) {
        String id = PREFIX + sourceId;
        SourceState before = state(id);
        if (before != null) {
            queue.remove(new Due(before.host(), before.due(), id));
            leaveLodging(before, now);
            seen.delete(QueueKeys.host(id));
            links.forget(sourceId);
            names.forget(sourceId);
            parts.forget(sourceId).forEach(part -> forgetPart(part, before, now));
        }
    }

    /** Takes a source, or a sitemap of one, whose address is on one of our hosts while its home is elsewhere. */
    void guest(LinkEntry link, long now) {
        Errand.Guest guest = link.errand().guest();
        String guestId = SitemapParts.id(guest.entry().id(), link.url());
        if (guest.over()) {
            forget(guestId, now);
            return;
        }
        String id = PREFIX + guestId;
        SourceState before = state(id);
        SourceState.Part part = SourceState.Part.of(guest, link.url());
        if (before == null) {
            schedule(id, SourceState.part(guest.entry(), link.url(), now, part));
        } else if (before.due() >= 0) {
            seen.put(
                    QueueKeys.host(id),
                    StateJson.write(before.with(guest.entry()).listedAs(part)));
        } else if (changed(before, guest.modified())) {
            schedule(id, before.with(guest.entry()).listedAs(part).due(now));
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
                probe ? Validators.NONE : source.known(),
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
            leaveLodging(source, now);
            int fresh = offer(sourceId, source, listed.content(), now);
            listParts(sourceId, source, listed.content(), now);
            Duration hint =
                    longer(listed.content().hints().every(), listed.answer().freshFor());
            SourceState next = again(due.id(), source.answered(listed.answer(), now, true), hint, fresh > 0, now);
            report(next, Result.LISTED, listed.content(), fresh, now);
        } else if (outcome instanceof Outcome.Moved moved) {
            moved(due.id(), source, moved, now);
        } else if (outcome instanceof Outcome.Unchanged unchanged) {
            leaveLodging(source, now);
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

    /** On the same host the redirect waits for the host's next turn; on another, that host's owner polls it. */
    private void moved(String id, SourceState source, Outcome.Moved moved, long now) {
        int hops = source.hops() + 1;
        if (hops > mostHops) {
            failed(id, source, new Outcome.Failed("more than " + mostHops + " redirects", true), now);
            return;
        }
        Hop hop = Hop.after(source.hop(), moved);
        if (Host.of(hop.url()).equals(source.host())) {
            schedule(id, source.hopping(hop).due(now));
            return;
        }
        if (!hop.url().equals(source.lodging())) {
            leaveLodging(source, now);
        }
        boolean lasting = hop.lasting() && source.plansItself();
        long next = now + schedule.untilAsked(source, lasting);
        SourceState.Part part = source.part();
        invite(
                hop.url(),
                new Errand.Guest(
                        source.entry(),
                        part == null ? 0 : part.depth(),
                        part == null ? null : part.modified(),
                        lasting,
                        next,
                        hops,
                        false),
                now);
        SourceState sent = source.lodging(hop.url());
        if (source.plansItself()) {
            schedule(id, sent.due(next));
        } else {
            seen.put(QueueKeys.host(id), StateJson.write(sent.due(-1)));
        }
    }

    private void invite(String url, Errand.Guest guest, long now) {
        press.pass(new LinkEntry(url, null, null, null, guest.hops(), Errand.guest(guest)), now);
    }

    private void leaveLodging(SourceState source, long now) {
        if (source.lodging() != null) {
            invite(source.lodging(), new Errand.Guest(source.entry(), 0, null, false, 0, 0, true), now);
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
            String host = host(listed.url());
            if (host == null || listed.url().equals(index.entry().url())) {
                continue;
            }
            if (host.equals(index.host())) {
                String partId = SitemapParts.id(sourceId, listed.url());
                ids.add(partId);
                listPart(PREFIX + partId, index, listed, depth, now + ids.size());
            } else {
                String url = WebAddress.uri(listed.url()).toString();
                ids.add(ELSEWHERE + url);
                invite(url, guest(index, listed.url(), listed.modified(), depth), now);
            }
        }
        parts.replace(sourceId, ids).forEach(part -> forgetPart(part, index, now));
    }

    private static Errand.Guest guest(SourceState index, String url, String modified, int depth) {
        return new Errand.Guest(sitemap(index.entry(), url), depth, modified, false, 0, 0, false);
    }

    private void forgetPart(String part, SourceState index, long now) {
        if (part.startsWith(ELSEWHERE)) {
            String url = part.substring(ELSEWHERE.length());
            invite(url, guest(index, url, null, 1).ended(), now);
        } else {
            forget(part, now);
        }
    }

    /** The host of an address that a source gives; null if it is none that can be fetched. */
    private static String host(String url) {
        try {
            return url.startsWith("http") ? Host.of(url) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static SourceEntry sitemap(SourceEntry of, String url) {
        return new SourceEntry(
                of.id(), url, SourceType.SITEMAP, of.name(), of.language(), of.country(), null, of.tags());
    }

    private static boolean changed(SourceState before, String modified) {
        return modified == null || !modified.equals(before.part().modified());
    }

    private void listPart(String id, SourceState index, SourceContent.Part listed, int depth, long due) {
        SourceState before = state(id);
        SourceState.Part part = new SourceState.Part(index.host(), depth, listed.modified(), false, 0, 0);
        if (before == null) {
            schedule(id, SourceState.part(sitemap(index.entry(), listed.url()), null, due, part));
        } else if (before.due() < 0 && changed(before, listed.modified())) {
            schedule(id, before.listedAs(part).due(due));
        }
    }

    private int offer(String sourceId, SourceState source, SourceContent content, long now) {
        Source from = source.source(content.title());
        List<Item> items = content.items().stream()
                .filter(item -> host(item.url() == null ? "" : item.url()) != null)
                .toList();
        Map<String, String> renamed = names.renamed(sourceId, items);
        return links.offer(
                sourceId, items.stream().map(item -> link(item, from, renamed)).toList(), now);
    }

    private static LinkEntry link(Item item, Source from, Map<String, String> renamed) {
        String published = item.published() == null ? item.updated() : item.published();
        String was = renamed.get(item.url());
        return new LinkEntry(item.url(), from, published, item.title(), 0, was == null ? null : Errand.was(was));
    }

    private SourceState again(String id, SourceState source, Duration hint, boolean news, long now) {
        if (!source.plansItself()) {
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
                source.part() == null || source.part().depth() == 0 ? Kind.SOURCE : Kind.PART,
                ShownAddress.of(source.address()),
                Instant.ofEpochMilli(now),
                result,
                illness == null ? null : illness.problem(),
                source.source(content == null ? null : content.title()).name(),
                content == null ? null : content.items().size(),
                fresh,
                null,
                null,
                next(source),
                source.failures(),
                illness != null && illness.parked(),
                illness != null && illness.gone()));
    }

    private static Instant next(SourceState source) {
        if (source.plansItself()) {
            return Instant.ofEpochMilli(source.due());
        }
        return source.part().next() == 0
                ? null
                : Instant.ofEpochMilli(source.part().next());
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
