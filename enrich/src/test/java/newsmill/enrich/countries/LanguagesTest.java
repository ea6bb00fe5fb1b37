package newsmill.enrich.countries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import newsmill.article.Article;
import newsmill.article.Country;
import newsmill.article.Span;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LanguagesTest {
    private static final CountryTagger TAGGER = new CountryTagger();

    @ParameterizedTest
    @CsvFileSource(resources = "expected.tsv", delimiter = '\t')
    void anArticleOfEachLanguageNamesItsCountries(String language, String expected) throws IOException {
        Tags tags = tag(language, article(language));
        assertEquals(
                new TreeSet<>(Arrays.asList(expected.split(" "))),
                tags.countries().stream().map(Country::code).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "expected.tsv", delimiter = '\t')
    void spansAreTheWordsOfTheBodyInEachLanguage(String language) throws IOException {
        String body = article(language);
        for (Country country : tag(language, body).countries()) {
            for (Span span : country.spans()) {
                assertEquals(span.text(), body.substring(span.start(), span.end()));
            }
        }
    }

    private static Tags tag(String language, String body) {
        Tags tags = new Tags();
        TAGGER.tag(Story.of(Article.of("a").body(body).build(), language), tags);
        return tags;
    }

    private static String article(String language) throws IOException {
        try (InputStream in = LanguagesTest.class.getResourceAsStream(language + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
