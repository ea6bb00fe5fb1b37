package newsmill.ingest.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What boxes within stories are called: not single words, as for {@link ClassWords}, but parts of a whole name. */
enum BoxNames {
    CAPTION,
    /** Facts beside the story. */
    FACTS,
    /** A post of a social network. */
    POST;

    private static final Pattern JOINTS = Pattern.compile("[-_]");

    private final Set<String> parts = Resources.words("boxes.txt", name().toLowerCase(Locale.ROOT));

    /** True if the box itself is called so. */
    boolean call(Box box) {
        String names = box.element.className();
        if (names.isEmpty()) {
            return false;
        }
        String bare = JOINTS.matcher(names.toLowerCase(Locale.ROOT)).replaceAll("");
        return parts.stream().anyMatch(bare::contains);
    }
}
