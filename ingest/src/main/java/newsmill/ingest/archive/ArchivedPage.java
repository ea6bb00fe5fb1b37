package newsmill.ingest.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import newsmill.article.Article;
import newsmill.article.Article.BodyVerdict;
import newsmill.article.Rights;
import newsmill.article.Rights.OptOut;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import newsmill.ingest.fetch.HeaderOptOuts;
import newsmill.ingest.fetch.Response;
import org.brotli.dec.BrotliInputStream;

/** The article on a page that an archive holds, read as one that was fetched today, dated when it was fetched. */
public final class ArchivedPage {
    /** The tree of a page takes many times its size: larger ones are read one at a time. */
    private static final int LARGE = 4 << 20;

    private final ArticleExtractor extractor;
    private final ReentrantLock oneLargePage = new ReentrantLock();

    /** Articles as this extractor reads them. Thread-safe. */
    public ArchivedPage(ArticleExtractor extractor) {
        this.extractor = extractor;
    }

    /**
     * The article, or null for a home page and for a page that neither says anything nor when.
     *
     * @throws IOException if the body cannot be unpacked, or the address is none; the message says what is wrong
     */
    public Article article(WarcEntry.Answer answer) throws IOException {
        HttpMessage message = HttpMessage.of(answer.message());
        URI url = url(answer.url());
        if (url.getRawPath() == null
                || url.getRawPath().isEmpty()
                || url.getRawPath().equals("/")) {
            return null;
        }
        byte[] body = unpacked(message);
        Article article = extracted(
                new Page(answer.url(), body, message.header("content-type"), answer.fetched(), null, null, null));
        boolean hollow = article.bodyVerdict() == BodyVerdict.EMPTY
                || article.body() == null
                || article.body().isBlank();
        return hollow && article.publishedAt() == null ? null : reserved(article, url, message.headers());
    }

    private Article extracted(Page page) {
        boolean large = page.content().length > LARGE;
        if (large) {
            oneLargePage.lock();
        }
        try {
            return extractor.extract(page);
        } finally {
            if (large) {
                oneLargePage.unlock();
            }
        }
    }

    private static URI url(String url) throws IOException {
        try {
            return new URI(url.replaceAll("[\\s\"<>\\\\^`{|}]", "%20"));
        } catch (java.net.URISyntaxException e) {
            throw new IOException("no address: " + url, e);
        }
    }

    private static Article reserved(Article article, URI url, Map<String, List<String>> headers) {
        List<OptOut> more = HeaderOptOuts.of(new Response(url, 200, headers, new byte[0], null, null));
        if (more.isEmpty()) {
            return article;
        }
        Set<OptOut> all = new LinkedHashSet<>();
        if (article.rights() != null) {
            all.addAll(article.rights().optOuts());
        }
        all.addAll(more);
        return article.with().rights(new Rights(List.copyOf(all))).build();
    }

    /** Many crawlers keep the header and not the packing: what begins as a page does is one. */
    private static byte[] unpacked(HttpMessage message) throws IOException {
        String coding = message.header("content-encoding");
        byte[] body = message.body();
        if (coding == null || looksLikePage(body)) {
            return body;
        }
        String name = coding.strip().toLowerCase(Locale.ROOT);
        try (InputStream in = unpacking(name, new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(WarcArchive.MAX_MESSAGE + 1);
            if (plain.length > WarcArchive.MAX_MESSAGE) {
                throw new IOException("larger than " + (WarcArchive.MAX_MESSAGE >> 20) + " MiB unpacked");
            }
            return plain;
        } catch (IllegalStateException e) {
            throw new IOException(name + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static InputStream unpacking(String coding, InputStream in) throws IOException {
        return switch (coding) {
            case "", "identity", "utf-8" -> in;
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> new ZstdInputStreamNoFinalizer(in);
            default -> throw new IOException("unknown content encoding '" + coding + "'");
        };
    }

    private static boolean looksLikePage(byte[] body) {
        int i = body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF ? 3 : 0;
        while (i < body.length && Character.isWhitespace(body[i])) {
            i++;
        }
        return i < body.length && body[i] == '<';
    }
}
