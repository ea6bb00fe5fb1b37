package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How near bodies come to gold texts: precision and recall over shingles of four words, each averaged over the pages, and
 * the shares of pages with five or more stray words at either end (as published with
 * github.com/scrapinghub/article-extraction-benchmark); or, where the gold is segments, over those of all pages.
 */
final class BodyScore {
    private static final int SHINGLE = 4;
    private static final int STRAY = 5;

    private final List<double[]> pages = new ArrayList<>();
    private int found;
    private int stray;
    private int segments;

    void add(JsonNode gold, String body) {
        if (gold.has("body")) {
            pages.add(text(gold.get("body").asText(), gold.path("optional").asText(""), body));
            return;
        }
        pages.add(new double[4]);
        String text = squeezed(body);
        for (JsonNode one : gold.get("with")) {
            found += text.contains(squeezed(one.asText())) ? 1 : 0;
            segments++;
        }
        for (JsonNode one : gold.get("without")) {
            stray += text.contains(squeezed(one.asText())) ? 1 : 0;
        }
    }

    /** Precision, recall, and words before the first and behind the last piece of the gold. */
    private static double[] text(String gold, String optional, String body) {
        List<String> golden = shingles(gold);
        List<String> given = shingles(body);
        Map<String, Integer> spare = counted(shingles(optional));
        Map<String, Integer> want = counted(golden);
        Map<String, Integer> rest = new HashMap<>(want);
        int hits = 0;
        Map<String, Integer> extra = new HashMap<>();
        for (String shingle : given) {
            boolean hit = rest.getOrDefault(shingle, 0) > 0;
            hits += hit ? 1 : 0;
            (hit ? rest : extra).merge(shingle, hit ? -1 : 1, Integer::sum);
        }
        int wrong = 0;
        for (Map.Entry<String, Integer> one : extra.entrySet()) {
            wrong += Math.max(0, one.getValue() - spare.getOrDefault(one.getKey(), 0));
        }
        int first = 0;
        while (first < given.size() && !want.containsKey(given.get(first)) && !spare.containsKey(given.get(first))) {
            first++;
        }
        int last = given.size() - 1;
        while (last >= first && !want.containsKey(given.get(last)) && !spare.containsKey(given.get(last))) {
            last--;
        }
        boolean none = first == given.size();
        return new double[] {
            hits + wrong == 0 ? Double.NaN : (double) hits / (hits + wrong),
            golden.isEmpty() ? Double.NaN : (double) hits / golden.size(),
            none ? 0 : first,
            none ? words(body).size() : given.size() - 1 - last
        };
    }

    private static Map<String, Integer> counted(List<String> shingles) {
        Map<String, Integer> out = new HashMap<>();
        shingles.forEach(shingle -> out.merge(shingle, 1, Integer::sum));
        return out;
    }

    private static List<String> shingles(String text) {
        List<String> words = words(text);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < words.size() && (i == 0 || i + SHINGLE <= words.size()); i++) {
            out.add(String.join(" ", words.subList(i, Math.min(words.size(), i + SHINGLE))));
        }
        return out;
    }

    /** Runs of letters, digits and low lines; kana and Han one by one. */
    private static List<String> words(String text) {
        List<String> out = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean ideograph =
                    (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff);
            boolean letter = Character.isLetterOrDigit(c)
                    || c == '_'
                    || Character.getType(c) == Character.OTHER_NUMBER
                    || Character.getType(c) == Character.LETTER_NUMBER;
            if (word.length() > 0 && (ideograph || !letter)) {
                out.add(word.toString());
                word.setLength(0);
            }
            if (ideograph) {
                out.add(Character.toString(c));
            } else if (letter) {
                word.appendCodePoint(c);
            }
        });
        if (word.length() > 0) {
            out.add(word.toString());
        }
        return out;
    }

    private static String squeezed(String text) {
        return String.join(" ", text.strip().split("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u3000]+"));
    }

    double precision() {
        return segments > 0 ? (double) found / (found + stray) : mean(0);
    }

    double recall() {
        return segments > 0 ? (double) found / segments : mean(1);
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    private double mean(int k) {
        return pages.stream()
                .mapToDouble(page -> page[k])
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(0);
    }

    private double share(int k) {
        return (double) pages.stream().filter(page -> page[k] >= STRAY).count() / pages.size();
    }

    @Override
    public String toString() {
        String ends = segments > 0 ? "      -      -" : String.format(Locale.ROOT, " %6.3f %6.3f", share(2), share(3));
        return String.format(Locale.ROOT, "%6d  %.4f  %.4f  %.4f%s", pages.size(), precision(), recall(), f1(), ends);
    }
}
