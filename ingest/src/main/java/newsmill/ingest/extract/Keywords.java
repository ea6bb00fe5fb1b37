package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the newsroom filed the article under, from the first place that lists something. */
final class Keywords {
    private static final int MOST = 50;
    private static final int LONGEST = 80;
    private static final int LONGEST_LIST = 5_000;

    /** Words that a title, and a list parted by spaces, have at least. */
    private static final int FEW = 4;

    private static final Set<String> SUBJECTS = Resources.words("publication.txt", "subject");

    private static final Pattern LABELLED = Pattern.compile("(\\p{L}[\\p{L} ]{0,30}): ?(\\S.*)");

    /** Record numbers, hosts, and names with underscores. */
    private static final Pattern MACHINE = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|([a-z0-9-]+\\.)+(com|org|net|[a-z]{2})|\\w*[a-z0-9]_\\w+|\\d{5,}");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private Keywords() {}

    static Told<List<String>> of(Evidence evidence) {
        MetaTags meta = evidence.meta;
        String title = Text.line(evidence.title);
        return Told.first(
                () -> told(texts(evidence.jsonLd.article.path("keywords")), title, "json-ld keywords"),
                () -> told(meta.all("news_keywords"), title, "meta news_keywords"),
                () -> told(meta.all("keywords"), title, "meta keywords"),
                () -> told(meta.all("article:tag"), title, "meta article:tag"));
    }

    private static List<String> texts(JsonNode node) {
        List<String> out = new ArrayList<>();
        if (node.isTextual()) {
            out.add(node.asText());
        } else if (node.isArray()) {
            node.forEach(one -> out.addAll(texts(one)));
        } else if (node.path("name").isTextual()) {
            out.add(node.path("name").asText());
        }
        return out;
    }

    private static Told<List<String>> told(List<String> texts, String title, String evidence) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String text : texts) {
            String line = text.length() > LONGEST_LIST ? null : JsonLd.clean(text);
            for (String part : line == null ? new String[0] : parts(line)) {
                String word = keyword(Text.line(part));
                if (word != null && !saysTitle(word, title) && words.size() < MOST) {
                    words.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
                }
            }
        }
        return words.isEmpty() ? null : new Told<>(List.copyOf(words.values()), evidence);
    }

    /** What commas and the like part; in Chinese, where no other sign is used, what spaces part. */
    private static String[] parts(String text) {
        String[] parts = text.split("[,;\u3001\uff0c\uff1b\u060c|]");
        String[] words = text.split(" ");
        boolean chinese = parts.length == 1
                && words.length >= FEW
                && Stream.of(words).allMatch(word -> HAN.matcher(word).matches());
        return chinese ? words : parts;
    }

    /** The keyword without the label that a machine gave it ("Category: Travel"); null for what only machines read. */
    private static String keyword(String text) {
        if (text == null || text.length() > 2 * LONGEST) {
            return null;
        }
        Matcher label = LABELLED.matcher(text);
        if (label.matches()) {
            boolean subject = Stream.of(Text.plain(label.group(1)).split(" ")).anyMatch(SUBJECTS::contains);
            return subject ? keyword(label.group(2)) : null;
        }
        boolean machine = MACHINE.matcher(text).matches();
        return machine || text.length() > LONGEST ? null : text;
    }

    private static boolean saysTitle(String word, String title) {
        return title != null && word.split(" ").length >= FEW && Title.likeness(word, title) > 0.7;
    }
}
