package newsmill.enrich.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Topics of the user's own, from a file of tab-separated rows: id, name, language, phrase, weight. The language is a BCP
 * 47 primary subtag, or {@code *} for all; a weight of 3 is what a strong word has. Phrases are written as in the
 * lexicons: {@code stem*} and {@code *ending} stand for all such words.
 */
final class UserTopics {
    /** Every language. */
    static final String ANY = "*";

    private static final int COLUMNS = 5;

    private final List<Taxonomy.Concept> concepts = new ArrayList<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    private record Phrase(int concept, String phrase, float weight) {}

    private UserTopics() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if a row is wrong; the message names file, line and field
     */
    static UserTopics read(Path file) {
        UserTopics topics = new UserTopics();
        Map<String, Integer> byId = new LinkedHashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (Rows.Row row : Rows.read(reader)) {
                topics.add(file, row, byId);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return topics;
    }

    private void add(Path file, Rows.Row row, Map<String, Integer> byId) {
        String where = file + ", line " + row.line() + ": ";
        if (row.cells().length != COLUMNS) {
            throw new IllegalArgumentException(where + row.cells().length
                    + " fields, should be 5: id, name, language, phrase, weight, with tabs between");
        }
        String id = row.cell(0);
        String name = row.cell(1);
        if (id.isEmpty() || name.isEmpty() || row.cell(3).isEmpty()) {
            throw new IllegalArgumentException(where + "id, name and phrase must not be empty");
        }
        if (id.startsWith("medtop:")) {
            throw new IllegalArgumentException(where + "id " + id + ": medtop: is for IPTC's own topics");
        }
        String language = row.cell(2);
        if (!language.equals(ANY) && !language.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException(where + "language " + language + ": should be a code such as en, or *");
        }
        Integer concept = byId.get(id);
        if (concept == null) {
            concept = concepts.size();
            byId.put(id, concept);
            concepts.add(new Taxonomy.Concept(id, "", name));
        } else if (!concepts.get(concept).name().equals(name)) {
            throw new IllegalArgumentException(where + "id " + id + " is named " + name + " here and "
                    + concepts.get(concept).name() + " before");
        }
        phrases.computeIfAbsent(language, l -> new ArrayList<>())
                .add(new Phrase(concept, row.cell(3), weight(where, row.cell(4))));
    }

    private static float weight(String where, String text) {
        try {
            float weight = Float.parseFloat(text);
            if (weight > 0 && weight <= 10) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(where + "weight " + text + ": should be a number above 0, at most 10");
    }

    /** The topics, each an upper-level one. */
    Taxonomy taxonomy() {
        return new Taxonomy(concepts);
    }

    /** The phrases for a language, those for all languages among them. */
    Lexicon lexicon(String language) {
        Lexicon.Builder builder = new Lexicon.Builder(taxonomy(), language);
        for (String l : List.of(language, ANY)) {
            phrases.getOrDefault(l, List.of()).forEach(p -> builder.add(p.concept(), p.weight(), p.phrase()));
        }
        return builder.build();
    }
}
