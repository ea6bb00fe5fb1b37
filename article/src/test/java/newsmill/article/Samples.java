package newsmill.article;

import java.time.Instant;
import java.util.List;

/** Articles of our own writing, as full as a record can be. */
final class Samples {
    static final String BODY = "The harbour of Tallinn froze on Monday, for the first time in eleven years.\n\n"
            + "“We have never used the icebreaker in November,” said harbour master Liis Kask. Ferries to Finland "
            + "were late by six hours.";

    private Samples() {}

    static Article raw() {
        String url = CanonicalUrl.of("https://www.example.org/2026/harbour-freezes");
        return Article.of(ArticleId.of(url))
                .revision(2)
                .url("https://www.example.org/2026/harbour-freezes/?utm_source=feed")
                .canonicalUrl(url)
                .source(new Source("example", "Example Courier", "EE", "https://www.example.org/feed.xml"))
                .title("Harbour freezes over")
                .description("Ferries wait for the icebreaker")
                .byline(List.of("Mari Tamm", "Jaan Saar"))
                .section("Baltic")
                .keywords(List.of("shipping", "winter"))
                .image("https://www.example.org/harbour.jpg")
                .language("en")
                .publishedAt("2026-11-23T08:30:00+02:00")
                .publishedAtFrom(Article.DateOrigin.JSON_LD)
                .modifiedAt("2026-11-23T09:10:00+02:00")
                .fetchedAt(Instant.parse("2026-11-23T07:15:30.125Z"))
                .body(BODY)
                .bodyVerdict(Article.BodyVerdict.OK)
                .contentHash(ContentHash.of("Harbour freezes over", BODY))
                .rights(new Rights(List.of(new Rights.OptOut("GPTBot", "robots.txt"))))
                .build();
    }

    static EnrichedArticle enriched() {
        return new EnrichedArticle(
                raw(),
                List.of(new MediaTopic(
                        "medtop:20000773",
                        "water transport",
                        0.91,
                        List.of("ferries", "icebreaker"),
                        List.of(span("Ferries")))),
                List.of(
                        new Country("EE", "Estonia", 1, 0.625, List.of(span("Tallinn"))),
                        new Country("FI", "Finland", 1, 0.375, List.of(span("Finland")))),
                List.of(new Quote(
                        "We have never used the icebreaker in November,",
                        BODY.indexOf("We have"),
                        BODY.indexOf("” said"),
                        Quote.Kind.DIRECT,
                        false,
                        new Quote.Speaker(
                                "Liis Kask",
                                "harbour master Liis Kask",
                                span("harbour master Liis Kask").start(),
                                span("harbour master Liis Kask").end()),
                        "said")),
                new Enriched("newsmill/0.1.0", Instant.parse("2026-11-23T07:15:31Z")));
    }

    private static Span span(String text) {
        int start = BODY.indexOf(text);
        return Span.of(BODY, start, start + text.length());
    }
}
