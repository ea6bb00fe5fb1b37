package newsmill.article;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Query parameters that say how a reader came, not what is read: the list {@code tracking-parameters.txt}. */
final class TrackingParameters {
    private static final Set<String> LINES =
            Set.copyOf(DataFile.lines(TrackingParameters.class, "tracking-parameters.txt"));
    private static final Set<String> NAMES =
            LINES.stream().filter(line -> !line.endsWith("*")).collect(Collectors.toSet());
    private static final Set<String> PREFIXES = LINES.stream()
            .filter(line -> line.endsWith("*"))
            .map(line -> line.substring(0, line.length() - 1))
            .collect(Collectors.toSet());

    private TrackingParameters() {}

    /** True for a parameter, with or without a value, whose name is on the list; case does not count. */
    static boolean contains(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        // Feeds that escape twice leave "&amp;utm_source" in their links.
        String plain = name.startsWith("amp;") ? name.substring("amp;".length()) : name;
        return NAMES.contains(plain) || PREFIXES.stream().anyMatch(plain::startsWith);
    }
}
