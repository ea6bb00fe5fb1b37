package newsmill.ingest;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Feeds and pages for tests. */
public final class Samples {
    private Samples() {}

    /** An RSS feed with an item for each address. */
    public static String rss(String... urls) {
        return Arrays.stream(urls)
                .map(url -> "<item><title>Item &amp; more</title><link>" + url
                        + "</link><pubDate>Mon, 02 Mar 2026 09:30:00 +0100</pubDate></item>")
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title>",
                        "</channel></rss>"));
    }

    /** An article's page. */
    public static String page(String title, String... paragraphs) {
        return Arrays.stream(paragraphs)
                .map(text -> "<p>" + text + "</p>")
                .collect(Collectors.joining(
                        "\n",
                        "<!doctype html><html lang=en><head><meta charset=utf-8><title>" + title
                                + "</title></head><body><article><h1>" + title + "</h1>",
                        "</article></body></html>"));
    }

    /** A paragraph long enough to count as news. */
    public static String paragraph(String about) {
        return "The town council met on Monday evening to talk about " + about
                + ", and the mayor told residents that a "
                + "decision would be taken before the end of the month, once the engineers had handed in their report "
                + "and the budget committee had found the money for it in next year's plan.";
    }
}
