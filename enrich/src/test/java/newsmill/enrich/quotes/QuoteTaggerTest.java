package newsmill.enrich.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import newsmill.article.Article;
import newsmill.article.Quote;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTaggerTest {
    private static final QuoteTagger TAGGER = new QuoteTagger();

    private static List<Quote> quotes(String language, String body) {
        Tags tags = new Tags();
        TAGGER.tag(Story.of(Article.of("1").body(body).build(), language), tags);
        for (Quote quote : tags.quotes()) {
            assertEquals(quote.text(), body.substring(quote.start(), quote.end()));
            if (quote.speaker() != null) {
                assertEquals(
                        quote.speaker().mention(),
                        body.substring(quote.speaker().start(), quote.speaker().end()));
            }
        }
        return tags.quotes();
    }

    private static String speaker(String language, String body) {
        List<Quote> quotes = quotes(language, body);
        assertEquals(1, quotes.size(), () -> quotes.toString());
        return quotes.get(0).speaker() == null ? null : quotes.get(0).speaker().name();
    }

    @Test
    void subjectBehindAnInvertedVerbSpeaks() {
        assertEquals("Mara Lindqvist", speaker("en", "“The lake is lower than ever,” said Mara Lindqvist, a warden."));
    }

    @Test
    void quoteThatGoesOnWithTheReportersSentenceIsPartial() {
        List<Quote> quotes = quotes(
                "en",
                "Mara Lindqvist called the dam “a grave mistake” on Sunday. “We were not asked,” she said, “and it"
                        + " shows.” She added: “nobody was.”");
        assertEquals(
                List.of(true, false, false, false),
                quotes.stream().map(Quote::partial).toList());
    }

    @Test
    void addresseeDoesNotSpeak() {
        assertEquals("Tom Abara", speaker("en", "“We will rebuild,” Tom Abara told Mayor Eva Stein on Sunday."));
    }

    @Test
    void appositionBetweenNameAndVerbIsSkipped() {
        assertEquals(
                "Ruth Kessler",
                speaker("en", "“The roof was rotten,” Ruth Kessler, the head of the parish council, said on Monday."));
    }

    @Test
    void pronounStandsForTheSubjectBefore() {
        assertEquals(
                "Anita Moreno",
                speaker("en", "Mayor Anita Moreno met David Cole on Friday. “We have a plan,” she said."));
    }

    @Test
    void shortNameStandsForTheFullestOne() {
        assertEquals(
                "Viktor Hallgren",
                speaker("en", "Viktor Hallgren opened the hearing. “Nobody warned us about it,” Hallgren said."));
    }

    @Test
    void splitQuoteIsTwo() {
        List<Quote> quotes = quotes("en", "“It works,” Nadia Petit said, “but not for long.”");
        assertEquals(2, quotes.size());
        assertEquals("Nadia Petit", quotes.get(1).speaker().name());
        assertEquals("said", quotes.get(0).cue());
    }

    @Test
    void titlesAndScareWordsAreNoQuotes() {
        assertTrue(quotes("en", "The film “A Winter Too Long” opened. Critics disliked its “modern” look.")
                .isEmpty());
    }

    @Test
    void clauseWithItsOwnVerbOfSayingIsNotWhatAnotherSaid() {
        assertTrue(quotes(
                        "en",
                        "Lawmakers walked out of parliament in protest at a bill that they say will strip southern states of"
                                + " influence.")
                .isEmpty());
    }

    @Test
    void reopenedParagraphsHaveTheSameSpeaker() {
        List<Quote> quotes = quotes(
                "en", "“We came early,” said Ola Brandt. “We sat down.\n\n“Then the lights went out and we ran home.”");
        assertEquals(3, quotes.size());
        assertEquals("Ola Brandt", quotes.get(2).speaker().name());
    }

    @Test
    void inchMarksOpenNothing() {
        assertEquals("Ben Ito", speaker("en", "The 5'9\" winger scored. \"I was lucky,\" Ben Ito said."));
    }

    @Test
    void germanLowHighMarksAndInvertedVerb() {
        assertEquals(
                "Petra Vogel",
                speaker("de", "„Wir brauchen mehr Zeit für die Prüfung“, sagte Ministerin Petra Vogel."));
    }

    @Test
    void frenchGuillemetsAndCompoundVerb() {
        assertEquals(
                "Claire Morin", speaker("fr", "« Nous restons ici ce soir », a expliqué Claire Morin à la presse."));
    }

    @Test
    void quoteWithoutEvidenceHasNoSpeaker() {
        assertNull(speaker("en", "“Never again will this happen here.”"));
    }

    @Test
    void sameTextGivesTheSameQuotes() {
        String body = "Mayor Anita Moreno met David Cole. “We have a plan,” she said. “I doubt it,” he replied.";
        assertEquals(quotes("en", body), quotes("en", body));
    }

    @Test
    void anySoupOfSignsAndWordsGivesSpansThatCutTheText() {
        String[] words =
                ("“ ” \" ' ‘ ’ « » „ ( ) , . : ; - — said saying called was by who which that the of with he it his"
                                + " Mr. President Ann Lee Iowa minister spokesman remark according to as D-Ohio 's 3.5 U.S. F. Jr. Monday"
                                + " ein sagte so laut dit-il ha detto 你好 😀 “ 王芳 说 ， 。 ： \ud800 “Bud”")
                        .split(" ");
        String[] languages = {"en", "de", "fr", "es", "it", "nl", "pt", "pl", "ru", "no", "ja", "zh", "und"};
        Random random = new Random(7);
        for (int i = 0; i < 4000; i++) {
            StringBuilder soup = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                soup.append(words[random.nextInt(words.length)]).append(random.nextInt(9) == 0 ? "\n\n" : " ");
            }
            quotes(languages[i % languages.length], soup.toString());
        }
    }

    @Test
    void explanationNamesTheRuleAndTheEvidence() {
        Tags tags = Tags.explained();
        TAGGER.tag(
                Story.of(Article.of("1").body("“It works,” said Nadia Petit.").build(), "en"), tags);
        assertEquals(List.of("quote: It works, | Nadia Petit (Nadia Petit) | inverted | cue said"), tags.notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "no", "pl", "zh", "ja"})
    void mebibyteTakesLinearTimeInEachKindOfLanguage(String language) {
        for (String words : new String[] {
            "o", "é", "说", "– a, sier b\n\n", "le ministre de la ", "“说”王说：", "— a — сказал ", "a-a-", "ex", "'a "
        }) {
            String body = words.repeat((1 << 20) / words.length());
            assertTimeoutPreemptively(Duration.ofSeconds(15), () -> quotes(language, body), language + " " + words);
        }
    }

    @Test
    void mebibyteOfMarksTakesLinearTime() {
        for (String marks :
                new String[] {"\"", "“", "„", "«", "'", "‘", "“a", "\"a \"", "„ «", "‘a ‘b ", "said “a b”, "}) {
            String body = marks.repeat((1 << 20) / marks.length());
            assertTimeoutPreemptively(Duration.ofSeconds(15), () -> quotes("en", body), marks);
        }
    }
}
