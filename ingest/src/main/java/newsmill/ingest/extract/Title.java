package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The headline, without the site's name. */
final class Title {
    /** A headline, and what gave it. */
    record Found(String text, String evidence) {}

    private static final String[] BARS = {
        " | ",
        " - ",
        " \u2013 ",
        " \u2014 ",
        " :: ",
        " \u00bb ",
        " \u00b7 ",
        " // ",
        " \u2022 ",
        " \u00ab ",
        "|",
        " : ",
        " / ",
        "\uff5c",
        "\u3163",
        " < "
    };

    /** So many blocks may stand between the headline and the story. */
    static final int ABOVE = 5;

    private static final Evaluator LINK = QueryParser.parse("a[href]");

    private Title() {}

    static Found of(Evidence evidence, List<Block> story) {
        String site = siteName(evidence);
        String host = PageAddress.host(evidence.page.url());
        String ld =
                evidence.jsonLd.describesArticle() ? bare(evidence.jsonLd.text("headline", "name"), site, host) : null;
        String og = bare(evidence.meta.first("og:title", "twitter:title", "dc.title", "title"), site, host);
        String element = bare(Text.line(evidence.title), site, host);
        String h1 = heading(evidence, site, host, ld, og, element);
        if (h1 != null && (isPartOf(h1, og) || isPartOf(h1, ld))) {
            return new Found(h1, "h1");
        }
        if (og != null && !cut(og) && shareTitleIsTheHeadline(ld, og, element, h1)) {
            return new Found(og, "og:title");
        }
        if (ld != null && !cut(ld)) {
            return new Found(ld, "json-ld headline");
        }
        if (h1 != null) {
            return within(element, h1) ? new Found(element, "title element") : new Found(h1, "h1");
        }
        String above = aboveStory(evidence, story);
        if (above != null && element != null && holds(element, above)) {
            return new Found(above, "h2 above the story");
        }
        if (og != null && !cut(og)) {
            return new Found(og, "og:title");
        }
        String line = TitleLine.of(element, evidence, story);
        if (line != null) {
            return new Found(line, "line above the story");
        }
        if (element != null && !isOfTheHouse(element, evidence)) {
            return new Found(element, "title element");
        }
        if (above != null) {
            return new Found(above, "h2 above the story");
        }
        if (element != null) {
            return new Found(element, "title element");
        }
        String feed = Text.line(evidence.page.feedTitle());
        return og != null ? new Found(og, "og:title") : feed == null ? null : new Found(feed, "feed");
    }

    /**
     * Newsrooms write a headline for readers and one for search engines. Where title element, h1 and JSON-LD all agree
     * against the share title, they are the one for search engines; so is one that only puts a catchword before it.
     */
    private static boolean shareTitleIsTheHeadline(String ld, String og, String element, String h1) {
        String share = Text.plain(og);
        if (share.split(" ").length < 4 || barred(og)) {
            return false;
        }
        if (ld != null && Text.plain(ld).endsWith(" " + share)) {
            return true;
        }
        String page = Text.plain(h1);
        return !page.isEmpty()
                && !page.equals(share)
                && page.equals(Text.plain(element))
                && (ld == null || page.equals(Text.plain(ld)));
    }

    /** True if the title is the heading and, behind or before a dash or bar, something more: a kicker, a section. */
    static boolean isPartOf(String heading, String title) {
        if (title == null || heading.indexOf(' ') < 0 || cut(heading)) {
            return false;
        }
        for (String bar : new String[] {" - ", " | ", " \u2013 "}) {
            if (title.startsWith(heading + bar) || title.endsWith(bar + heading)) {
                return true;
            }
        }
        return false;
    }

    /** True if the title element has all of a heading of a few words. */
    private static boolean holds(String title, String heading) {
        String part = Text.plain(heading);
        return part.split(" ").length >= 3 && (" " + Text.plain(title) + " ").contains(" " + part + " ");
    }

    /** True if the title says no more than the heading by which the page leads to the front page. */
    private static boolean isOfTheHouse(String title, Evidence evidence) {
        return evidence.clues.headings.stream()
                .filter(clue -> leadsHome(clue, evidence))
                .anyMatch(clue -> likeness(clue.headline(), title) > 0.5);
    }

    private static boolean leadsHome(Clue clue, Evidence evidence) {
        Element link = clue.element().selectFirst(LINK);
        String address = link == null ? "" : link.absUrl("href");
        try {
            return address.startsWith("http")
                    && PageAddress.host(address).equals(PageAddress.host(evidence.page.url()))
                    && PageAddress.isHome(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The nearest h2 above the story: the headline of pages whose h1 is the house's name. */
    private static String aboveStory(Evidence evidence, List<Block> story) {
        int first = story.isEmpty() || evidence.blocks.hidden ? -1 : story.get(0).index;
        String nearest = null;
        for (Clue clue : evidence.clues.headings) {
            boolean above = clue.at() <= first && clue.at() >= first - ABOVE;
            String text = above && clue.element().normalName().equals("h2") ? clue.headline() : "";
            nearest = text.isEmpty() ? nearest : text;
        }
        return nearest;
    }

    /** True for a title of a few words to which the heading adds a catchword before, or a date and tags behind. */
    private static boolean within(String title, String heading) {
        String part = Text.plain(title);
        String whole = Text.plain(heading);
        return part.split(" ").length >= 3
                && whole.length() > part.length()
                && (whole.startsWith(part + " ") || whole.endsWith(" " + part));
    }

    private static boolean barred(String title) {
        for (String bar : BARS) {
            if (title.contains(bar) && !bar.equals(" : ") && !bar.equals(" \u2013 ") && !bar.equals(" - ")) {
                return true;
            }
        }
        return false;
    }

    private static boolean cut(String title) {
        return title.endsWith("...") || title.endsWith("\u2026");
    }

    /** The h1 that shares most words with the other titles; one that shares none only if it is a sentence and alone. */
    private static String heading(Evidence evidence, String site, String host, String... others) {
        String best = null;
        double bestScore = -1;
        int count = 0;
        for (Clue clue : evidence.clues.headings) {
            boolean h1 = clue.element().normalName().equals("h1");
            if (!h1 || clue.headlineElsewhere(evidence.shown.mass) || leadsHome(clue, evidence)) {
                continue;
            }
            String text = clue.headline();
            if (text.isEmpty() || names(text, site, host)) {
                continue;
            }
            count++;
            double score = 0;
            for (String other : others) {
                score = Math.max(score, other == null ? 0 : likeness(text, other));
            }
            if (score > bestScore) {
                bestScore = score;
                best = text;
            }
        }
        boolean sentence = best != null
                && count == 1
                && (Text.plain(best).split(" ").length >= 3 || Text.ideograph(best.charAt(0)));
        return bestScore >= 0.3 || sentence ? best : null;
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

    /** Without the parts before or behind a bar that name the site. */
    static String bare(String title, String site, String host) {
        String text = title;
        for (int round = 0; round < 3 && text != null; round++) {
            String shorter = shorter(text, site, host);
            if (shorter == null) {
                break;
            }
            text = shorter;
        }
        // Korean papers put the trail of sections behind the headline.
        int trail = text == null ? -1 : text.indexOf(" < ");
        return trail > 0 ? text.substring(0, trail).strip() : text;
    }

    /** The part before or behind a bar that is the host's name spelt out; or null. */
    static String siteIn(String title, String host) {
        for (String bar : title == null ? new String[0] : BARS) {
            int last = title.lastIndexOf(bar);
            int first = title.indexOf(bar);
            if (last > 0 && names(title.substring(last + bar.length()), null, host)) {
                return title.substring(last + bar.length()).strip();
            }
            if (first > 0 && names(title.substring(0, first), null, host)) {
                return title.substring(0, first).strip();
            }
        }
        return null;
    }

    private static String shorter(String text, String site, String host) {
        if (site != null && text.startsWith(site + ": ")) {
            return text.substring(site.length() + 2).strip();
        }
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
