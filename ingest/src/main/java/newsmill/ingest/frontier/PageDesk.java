package newsmill.ingest.frontier;

import java.time.Instant;
import java.util.Objects;
import newsmill.article.Article;
import newsmill.article.Article.BodyVerdict;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.ingest.extract.PageAddress;
import newsmill.ingest.fetch.ShownAddress;
import newsmill.ingest.health.VisitReport;
import newsmill.ingest.health.VisitReport.Result;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Decides what becomes of an article's page: first print, new revision, nothing new, withdrawn. */
final class PageDesk {
    private final KeyValueStore<Bytes, byte[]> seen;
    private final HostQueue queue;
    private final Schedule schedule;
    private final Press press;
    private final Twins twins;
    private final int mostHops;

    PageDesk(KeyValueStore<Bytes, byte[]> seen, HostQueue queue, Schedule schedule, Press press, int mostHops) {
        this.twins = new Twins(seen);
        this.mostHops = mostHops;
        this.seen = seen;
        this.queue = queue;
        this.schedule = schedule;
        this.press = press;
    }

    /** Takes a link of a host of ours, to be fetched at a time; one that is known already changes nothing. */
    void admit(LinkEntry link, long due, long now) {
        Errand errand = link.errand();
        if (errand != null && errand.was() != null) {
            renamed(link, now);
            return;
        }
        String id = idOf(link.url());
        PageState known = state(id);
        if (errand != null && errand.known() != null) {
            becomesAlias(id, link, errand.known());
        } else if (known == null) {
            schedule(id, PageState.fresh(link, due), now);
        } else if (errand != null && known.printed() == null && known.due() < 0) {
            again(id, known, link, now);
        } else if (wasNotThere(known) && !known.link().url().equals(link.url())) {
            schedule(id, known.at(link).due(due), now);
        }
    }

    /** True if all that is known of an address is that nothing stood there: as another link spells it, something may. */
    private static boolean wasNotThere(PageState page) {
        return page.gone() != 0 && page.printed() == null && page.due() < 0;
    }

    /** A link that led to nothing before: to the article that names it, or that it named. */
    private void again(String id, PageState known, LinkEntry link, long now) {
        String namedBy = link.errand().namedBy();
        if (link.errand().refusedBy() != null) {
            schedule(id, PageState.fresh(link, now), now);
        } else if (namedBy != null && known.publishedAs() == null) {
            giveUp(PageState.fresh(link, -1), now);
        } else if (namedBy != null && known.publishedAs().equals(idOf(namedBy))) {
            // Each of the two names the other.
            schedule(id, PageState.fresh(link.at(link.url(), link.hops(), Errand.refusedBy(namedBy)), now), now);
        }
    }

    /** The visit that is due, or null if there is none any more. */
    Visit visit(Due due, long now) {
        PageState page = state(due.id());
        if (page == null || page.due() != due.time()) {
            return null;
        }
        LinkEntry link = page.link();
        return new Visit.OfPage(
                page.address(),
                page.validators(),
                link.source(),
                link.title(),
                link.published(),
                Instant.ofEpochMilli(now));
    }

    /** robots.txt does not let us see it (any more). */
    void barred(Due due, long now) {
        PageState page = state(due.id());
        if (page != null) {
            missed(page, Result.BARRED, null, now);
            nextLook(due.id(), page.skipped(), now);
            giveUp(page, now);
        }
    }

    /** Takes what a visit gave. */
    void apply(Due due, Outcome outcome, long now) {
        PageState page = state(due.id());
        if (page == null || page.due() != due.time()) {
            return;
        }
        if (outcome instanceof Outcome.Read read) {
            read(due.id(), page, read, now);
        } else if (outcome instanceof Outcome.Unchanged) {
            nextLook(due.id(), page.seen(now, null), now);
        } else if (outcome instanceof Outcome.Moved moved) {
            moved(due.id(), page, moved, now);
        } else if (outcome instanceof Outcome.Gone) {
            gone(due.id(), page, now);
        } else if (outcome instanceof Outcome.Busy busy) {
            long pause = busy.pause() == null ? 0 : busy.pause().toMillis();
            retry(due.id(), page, "status " + busy.status(), pause, now);
        } else if (outcome instanceof Outcome.Failed failed) {
            failed(due.id(), page, failed, now);
        }
    }

    private void read(String id, PageState page, Outcome.Read read, long now) {
        Article article = read.article();
        if (page.first() == 0 && listed(page)) {
            press.report(VisitReport.read(
                    page.link().source().id(), ShownAddress.of(page.link().url()), Instant.ofEpochMilli(now), article));
        }
        PageState seen = page.seen(now, read.answer().validators());
        if (!isArticle(article, read.answer().url())) {
            settle(id, seen);
            giveUp(page, now);
        } else if (page.printed() != null || article.id().equals(id)) {
            String twin = page.printed() == null ? twins.of(page.link().url(), article) : null;
            keep(id, seen, article, twin, now);
        } else {
            named(id, seen, article, now);
        }
    }

    /** Prints an article under the id of its link, unless it is a copy of one that this host has already. */
    private void keep(String id, PageState page, Article article, String twin, long now) {
        PageState other = twin == null || twin.equals(id) ? null : state(twin);
        if (other == null || other.printed() == null || !twins.same(other.printed(), article)) {
            nextLook(id, print(page, article, now), now);
            return;
        }
        settle(id, PageState.alias(page.link(), twin));
        // The younger address is the one that will last.
        put(twin, other.at(other.link().at(page.link().url(), 0, null)));
    }

    /** The page names another address as its own. */
    private void named(String id, PageState page, Article article, long now) {
        LinkEntry link = page.link();
        boolean refused = link.errand() != null && link.errand().refusedBy() != null;
        boolean elsewhere = !Host.of(article.canonicalUrl()).equals(Host.of(link.url()));
        PageState known = elsewhere ? null : state(article.id());
        if (refused || elsewhere && link.hops() >= mostHops || known != null && isShared(known, article)) {
            keep(id, page, Identity.of(article, id, CanonicalUrl.of(link.url())), null, now);
            return;
        }
        settle(id, PageState.alias(link, article.id()));
        if (elsewhere) {
            // Its owner decides; two who publish under one id would publish twice.
            press.pass(link.at(article.canonicalUrl(), link.hops() + 1, Errand.namedBy(link.url())), now);
        } else if (known == null || known.publishedAs() == null && known.due() < 0) {
            keep(article.id(), page, article, twins.of(link.url(), article), now);
        }
    }

    /**
     * True if an address is named by pages that are different articles, and has not been seen to name itself: a template
     * with one address for all.
     */
    private static boolean isShared(PageState known, Article article) {
        PageState.Printed printed = known.printed();
        return printed != null
                && !idOf(known.link().url()).equals(article.id())
                && !printed.contentHash().equals(article.contentHash())
                && !Objects.equals(printed.title(), article.title());
    }

    /** Where a canonical address leads to no article, the page that named it is the article after all. */
    private void giveUp(PageState page, long now) {
        LinkEntry link = page.link();
        if (page.printed() == null && link.errand() != null && link.errand().namedBy() != null) {
            press.pass(link.at(link.errand().namedBy(), link.hops() + 1, Errand.refusedBy(link.url())), now);
        }
    }

    /** Publishes if it is new or its words have changed. A wall where the article stood before is no correction. */
    private PageState print(PageState page, Article article, long now) {
        PageState.Printed before = page.printed();
        boolean sound = isSound(article.bodyVerdict());
        String wording = Wording.hash(article.title(), article.body());
        if (before != null
                && (before.contentHash().equals(article.contentHash())
                        || wording.equals(before.wording())
                        || before.sound() && !sound)) {
            return page;
        }
        String id = before == null ? article.id() : before.id();
        int revision = before == null ? 1 : before.revision() + 1;
        Article issue = (before == null ? article : Identity.of(article, id, before.canonicalUrl()))
                .with()
                .revision(revision)
                .build();
        if (!press.publish(issue, now)) {
            return page;
        }
        twins.remember(page.link().url(), issue);
        return page.printed(new PageState.Printed(
                id,
                issue.canonicalUrl(),
                revision,
                article.contentHash(),
                wording,
                sound,
                article.title(),
                article.publishedAt()));
    }

    /** A redirect is a visit of its own, in the turn of the host that it leads to. */
    private void moved(String id, PageState page, Outcome.Moved moved, long now) {
        LinkEntry link = page.link();
        String to = moved.to();
        int hops = page.hop() == null ? link.hops() : page.hop().count();
        if (hops >= mostHops) {
            failed(id, page, new Outcome.Failed("more than " + mostHops + " redirects", true), now);
        } else if (PageAddress.isHome(to) && !PageAddress.isHome(link.url())) {
            gone(id, page, now);
        } else if (page.printed() != null) {
            printedMoved(id, page, moved, now);
        } else if (idOf(to).equals(id)) {
            schedule(id, page.at(link.at(to, hops + 1, link.errand())).due(now), now);
        } else {
            settle(id, PageState.alias(link, idOf(to)));
            press.pass(link.at(to, hops + 1, link.errand()), now);
        }
    }

    /** What was published once stays that article, wherever it stands now. */
    private void printedMoved(String id, PageState page, Outcome.Moved moved, long now) {
        String to = moved.to();
        String toId = idOf(to);
        if (PageAddress.isSectionOf(to, page.link().url())) {
            gone(id, page, now);
        } else if (!isHere(page.link(), to)) {
            if (moved.lasting()) {
                settle(id, page.seen(now, null));
                press.pass(page.link().at(to, 0, Errand.known(id)), now);
            } else {
                nextLook(id, page.skipped(), now);
            }
        } else if (toId.equals(id) || becomesAlias(toId, page.link().at(to, 0, null), id)) {
            schedule(id, page.hopping(Hop.after(page.hop(), moved)).due(now), now);
        } else {
            settle(id, page.seen(now, null));
        }
    }

    /** Makes an address known as that of a published article; false if another was published under it. */
    private boolean becomesAlias(String id, LinkEntry link, String articleId) {
        PageState there = state(id);
        String known = article(there);
        if (known != null) {
            return known.equals(articleId);
        }
        cancel(id, there);
        settle(id, PageState.alias(link, articleId));
        return true;
    }

    /** The source lists an item that it had under another address before. */
    private void renamed(LinkEntry link, long now) {
        String was = link.errand().was();
        PageState before = state(idOf(was));
        String article = article(before);
        LinkEntry plain = link.at(link.url(), link.hops(), null);
        if (article == null) {
            if (before != null && before.due() >= 0) {
                cancel(idOf(was), before);
                settle(idOf(was), before);
            }
            press.pass(plain, now);
        } else if (!isHere(before.link(), link.url())) {
            press.pass(link.at(link.url(), link.hops(), Errand.known(article)), now);
        } else if (becomesAlias(idOf(link.url()), plain, article)) {
            PageState own = state(article);
            if (own != null && own.printed() != null) {
                put(article, own.at(own.link().at(link.url(), 0, null)));
            }
        }
    }

    /** The id of the article that a link led to, over other links if need be; null if none is known to be published. */
    private String article(PageState page) {
        PageState at = page;
        for (int i = 0; at != null && at.printed() == null && i <= mostHops; i++) {
            String id = at.publishedAs();
            PageState next = id == null ? null : state(id);
            if (id != null && next == null) {
                // Another host's article.
                return id;
            }
            at = next;
        }
        return at == null ? null : at.publishedAs();
    }

    private void cancel(String id, PageState page) {
        if (page != null && page.due() >= 0) {
            queue.remove(new Due(Host.of(page.link().url()), page.due(), id));
        }
    }

    private static boolean isHere(LinkEntry link, String url) {
        return Host.of(link.url()).equals(Host.of(url));
    }

    /** Gone twice, a day apart, is withdrawn; what was never published is only forgotten about. */
    private void gone(String id, PageState page, long now) {
        PageState missing = page.missing(now);
        long apart = schedule.settings().withdrawAfter().toMillis();
        if (page.printed() == null) {
            missed(page, Result.GONE, null, now);
            settle(id, missing);
            giveUp(page, now);
        } else if (page.gone() != 0 && now - page.gone() >= apart) {
            withdraw(page, now);
            settle(id, missing);
        } else {
            schedule(id, missing.due(missing.gone() + apart), now);
        }
    }

    private void withdraw(PageState page, long now) {
        PageState.Printed last = page.printed();
        press.withdraw(
                Article.of(last.id())
                        .revision(last.revision() + 1)
                        .status(Article.Status.WITHDRAWN)
                        .url(page.link().url())
                        .canonicalUrl(last.canonicalUrl())
                        .source(page.link().source())
                        .title(last.title())
                        .publishedAt(last.publishedAt())
                        .fetchedAt(Instant.ofEpochMilli(now))
                        .build(),
                now);
    }

    private void failed(String id, PageState page, Outcome.Failed failed, long now) {
        if (failed.lasting() && page.failures() > 0) {
            missed(page, Result.FAILED, failed.reason(), now);
            nextLook(id, page.skipped(), now);
            giveUp(page, now);
        } else {
            retry(id, page, failed.reason(), 0, now);
        }
    }

    private void retry(String id, PageState page, String reason, long pause, long now) {
        PageState failed = page.failed();
        if (failed.failures() > Schedule.MOST_RETRIES) {
            missed(page, Result.FAILED, reason, now);
            nextLook(id, page.skipped(), now);
            giveUp(page, now);
        } else {
            schedule(id, failed.due(now + Math.max(pause, schedule.untilRetry(page.failures()))), now);
        }
    }

    /** Reports a page that was never read, now that it is given up. */
    private void missed(PageState page, Result result, String reason, long now) {
        if (page.first() == 0 && listed(page)) {
            press.report(VisitReport.missed(
                    page.link().source().id(),
                    ShownAddress.of(page.link().url()),
                    Instant.ofEpochMilli(now),
                    result,
                    reason));
        }
    }

    private static boolean listed(PageState page) {
        return page.link().source() != null && page.link().source().id() != null;
    }

    /** Queues the next regular look, or settles the page if there is none. */
    private void nextLook(String id, PageState page, long now) {
        long next = page.printed() == null ? -1 : schedule.revisit(page.first(), page.looks(), now);
        if (next < 0) {
            settle(id, page);
        } else {
            schedule(id, page.due(next), now);
        }
    }

    private void schedule(String id, PageState page, long now) {
        put(id, page);
        queue.add(new Due(Host.of(page.link().url()), page.due(), id));
    }

    private void settle(String id, PageState page) {
        put(id, page.settled());
    }

    private void put(String id, PageState page) {
        seen.put(QueueKeys.host(id), StateJson.write(page));
    }

    private static String idOf(String url) {
        return ArticleId.of(CanonicalUrl.of(url));
    }

    private PageState state(String id) {
        return StateJson.read(seen.get(QueueKeys.host(id)), PageState.class);
    }

    private static boolean isSound(BodyVerdict verdict) {
        return verdict == null
                || verdict == BodyVerdict.OK
                || verdict == BodyVerdict.SHORT
                || verdict == BodyVerdict.PAYWALL;
    }

    /** Home pages and pages that neither say anything nor when are no articles; a wall before one is. */
    private static boolean isArticle(Article article, String url) {
        BodyVerdict verdict = article.bodyVerdict();
        boolean hollow = verdict == BodyVerdict.EMPTY
                || article.body() == null
                || article.body().isBlank();
        return !PageAddress.isHome(url) && !(hollow && article.publishedAt() == null);
    }
}
