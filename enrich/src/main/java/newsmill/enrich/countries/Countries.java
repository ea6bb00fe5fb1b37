package newsmill.enrich.countries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The countries by index, with their codes, English names and parts of the world. To be filled by one thread. */
final class Countries {
    private final List<Entry> entries = new ArrayList<>();
    private final short[] indices = new short[26 * 26];
    private final Map<String, Integer> areas = new HashMap<>();

    Countries() {
        Arrays.fill(indices, (short) -1);
    }

    private record Entry(String code, String name, int area) {}

    void add(String code, String name, String area) {
        indices[slot(code.charAt(0), code.charAt(1))] = (short) entries.size();
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
        boolean letters = code != null && code.length() == 2 && isLetter(code.charAt(0)) && isLetter(code.charAt(1));
        return letters ? index(code.charAt(0), code.charAt(1)) : -1;
    }

    /** The index of a code by its two capital letters, or -1. */
    short index(char first, char second) {
        return indices[slot(first, second)];
    }

    private static int slot(char first, char second) {
        return (first - 'A') * 26 + second - 'A';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
