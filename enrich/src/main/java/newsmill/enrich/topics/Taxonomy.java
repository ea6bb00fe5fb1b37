package newsmill.enrich.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** IPTC Media Topics, the two upper levels: what an article can be about. Immutable. */
final class Taxonomy {
    /** The topics as they come with Newsmill. */
    static final Taxonomy STANDARD = new Taxonomy(Rows.of("mediatopics.tsv").stream()
            .skip(1)
            .map(row -> new Concept(row.cell(0), row.cell(1), row.cell(2)))
            .toList());

    private final List<Concept> concepts;
    private final Map<String, Integer> byName = new HashMap<>();
    private final int[] tops;

    /**
     * A topic.
     *
     * @param parent id of the topic above it; empty for one of the upper level
     */
    record Concept(String id, String parent, String name) {}

    Taxonomy(List<Concept> concepts) {
        this.concepts = List.copyOf(concepts);
        Map<String, Integer> byId = new HashMap<>();
        tops = new int[concepts.size()];
        for (int c = 0; c < tops.length; c++) {
            Concept concept = concepts.get(c);
            byId.put(concept.id(), c);
            byName.put(concept.name(), c);
            tops[c] = concept.parent().isEmpty() ? c : byId.get(concept.parent());
        }
    }

    int size() {
        return tops.length;
    }

    Concept concept(int index) {
        return concepts.get(index);
    }

    /** The index of the topic with a name; fails if there is none. */
    int named(String name) {
        Integer index = byName.get(name);
        if (index == null) {
            throw new IllegalArgumentException(name + ": no such media topic");
        }
        return index;
    }

    /** The index of the upper-level topic that a topic belongs to. */
    int top(int index) {
        return tops[index];
    }

    boolean isTop(int index) {
        return tops[index] == index;
    }
}
