package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The feeds and sitemaps that a page points to. Pure. */
public final class FeedLinksInPage {
    private static final int MOST = 50;

    private static final Pattern FEED_IN_WORDS = Pattern.compile("\\b(RSS|Atom)\\b");

    private FeedLinksInPage() {}

    /** Addresses worth trying, the page's own announcements first. */
    public static List<String> of(byte[] page, String contentType, String url) {
        Document document = Jsoup.parse(SourceText.decode(page, contentType), url);
        Set<String> found = new LinkedHashSet<>();
        for (Element link : document.select("link[rel][href]")) {
            String rel = link.attr("rel").toLowerCase(Locale.ROOT);
            if (rel.contains("alternate") && isFeedType(link.attr("type")) || rel.equals("sitemap")) {
                found.add(link.absUrl("href"));
            }
        }
        for (Element link : document.select("a[href]")) {
            String address = link.absUrl("href");
            if (found.size() < MOST
                    && (looksLikeFeed(address)
                            || FEED_IN_WORDS.matcher(link.text()).find())) {
                found.add(address);
            }
        }
        found.remove("");
        List<String> ordered = new ArrayList<>(found);
        // What readers write is no news; blogs announce it all the same.
        ordered.sort(Comparator.comparing(address -> address.contains("/comments/")));
        return List.copyOf(ordered);
    }

    private static boolean isFeedType(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return name.contains("rss")
                || name.contains("atom")
                || name.contains("rdf")
                || name.contains("feed+json")
                || name.equals("application/json")
                || name.endsWith("/xml");
    }

    private static boolean looksLikeFeed(String address) {
        String end =
                address.toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "").replaceFirst("/$", "");
        return end.matches(
                        "https?://.*(/rss|/feed|/feeds|/atom|\\.rss|\\.atom|\\.rdf|/(rss|atom|feed|index)\\.(xml|json))$")
                || end.matches("https?://(feeds|rss)\\..*")
                || end.matches("https?://[^/]+/(.*/)?(rss|feeds|rdf)/.*");
    }
}
