package newsmill.local.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A story of the sample newsroom, as its reporter filed it.
 *
 * @param slug its name in addresses
 * @param fields what stands above the text: {@code title}, {@code byline}, {@code section}, and so on
 * @param paragraphs the text
 * @param corrected the text as it is after its correction; empty if the story is never corrected
 */
public record Story(String slug, Map<String, String> fields, List<String> paragraphs, List<String> corrected) {
    private static final String CORRECTED = "=== corrected";

    public Story {
        fields = Map.copyOf(fields);
        paragraphs = List.copyOf(paragraphs);
        corrected = List.copyOf(corrected);
    }

    /** Reads a story: fields, an empty line, paragraphs. */
    static Story parse(String slug, String file) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> paragraphs = new ArrayList<>();
        List<String> corrected = new ArrayList<>();
        List<String> text = null;
        for (String line : file.lines().toList()) {
            if (text == null && line.isBlank()) {
                text = paragraphs;
            } else if (text == null) {
                int colon = line.indexOf(": ");
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            } else if (line.equals(CORRECTED)) {
                text = corrected;
            } else if (!line.isBlank()) {
                text.add(line);
            }
        }
        return new Story(slug, fields, paragraphs, corrected);
    }

    /** A field, or nothing. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The body that a reader of the page should find, before or after the correction. */
    public String body(boolean afterCorrection) {
        return String.join("\n\n", text(afterCorrection));
    }

    /** True if the story changes while the newsroom is open. */
    public boolean isCorrected() {
        return !corrected.isEmpty();
    }

    /** True if the story is taken back while the newsroom is open. */
    public boolean isWithdrawn() {
        return fields.containsKey("withdrawn");
    }

    List<String> text(boolean afterCorrection) {
        return afterCorrection && isCorrected() ? corrected : paragraphs;
    }
}
