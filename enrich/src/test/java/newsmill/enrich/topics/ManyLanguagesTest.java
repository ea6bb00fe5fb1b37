package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import newsmill.article.Article;
import newsmill.article.MediaTopic;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import newsmill.enrich.language.Languages;
import org.junit.jupiter.api.Test;

/** Headlines and leads in all the languages that have a lexicon: the topic and the language that each is given. */
class ManyLanguagesTest {
    /** Of a language's texts, the part whose first topic is right, and the part whose language is told. */
    private static final double RIGHT = 0.75;

    private static final double TOLD = 0.8;
    /** Of all texts; the last by the headline alone. */
    private static final double ALL_RIGHT = 0.9;

    private static final double ALL_TOLD = 0.97;
    private static final double ALL_TOLD_BY_HEADLINE = 0.9;

    private final TopicTagger tagger = TopicTagger.standard();
    private final Languages languages = Languages.standard();
    private final Map<String, Score> scores = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    private static final class Score {
        int texts;
        int right;
        int named;
        int rightAmongNamed;
        int told;
        int toldByHeadline;

        static double part(int some, int all) {
            return all == 0 ? 1 : (double) some / all;
        }
    }

    @Test
    void mostTextsOfEveryLanguageAreGivenTheirTopicAndTheirLanguage() {
        Score all = new Score();
        for (Rows.Row row : Rows.of("texts-languages.tsv")) {
            count(row, scores.computeIfAbsent(row.cell(0), l -> new Score()));
            count(row, all);
        }
        print(all);
        assertEquals(Lexicons.LANGUAGES.size() - 1, scores.size(), "every language but English has texts");
        scores.forEach((language, score) -> {
            assertTrue(Score.part(score.right, score.texts) >= RIGHT, language + ": topics");
            assertTrue(Score.part(score.told, score.texts) >= TOLD, language + ": language");
        });
        assertTrue(Score.part(all.right, all.texts) >= ALL_RIGHT, "topics");
        assertTrue(Score.part(all.told, all.texts) >= ALL_TOLD, "language");
        assertTrue(Score.part(all.toldByHeadline, all.texts) >= ALL_TOLD_BY_HEADLINE, "language by headline");
    }

    private void count(Rows.Row row, Score score) {
        String language = row.cell(0);
        Article article = Article.of("a").title(row.cell(2)).body(row.cell(3)).build();
        Tags tags = new Tags();
        tagger.tag(Story.of(article, language), tags);
        List<String> accepted = List.of(row.cell(1).split("; "));
        List<MediaTopic> named =
                tags.topics().stream().filter(t -> t.id().endsWith("000000")).toList();
        boolean right = !named.isEmpty() && accepted.contains(named.get(0).name());
        score.texts++;
        score.right += right ? 1 : 0;
        score.named += named.size();
        score.rightAmongNamed +=
                (int) named.stream().filter(t -> accepted.contains(t.name())).count();
        String told = languages.of(null, article.title(), article.body());
        String toldByHeadline = languages.of(null, article.title(), "");
        score.told += told.equals(language) ? 1 : 0;
        score.toldByHeadline += toldByHeadline.equals(language) ? 1 : 0;
        if (score == scores.get(language)) {
            if (!right) {
                wrong.add(row.cells()[0] + " " + row.cell(1) + " <- "
                        + named.stream().map(t -> t.name() + t.evidence()).toList() + " " + article.title());
            }
            if (!told.equals(language) || !toldByHeadline.equals(language)) {
                wrong.add(language + " told " + told + ", by headline " + toldByHeadline + ": " + article.title());
            }
        }
    }

    private void print(Score all) {
        scores.put("all", all);
        System.out.println("language texts  top-1  named  precision  language  by headline");
        scores.forEach((language, s) -> System.out.println(String.format(
                Locale.ROOT,
                "%-8s %5d  %.3f  %5.2f      %.3f     %.3f        %.3f",
                language,
                s.texts,
                Score.part(s.right, s.texts),
                (double) s.named / s.texts,
                Score.part(s.rightAmongNamed, s.named),
                Score.part(s.told, s.texts),
                Score.part(s.toldByHeadline, s.texts))));
        scores.remove("all");
        wrong.forEach(System.out::println);
    }
}
