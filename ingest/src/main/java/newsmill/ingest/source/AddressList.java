package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsmill.article.CanonicalUrl;

/** A list of addresses, one a line, a name behind it if there is one; {@code #} begins a comment. */
final class AddressList {
    private AddressList() {}

    static Sources read(String file, String text) throws WrongSources {
        List<SourceEntry> entries = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        SourceIds ids = new SourceIds();
        Set<String> addresses = new HashSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s+", 2);
            String name = words.length == 2 ? words[1] : null;
            try {
                if (addresses.add(CanonicalUrl.of(words[0]))) {
                    String id = ids.of(name == null ? words[0] : name);
                    entries.add(new SourceEntry(id, words[0], SourceType.AUTO, name, null, null, null, List.of()));
                }
            } catch (IllegalArgumentException e) {
                mistakes.add(file + ":" + (i + 1) + ": " + e.getMessage());
            }
        }
        if (entries.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(file + ": neither OPML nor a list of addresses, one a line");
        }
        if (!mistakes.isEmpty()) {
            throw new WrongSources(mistakes);
        }
        return new Sources(entries);
    }
}
