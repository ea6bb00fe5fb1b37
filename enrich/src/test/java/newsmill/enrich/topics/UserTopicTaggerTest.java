package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import newsmill.article.Article;
import newsmill.article.MediaTopic;
import newsmill.article.Settings;
import newsmill.enrich.Enricher;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTopicTaggerTest {
    @TempDir
    Path folder;

    @Test
    void aTopicOfTheUsersOwnIsTaggedWithItsEvidence() throws IOException {
        UserTopicTagger tagger =
                tagger("# ours\nacme:tea\ttea trade\ten\ttea auction\t3\nacme:tea\ttea trade\t*\tAssam\t3\n");
        List<MediaTopic> topics = tag(tagger, "en", "The tea auction in Assam opened with higher bids.");
        assertEquals("acme:tea", topics.get(0).id());
        assertEquals("tea trade", topics.get(0).name());
        assertEquals(List.of("tea auction", "Assam"), topics.get(0).evidence());
        assertEquals(2, topics.get(0).spans().size());
    }

    @Test
    void aPhraseIsLookedForInItsOwnLanguageOnly() throws IOException {
        UserTopicTagger tagger = tagger("acme:gift\tpoison\tde\tGift*\t5\n");
        assertTrue(tag(tagger, "en", "A gift, a gift!").isEmpty());
        assertEquals(1, tag(tagger, "de", "Giftmischer mischten Gift.").size());
    }

    @Test
    void aWrongLineIsNamedWithItsNumber() {
        assertEquals(
                "line 3: weight much: should be a number above 0, at most 10",
                wrong("# a\n\na:b\tb\ten\tword\tmuch\n"));
        assertEquals(
                "line 1: language English: should be a code such as en, or *", wrong("a:b\tb\tEnglish\tword\t1\n"));
        assertEquals("line 1: id medtop:1: medtop: is for IPTC's own topics", wrong("medtop:1\tb\ten\tword\t1\n"));
        assertEquals(
                "line 2: id a:b is named c here and b before", wrong("a:b\tb\ten\tword\t1\na:b\tc\ten\tword\t1\n"));
        assertEquals(
                "line 1: 4 fields, should be 5: id, name, language, phrase, weight, with tabs between",
                wrong("a:b\tb\ten\tword\n"));
    }

    @Test
    void aWrongFileIsNamedWithItsSettingAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.tsv"), "a:b\tb\ten\tword\tmuch\n");
        Settings settings = new Settings(Map.of("NEWSMILL_ENRICH_TOPICS", file.toString()));
        assertEquals(
                "NEWSMILL_ENRICH_TOPICS: " + file + ", line 1: weight much: should be a number above 0, at most 10",
                assertThrows(IllegalArgumentException.class, () -> Enricher.standard(settings))
                        .getMessage());
    }

    private String wrong(String rows) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> tagger(rows)).getMessage();
        return message.substring(message.indexOf("line "));
    }

    private UserTopicTagger tagger(String rows) throws IOException {
        return UserTopicTagger.of(Files.writeString(folder.resolve("topics.tsv"), rows));
    }

    private static List<MediaTopic> tag(UserTopicTagger tagger, String language, String body) {
        Tags tags = new Tags();
        tagger.tag(Story.of(Article.of("a").body(body).build(), language), tags);
        return tags.topics();
    }
}
