package newsmill.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceType;
import newsmill.ingest.source.Sources;

/** Many feeds on a few hosts, each of which lists articles of the next host; knows what should come of them. */
final class Town implements AutoCloseable {
    final List<LocalSite> hosts = new ArrayList<>();
    private final List<List<String>> listed = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Town(int hosts, int feeds) throws IOException {
        for (int i = 0; i < hosts; i++) {
            this.hosts.add(new LocalSite());
        }
        for (int feed = 0; feed < feeds; feed++) {
            listed.add(new ArrayList<>());
        }
    }

    private LocalSite host(int number) {
        return hosts.get(number % hosts.size());
    }

    /** Every feed lists one article more, on top. */
    void publish() {
        for (int feed = 0; feed < listed.size(); feed++) {
            List<String> urls = listed.get(feed);
            String path = "/story-" + feed + "-" + urls.size();
            LocalSite pages = host(feed + 1);
            pages.on(path, LocalSite.html(Samples.page("Story " + path, Samples.paragraph("case " + path))));
            urls.add(0, pages.url(path));
            ids.add(ArticleId.of(CanonicalUrl.of(pages.url(path))));
            host(feed)
                    .on(
                            path(feed),
                            LocalSite.feed(Samples.rss(urls.toArray(String[]::new)))
                                    .with("ETag", "\"" + urls.size() + "\""));
        }
    }

    private static String path(int feed) {
        return "/feed-" + feed;
    }

    Sources sources() {
        List<SourceEntry> entries = new ArrayList<>();
        for (int feed = 0; feed < listed.size(); feed++) {
            entries.add(new SourceEntry(
                    "feed-" + feed, host(feed).url(path(feed)), SourceType.AUTO, null, null, null, null, List.of()));
        }
        return new Sources(entries);
    }

    /** The ids of all articles so far. */
    Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** Forgets what the hosts were asked. */
    void forget() {
        hosts.forEach(host -> host.asked.clear());
    }

    List<LocalSite.Asked> asked() {
        List<LocalSite.Asked> all = new ArrayList<>();
        hosts.forEach(host -> all.addAll(host.asked));
        return all;
    }

    /** True if each feed has been asked for since the last {@link #forget}. */
    boolean everyFeedWasPolled() {
        for (int feed = 0; feed < listed.size(); feed++) {
            if (host(feed).count(path(feed)) == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        hosts.forEach(LocalSite::close);
    }
}
