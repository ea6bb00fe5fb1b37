package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The part of the paper that the article appeared in: what the page calls it, or else its trail of crumbs. */
final class Section {
    /** Longer ones are sentences. */
    private static final int LONGEST = 50;

    private static final Set<String> GENERIC = Resources.words("publication.txt", "generic");

    private static final Set<String> HOME = Resources.words("publication.txt", "home");

    private Section() {}

    static Told<String> of(Evidence evidence) {
        return Told.first(
                () -> first(evidence.jsonLd.texts("articleSection"), "json-ld articleSection"),
                () -> meta(evidence.meta),
                () -> crumb(evidence));
    }

    private static Told<String> meta(MetaTags meta) {
        Told<String> told = meta.told(
                "article:section",
                "og:article:section",
                "og:section",
                "article.section",
                "articlesection",
                "http://ogp.me/ns/article#section",
                "section",
                "category",
                "parsely-section",
                "cxenseparse:category");
        return told == null ? null : first(List.of(told.value()), told.evidence());
    }

    /** The first that is a name; of several in one text, as some systems list the categories of a post, the first. */
    private static Told<String> first(List<String> texts, String evidence) {
        for (String text : texts) {
            String plain = JsonLd.clean(text);
            String clean = plain == null ? null : Text.line(plain.split("[,;|>]", 2)[0]);
            boolean name = clean != null && clean.length() <= LONGEST && !clean.contains("://");
            if (name && !GENERIC.contains(Text.plain(clean))) {
                return new Told<>(clean, evidence);
            }
        }
        return null;
    }

    /** The crumb behind that of the home page, unless it is the article's own. */
    private static Told<String> crumb(Evidence evidence) {
        List<String> crumbs = crumbs(evidence.jsonLd);
        String site = Told.value(Publisher.of(evidence));
        int at = 0;
        while (at < crumbs.size()
                && (crumbs.get(at).startsWith("www.")
                        || HOME.containsAll(List.of(Text.plain(crumbs.get(at)).split(" ")))
                        || Title.names(crumbs.get(at), site, PageAddress.host(evidence.page.url())))) {
            at++;
        }
        boolean above = at < crumbs.size() && !isArticle(evidence, crumbs, at);
        return above ? first(List.of(crumbs.get(at)), "json-ld BreadcrumbList") : null;
    }

    private static boolean isArticle(Evidence evidence, List<String> crumbs, int at) {
        String crumb = Text.plain(crumbs.get(at));
        String title = Text.plain(evidence.title);
        return at == crumbs.size() - 1 && (title.startsWith(crumb) || Title.likeness(crumb, title) > 0.6);
    }

    private static List<String> crumbs(JsonLd jsonLd) {
        TreeMap<Integer, String> byPosition = new TreeMap<>();
        for (JsonNode crumb : jsonLd.any("BreadcrumbList").path("itemListElement")) {
            String own = JsonLd.text(crumb, "name");
            String name = own == null ? JsonLd.text(jsonLd.resolve(crumb.path("item")), "name") : own;
            if (name != null) {
                byPosition.putIfAbsent(crumb.path("position").asInt(byPosition.size()), name);
            }
        }
        return new ArrayList<>(byPosition.values());
    }
}
