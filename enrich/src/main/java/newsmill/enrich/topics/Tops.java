package newsmill.enrich.topics;

import java.util.List;

/** The upper-level topics of a taxonomy, numbered from 0. */
final class Tops {
    private final Taxonomy taxonomy;
    private final int[] concepts;
    private final int[] places;

    Tops(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        places = new int[taxonomy.size()];
        int[] found = new int[taxonomy.size()];
        int count = 0;
        for (int c = 0; c < taxonomy.size(); c++) {
            if (taxonomy.isTop(c)) {
                places[c] = count;
                found[count++] = c;
            }
        }
        concepts = java.util.Arrays.copyOf(found, count);
        for (int c = 0; c < taxonomy.size(); c++) {
            places[c] = places[taxonomy.top(c)];
        }
    }

    int size() {
        return concepts.length;
    }

    /** The topic at a place. */
    int concept(int place) {
        return concepts[place];
    }

    /** The place of the upper-level topic that a topic belongs to. */
    int place(int concept) {
        return places[concept];
    }

    /** The places of topics by their names. */
    int[] named(List<String> names) {
        return names.stream()
                .mapToInt(n -> place(taxonomy.named(n.strip())))
                .distinct()
                .toArray();
    }

    /** All places. */
    int[] all() {
        return java.util.stream.IntStream.range(0, size()).toArray();
    }

    /** Of sums for all topics, those of the upper level. */
    double[] of(float[] sums) {
        double[] tops = new double[concepts.length];
        for (int p = 0; p < tops.length; p++) {
            tops[p] = sums[concepts[p]];
        }
        return tops;
    }
}
