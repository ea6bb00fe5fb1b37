package newsmill.ingest;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the frontier stand on: a site, and a crawl that knows nothing yet; both are new for each test. */
abstract class CrawlTest {
    @TempDir
    Path state;

    LocalSite site;
    Crawl crawl;
    private final Map<String, String> settings;

    /** @param settings what differs from the defaults */
    CrawlTest(Map<String, String> settings) {
        this.settings = settings;
    }

    @BeforeEach
    final void openCrawl() throws Exception {
        site = new LocalSite();
        crawl = new Crawl(state, settings);
    }

    @AfterEach
    final void closeCrawl() {
        crawl.close();
        site.close();
    }

    /** Puts a story of its own at each path. */
    final void stories(String... paths) {
        for (String path : paths) {
            site.on(path, LocalSite.html(Samples.page("Story " + path, Samples.paragraph(path))));
        }
    }
}
