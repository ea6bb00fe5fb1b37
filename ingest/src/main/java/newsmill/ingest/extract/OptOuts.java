package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newsmill.article.Rights;

/** The opt-outs from AI training and text and data mining that a page states in its {@code meta} elements. */
final class OptOuts {
    private OptOuts() {}

    /** Null if the page states none. */
    static Rights of(MetaTags meta) {
        List<Rights.OptOut> found = new ArrayList<>();
        for (String name : new String[] {"robots", "googlebot", "googlebot-news", "bingbot"}) {
            for (String content : meta.all(name)) {
                for (String word : content.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
                    if (word.equals("noai") || word.equals("noimageai")) {
                        add(found, word);
                    }
                }
            }
        }
        for (String name : new String[] {"noai", "noimageai"}) {
            if (!meta.all(name).isEmpty()) {
                add(found, name);
            }
        }
        if ("1".equals(meta.first("tdm-reservation"))) {
            add(found, "tdm-reservation");
        }
        return found.isEmpty() ? null : new Rights(found);
    }

    private static void add(List<Rights.OptOut> found, String signal) {
        Rights.OptOut optOut = new Rights.OptOut(signal, "meta");
        if (!found.contains(optOut)) {
            found.add(optOut);
        }
    }
}
