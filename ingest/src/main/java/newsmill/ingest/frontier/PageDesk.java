package newsmill.ingest.frontier;

import java.time.Instant;
import newsmill.article.Article;
import newsmill.article.Article.BodyVerdict;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.ingest.fetch.WebAddress;
import newsmill.ingest.health.VisitReport;
import newsmill.ingest.health.VisitReport.Result;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Decides what becomes of an article's page: first print, new revision, nothing new, withdrawn. */
final class PageDesk {
    /** A link passed on from host to host more often than this leads nowhere. */
    private static final int MOST_HOPS = 4;

    private final KeyValueStore<Bytes, byte[]> seen;
    private final HostQueue queue;
    private final Schedule schedule;
    private final Press press;

    PageDesk(KeyValueStore<Bytes, byte[]> seen, HostQueue queue, Schedule schedule, Press press) {
        this.seen = seen;
        this.queue = queue;
        this.schedule = schedule;
        this.press = press;
    }

    /** Takes a link of a host of ours; one that is known already changes nothing. */
    void admit(LinkEntry link, long now) {
        String id = ArticleId.of(CanonicalUrl.of(link.url()));
        if (state(id) == null) {
            schedule(id, PageState.fresh(link, now), now);
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
                link.url(),
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
            moved(due.id(), page, moved.to(), now);
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
        if (isHome(read.answer().url()) && !isHome(page.link().url())) {
            gone(id, page, now);
            return;
        }
        if (page.first() == 0 && listed(page)) {
            press.report(
                    VisitReport.read(page.link().source().id(), page.link().url(), Instant.ofEpochMilli(now), article));
        }
        if (!isArticle(article, read.answer().url())) {
            settle(id, page.seen(now, read.answer().validators()));
            return;
        }
        if (!article.id().equals(id) && page.printed() == null) {
            underOwnId(id, page, article, read, now);
            return;
        }
        nextLook(id, print(page.seen(now, read.answer().validators()), article, now), now);
    }

    /** The page's canonical address is not the one of the link: the article is kept under the former. */
    private void underOwnId(String linkId, PageState page, Article article, Outcome.Read read, long now) {
        settle(linkId, page.seen(now, null));
        PageState known = state(article.id());
        if (known == null || known.printed() == null && known.due() < 0) {
            PageState own = page.seen(now, read.answer().validators());
            nextLook(article.id(), print(own, article, now), now);
        }
    }

    /** Publishes if it is new or its words have changed. A wall where the article stood before is no correction. */
    private PageState print(PageState page, Article article, long now) {
        PageState.Printed before = page.printed();
        boolean sound = isSound(article.bodyVerdict());
        if (before != null && (before.contentHash().equals(article.contentHash()) || before.sound() && !sound)) {
            return page;
        }
        String id = before == null ? article.id() : before.id();
        int revision = before == null ? 1 : before.revision() + 1;
        Article issue = (before == null ? article : withId(article, id, before.canonicalUrl()))
                .with()
                .revision(revision)
                .build();
        if (!press.publish(issue, now)) {
            return page;
        }
        return page.printed(new PageState.Printed(
                id,
                issue.canonicalUrl(),
                revision,
                article.contentHash(),
                sound,
                article.title(),
                article.publishedAt()));
    }

    /** The identity decided at first stays, whatever the page says later. */
    private static Article withId(Article article, String id, String canonicalUrl) {
        if (article.id().equals(id)) {
            return article;
        }
        Article.Builder builder = Article.of(id);
        return builder.url(article.url())
                .canonicalUrl(canonicalUrl)
                .source(article.source())
                .title(article.title())
                .description(article.description())
                .byline(article.byline())
                .section(article.section())
                .keywords(article.keywords())
                .image(article.image())
                .language(article.language())
                .publishedAt(article.publishedAt())
                .publishedAtFrom(article.publishedAtFrom())
                .modifiedAt(article.modifiedAt())
                .fetchedAt(article.fetchedAt())
                .body(article.body())
                .bodyVerdict(article.bodyVerdict())
                .contentHash(article.contentHash())
                .rights(article.rights())
                .build();
    }

    private void moved(String id, PageState page, String to, long now) {
        if (isHome(to)) {
            gone(id, page, now);
            return;
        }
        settle(id, page.seen(now, null));
        LinkEntry link = page.link();
        if (link.hops() < MOST_HOPS) {
            press.pass(new LinkEntry(to, link.source(), link.published(), link.title(), link.hops() + 1), now);
        }
    }

    /** Gone twice, a day apart, is withdrawn; what was never published is only forgotten about. */
    private void gone(String id, PageState page, long now) {
        PageState missing = page.missing(now);
        long apart = schedule.settings().withdrawAfter().toMillis();
        if (page.printed() == null) {
            missed(page, Result.GONE, null, now);
            settle(id, missing);
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
        } else {
            retry(id, page, failed.reason(), 0, now);
        }
    }

    private void retry(String id, PageState page, String reason, long pause, long now) {
        PageState failed = page.failed();
        if (failed.failures() > Schedule.MOST_RETRIES) {
            missed(page, Result.FAILED, reason, now);
            nextLook(id, page.skipped(), now);
        } else {
            schedule(id, failed.due(now + Math.max(pause, schedule.untilRetry(page.failures()))), now);
        }
    }

    /** Reports a page that was never read, now that it is given up. */
    private void missed(PageState page, Result result, String reason, long now) {
        if (page.first() == 0 && listed(page)) {
            press.report(VisitReport.missed(
                    page.link().source().id(), page.link().url(), Instant.ofEpochMilli(now), result, reason));
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
        seen.put(QueueKeys.host(id), StateJson.write(page));
        queue.add(new Due(Host.of(page.link().url()), page.due(), id));
    }

    private void settle(String id, PageState page) {
        seen.put(QueueKeys.host(id), StateJson.write(page.settled()));
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
        return !isHome(url) && !(hollow && article.publishedAt() == null);
    }

    private static boolean isHome(String url) {
        String path = WebAddress.uri(url).getRawPath();
        return path == null || path.isEmpty() || path.equals("/");
    }
}
