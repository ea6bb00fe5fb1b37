package newsmill.ingest.extract;

import java.util.List;
import newsmill.article.Source;

/**
 * What the publisher says about the article beside its headline, authors and dates; each null where it says nothing.
 *
 * @param publisher the name of the house, as its readers know it
 * @param canonical the address that the page has for good
 */
record Publication(
        Told<String> publisher,
        Told<String> canonical,
        Told<String> description,
        Told<String> section,
        Told<List<String>> keywords,
        Told<String> image,
        Told<String> language) {

    static Publication of(Evidence evidence) {
        return new Publication(
                Publisher.of(evidence),
                Canonical.of(evidence),
                Told.first(
                        () -> evidence.meta.told(
                                "og:description", "description", "twitter:description", "dc.description"),
                        () -> evidence.jsonLd.told("description")),
                Section.of(evidence),
                Keywords.of(evidence),
                LeadImage.of(evidence),
                PageLanguage.of(evidence));
    }

    /** The source that led to the page, with the publisher's name where it has none; null if nothing is known. */
    Source source(Source given) {
        if (publisher == null || given != null && given.name() != null) {
            return given;
        }
        return given == null
                ? new Source(null, publisher.value(), null, null)
                : new Source(given.id(), publisher.value(), given.country(), given.feed());
    }
}
