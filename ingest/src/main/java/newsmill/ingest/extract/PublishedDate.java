package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
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

    private final Evidence evidence;
    private final boolean monthFirst;

    private PublishedDate(Evidence evidence) {
        this.evidence = evidence;
        String lang = evidence.document.select("html").attr("lang").toLowerCase(java.util.Locale.ROOT);
        String country = evidence.page.url();
        this.monthFirst = lang.isEmpty() || lang.equals("en") || lang.startsWith("en-us") || lang.startsWith("en_us")
                ? !british(country)
                : false;
    }

    private static boolean british(String url) {
        int scheme = url.indexOf("://");
        int end = url.indexOf('/', scheme + 3);
        String host = url.substring(scheme < 0 ? 0 : scheme + 3, end < 0 ? url.length() : end);
        String top = host.substring(host.lastIndexOf('.') + 1);
        return top.length() == 2 && !top.equals("us") && !top.equals("io") && !top.equals("tv") && !top.equals("co");
    }

    static Found of(Evidence evidence, int titleAt) {
        return new PublishedDate(evidence).find(titleAt);
    }

    static Stamp modified(Evidence evidence) {
        PublishedDate reader = new PublishedDate(evidence);
        Stamp stamp = reader.parse(evidence.jsonLd.text("dateModified"));
        for (int i = 0; stamp == null && i < MODIFIED.length; i++) {
            stamp = reader.parse(evidence.meta.first(MODIFIED[i]));
        }
        return stamp;
    }

    private Found find(int titleAt) {
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
            found = signed(titleAt);
        }
        if (found == null) {
            found = blocks(titleAt);
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
        return found == null ? meta(MODIFIED) : found;
    }

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
        for (Element element : evidence.clues.properties) {
            if (element.attr("itemprop").toLowerCase(java.util.Locale.ROOT).contains("datepublished")) {
                Stamp stamp = parse(value(element));
                if (stamp != null) {
                    return new Found(stamp, DateOrigin.META, "itemprop " + value(element));
                }
            }
        }
        return null;
    }

    static String value(Element element) {
        for (String name : new String[] {"datetime", "content", "data-datetime", "data-date", "title"}) {
            String value = element.attr(name);
            if (!value.isBlank() && Character.isDigit(value.strip().charAt(0))) {
                return value;
            }
        }
        return brief(element);
    }

    /** The first words of an element; never the whole of a large one. */
    static String brief(Element element) {
        StringBuilder out = new StringBuilder();
        org.jsoup.nodes.Node node = element.firstChild();
        int steps = 0;
        while (node != null && node != element && out.length() < 300 && steps++ < 200) {
            if (node instanceof org.jsoup.nodes.TextNode text) {
                String whole = text.getWholeText();
                out.append(' ').append(whole, 0, Math.min(300, whole.length()));
            }
            org.jsoup.nodes.Node next = node.firstChild();
            while (next == null && node != null && node != element) {
                next = node.nextSibling();
                node = next == null ? node.parentNode() : node;
            }
            node = next == null ? null : next;
        }
        String line = Text.line(out.toString());
        return line == null ? "" : line;
    }

    /** The {@code time} elements: one marked as published, else the first that stands in no list, comment or sidebar. */
    private Found times(int titleAt) {
        List<Element> candidates = new ArrayList<>();
        for (Element time : evidence.clues.times) {
            if (time.hasAttr("pubdate") || has(time, "publish")) {
                candidates.add(0, time);
            } else if (!has(time, "update") && !has(time, "modified")) {
                candidates.add(time);
            }
        }
        for (Element time : candidates) {
            if (elsewhere(time)) {
                continue;
            }
            Stamp stamp = parse(value(time));
            if (stamp != null) {
                return new Found(stamp, DateOrigin.TIME, value(time));
            }
        }
        return null;
    }

    private static boolean has(Element element, String word) {
        return element.attr("class").contains(word) || element.attr("itemprop").contains(word);
    }

    /** True for what belongs to another article, a comment or the page's frame. */
    static boolean elsewhere(Element element) {
        Element up = element;
        for (int i = 0; i < 12 && up != null; i++, up = up.parent()) {
            String tag = up.normalName();
            if (tag.equals("nav") || tag.equals("footer") || tag.equals("aside")) {
                return true;
            }
            long signs =
                    up.attributesSize() == 0 ? 0 : ClassWords.read(up.attr("class")) | ClassWords.read(up.attr("id"));
            if (i > 0
                    && (signs & ELSEWHERE) != 0
                    && !tag.equals("body")
                    && !tag.equals("html")
                    && !tag.equals("main")
                    && !tag.equals("article")) {
                return true;
            }
        }
        return false;
    }

    private static final long ELSEWHERE = ClassWords.Sign.RELATED.bit()
            | ClassWords.Sign.COMMENT.bit()
            | ClassWords.Sign.SIDEBAR.bit()
            | ClassWords.Sign.FOOTER.bit()
            | ClassWords.Sign.NAV.bit();

    /** Elements whose names speak of a date. */
    private Found signed(int titleAt) {
        for (Element element : evidence.clues.dates) {
            if (elsewhere(element)) {
                continue;
            }
            String text = value(element);
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

    /** Short blocks near the headline, then short blocks that say "published" or the like anywhere. */
    private Found blocks(int titleAt) {
        List<Block> all = evidence.blocks.all;
        if (titleAt >= 0) {
            for (int d = 1; d <= 8; d++) {
                for (int at : new int[] {titleAt + d, titleAt - d}) {
                    if (d > 4 && at < titleAt) {
                        continue;
                    }
                    Found found = at < 0 || at >= all.size() ? null : block(all.get(at), 25);
                    if (found != null) {
                        return found;
                    }
                }
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
}
