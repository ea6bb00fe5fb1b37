package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import newsmill.article.Article.BodyVerdict;
import org.jsoup.nodes.Element;

/** Says what a body is: the article, or what stood in its place. */
final class BodyJudge {
    /** A verdict and its reason. */
    record Verdict(BodyVerdict verdict, String reason) {}

    /** Fewer words are no article. */
    private static final int SHORT = 40;
    /** A teaser before a barrier is not longer. */
    private static final int TEASER = 220;
    /** From this many words on, one phrase of a barrier may be an advertisement. */
    private static final int SURE_TEASER = 130;
    /** How far behind the story its barrier stands. */
    private static final int BEHIND = 12;
    /** A test for robots has no more text than this. */
    private static final int CHALLENGE_PAGE = 220;

    private static final Map<String, List<String>> WALLS = new HashMap<>();

    static {
        for (String line : Resources.lines("walls.txt")) {
            int colon = line.indexOf(':');
            WALLS.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split("\\|")));
        }
    }

    private BodyJudge() {}

    static Verdict of(Evidence evidence, List<Block> story) {
        int words = story.stream().mapToInt(block -> block.words).sum();
        if (words >= TEASER && !barred(evidence)) {
            return new Verdict(BodyVerdict.OK, words + " words");
        }
        String challenge = challenge(evidence, words);
        if (challenge != null) {
            return new Verdict(BodyVerdict.CHALLENGE, challenge);
        }
        String consent = consent(evidence, story, words);
        if (consent != null) {
            return new Verdict(BodyVerdict.CONSENT, consent);
        }
        String paywall = paywall(evidence, story, words);
        if (paywall != null) {
            return new Verdict(BodyVerdict.PAYWALL, paywall);
        }
        if (words == 0) {
            return new Verdict(BodyVerdict.EMPTY, "no story found");
        }
        return words < SHORT
                ? new Verdict(BodyVerdict.SHORT, words + " words")
                : new Verdict(BodyVerdict.OK, words + " words");
    }

    private static String challenge(Evidence evidence, int words) {
        if (evidence.blocks.words > CHALLENGE_PAGE || words > CHALLENGE_PAGE / 2) {
            return null;
        }
        for (Element script : evidence.clues.scripts) {
            String from = script.attr("src");
            String data = script.data();
            for (String mark : new String[] {
                "/cdn-cgi/challenge-platform/h/",
                "captcha-delivery.com",
                "_Incapsula_Resource",
                "px-captcha",
                "awsWafCookieDomainList",
                "geetest"
            }) {
                boolean in = from.contains(mark) || (data.length() < 20_000 && data.contains(mark));
                if (in && words < SHORT && evidence.blocks.words < CHALLENGE_PAGE / 2) {
                    return "script " + mark;
                }
            }
        }
        String title = evidence.title.toLowerCase(Locale.ROOT);
        String phrase = first("challenge", title);
        if (phrase == null) {
            for (Block block : evidence.blocks.all) {
                phrase = phrase == null ? first("challenge", block.text.toLowerCase(Locale.ROOT)) : phrase;
            }
        }
        return phrase == null ? null : "page says \"" + phrase + "\"";
    }

    /** A page that asks for consent and says little else. */
    private static String consent(Evidence evidence, List<Block> story, int words) {
        List<String> said = new ArrayList<>();
        int asking = 0;
        int askingStory = 0;
        int other = 0;
        for (Block block : evidence.blocks.all) {
            List<String> found = all("consent", block.text.toLowerCase(Locale.ROOT));
            said.addAll(found);
            boolean asks = !found.isEmpty();
            asking += asks ? block.words : 0;
            askingStory += asks && story.contains(block) ? block.words : 0;
            other += !asks && block.prose() ? block.words : 0;
        }
        boolean wall = said.stream().distinct().count() >= 2 && asking >= 15;
        boolean nothingElse = asking >= other && words - askingStory < SHORT;
        return wall && (nothingElse || (askingStory * 2 > words && other < SHORT))
                ? "page says \"" + said.get(0) + "\", \"" + said.get(1) + "\""
                : null;
    }

    private static String paywall(Evidence evidence, List<Block> story, int words) {
        boolean barred = barred(evidence);
        int whole = evidence.jsonLd.article.path("wordCount").asInt(0);
        if (barred && words < TEASER) {
            return "json-ld isAccessibleForFree false, " + words + " words";
        }
        if (barred && whole > 0 && words * 10 < whole * 6) {
            return "json-ld isAccessibleForFree false, " + words + " of " + whole + " words";
        }
        if (words >= TEASER) {
            return null;
        }
        Set<String> said = new LinkedHashSet<>();
        int last = story.isEmpty() ? 0 : story.get(story.size() - 1).index;
        int from = story.isEmpty() ? 0 : story.get(0).index;
        int to = story.isEmpty() ? evidence.blocks.all.size() : Math.min(evidence.blocks.all.size(), last + BEHIND);
        for (int i = from; i < to; i++) {
            Block block = evidence.blocks.all.get(i);
            boolean link = block.linkDensity() > 0.9 && block.words > 6;
            if (block.words <= 80 && !link && !otherStory(block)) {
                said.addAll(all("paywall", block.text.toLowerCase(Locale.ROOT)));
            }
        }
        boolean enough = said.size() >= (words < SURE_TEASER ? 1 : 2);
        return enough ? "page says \"" + said.iterator().next() + "\"" : null;
    }

    private static boolean otherStory(Block block) {
        for (Box box = block.box; box != null; box = box.parent) {
            if (box.tag.equals("nav")
                    || box.tag.equals("footer")
                    || (box.has(ClassWords.Sign.RELATED) && box.mass < 30)) {
                return true;
            }
        }
        return false;
    }

    /** True if the page's JSON-LD says that the article is not free. */
    private static boolean barred(Evidence evidence) {
        JsonNode free = evidence.jsonLd.article.path("isAccessibleForFree");
        return free.isBoolean()
                ? !free.booleanValue()
                : free.asText("").toLowerCase(Locale.ROOT).endsWith("false");
    }

    private static String first(String wall, String text) {
        for (String phrase : WALLS.get(wall)) {
            if (text.contains(phrase)) {
                return phrase;
            }
        }
        return null;
    }

    private static List<String> all(String wall, String text) {
        List<String> out = new ArrayList<>();
        for (String phrase : WALLS.get(wall)) {
            if (text.contains(phrase)) {
                out.add(phrase);
            }
        }
        return out;
    }
}
