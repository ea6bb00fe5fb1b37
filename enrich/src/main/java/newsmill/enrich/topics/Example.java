package newsmill.enrich.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A text to learn from.
 *
 * @param classes the classes, any of which is right, by their place
 * @param rivals the classes that its source tells apart, by their place: it says nothing about others
 * @param weight how much it counts
 */
record Example(String title, String body, int[] classes, int[] rivals, float weight) {
    private static final String RELATIONS = "International relations";
    private static final String POLITICS = "politics";
    private static final String CONFLICT = "conflict, war and peace";
    private static final String CRIME = "crime, law and justice";
    private static final String DISASTER = "disaster, accident and emergency incident";
    private static final String ARTS = "arts, culture, entertainment and media";

    /**
     * The sections of Wikipedia's Portal:Current events, and the topics that their items have. Attacks may be crime, floods
     * weather, but {@link Classes} knows that, so that here each section teaches its own words.
     */
    private static final Map<String, List<String>> SECTIONS = Map.ofEntries(
            Map.entry("Armed conflicts and attacks", List.of(CONFLICT)),
            Map.entry("Law and crime", List.of(CRIME)),
            Map.entry("Politics and elections", List.of(POLITICS)),
            Map.entry("Disasters and accidents", List.of(DISASTER)),
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
    static List<Example> currentEvents(Path file, Tops tops, Classes classes) throws IOException {
        List<Example> examples = new ArrayList<>();
        int[] rivals = with(classes.relations(), tops.named(RIVALS));
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (Rows.Row row : Rows.read(lines)) {
                int[] places = row.cell(1).equals(RELATIONS)
                        ? new int[] {classes.relations()}
                        : tops.named(SECTIONS.getOrDefault(row.cell(1), List.of()));
                if (places.length > 0) {
                    examples.add(new Example("", row.cell(2), places, rivals, 1));
                }
            }
        }
        return examples;
    }

    /** Texts of our own: topics between semicolons, title, text. */
    static List<Example> own(Path file, Tops tops, Classes classes, float weight) throws IOException {
        List<Example> examples = new ArrayList<>();
        int[] rivals = with(classes.relations(), tops.all());
        int politics = tops.named(List.of(POLITICS))[0];
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (Rows.Row row : Rows.read(lines)) {
                int[] topics = tops.named(List.of(row.cell(0).split("; ")));
                boolean relations = Arrays.stream(topics).anyMatch(t -> t == politics);
                int[] places = relations ? with(classes.relations(), topics) : topics;
                examples.add(new Example(row.cell(1), row.cell(2), places, rivals, weight));
            }
        }
        return examples;
    }

    private static int[] with(int place, int[] places) {
        int[] more = Arrays.copyOf(places, places.length + 1);
        more[places.length] = place;
        return more;
    }
}
