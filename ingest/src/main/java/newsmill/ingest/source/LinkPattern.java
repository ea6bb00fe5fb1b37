package newsmill.ingest.source;

import java.util.Arrays;
import java.util.List;

/**
 * Which addresses an operator means: a path, with its query where that tells articles apart, in which {@code *} stands for
 * anything but a slash, {@code **} for anything, and {@code #} for digits. Several stand one behind the other with spaces
 * between; one that begins with {@code !} takes out what it matches. Matching takes time linear in the address for each
 * character of the pattern, whatever both are.
 */
final class LinkPattern {
    private static final int LONGEST = 500;
    private final List<String> wanted;
    private final List<String> unwanted;

    private LinkPattern(List<String> wanted, List<String> unwanted) {
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    /** Reads a pattern. @throws IllegalArgumentException if it is none */
    static LinkPattern of(String text) {
        List<String> all = Arrays.stream(text.strip().split("\\s+")).distinct().toList();
        List<String> wanted = all.stream().filter(one -> !one.startsWith("!")).toList();
        List<String> unwanted = all.stream()
                .filter(one -> one.startsWith("!"))
                .map(one -> one.substring(1))
                .toList();
        boolean paths = wanted.stream().allMatch(LinkPattern::isPath)
                && unwanted.stream().allMatch(LinkPattern::isPath);
        if (wanted.isEmpty() || !paths || text.length() > LONGEST) {
            throw new IllegalArgumentException("pattern '" + text
                    + "': should be paths such as /news/* or /20#/**, of at most " + LONGEST + " characters");
        }
        return new LinkPattern(wanted, unwanted);
    }

    private static boolean isPath(String pattern) {
        return pattern.startsWith("/") || pattern.startsWith("*");
    }

    /** Whether a path, with its query if it has one, is meant. */
    boolean matches(String path) {
        return wanted.stream().anyMatch(pattern -> matches(pattern, path))
                && unwanted.stream().noneMatch(pattern -> matches(pattern, path));
    }

    /** Runs over the pattern once, keeping every place of the path that can have been reached. */
    private static boolean matches(String pattern, String path) {
        boolean[] reached = new boolean[path.length() + 1];
        reached[0] = true;
        for (int p = 0; p < pattern.length(); p++) {
            char c = pattern.charAt(p);
            boolean twice = c == '*' && p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
            reached = c == '*' ? any(reached, path, twice) : c == '#' ? digits(reached, path) : one(reached, path, c);
            p += twice ? 1 : 0;
        }
        return reached[path.length()];
    }

    private static boolean[] any(boolean[] from, String path, boolean slashesToo) {
        boolean[] to = from.clone();
        for (int i = 0; i < path.length(); i++) {
            to[i + 1] |= to[i] && (slashesToo || path.charAt(i) != '/');
        }
        return to;
    }

    private static boolean[] digits(boolean[] from, String path) {
        boolean[] to = new boolean[from.length];
        for (int i = 0; i < path.length(); i++) {
            to[i + 1] = (from[i] || to[i]) && path.charAt(i) >= '0' && path.charAt(i) <= '9';
        }
        return to;
    }

    private static boolean[] one(boolean[] from, String path, char c) {
        boolean[] to = new boolean[from.length];
        for (int i = 0; i < path.length(); i++) {
            to[i + 1] = from[i] && path.charAt(i) == c;
        }
        return to;
    }
}
