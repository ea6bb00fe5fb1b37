package newsmill.enrich.countries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The countries by index, with their codes, English names and parts of the world. To be filled by one thread. */
final class Countries {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Short> indices = new HashMap<>();
    private final Map<String, Integer> areas = new HashMap<>();

    private record Entry(String code, String name, int area) {}

    void add(String code, String name, String area) {
        indices.put(code, (short) entries.size());
        areas.putIfAbsent(area, areas.size());
        entries.add(new Entry(code, name, areas.get(area)));
    }

    int size() {
        return entries.size();
    }

    String code(int country) {
        return entries.get(country).code;
    }

    String name(int country) {
        return entries.get(country).name;
    }

    /** The part of its continent, by index. */
    int area(int country) {
        return entries.get(country).area;
    }

    int areas() {
        return areas.size();
    }

    /** The index of a code, or -1. */
    short index(String code) {
        return code == null ? -1 : indices.getOrDefault(code, (short) -1);
    }
}
