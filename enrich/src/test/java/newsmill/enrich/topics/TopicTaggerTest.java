package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import newsmill.article.Article;
import newsmill.article.MediaTopic;
import newsmill.article.Span;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTaggerTest {
    private final TopicTagger tagger = TopicTagger.standard();

    @Test
    void theTopicComesWithTheWordsThatSpokeForIt() {
        String body = "The ferry capsized in heavy seas. Rescuers pulled twelve survivors from the water.";
        MediaTopic topic = tag("Ferry sinks off the coast", body).get(0);
        assertEquals("medtop:03000000", topic.id());
        assertEquals("disaster, accident and emergency incident", topic.name());
        assertTrue(topic.evidence().contains("capsized"), topic.evidence().toString());
        assertTrue(topic.spans().stream().anyMatch(s -> s.text().equals("capsized")));
    }

    @Test
    void spansCutTheBodyExactly() {
        String body = "A “grand slam” title — her third 🎾 — was won in straight sets at Wimbledon.";
        for (MediaTopic topic : tag("Tennis", body)) {
            for (Span span : topic.spans()) {
                assertEquals(span.text(), body.substring(span.start(), span.end()));
            }
        }
    }

    @Test
    void theTitleCountsMoreThanTheBody() {
        String body = "The company said the workers would be told of the profit. Shares rose.";
        assertEquals("medtop:15000000", first(tag("Striker scores hat-trick in cup final", body)));
    }

    @Test
    void thePublishersSectionIsEvidenceInAnyLanguage() {
        Article article = Article.of("a")
                .title("Was jetzt geschieht")
                .body("Nichts.")
                .section("Wirtschaft")
                .build();
        assertEquals("medtop:04000000", first(tag(article, "und")));
    }

    @Test
    void aTextOfUnknownWordsHasNoTopics() {
        assertTrue(tag(
                        Article.of("a")
                                .title("Lorem ipsum")
                                .body("dolor sit amet, consectetur")
                                .build(),
                        "la")
                .isEmpty());
    }

    @Test
    void anEmptyStoryHasNoTopics() {
        assertTrue(tag(Article.of("a").build(), "en").isEmpty());
    }

    @Test
    void wordsWrittenInCapitalsInTheLexiconNeedCapitals() {
        assertFalse(tag("It aids memory", "This aids us all, he said.").stream()
                .anyMatch(t -> t.evidence().contains("aids")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“The road stays closed,” said Agnieszka Borowska in Warsaw.",
                "Kim and Ahmed came from Vilnius to Jakarta.",
                "He said that they would see them again before the end of the year."
            })
    void namesAndWordsThatEveryStoryHasAreNobodysTopic(String body) {
        assertEquals(List.of(), tag("", body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Stir the onions until soft and serve with rice.                                | lifestyle and leisure
            the keeper saved twice in the last minute and the side went top of the table.  | sport
            MPs WILL VOTE ON THE BILL BEFORE THE RECESS.                                   | politics
            """)
    void aSentenceWithoutATitleHasATopicInAnyCase(String body, String topic) {
        assertEquals(topic, tag("", body).get(0).name());
    }

    @Test
    void aLongStoryIsReadTheSameWhetherItsHeadlineStandsAboveOrInIt() {
        String title = "Council votes to close two libraries";
        String body = "Councillors voted by nine to seven. ".repeat(20) + "The mayor was not there.";
        assertEquals(first(tag(title, body)), first(tag("", title + ". " + body)));
    }

    @Test
    void whatIsGivenAsTheReasonIsNeitherANameNorAFunctionWord() {
        List<MediaTopic> topics = tag(
                "",
                "An expedition off Honduras finds artifacts of a settlement that nobody had seen before, and Gomez says"
                        + " the excavation will go on again next year.");
        assertFalse(topics.isEmpty());
        for (MediaTopic topic : topics) {
            assertFalse(topic.evidence().isEmpty());
            assertTrue(
                    topic.evidence().stream()
                            .noneMatch(List.of("Honduras", "Gomez", "nobody", "again", "before")::contains),
                    topic.evidence().toString());
        }
    }

    @Test
    void theReasonsAreExplainedAsASum() {
        Tags tags = Tags.explained();
        Article article = Article.of("a")
                .title("Ferry sinks")
                .body("The ferry capsized. Rescuers pulled survivors from the water.")
                .build();
        tagger.tag(Story.of(article, "en"), tags);
        assertTrue(
                tags.notes().stream()
                        .anyMatch(n -> n.matches(
                                "topic disaster, accident and emergency incident 0\\.\\d+: .*capsized \\d.*")),
                tags.notes().toString());
    }

    @Test
    void aLongHostileTextIsReadInLinearTime() {
        String body = "war ".repeat(500_000) + "x".repeat(1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> tag("war", body));
    }

    @Test
    void aWarWithTalksAboutItIsPoliticsAndConflict() {
        List<String> ids = tag(
                        "President warns allies as shelling goes on",
                        "The president told foreign ministers at the summit that sanctions must stay. Diplomats spoke of"
                                + " a treaty. Meanwhile artillery shelling killed three soldiers near the front line, and"
                                + " a missile strike hit the port, the army said. Elections may be held after a ceasefire.")
                .stream()
                .map(MediaTopic::id)
                .toList();
        assertTrue(ids.contains("medtop:11000000") && ids.contains("medtop:16000000"), ids.toString());
    }

    @Test
    void theLowerLevelIsNamedWhereItIsSure() {
        List<MediaTopic> topics = tag(
                "Quake of magnitude 7 triggers tsunami warning",
                "The earthquake was followed by aftershocks. The epicentre lay offshore; a tsunami flooded the harbour.");
        assertTrue(topics.stream().anyMatch(t -> t.name().equals("disaster")), topics.toString());
    }

    @Test
    void boilerplateInAnotherSectionOfThePageIsNoReasonByItself() {
        assertTrue(tag("", "Share this on Facebook and Twitter.").stream().allMatch(t -> t.score() < 0.9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tr | medtop:15000000 | Teknik direktör maçtan sonra hakeme tepki gösterdi, takım ligde ikinci sıraya düştü
            sw | medtop:07000000 | Wizara ya afya imesema wagonjwa wa malaria wameongezeka katika hospitali za mkoa
            ha | medtop:11000000 | Majalisar dattawa ta amince da kudirin, in ji wani sanata na jam'iyyar APC
            yo | medtop:15000000 | Agbábọ́ọ̀lù náà gba góòlù méjì sáwọ̀n nínú ìdíje ife àgbáyé
            so | medtop:07000000 | Wasaaradda caafimaadka ayaa sheegtay in cudurka daacuun lagu arkay isbitaalka
            am | medtop:15000000 | ብሔራዊ ቡድኑ በዓለም ዋንጫ ማጣሪያ ጨዋታ አሸነፈ፤ አሰልጣኙ ተጫዋቾቹን አመሰገኑ
            zh | medtop:04000000 | 央行宣布降息，股市上涨，投资者看好银行股
            ar | medtop:15000000 | فاز المنتخب في المباراة النهائية وسجل المهاجم هدفين وأشاد المدرب باللاعبين
            ru | medtop:03000000 | Спасатели МЧС эвакуировали жителей после землетрясения, есть погибшие
            es | medtop:06000000 | El cambio climático amenaza la biodiversidad y los ecosistemas de la selva
            pt | medtop:05000000 | Os alunos da escola fazem o exame e os professores pedem mais vagas na universidade
            it | medtop:12000000 | Il papa ha celebrato la messa in Vaticano davanti a cardinali e vescovi
            de | medtop:17000000 | Der Wetterdienst warnt vor Gewittern, Hagel und Sturmböen bei Temperaturen um 30 Grad Celsius
            fr | medtop:09000000 | Les syndicats appellent à la grève, les salariés refusent les licenciements
            pcm | medtop:15000000 | Super Eagles coach tok say di playas go win di match for Afcon
            """)
    void manyLanguagesHaveTheirWords(String language, String topic, String body) {
        assertEquals(topic, first(tag(Article.of("a").body(body).build(), language)));
    }

    @Test
    void marksOfToneMayBeLeftOut() {
        String body = "Ọlọ́pàá mu adigunjale meji, adajo ni ki won lo si ogba ewon";
        List<MediaTopic> topics = tag(Article.of("a").body(body).build(), "yo");
        assertEquals("medtop:02000000", first(topics));
        assertTrue(topics.get(0).spans().stream().anyMatch(s -> s.text().equals("ogba ewon")), topics.toString());
    }

    @Test
    void aWordIsFoundWithTheArticleOrParticleWrittenInFrontOfIt() {
        String arabic = "ويقول الأطباء للمرضى إن بالمستشفى لقاحا";
        assertEquals("medtop:07000000", first(tag(Article.of("a").body(arabic).build(), "ar")));
        String xhosa = "Kwangena utata esibhedlele, wathi noogqirha nabongikazi bambalwa";
        assertEquals("medtop:07000000", first(tag(Article.of("a").body(xhosa).build(), "xh")));
        String tigrinya = "ንሓካይም ብሕማም ዝተታሕዙ ቈልዑ";
        assertEquals("medtop:07000000", first(tag(Article.of("a").body(tigrinya).build(), "ti")));
    }

    private List<MediaTopic> tag(String title, String body) {
        return tag(Article.of("a").title(title).body(body).build(), "en");
    }

    private List<MediaTopic> tag(Article article, String language) {
        Tags tags = new Tags();
        tagger.tag(Story.of(article, language), tags);
        return tags.topics();
    }

    private static String first(List<MediaTopic> topics) {
        return topics.isEmpty() ? "none" : topics.get(0).id();
    }
}
