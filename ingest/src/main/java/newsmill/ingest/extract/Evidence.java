package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A page taken apart: its text in blocks, and everything else that may speak for a field. */
final class Evidence {
    /** Browsers stop nesting here as well; deeper elements become siblings. */
    private static final int DEEPEST = 512;

    /** Words of prose below which a page may be hiding its story. */
    private static final int LEAST_PROSE = 60;

    final Page page;
    final Document document;
    final Clues clues;
    /** The text that the page shows, even if its story is hidden. */
    final Blocks shown;

    /** The text that holds the story. */
    final Blocks blocks;

    final MetaTags meta;
    final JsonLd jsonLd;
    /** What the title element says, white space folded; empty if there is none. */
    final String title;

    private Evidence(Page page, SiteRule rule) {
        this.page = page;
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        this.document = parser.parseInput(Encoding.reader(page.content(), page.contentType()), page.url());
        if (rule != null) {
            rule.mark(document);
        }
        this.clues = new Clues();
        for (Element element = document.head().firstElementChild();
                element != null;
                element = element.nextElementSibling()) {
            clues.see(element);
        }
        this.shown = Blocks.of(document, clues);
        this.blocks = story(shown);
        this.meta = MetaTags.of(clues.metas);
        this.title = document.title();
        this.jsonLd = JsonLd.of(clues.scripts, page.url(), title);
    }

    /** The page's own text, or where it shows none, that of a story hidden in its scripts. */
    private Blocks story(Blocks shown) {
        if (shown.mass >= LEAST_PROSE) {
            return shown;
        }
        Document hidden = HiddenStory.in(clues.scripts, page.url());
        if (hidden == null) {
            return shown;
        }
        Blocks found = Blocks.of(hidden, new Clues());
        found.hidden = true;
        return found.mass > Math.max(LEAST_PROSE, 2 * shown.mass) ? found : shown;
    }

    /** Takes the page apart; what the rule (may be null) chooses is marked on the boxes. */
    static Evidence of(Page page, SiteRule rule) {
        return new Evidence(page, rule);
    }

    static Evidence of(Page page) {
        return of(page, null);
    }

    /** What the judge of blocks may know beforehand. */
    BlockFeatures.Context context() {
        String title = meta.first("og:title", "twitter:title");
        title = title == null ? jsonLd.text("headline") : title;
        String description = meta.first("description", "og:description");
        List<String> authors = new ArrayList<>(jsonLd.texts("author"));
        String author = meta.first("author");
        if (author != null && author.length() < 60) {
            authors.add(author);
        }
        return new BlockFeatures.Context(
                title == null ? Text.line(this.title) : title,
                description,
                jsonLd.body(),
                authors.size() > 8 ? authors.subList(0, 8) : authors,
                jsonLd.describesArticle() || "article".equals(meta.first("og:type")),
                Math.max(0, jsonLd.article.path("wordCount").asInt(0)));
    }
}
