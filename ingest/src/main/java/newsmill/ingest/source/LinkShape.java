package newsmill.ingest.source;

import java.util.Locale;

/**
 * What an address has in common with others of its kind: a site spells all its articles alike. Numbers, slugs and codes
 * become a sign, words stay: {@code /sport/2026/03/02/late-goal-wins} is {@code /sport/9/9/9/slug}. Pure, one pass.
 */
final class LinkShape {
    private static final int FEW_HYPHENS = 2;
    private static final int SHORTEST_CODE = 6;

    private LinkShape() {}

    /** The shape of a path with its query. */
    static String of(String path) {
        StringBuilder shape = new StringBuilder();
        String[] halves = path.split("\\?", 2);
        for (String segment : halves[0].split("/")) {
            if (!segment.isEmpty()) {
                shape.append('/').append(segment(segment));
            }
        }
        if (halves.length == 2) {
            for (String field : halves[1].split("&")) {
                String[] both = field.split("=", 2);
                shape.append('?').append(both[0]).append('=');
                shape.append(both.length == 2 ? segment(both[1]) : "");
            }
        }
        return shape.toString();
    }

    /** True if something in a shape tells one address from the next. */
    static boolean varies(String shape) {
        return shape.contains("/slug")
                || shape.contains("/9")
                || shape.contains("/code")
                || shape.contains("=9")
                || shape.contains("=slug")
                || shape.contains("=code");
    }

    private static String segment(String segment) {
        int dot = segment.lastIndexOf('.');
        boolean file = dot > 0 && segment.length() - dot <= 6;
        String name = file ? segment.substring(0, dot) : segment;
        String end = file ? segment.substring(dot).toLowerCase(Locale.ROOT) : "";
        long digits = name.chars().filter(c -> c >= '0' && c <= '9').count();
        long hyphens = name.chars().filter(c -> c == '-' || c == '_').count();
        if (digits == name.length()) {
            return "9" + end;
        }
        if (hyphens >= FEW_HYPHENS || hyphens > 0 && digits > 0 || name.indexOf('%') >= 0 && name.length() > 20) {
            return "slug" + end;
        }
        boolean capitals = !name.equals(name.toLowerCase(Locale.ROOT)) && !Character.isUpperCase(name.charAt(0));
        if (name.length() >= SHORTEST_CODE && (digits > 0 || capitals)) {
            return "code" + end;
        }
        // A word with one hyphen may be a section or a short slug: what else is there of its kind decides.
        return (hyphens == 1 ? "two-words" : name.toLowerCase(Locale.ROOT)) + end;
    }
}
