package newsmill.enrich.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A text to learn from.
 *
 * @param topics the upper-level topics, any of which is right, by their place among them
 * @param rivals the topics that its source tells apart, by their place: it says nothing about others
 * @param weight how much it counts
 */
record Example(String title, String body, int[] topics, int[] rivals, float weight) {
    private static final String POLITICS = "politics";
    private static final String CONFLICT = "conflict, war and peace";
    private static final String CRIME = "crime, law and justice";
    private static final String DISASTER = "disaster, accident and emergency incident";
    private static final String ARTS = "arts, culture, entertainment and media";

    /** The sections of Wikipedia's Portal:Current events, and the topics that any item in them may have. */
    private static final Map<String, List<String>> SECTIONS = Map.ofEntries(
            Map.entry("Armed conflicts and attacks", List.of(CONFLICT, CRIME)),
            Map.entry("Law and crime", List.of(CRIME)),
            Map.entry("Politics and elections", List.of(POLITICS)),
            Map.entry("International relations", List.of(POLITICS, CONFLICT)),
            Map.entry("Disasters and accidents", List.of(DISASTER, "weather")),
            Map.entry("Health and environment", List.of("health", "environment")),
            Map.entry("Health", List.of("health")),
            Map.entry("Environment", List.of("environment")),
            Map.entry("Business and economy", List.of("economy, business and finance")),
            Map.entry("Sports", List.of("sport")),
            Map.entry("Science and technology", List.of("science and technology")),
            Map.entry("Arts and culture", List.of(ARTS, "human interest", "religion")),
            Map.entry("Religion", List.of("religion")),
            Map.entry("Weather", List.of("weather", DISASTER)),
            Map.entry("Education", List.of("education")));

    /** The topics that Wikipedia's sections tell apart; the others hide in them and must not be unlearned. */
    private static final List<String> RIVALS = List.of(
            POLITICS,
            CONFLICT,
            CRIME,
            DISASTER,
            ARTS,
            "health",
            "environment",
            "economy, business and finance",
            "sport",
            "science and technology",
            "religion");

    /** Current events: date, section, text; packed with gzip. */
    static List<Example> currentEvents(Path file, Tops tops) throws IOException {
        List<Example> examples = new ArrayList<>();
        int[] rivals = tops.named(RIVALS);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (Rows.Row row : Rows.read(lines)) {
                List<String> names = SECTIONS.get(row.cell(1));
                if (names != null) {
                    examples.add(new Example("", row.cell(2), tops.named(names), rivals, 1));
                }
            }
        }
        return examples;
    }

    /** Texts of our own: topics between semicolons, title, text. */
    static List<Example> own(Path file, Tops tops, float weight) throws IOException {
        List<Example> examples = new ArrayList<>();
        int[] rivals = tops.all();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (Rows.Row row : Rows.read(lines)) {
                int[] topics = tops.named(List.of(row.cell(0).split("; ")));
                examples.add(new Example(row.cell(1), row.cell(2), topics, rivals, weight));
            }
        }
        return examples;
    }
}
