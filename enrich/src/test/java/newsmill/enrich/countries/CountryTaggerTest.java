package newsmill.enrich.countries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import newsmill.article.Article;
import newsmill.article.Country;
import newsmill.article.Span;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTaggerTest {
    private static final CountryTagger TAGGER = new CountryTagger();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '=', textBlock = """
            Norway and Sweden signed a treaty on the reindeer border. = NO SE
            A Danish trawler sank off Bergen. = DK NO
            Georgia and Armenia will share a power line. = AM GE
            The Georgia legislature met in Atlanta. = US
            Officials in Paris, Texas, closed the bridge. = US
            Moscow, Idaho, has a new mayor. = US
            The ferry from Dover was late. = GB
            Michael Jordan bought a house. =
            Jordan closed its embassy in Damascus. = JO SY
            The recipe calls for brazil nuts and a turkey. =
            A cargo ship ran aground in the Gulf of Mexico. =
            The Kremlin declined to comment. = RU
            Türkiye's central bank raised rates. = TR
            Please tell us more. =
            The US and the U.K. agreed. = GB US
            """)
    void countriesAreWhatTheWordsMean(String body, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                tag(null, body).stream().map(Country::code).sorted().collect(Collectors.joining(" ")));
    }

    @Test
    void adjectiveInTheHeadlineCountsAsAMentionOfTheCountry() {
        Country portugal =
                tag("Portuguese grid fails", "The lights went out at noon.").get(0);
        assertEquals("PT", portugal.code());
        assertEquals(1, portugal.mentions());
        assertEquals(List.of(), portugal.spans());
    }

    @Test
    void spansAreTheWordsOfTheBodyAndSalienceSumsToOne() {
        String body = "Kenya’s shilling rose. Kenyan banks and a lender from Uganda met in Nairobi.";
        List<Country> countries = tag(null, body);
        assertEquals(List.of("KE", "UG"), countries.stream().map(Country::code).toList());
        assertEquals(
                List.of("Kenya", "Kenyan", "Nairobi"),
                countries.get(0).spans().stream().map(Span::text).toList());
        for (Country country : countries) {
            for (Span span : country.spans()) {
                assertEquals(span.text(), body.substring(span.start(), span.end()));
            }
        }
        assertEquals(1, countries.stream().mapToDouble(Country::salience).sum(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paris ", "Paris, ", "New ", "São ", "Georgia Georgia, ", "U.S.", "中", "A. "})
    void hostileTextsTakeLinearTime(String unit) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> tag(null, unit.repeat(200_000)));
    }

    private static List<Country> tag(String title, String body) {
        Tags tags = new Tags();
        TAGGER.tag(Story.of(Article.of("a").title(title).body(body).build(), "en"), tags);
        return tags.countries();
    }
}
