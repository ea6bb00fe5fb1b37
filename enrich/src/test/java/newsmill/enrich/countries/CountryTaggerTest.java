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
            HOW THE STORM CHANGED US FOR GOOD =
            Ruth Washington and Kenya Holloway sang. =
            The singer, known as Cairo, was born in Peru. = PE
            A lorry overturned near Springfield, Mo. = US
            The choir of St. Paul's Church sang for Lent. =
            The Élysée and Downing Street kept silent. = FR GB
            Nigerian and Nigerien officers met in Niamey. = NE NG
            Papua New Guinea and Guinea-Bissau sent divers. = GW PG
            A ferry crossed the Sea of Japan. =
            He ate French fries on the South Korean island. = KR
            Gaza’s bakers reopened. = PS
            She speaks Danish and wrote the letter in Polish. =
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

    @Test
    void aNameOnceSeenAsAPersonsStaysOne() {
        List<Country> countries = tag(null, "Chad Miller won in Oslo. “I was lucky,” said Chad. Chad waved.");
        assertEquals(List.of("NO"), countries.stream().map(Country::code).toList());
    }

    @Test
    void aTownIsWhereTheRegionBesideItElsewhereSaysItIs() {
        Country country = tag(null, "Snow fell on Athens, Ohio. Schools in Athens closed.")
                .get(0);
        assertEquals("US", country.code());
        assertEquals(3, country.mentions());
    }

    @Test
    void ofTownsOfOneNameThePublishersOwnIsMeant() {
        String body = "A fire broke out in Hamilton on Monday. Crews from across Hamilton came.";
        assertEquals("CA", first("https://news.example.ca/a", body));
        assertEquals("NZ", first("https://news.example.co.nz/a", body));
    }

    @Test
    void reasonsAreGivenWhereTheyAreAskedFor() {
        Tags tags = Tags.explained();
        TAGGER.tag(Story.of(Article.of("a").body("Tom Jordan flew to Malta.").build(), "en"), tags);
        assertEquals(
                List.of("country: Jordan refused: a person's name", "country: Malta is MT, country"),
                tags.notes().stream()
                        .map(note -> note.replaceAll(" \\(name.*", ""))
                        .toList());
    }

    private static String first(String url, String body) {
        Tags tags = new Tags();
        TAGGER.tag(Story.of(Article.of("a").url(url).body(body).build(), "en"), tags);
        return tags.countries().get(0).code();
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
