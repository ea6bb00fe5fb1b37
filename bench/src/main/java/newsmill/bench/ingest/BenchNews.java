package newsmill.bench.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.bench.Pages;

/**
 * News sites: {@code /feed-N.xml}, {@code /story-N}, and a robots.txt that allows all. Every so many polls a feed has a new
 * item, and remembers when it was shown first.
 */
final class BenchNews implements LoopbackWeb.Site {
    private static final String MARK = "https://mark.example/here";
    private static final int DIFFERENT = 200;
    private static final int LISTED = 10;
    private static final byte[] ROBOTS =
            response("200 OK", "text/plain", null, "User-agent: *\nAllow: /\n".getBytes(StandardCharsets.UTF_8));

    final AtomicLong polls = new AtomicLong();
    final AtomicLong unchanged = new AtomicLong();
    final AtomicLong robots = new AtomicLong();
    /** When a feed showed an item first, in ns, by the article's id. */
    final Map<String, Long> shown = new ConcurrentHashMap<>();

    private final List<List<byte[]>> pages =
            IntStream.range(0, DIFFERENT).mapToObj(BenchNews::cut).toList();
    private final Map<String, AtomicInteger> feeds = new ConcurrentHashMap<>();
    private volatile int pollsToNews = 10;

    /** How many polls it takes until a feed has a new item. */
    void newsEvery(int polls) {
        pollsToNews = polls;
    }

    /** The page of a story, as served at its address. */
    byte[] page(int story, String url) {
        List<byte[]> parts = pages.get(story % DIFFERENT);
        byte[] address = url.getBytes(StandardCharsets.UTF_8);
        ByteBuffer page = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> part.length).sum() + address.length * (parts.size() - 1));
        for (int i = 0; i < parts.size(); i++) {
            page.put(i == 0 ? new byte[0] : address).put(parts.get(i));
        }
        return page.array();
    }

    @Override
    public ByteBuffer[] answer(String host, String path, String etag) {
        if (path.startsWith("/story-")) {
            String url = "http://" + host + path;
            return buffers("200 OK", "text/html; charset=utf-8", "\"1\"", page(number(path), url));
        }
        if (path.startsWith("/feed-")) {
            return feed(host, path, etag);
        }
        robots.incrementAndGet();
        return new ByteBuffer[] {ByteBuffer.wrap(ROBOTS)};
    }

    private ByteBuffer[] feed(String host, String path, String etag) {
        polls.incrementAndGet();
        AtomicInteger polled = feeds.computeIfAbsent(host + path, any -> new AtomicInteger());
        int feed = number(path.substring(0, path.length() - 4));
        // Not all of them at their tenth poll.
        int newest = LISTED + (feed % pollsToNews + polled.getAndIncrement()) / pollsToNews;
        String tag = "\"" + newest + "\"";
        if (tag.equals(etag)) {
            unchanged.incrementAndGet();
            return buffers("304 Not Modified", "application/rss+xml", tag, new byte[0]);
        }
        String base = "http://" + host + "/story-" + feed;
        shown.putIfAbsent(ArticleId.of(CanonicalUrl.of(base + "00" + newest)), System.nanoTime());
        StringBuilder rss =
                new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Bench</title>");
        for (int item = newest; item > newest - LISTED && item > LISTED; item--) {
            String url = base + "00" + item;
            rss.append("<item><title>Story ")
                    .append(item)
                    .append("</title><link>")
                    .append(url);
            rss.append("</link><guid>").append(url).append("</guid></item>");
        }
        rss.append("</channel></rss>");
        return buffers("200 OK", "application/rss+xml", tag, rss.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('-') + 1));
    }

    private static List<byte[]> cut(int number) {
        // A text of its own for each address: the same one at two addresses of a host is one article.
        String page = new String(Pages.number(number, MARK), StandardCharsets.UTF_8)
                .replaceFirst("</figure>\\s*<p>", "$0This report came from " + MARK + ". ");
        List<byte[]> parts = new ArrayList<>();
        for (String part : page.split(MARK, -1)) {
            parts.add(part.getBytes(StandardCharsets.UTF_8));
        }
        return parts;
    }

    private static ByteBuffer[] buffers(String status, String type, String etag, byte[] body) {
        return new ByteBuffer[] {ByteBuffer.wrap(head(status, type, etag, body.length)), ByteBuffer.wrap(body)};
    }

    private static byte[] response(String status, String type, String etag, byte[] body) {
        byte[] head = head(status, type, etag, body.length);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }

    private static byte[] head(String status, String type, String etag, int length) {
        String tag = etag == null ? "" : "ETag: " + etag + "\r\n";
        return ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + tag + "Content-Length: " + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
