package newsmill.enrich.countries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsmill.article.DataFile;
import newsmill.enrich.text.HashSet64;
import newsmill.enrich.text.TokenHash;

/** Short lists of words that say what the name beside them is; {@code words.txt} tells of each. */
final class Words {
    private static final Map<String, List<String>> ALL = read();

    static final HashSet64 LOCATIVE = of("locative");
    static final HashSet64 FOREIGN_LOCATIVE = of("foreign_locative");
    static final HashSet64 DETERMINER = of("determiner");
    static final HashSet64 FUNCTION = of("function");
    static final HashSet64 COMPASS = of("compass");
    static final HashSet64 HONORIFIC = of("honorific");
    static final HashSet64 STREET = of("street");
    static final HashSet64 OFFICE = of("office");
    static final HashSet64 MUNICIPALITY = of("municipality");
    static final HashSet64 NAMING = of("naming");
    static final HashSet64 SPEAKING = of("speaking");
    static final HashSet64 TONGUE = of("tongue");
    /** By {@link TokenHash#pair}. */
    static final HashSet64 MUNICIPAL = HashSet64.ofHashes(ALL.get("municipal").stream()
            .mapToLong(pair -> TokenHash.pair(
                    TokenHash.of(pair.substring(0, pair.indexOf(' '))),
                    TokenHash.of(pair.substring(pair.indexOf(' ') + 1))))
            .toArray());

    private Words() {}

    private static HashSet64 of(String list) {
        return HashSet64.of(ALL.get(list));
    }

    /** The lists by name; a list of pairs is written with commas. */
    private static Map<String, List<String>> read() {
        Map<String, List<String>> lists = new HashMap<>();
        DataFile.lines(Words.class, "words.txt").forEach(line -> {
            int space = line.indexOf(' ');
            String[] words = line.substring(space + 1).split(line.indexOf(',') < 0 ? " " : ", ");
            lists.computeIfAbsent(line.substring(0, space), list -> new ArrayList<>())
                    .addAll(Arrays.asList(words));
        });
        return lists;
    }
}
