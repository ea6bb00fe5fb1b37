package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The name of the house that published the page, as its readers know it: the brand, not the company. */
final class Publisher {
    private static final Set<String> LEGAL = Resources.words("publication.txt", "legal");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");
    private static final int LONGEST = 60;

    private Publisher() {}

    static Told<String> of(Evidence evidence) {
        Told<String> company = null;
        for (Supplier<Told<String>> reader : readers(evidence)) {
            Told<String> told = reader.get();
            if (told == null || !name(told.value())) {
                continue;
            }
            if (!isCompany(told.value())) {
                return told;
            }
            company = company == null ? told : company;
        }
        return company;
    }

    private static List<Supplier<Told<String>>> readers(Evidence evidence) {
        MetaTags meta = evidence.meta;
        JsonLd jsonLd = evidence.jsonLd;
        return List.of(
                () -> named(jsonLd, jsonLd.article.path("publisher"), "json-ld publisher"),
                () -> meta.told("og:site_name"),
                () -> named(jsonLd, jsonLd.any("WebSite"), "json-ld WebSite"),
                () -> named(jsonLd, jsonLd.any("NewsMediaOrganization", "Organization"), "json-ld Organization"),
                () -> meta.told("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"),
                () -> inTitle(evidence));
    }

    private static Told<String> named(JsonLd jsonLd, JsonNode node, String evidence) {
        JsonNode first = node.isArray() && !node.isEmpty() ? node.get(0) : node;
        String name = JsonLd.text(jsonLd.resolve(first), "name");
        return name == null ? null : new Told<>(name, evidence);
    }

    /** What the title element puts behind the headline, where it is the host's name spelt out. */
    private static Told<String> inTitle(Evidence evidence) {
        String site = Title.siteIn(Text.line(evidence.title), PageAddress.host(evidence.page.url()));
        return site == null ? null : new Told<>(site, "title element");
    }

    /** False for an address, and for a slogan. */
    private static boolean name(String text) {
        return text.length() <= LONGEST
                && !text.contains("://")
                && Text.plain(text).length() > 1;
    }

    private static boolean isCompany(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .skip(1)
                .anyMatch(LEGAL::contains);
    }
}
