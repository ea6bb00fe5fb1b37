package newsmill.local.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is to be replayed.
 *
 * @param files what to read, in order; empty if it is a topic
 * @param topic whose past to read, or null
 * @param selection which articles are wanted
 * @param olderThan only articles that an older version of the taggers tagged, or null
 * @param target where they go
 */
record Plan(List<String> files, String topic, Selection selection, String olderThan, Target target) {
    Plan {
        files = List.copyOf(files);
    }

    /** The same for the same plan: it tells whether a replay that was broken off is this one. */
    String fingerprint() {
        String words = String.join(
                "\n",
                String.join("\u0000", files),
                String.valueOf(topic),
                String.valueOf(selection.from()),
                String.valueOf(selection.to()),
                String.join(
                        "\u0000",
                        selection.sources().stream().map(Pattern::pattern).toList()),
                String.valueOf(olderThan),
                target.topic());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The name of a replay that was given none: the same for the same plan. */
    String name() {
        return "replay-" + fingerprint();
    }
}
