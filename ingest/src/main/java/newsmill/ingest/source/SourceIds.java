package newsmill.ingest.source;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives sources ids that can be read and differ from each other. */
public final class SourceIds {
    private static final int LONGEST = 60;
    private final Set<String> taken = new HashSet<>();

    /** An id made of a source's name or address. */
    public String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("^https?://(www\\.)?", "")
                .replaceAll("[^a-z0-9]+", "-");
        plain = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "source" : plain;
        String id = base;
        for (int n = 2; !taken.add(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }
}
