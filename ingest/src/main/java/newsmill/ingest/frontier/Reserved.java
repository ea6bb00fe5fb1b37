package newsmill.ingest.frontier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import newsmill.article.Article;
import newsmill.article.Rights;
import newsmill.article.Rights.OptOut;

/** Adds to an article what its site reserves beside the page. */
final class Reserved {
    private Reserved() {}

    static Article with(Article article, List<OptOut> more) {
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

    /** The outcome, its article with the opt-outs of its host. */
    static Outcome with(Outcome outcome, List<OptOut> ofHost) {
        return outcome instanceof Outcome.Read read
                ? new Outcome.Read(with(read.article(), ofHost), read.answer())
                : outcome;
    }
}
