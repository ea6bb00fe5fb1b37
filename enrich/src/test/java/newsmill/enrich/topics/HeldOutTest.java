package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import newsmill.article.MediaTopic;
import org.junit.jupiter.api.Test;

/** Texts of our own that the weights have not seen: what the tagger says of them must be right about as often as it says. */
class HeldOutTest {
    private static final double RIGHT = 0.86;
    private static final double RIGHT_BY_HEADLINE = 0.7;
    private static final double RIGHT_IN_OTHER_LANGUAGES = 0.8;
    private static final double RIGHT_WHEN_SURE = 0.95;
    private static final double SURE = 0.9;
    private static final int SURE_TAGS = 100;
    /** Where the bands of scores end, and how far from its mean score the part of a band that is right may be. */
    private static final double[] BANDS = {0.7, 0.9, 1};

    private static final double NEAR = 0.1;
    /** Topics named of a text in a language that is not known. */
    private static final double FEW = 0.1;

    private final TopicTagger tagger = TopicTagger.standard();
    private final List<Labelled> english = Labelled.heldOut();
    private final List<Labelled> kinds = Labelled.kinds();

    @Test
    void theFirstTopicIsRightForSixOfSevenTexts() {
        assertUnderstood(RIGHT, english, text -> true);
        assertUnderstood(RIGHT, kinds, text -> text.isEnglish() && !text.isHeadline());
    }

    @Test
    void theFirstTopicIsRightForMostHeadlinesWithoutAText() {
        assertUnderstood(RIGHT_BY_HEADLINE, kinds, Labelled::isHeadline);
    }

    @Test
    void theFirstTopicIsRightForFourOfFiveTextsInOtherLanguages() {
        assertUnderstood(RIGHT_IN_OTHER_LANGUAGES, kinds, text -> !text.isEnglish() && !text.isHeadline());
    }

    private void assertUnderstood(double least, List<Labelled> texts, Predicate<Labelled> asked) {
        List<Labelled> all = texts.stream().filter(asked).toList();
        List<String> wrong = all.stream()
                .filter(text -> !text.isUnderstood(tagger))
                .map(text -> text.language() + ": " + text.title() + text.topics(tagger))
                .toList();
        assertTrue(wrong.size() <= (1 - least) * all.size(), wrong.size() + " of " + all.size() + ": " + wrong);
    }

    @Test
    void aTopicWithAHighScoreIsRight() {
        int sure = 0;
        List<String> wrong = new ArrayList<>();
        for (Labelled text : english) {
            for (MediaTopic topic : text.topics(tagger)) {
                if (topic.score() >= SURE) {
                    sure++;
                    if (!text.isRight(topic)) {
                        wrong.add(topic.name() + ": " + text.title());
                    }
                }
            }
        }
        assertTrue(sure >= SURE_TAGS, sure + " sure");
        assertTrue(wrong.size() <= (1 - RIGHT_WHEN_SURE) * sure, sure + " sure, wrong: " + wrong);
    }

    @Test
    void ofTopicsWithAScoreSoManyAreRight() {
        double from = 0;
        for (double to : BANDS) {
            assertCalibrated(from, to);
            from = to;
        }
    }

    private void assertCalibrated(double from, double to) {
        int named = 0;
        int right = 0;
        double sum = 0;
        for (Labelled text : Stream.concat(english.stream(), kinds.stream()).toList()) {
            for (MediaTopic topic : text.topics(tagger)) {
                if (topic.score() > from && topic.score() <= to) {
                    named++;
                    sum += topic.score();
                    right += text.isRight(topic) ? 1 : 0;
                }
            }
        }
        String found = String.format(
                Locale.ROOT,
                "scores %.1f to %.1f: %d, mean %.3f, right %.3f",
                from,
                to,
                named,
                sum / named,
                (double) right / named);
        assertTrue(Math.abs(sum - right) <= NEAR * named, found);
    }

    @Test
    void aTextInAnUnknownLanguageHasFewTopics() {
        int named = kinds.stream()
                .filter(text -> !text.isEnglish())
                .mapToInt(text -> text.topics(tagger, "und").size())
                .sum();
        assertTrue(named <= FEW * kinds.size(), named + " named");
    }
}
