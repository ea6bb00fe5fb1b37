package newsmill.ingest.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The language that a page declares, as a BCP 47 tag. */
final class PageLanguage {
    /** What parts the first language from others. */
    private static final Pattern BEHIND = Pattern.compile("[,;\\s]");

    private static final int LONGEST = 20;

    private PageLanguage() {}

    /** The first declaration that is a language; null if there is none. */
    static Told<String> of(Evidence evidence) {
        return Told.first(
                () -> tag(root(evidence)),
                () -> tag(evidence.jsonLd.told("inLanguage")),
                () -> tag(evidence.meta.told("content-language", "language", "dc.language", "og:locale")));
    }

    private static Told<String> root(Evidence evidence) {
        Element html = evidence.document.firstElementChild();
        if (html == null) {
            return null;
        }
        String name = html.hasAttr("lang") ? "lang" : "xml:lang";
        return new Told<>(html.attr(name), "html " + name);
    }

    private static Told<String> tag(Told<String> told) {
        if (told == null || told.value().isBlank() || told.value().length() > LONGEST) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(BEHIND.split(told.value().strip().replace('_', '-'), 2)[0]);
        String language = locale.getLanguage();
        return language.length() < 2 || language.equals("und")
                ? null
                : new Told<>(locale.toLanguageTag(), told.evidence());
    }
}
