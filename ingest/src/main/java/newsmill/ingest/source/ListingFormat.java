package newsmill.ingest.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page that lists articles: those of its links that look like articles of the same site. */
final class ListingFormat {
    private static final int MOST_LINKS = 2_000;
    private static final int SHORTEST_HEADLINE = 20;
    private static final Pattern DATE = Pattern.compile("/(19|20)\\d\\d[/-]?(0?[1-9]|1[0-2])([/-]|\\d\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{5,}");
    private static final Pattern NOT_AN_ARTICLE = Pattern.compile(
            "/(tag|tags|category|author|authors|search|login|register|subscribe|newsletter|about|contact|privacy|"
                    + "terms|topics|video|videos|audio|podcast|gallery)(/|$)");

    private ListingFormat() {}

    static SourceContent read(String text, String url) {
        Document page = Jsoup.parse(text, url == null ? "" : url);
        String language = page.selectFirst("html[lang]") == null
                ? null
                : page.selectFirst("html").attr("lang");
        Map<String, Item> links = new LinkedHashMap<>();
        for (Element link : page.select("a[href]")) {
            if (links.size() >= MOST_LINKS) {
                break;
            }
            String address = withoutFragment(link.absUrl("href"));
            String headline = link.text().strip();
            if (sameSite(url, address) && looksLikeArticle(address, headline)) {
                Item item = new Item(address, null, headline, null, null, null, null, null, language);
                links.merge(address, item, ListingFormat::longerTitle);
            }
        }
        return new SourceContent(
                "page", page.title(), language, new ArrayList<>(links.values()), List.of(), Hints.NONE);
    }

    /** An article's address ends in a slug or a number; its link reads like a headline. */
    private static boolean looksLikeArticle(String address, String headline) {
        String path = path(address);
        if (path.length() < 2 || NOT_AN_ARTICLE.matcher(path).find()) {
            return false;
        }
        String last = path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
        long hyphens = last.chars().filter(c -> c == '-' || c == '_').count();
        boolean articlePath = DATE.matcher(path).find() || NUMBER.matcher(path).find() || hyphens >= 3;
        return articlePath && (headline.length() >= SHORTEST_HEADLINE || hyphens >= 4);
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
            return host == null ? url : host.toLowerCase(java.util.Locale.ROOT).replaceFirst("^(www|m)\\.", "");
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private static String path(String address) {
        try {
            String path = URI.create(address).getRawPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Item longerTitle(Item one, Item other) {
        return other.title().length() > one.title().length() ? other : one;
    }

    private static String withoutFragment(String address) {
        int at = address.indexOf('#');
        return at < 0 ? address : address.substring(0, at);
    }
}
