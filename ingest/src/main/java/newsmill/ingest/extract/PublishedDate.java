package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import newsmill.article.Article.DateOrigin;
import org.jsoup.nodes.Element;

/** When the page says it was published, and what said so: the machine's words before the people's, never a sidebar's. */
final class PublishedDate {
    /** A date and where it came from. */
    record Found(Stamp stamp, DateOrigin from, String evidence) {}

    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "og:publish_date",
        "article:published",
        "datepublished",
        "rnews:datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "dcterms.created",
        "dcterms.issued",
        "dc.date.issued",
        "dc.date.created",
        "dc:date.issued",
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "publicationdate",
        "publication_date",
        "date.release",
        "article.published",
        "article_date_original",
        "originalpublicationdate",
        "bt:pubdate",
        "pdate",
        "ptime",
        "vr:published_time",
        "release_date",
        "published_date",
        "published_at",
        "published",
        "displaydate",
        "last-published",
        "article.created",
        "datecreated",
        "og:pubdate",
        "created"
    };
    private static final String[] SOME_DATE = {
        "date", "dc.date", "dc:date", "dcterms.date", "time", "eomportal-lastupdate"
    };
    private static final String[] MODIFIED = {
        "article:modified_time", "og:updated_time", "og:article:modified_time", "og:modified_time", "datemodified",
                "dcterms.modified", "dc.date.modified",
        "article.updated", "lastmod", "last-modified", "updated_time", "modified", "moddate", "revision_date"
    };

    /** How far into a paragraph a dateline reaches. */
    private static final int DATELINE = 70;

    private final Evidence evidence;
    private final boolean monthFirst;

    private PublishedDate(Evidence evidence) {
        this.evidence = evidence;
        this.monthFirst = monthFirst(evidence);
    }

    /** Of those who write 3/4/2020, only Americans mean the fourth of March. */
    private static boolean monthFirst(Evidence evidence) {
        String language = Publication.language(evidence);
        if (language == null || language.equals("en")) {
            String host = Title.host(evidence.page.url());
            String top = host.substring(host.lastIndexOf('.') + 1);
            boolean elsewhere = top.length() == 2 && !AMERICAN_TOPS.contains(top);
            return !elsewhere && !evidence.page.url().toLowerCase(Locale.ROOT).contains("/en-gb/");
        }
        return language.equals("en-US");
    }

    /** Two-letter domains that say nothing of the country, and that of the country itself. */
    private static final Set<String> AMERICAN_TOPS = Set.of("us", "io", "tv", "co", "me", "fm", "ly", "ai");

    static Found of(Evidence evidence, int titleAt, List<Block> story) {
        PublishedDate reader = new PublishedDate(evidence);
        int first = story.isEmpty() ? -1 : story.get(0).index;
        int last = story.isEmpty() ? -1 : story.get(story.size() - 1).index;
        boolean aside = titleAt >= 0 && first >= 0 && (titleAt > last || titleAt < first - 40);
        int anchor = titleAt >= 0 && !aside ? titleAt : Math.max(-1, first - 1);
        Found found = reader.find(anchor, first, last);
        return found == null ? null : reader.local(found, anchor);
    }

    /** What a site rule found, as a date; null if it is none. */
    static Found ruled(Evidence evidence, String text) {
        Stamp stamp = text == null ? null : new PublishedDate(evidence).parse(text);
        return stamp == null ? null : new Found(stamp, DateOrigin.TEXT, "site rule: " + text);
    }

    static Stamp modified(Evidence evidence) {
        PublishedDate reader = new PublishedDate(evidence);
        Stamp stamp = reader.parse(evidence.jsonLd.text("dateModified"));
        for (int i = 0; stamp == null && i < MODIFIED.length; i++) {
            stamp = reader.parse(evidence.meta.first(MODIFIED[i]));
        }
        return stamp;
    }

    private Found find(int titleAt, int first, int last) {
        Found found = jsonLd("datePublished");
        if (found == null) {
            found = meta(PUBLISHED);
        }
        if (found == null) {
            found = properties();
        }
        if (found == null) {
            found = meta(SOME_DATE);
        }
        Stamp url = UrlDate.of(evidence.page.url());
        if (found == null) {
            found = times(titleAt);
        }
        if (found == null && url != null) {
            found = new Found(url, DateOrigin.URL, evidence.page.url());
        }
        if (found == null) {
            found = signed(titleAt, true);
        }
        if (found == null) {
            found = blocks(titleAt, first, last);
        }
        if (found == null) {
            found = signed(titleAt, false);
        }
        if (found == null) {
            found = jsonLd("dateCreated");
        }
        if (found == null && evidence.page.feedPublished() != null) {
            Stamp stamp = parse(evidence.page.feedPublished());
            found = stamp == null ? null : new Found(stamp, DateOrigin.FEED, evidence.page.feedPublished());
        }
        if (found == null) {
            found = jsonLd("dateModified");
        }
        if (found == null) {
            found = meta(MODIFIED);
        }
        return found == null ? state() : found;
    }

    /** The page's state in its scripts: what a browser would show. */
    private Found state() {
        for (Element script : evidence.clues.scripts) {
            String data = script.data();
            for (String key : data.length() > 2_000_000 ? new String[0] : STATE_KEYS) {
                int at = data.indexOf(key);
                int end = at < 0 ? -1 : Math.min(data.length(), at + key.length() + 50);
                Stamp stamp = at < 0 ? null : parse(data.substring(at + key.length(), end));
                if (stamp != null) {
                    return new Found(stamp, DateOrigin.META, "script " + key);
                }
            }
        }
        return null;
    }

    private static final String[] STATE_KEYS = {
        "datePublished",
        "publishedAt",
        "published_at",
        "publishedDate",
        "publishDate",
        "publish_date",
        "publicationDate",
        "firstPublished",
        "pubDate",
        "deployDt",
        "displayDate",
        "createdAt",
        "created_at"
    };

    private Stamp parse(String text) {
        Stamp stamp = DateText.find(text, monthFirst);
        if (stamp != null && evidence.page.fetched() != null) {
            var latest = evidence.page
                    .fetched()
                    .atOffset(java.time.ZoneOffset.UTC)
                    .toLocalDate()
                    .plusDays(2);
            return stamp.date().isAfter(latest) ? null : stamp;
        }
        return stamp;
    }

    private Found jsonLd(String field) {
        String text = evidence.jsonLd.text(field);
        if (text == null && !evidence.jsonLd.describesArticle()) {
            text = JsonLd.text(evidence.jsonLd.any("WebPage"), field);
        }
        Stamp stamp = parse(text);
        return stamp == null ? null : new Found(stamp, DateOrigin.JSON_LD, field + " " + text);
    }

    private Found meta(String[] names) {
        for (String name : names) {
            String content = evidence.meta.first(name);
            Stamp stamp = parse(content);
            if (stamp != null) {
                return new Found(stamp, DateOrigin.META, name + " " + content);
            }
        }
        return null;
    }

    private Found properties() {
        for (Clue clue : evidence.clues.properties) {
            boolean published =
                    clue.element().attr("itemprop").toLowerCase(Locale.ROOT).contains("datepublished");
            if (published && !clue.elsewhere(evidence.blocks.mass)) {
                Stamp stamp = parse(clue.value());
                if (stamp != null) {
                    return new Found(stamp, DateOrigin.META, "itemprop " + clue.value());
                }
            }
        }
        return null;
    }

    /** The {@code time} elements: one marked as published, else the first that stands in no list, comment or sidebar. */
    private Found times(int titleAt) {
        List<Clue> candidates = new ArrayList<>();
        for (Clue time : evidence.clues.times) {
            if (time.elsewhere(evidence.blocks.mass)) {
                continue;
            }
            if (time.element().hasAttr("pubdate") || has(time.element(), "publish")) {
                candidates.add(0, time);
            } else if (!has(time.element(), "update") && !has(time.element(), "modified")) {
                candidates.add(time);
            }
        }
        for (Clue time : candidates) {
            Stamp stamp = parse(time.value());
            if (stamp != null) {
                return new Found(stamp, DateOrigin.TIME, time.value());
            }
        }
        return null;
    }

    private static boolean has(Element element, String word) {
        return element.attr("class").contains(word) || element.attr("itemprop").contains(word);
    }

    /** Elements whose names speak of a date. */
    private Found signed(int titleAt, boolean fromTitleOn) {
        List<Clue> clues = new ArrayList<>();
        for (Clue clue : evidence.clues.dates) {
            boolean from = titleAt < 0 || (clue.at() >= titleAt && clue.at() <= titleAt + 8);
            if (from == fromTitleOn && clue.near(titleAt, evidence.blocks.mass)) {
                clues.add(clue);
            }
        }
        clues.sort(Comparator.comparing(clue -> titleAt >= 0 && (clue.at() < titleAt - 3 || clue.at() > titleAt + 8)));
        for (Clue clue : clues) {
            String text = clue.value();
            if (text.length() > 200) {
                continue;
            }
            Stamp stamp = parse(text);
            if (stamp != null) {
                return new Found(stamp, DateOrigin.TEXT, text);
            }
        }
        return null;
    }

    /**
     * Short blocks near the headline, the dateline of the story, short blocks where it ends, and then any that say
     * "published" or the like.
     */
    private Found blocks(int titleAt, int first, int last) {
        List<Block> all = evidence.blocks.all;
        if (titleAt >= 0) {
            for (int d = 1; d <= 8; d++) {
                for (int at : new int[] {titleAt + d, titleAt - d}) {
                    Found found = at < 0 || at >= all.size() || at < titleAt - 4 ? null : block(all.get(at), 25);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        for (int i = Math.max(0, first); first >= 0 && i < Math.min(all.size(), first + 3); i++) {
            String text = all.get(i).text;
            Stamp stamp = parse(text.substring(0, Math.min(text.length(), DATELINE)));
            if (stamp != null) {
                return new Found(stamp, DateOrigin.TEXT, text.substring(0, Math.min(text.length(), DATELINE)));
            }
        }
        for (int i = last + 1; last >= 0 && i < Math.min(all.size(), last + 6); i++) {
            Found found = block(all.get(i), 15);
            if (found != null) {
                return found;
            }
        }
        for (Block block : all) {
            if (block.words <= 25 && Phrases.has(Phrases.in(block.text), Phrases.Kind.DATE)) {
                Found found = block(block, 25);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private Found block(Block block, int most) {
        Stamp stamp = block.words > most || block.digits == 0 ? null : parse(block.text);
        return stamp == null ? null : new Found(stamp, DateOrigin.TEXT, block.text);
    }

    /**
     * A moment that the machine's words give in UTC, in the page's own offset where its readers' words show it: the same
     * moment on the reader's clock tells the offset, and a midnight in UTC's evening is the next day itself.
     */
    private Found local(Found found, int titleAt) {
        Stamp stamp = found.stamp();
        if (stamp.time() == null || (stamp.offset() != null && stamp.offset().getTotalSeconds() != 0)) {
            return found;
        }
        Stamp address = UrlDate.of(evidence.page.url());
        boolean sure = address != null && address.date().equals(stamp.date());
        for (Stamp shown : shown(titleAt)) {
            Stamp local = stamp.shownAs(shown);
            if (local != null && !(sure && !local.date().equals(stamp.date()))) {
                return new Found(local, found.from(), found.evidence());
            }
        }
        return found;
    }

    /** What readers see by the headline, and the address. */
    private List<Stamp> shown(int titleAt) {
        List<Stamp> out = new ArrayList<>();
        for (List<Clue> clues : List.of(evidence.clues.times, evidence.clues.dates)) {
            for (Clue clue : clues) {
                if (titleAt >= 0 && clue.at() >= titleAt - 3 && clue.at() <= titleAt + 8) {
                    add(out, DateText.find(clue.element().attr("datetime"), monthFirst));
                    add(out, DateText.find(clue.text(), monthFirst));
                }
            }
        }
        List<Block> all = evidence.blocks.all;
        for (int i = Math.max(0, titleAt - 3); titleAt >= 0 && i < Math.min(all.size(), titleAt + 8); i++) {
            if (all.get(i).words <= 25 && all.get(i).digits > 0) {
                add(out, DateText.find(all.get(i).text, monthFirst));
            }
        }
        add(out, parse(evidence.jsonLd.text("dateModified")));
        add(out, UrlDate.of(evidence.page.url()));
        return out;
    }

    private static void add(List<Stamp> out, Stamp stamp) {
        if (stamp != null) {
            out.add(stamp);
        }
    }
}
