package newsmill.ingest.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page that lists articles: those of its links that an operator's pattern means, else those that look like articles of
 * the same site. What an article's address looks like there is learned from the page: addresses of one shape stand on it
 * again and again, with headlines on them.
 */
final class ListingFormat {
    private static final int MOST_LINKS = 2_000;
    private static final int SHORTEST_HEADLINE = 20;
    /** As many links of one shape, as many words on most of them, are a list of articles. */
    private static final int FEWEST_ALIKE = 3;

    private static final int HEADLINE_WORDS = 4;
    private static final Pattern DATE = Pattern.compile("/(19|20)\\d\\d[/-]?(0?[1-9]|1[0-2])([/-]|\\d\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{5,}");
    private static final Set<String> NOT_ARTICLES = Set.of(
            "tag",
            "tags",
            "category",
            "categories",
            "author",
            "authors",
            "search",
            "login",
            "register",
            "account",
            "subscribe",
            "newsletter",
            "newsletters",
            "about",
            "contact",
            "privacy",
            "terms",
            "imprint",
            "jobs",
            "topic",
            "topics",
            "video",
            "videos",
            "audio",
            "podcast",
            "podcasts",
            "gallery",
            "page",
            "feed",
            "rss");
    private static final Set<String> FILES = Set.of(
            ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".mp3", ".mp4", ".zip", ".xml", ".rss", ".css");

    private ListingFormat() {}

    /** What a page lists. @param pattern of addresses that are articles, or null */
    static SourceContent read(String text, String url, LinkPattern pattern) {
        Document page = Jsoup.parse(text, url == null ? "" : url);
        Element html = page.selectFirst("html[lang]");
        String language = html == null ? null : html.attr("lang");
        Map<String, Item> links = links(page, url, language);
        if (pattern == null) {
            Set<String> shapes = articleShapes(links);
            links.values().removeIf(link -> !looksLikeArticle(link, shapes));
        } else {
            links.values().removeIf(link -> !pattern.matches(path(link.url())));
        }
        return new SourceContent(
                "page", page.title(), language, new ArrayList<>(links.values()), List.of(), Hints.NONE);
    }

    /** The links to the same site, each with the longest of the texts that stand on it. */
    private static Map<String, Item> links(Document page, String url, String language) {
        Map<String, Item> links = new LinkedHashMap<>();
        for (Element link : page.select("a[href]")) {
            if (links.size() >= MOST_LINKS) {
                break;
            }
            String address = withoutFragment(link.absUrl("href"));
            if (sameSite(url, address) && !address.equals(url) && mayBeArticle(path(address))) {
                String headline = link.text().strip();
                Item item = new Item(address, null, headline, null, null, null, null, null, language);
                links.merge(address, item, ListingFormat::longerTitle);
            }
        }
        return links;
    }

    /** The shapes that make up a list: several addresses that differ, with headlines on most of them. */
    private static Set<String> articleShapes(Map<String, Item> links) {
        Map<String, List<Item>> byShape = new HashMap<>();
        links.values()
                .forEach(link -> byShape.computeIfAbsent(LinkShape.of(path(link.url())), shape -> new ArrayList<>())
                        .add(link));
        Set<String> shapes = new HashSet<>();
        byShape.forEach((shape, alike) -> {
            long headlines =
                    alike.stream().filter(link -> isHeadline(link.title())).count();
            boolean varies = LinkShape.varies(shape) || shape.contains("two-words");
            if (varies && alike.size() >= FEWEST_ALIKE && headlines * 2 >= alike.size()) {
                shapes.add(shape);
            }
        });
        return shapes;
    }

    /** Its address is of a shape that the page lists, or ends in a slug or a number and its link reads like a headline. */
    private static boolean looksLikeArticle(Item link, Set<String> shapes) {
        String path = path(link.url());
        if (shapes.contains(LinkShape.of(path))) {
            return true;
        }
        String last = path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
        long hyphens = last.chars().filter(c -> c == '-' || c == '_').count();
        boolean articlePath = DATE.matcher(path).find() || NUMBER.matcher(path).find() || hyphens >= 3;
        return articlePath && (link.title().length() >= SHORTEST_HEADLINE || hyphens >= 4);
    }

    private static boolean isHeadline(String text) {
        return text.length() >= SHORTEST_HEADLINE
                && (text.split("\\s+", HEADLINE_WORDS).length >= HEADLINE_WORDS || isDense(text));
    }

    /** Chinese, Japanese and Thai set no spaces between words. */
    private static boolean isDense(String text) {
        return text.codePoints()
                                .filter(c -> c >= 0x0E00 && Character.isLetter(c))
                                .count()
                        * 2
                > text.length();
    }

    private static boolean mayBeArticle(String path) {
        if (path.length() < 2) {
            return false;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        int query = lower.indexOf('?');
        String plain = query < 0 ? lower : lower.substring(0, query);
        int dot = plain.lastIndexOf('.');
        if (dot > 0 && FILES.contains(plain.substring(dot))) {
            return false;
        }
        for (String segment : plain.split("/")) {
            if (NOT_ARTICLES.contains(segment)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameSite(String url, String address) {
        if (!address.startsWith("http")) {
            return false;
        }
        return url == null || url.isEmpty() || site(url).equals(site(address));
    }

    private static String site(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m)\\.", "");
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    /** Path and query. */
    private static String path(String address) {
        int host = address.indexOf("//");
        int path = address.indexOf('/', host + 2);
        return path < 0 ? "" : address.substring(path);
    }

    private static Item longerTitle(Item one, Item other) {
        return other.title().length() > one.title().length() ? other : one;
    }

    private static String withoutFragment(String address) {
        int at = address.indexOf('#');
        return at < 0 ? address : address.substring(0, at);
    }
}
