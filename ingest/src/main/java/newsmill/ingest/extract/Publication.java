package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsmill.article.Source;
import org.jsoup.nodes.Element;

/**
 * What the publisher says about the article.
 *
 * @param source where it was found, with the publisher's name where the finder had none
 */
record Publication(
        Source source, String description, String section, List<String> keywords, String image, String language) {
    private static final int MOST_KEYWORDS = 50;

    static Publication of(Evidence evidence) {
        MetaTags meta = evidence.meta;
        JsonLd jsonLd = evidence.jsonLd;
        String description = meta.first("og:description", "description", "twitter:description", "dc.description");
        String section = jsonLd.text("articleSection");
        return new Publication(
                source(evidence),
                description == null ? jsonLd.text("description") : description,
                section == null
                        ? meta.first(
                                "article:section",
                                "og:article:section",
                                "section",
                                "category",
                                "parsely-section",
                                "cxenseparse:category")
                        : section,
                keywords(evidence),
                image(evidence),
                language(evidence));
    }

    private static Source source(Evidence evidence) {
        Source given = evidence.page.source();
        if (given != null && given.name() != null) {
            return given;
        }
        String name = JsonLd.text(evidence.jsonLd.resolve(evidence.jsonLd.article.path("publisher")), "name");
        if (name == null) {
            name = evidence.meta.first("og:site_name", "application-name");
        }
        if (name == null) {
            return given;
        }
        return given == null
                ? new Source(null, name, null, null)
                : new Source(given.id(), name, given.country(), given.feed());
    }

    private static List<String> keywords(Evidence evidence) {
        List<String> raw = new ArrayList<>(evidence.jsonLd.texts("keywords"));
        if (raw.isEmpty()) {
            raw.addAll(evidence.meta.all("news_keywords"));
        }
        if (raw.isEmpty()) {
            raw.addAll(evidence.meta.all("keywords"));
        }
        if (raw.isEmpty()) {
            raw.addAll(evidence.meta.all("article:tag"));
        }
        Map<String, String> out = new LinkedHashMap<>();
        for (String text : raw) {
            for (String part : text.length() > 5_000 ? new String[0] : text.split("[,;\u3001\uff0c\u060c|]")) {
                String word = JsonLd.clean(part);
                if (word != null && word.length() <= 80 && out.size() < MOST_KEYWORDS) {
                    out.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
                }
            }
        }
        return List.copyOf(out.values());
    }

    private static String image(Evidence evidence) {
        String said = evidence.meta.first(
                "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src");
        if (said == null) {
            JsonNode image = evidence.jsonLd.article.path("image");
            image = image.isArray() && !image.isEmpty() ? image.get(0) : image;
            said = JsonLd.text(evidence.jsonLd.resolve(image), "url", "contentUrl");
        }
        if (said == null) {
            return null;
        }
        String absolute = org.jsoup.internal.StringUtil.resolve(evidence.page.url(), said);
        return absolute.startsWith("http://") || absolute.startsWith("https://") ? absolute : null;
    }

    static String language(Evidence evidence) {
        Element html = evidence.document.selectFirst("html");
        String said = html == null ? null : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
        for (String candidate : new String[] {
            said,
            evidence.jsonLd.text("inLanguage"),
            evidence.meta.first("content-language", "language", "dc.language", "og:locale")
        }) {
            String tag = tag(candidate);
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }

    /** A BCP 47 tag, or null. */
    private static String tag(String said) {
        if (said == null || said.isBlank() || said.length() > 20) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(said.strip().replace('_', '-').split("[,;\\s]")[0]);
        String language = locale.getLanguage();
        return language.length() < 2 || language.equals("und") ? null : locale.toLanguageTag();
    }
}
