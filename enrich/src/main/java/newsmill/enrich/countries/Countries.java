package newsmill.enrich.countries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The countries by index, with their codes and English names. */
final class Countries {
    private final List<String> codes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> areas = new ArrayList<>();
    private final Map<String, Short> indices = new HashMap<>();

    void add(String code, String name, String area) {
        indices.put(code, (short) codes.size());
        codes.add(code);
        names.add(name);
        areas.add(area);
    }

    int size() {
        return codes.size();
    }

    String code(int country) {
        return codes.get(country);
    }

    String name(int country) {
        return names.get(country);
    }

    /** True if both lie in the same part of a continent. */
    boolean areNeighbours(int one, int other) {
        return areas.get(one).equals(areas.get(other));
    }

    /** The index of a code, or -1. */
    short index(String code) {
        return code == null ? -1 : indices.getOrDefault(code, (short) -1);
    }
}
