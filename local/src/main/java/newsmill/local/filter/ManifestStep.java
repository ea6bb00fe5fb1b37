package newsmill.local.filter;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import newsmill.article.Article;
import newsmill.article.Json;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;

/** A manifest's line, which names a saved page, to the raw article on that page. Thread-safe. */
public final class ManifestStep implements Function<Line, Outcome> {
    /** Stands for the address of a page of which none is known. */
    public static final String NO_URL = "https://unknown.invalid/";

    /** The tree of a page takes many times its size: larger ones are read one at a time. */
    private static final int LARGE = 4 << 20;

    private final ArticleExtractor extractor;
    private final Path folder;
    private final ReentrantLock oneLargePage = new ReentrantLock();

    /** @param folder what the paths of pages are relative to */
    public ManifestStep(ArticleExtractor extractor, Path folder) {
        this.extractor = extractor;
        this.folder = folder;
    }

    @Override
    public Outcome apply(Line line) {
        Entry entry;
        try {
            entry = Json.read(line.bytes(), Entry.class);
        } catch (IOException e) {
            return Outcome.rejected(line, "not an entry {\"id\", \"html\", \"url\"}: " + e.getMessage());
        }
        if (entry.html() == null) {
            return Outcome.rejected(line, "no \"html\": it should be the path of a page, relative to the manifest");
        }
        try {
            byte[] html = PageBytes.in(folder.resolve(entry.html()));
            return Outcome.of(JsonLine.of(article(entry, html)));
        } catch (IOException | InvalidPathException e) {
            return Outcome.rejected(line, e.getMessage());
        }
    }

    private Article article(Entry entry, byte[] html) {
        boolean large = html.length > LARGE;
        if (large) {
            oneLargePage.lock();
        }
        try {
            Article article = extractor.extract(Page.of(entry.url() == null ? NO_URL : entry.url(), html));
            return entry.id() == null ? article : article.with().id(entry.id()).build();
        } finally {
            if (large) {
                oneLargePage.unlock();
            }
        }
    }

    private record Entry(String id, String html, String url) {}
}
