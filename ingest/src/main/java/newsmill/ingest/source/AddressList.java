package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsmill.article.CanonicalUrl;

/** A list of addresses, one a line, a name behind it if there is one; {@code #} begins a comment. */
final class AddressList {
    private static final Pattern FEED = Pattern.compile("(?i)feed:(//)?(?=\\S)");

    /** A host and a path, with the scheme left out. */
    private static final Pattern BARE = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}([:/?]\\S*)?");

    private AddressList() {}

    /**
     * The address as it can be fetched: {@code feed:https://...} and {@code feed://...} are for readers only, and who writes a
     * host means https.
     */
    static String address(String given) {
        Matcher feed = FEED.matcher(given);
        String address = feed.lookingAt() ? given.substring(feed.end()) : given;
        boolean bare = BARE.matcher(address).matches();
        return bare || !address.equals(given) && !address.contains("://") ? "https://" + address : address;
    }

    static Sources read(String file, String text) throws WrongSources {
        List<SourceEntry> entries = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        SourceIds ids = new SourceIds();
        Set<String> addresses = new HashSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] words = line.split("\\s+", 2);
            String name = words.length == 2 ? words[1] : null;
            try {
                String url = address(words[0]);
                if (addresses.add(CanonicalUrl.of(url))) {
                    String id = ids.of(name == null ? url : name);
                    entries.add(new SourceEntry(id, url, SourceType.AUTO, name, null, null, null, List.of()));
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
