package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The headline, without the site's name. */
final class Title {
    /** A headline, and what gave it. */
    record Found(String text, String evidence) {}

    private static final String[] BARS = {
        " | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00bb ", " \u00b7 ", " // ", " \u2022 ", " \u00ab ", "|", " : "
    };

    private Title() {}

    static Found of(Evidence evidence) {
        String site = siteName(evidence);
        String host = host(evidence.page.url());
        String ld = evidence.jsonLd.describesArticle() ? evidence.jsonLd.text("headline", "name") : null;
        String og = bare(evidence.meta.first("og:title", "twitter:title", "dc.title", "title"), site, host);
        String element = bare(Text.line(evidence.document.title()), site, host);
        String h1 = heading(evidence, ld, og, element);
        ld = bare(ld, site, host);
        if (ld != null && !cut(ld)) {
            return new Found(ld, "json-ld headline");
        }
        if (og != null && !cut(og)) {
            return new Found(og, "og:title");
        }
        if (h1 != null) {
            return new Found(h1, "h1");
        }
        if (element != null) {
            return new Found(element, "title element");
        }
        return og != null
                ? new Found(og, "og:title")
                : evidence.page.feedTitle() != null ? new Found(Text.line(evidence.page.feedTitle()), "feed") : null;
    }

    private static boolean cut(String title) {
        return title.endsWith("...") || title.endsWith("\u2026");
    }

    /** The h1 that shares most words with what the machine-readable titles say; the first one if they say nothing. */
    static String heading(Evidence evidence, String... others) {
        String best = null;
        double bestScore = -1;
        for (Element element : evidence.clues.headings) {
            if (!element.normalName().equals("h1") || PublishedDate.elsewhere(element)) {
                continue;
            }
            String text = PublishedDate.brief(element);
            if (text.isEmpty()) {
                continue;
            }
            double score = 0;
            for (String other : others) {
                score = Math.max(score, other == null ? 0 : likeness(text, other));
            }
            if (score > bestScore) {
                bestScore = score;
                best = text;
            }
        }
        return best;
    }

    /** Shared words over all words, 0 to 1. */
    static double likeness(String a, String b) {
        List<String> left = new ArrayList<>(List.of(Text.plain(a).split(" ")));
        String[] right = Text.plain(b).split(" ");
        int all = left.size() + right.length;
        int shared = 0;
        for (String word : right) {
            shared += left.remove(word) ? 1 : 0;
        }
        return 2.0 * shared / all;
    }

    static String siteName(Evidence evidence) {
        String site = evidence.meta.first("og:site_name", "application-name", "twitter:site");
        return site != null
                ? site
                : JsonLd.text(evidence.jsonLd.resolve(evidence.jsonLd.article.path("publisher")), "name");
    }

    static String host(String url) {
        int scheme = url.indexOf("://");
        int end = url.indexOf('/', scheme + 3);
        String host = url.substring(scheme < 0 ? 0 : scheme + 3, end < 0 ? url.length() : end);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** Without the parts before or behind a bar that name the site. */
    static String bare(String title, String site, String host) {
        String text = title;
        for (int round = 0; round < 3 && text != null; round++) {
            String shorter = shorter(text, site, host);
            if (shorter == null) {
                return text;
            }
            text = shorter;
        }
        return text;
    }

    private static String shorter(String text, String site, String host) {
        for (String bar : BARS) {
            int last = text.lastIndexOf(bar);
            if (last > 0 && names(text.substring(last + bar.length()), site, host)) {
                return text.substring(0, last).strip();
            }
            int first = text.indexOf(bar);
            if (first > 0 && names(text.substring(0, first), site, host)) {
                return text.substring(first + bar.length()).strip();
            }
        }
        return null;
    }

    /** True if the part is the site's name, or the host's name spelt out. */
    static boolean names(String part, String site, String host) {
        String name = Text.plain(part).replace(" ", "");
        if (name.isEmpty() || name.length() > 40) {
            return name.isEmpty();
        }
        String known = site == null ? "" : Text.plain(site).replace(" ", "");
        String bareHost = Text.plain(host).replace(" ", "");
        return name.equals(known)
                || (known.length() > 3 && (name.startsWith(known) || known.startsWith(name) && name.length() > 3))
                || (name.length() > 2 && bareHost.startsWith(name))
                || (name.length() > 3 && bareHost.contains(name));
    }
}
