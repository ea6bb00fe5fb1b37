package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the newsroom filed the article under, from the first place that lists something. */
final class Keywords {
    private static final int MOST = 50;
    private static final int LONGEST = 80;
    private static final int LONGEST_LIST = 5_000;

    private Keywords() {}

    static Told<List<String>> of(Evidence evidence) {
        return Told.first(
                () -> told(texts(evidence.jsonLd.article.path("keywords")), "json-ld keywords"),
                () -> told(evidence.meta.all("news_keywords"), "meta news_keywords"),
                () -> told(evidence.meta.all("keywords"), "meta keywords"),
                () -> told(evidence.meta.all("article:tag"), "meta article:tag"));
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

    private static Told<List<String>> told(List<String> texts, String evidence) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String text : texts) {
            for (String part : text.length() > LONGEST_LIST ? new String[0] : text.split("[,;\u3001\uff0c\u060c|]")) {
                String word = JsonLd.clean(part);
                if (word != null && word.length() <= LONGEST && words.size() < MOST) {
                    words.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
                }
            }
        }
        return words.isEmpty() ? null : new Told<>(List.copyOf(words.values()), evidence);
    }
}
